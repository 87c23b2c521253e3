"""Drives the real program as a person does: AT-SPI to find and read, xdotool for hands.

Runs inside tests/ui/session --a11y. Nothing sleeps for a guessed time: everything is waited for,
with a deadline. What GTK 4.8's accessibility does not say is worked around here, once:
SHOWING is set on windows only (so: has a size), a full text needs its length, a button with a
mnemonic is called "_Plan Plan", and extents in a popover mean nothing.
"""
import functools
import gettext
import itertools
import os
import re
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

CATALOGUE = gettext.translation('waymark', os.environ.get('WAYMARK_LOCALE_DIR'), fallback=True)
_ = CATALOGUE.gettext
DEADLINE = float(os.environ.get('WAYMARK_UI_DEADLINE', '30'))


def wait(condition, what, deadline=DEADLINE):
    """Polls @condition until it gives something true, and returns that. Less often by and by: who asks takes the time of
    who is asked."""
    end = time.monotonic() + deadline
    pause = 0.02
    while True:
        try:
            result = condition()
        except GLib.Error:  # the object has just gone
            result = None
        if result:
            return result
        if time.monotonic() > end:
            raise AssertionError('waited in vain for ' + what)
        time.sleep(pause)
        pause = min(1.2 * pause, 0.1)


def number_of(*texts):
    """What tells a number of one of @texts, each a singular and a plural, in the language of the session."""
    forms = {CATALOGUE.ngettext(*text, n) for text in texts for n in range(101)}
    return re.compile('|'.join(re.escape(form).replace('%d', r'\d+') for form in sorted(forms)))


def plain_name(name):
    """"_Plan Plan" is Plan."""
    words = name.split(' ')
    half = ' '.join(words[:len(words) // 2])
    rest = ' '.join(words[len(words) // 2:])
    return rest if '_' in half and half.replace('_', '') == rest else name


WINDOW_COORDINATES = GLib.Variant('(u)', (int(Atspi.CoordType.WINDOW),))
ACTIONABLE = {'push button', 'check box', 'radio button', 'text', 'spin button', 'combo box',
              'toggle button'}


def named(window):
    """No control without a name, and no name that is GTK's word for the widget."""
    nodes = [node for node, size in window.look() if node.role in ACTIONABLE and min(size) > 0]
    for node, (name, *_rest) in sayings(nodes).items():
        assert name and not name.startswith(('Gtk', 'Adw')), (node.role, name)


def screen():
    with open(os.environ['WAYMARK_SCREEN'], 'rb') as pixels:
        return pixels.read()


class Bus:
    """The accessibility bus itself: libatspi asks one thing at a time, and most of the time of a test is such answers
    on their way."""
    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                    Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
                 Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def ask(self, questions):
        """The answers to (name, path, interface, method, arguments), each a tuple or a GLib.Error, all asked at once."""
        answers = [None] * len(questions)
        left = len(questions)

        def take(connection, result, at):
            nonlocal left
            left -= 1
            try:
                answers[at] = connection.call_finish(result).unpack()
            except GLib.Error as error:
                answers[at] = error

        for at, question in enumerate(questions):
            self.connection.call(*question, None, Gio.DBusCallFlags.NO_AUTO_START, 1000 * int(DEADLINE), None, take,
                                 at)
        while left:
            GLib.MainContext.default().iteration(True)
        return answers


@functools.cache
def bus():
    return Bus()


def sure(answer):
    if isinstance(answer, GLib.Error):
        raise answer
    return answer


ROLES = {}  # by path
# Newer at-spi2-core has another name for a button, and newer GTK another role for one that stays pressed.
NEWER_BUTTONS = ('button', 'toggle button') if Atspi.role_get_name(Atspi.Role.PUSH_BUTTON) == 'button' else ()


class Node:
    """An accessible object of the program."""
    def __init__(self, owner, path):
        self.owner, self.path = owner, path

    # Questions.

    def question(self, interface, method, arguments=None):
        return self.owner, self.path, 'org.a11y.atspi.' + interface, method, arguments

    def property_question(self, interface, name):
        return (self.owner, self.path, 'org.freedesktop.DBus.Properties', 'Get',
                GLib.Variant('(ss)', ('org.a11y.atspi.' + interface, name)))

    def call(self, interface, method, arguments=None):
        return sure(bus().ask([self.question(interface, method, arguments)])[0])

    def get(self, interface, name):
        return sure(bus().ask([self.property_question(interface, name)])[0])[0]

    def read_role(self, answer):
        role = Atspi.role_get_name(Atspi.Role(sure(answer)[0]))
        ROLES[self.path] = 'push button' if role in NEWER_BUTTONS else role

    @staticmethod
    def read_box(answer):
        """The application itself has none."""
        return (0, 0, 0, 0) if isinstance(answer, GLib.Error) else answer[0]

    def read_children(self, answer):
        return [Node(*child) for child in sure(answer)[0] if not child[1].endswith('/null')]

    def questions(self):
        """What look() wants to know. A role is asked for once: an object keeps its own, and its path is no other's."""
        role = [] if self.path in ROLES else [self.question('Accessible', 'GetRole')]
        return [self.extents_question(), self.question('Accessible', 'GetChildren'), *role]

    def text_question(self, length):
        return self.question('Text', 'GetText', GLib.Variant('(ii)', (0, length)))

    def extents_question(self):
        return self.question('Component', 'GetExtents', WINDOW_COORDINATES)

    # Answers.

    @property
    def role(self):
        if self.path not in ROLES:
            self.read_role(self.call('Accessible', 'GetRole'))
        return ROLES[self.path]

    @property
    def name(self):
        return plain_name(self.get('Accessible', 'Name'))

    @property
    def description(self):
        return self.get('Accessible', 'Description')

    @property
    def text(self):
        try:
            length = self.get('Text', 'CharacterCount')
        except GLib.Error:  # it is no text
            return self.name
        return sure(bus().ask([self.text_question(length)])[0])[0]

    @staticmethod
    def read_state(answer, name):
        words, at = sure(answer)[0], int(getattr(Atspi.StateType, name))
        return bool(words[at // 32] & 1 << at % 32)

    def state(self, name):
        return self.read_state(bus().ask([self.question('Accessible', 'GetState')])[0], name)

    @property
    def box(self):
        """x, y, width, height in its window."""
        return self.read_box(bus().ask([self.extents_question()])[0])

    @property
    def size(self):
        return self.box[2:]

    def children(self):
        return self.read_children(bus().ask([self.question('Accessible', 'GetChildren')])[0])

    def look(self):
        """(node, size) of this and of what is inside and on the screen, from top to bottom. A page of a stack has
        no size of its own, so only the second level without one is left out, and what has just gone."""
        seen, inside = {}, {}
        level = [(self, False)]
        while level:
            questions = [node.questions() for node, _ in level]
            answers = iter(bus().ask(sum(questions, [])))
            below = []
            for (node, hidden), asked in zip(level, questions):
                box, children, *role = itertools.islice(answers, len(asked))
                size = self.read_box(box)[2:]
                empty = min(size) == 0 and node is not self
                gone = isinstance(children, GLib.Error) and node is not self
                if gone or (empty and hidden):
                    continue
                if role:
                    node.read_role(role[0])
                seen[node] = node, size
                inside[node] = self.read_children(children)
                below += [(child, empty) for child in inside[node]]
            level = below

        def flatten(node):
            if node in seen:
                yield seen[node]
                for child in inside[node]:
                    yield from flatten(child)
        return list(flatten(self))

    def walk(self):
        return [node for node, _ in self.look()]

    def all(self, role=None, name=None):
        """Visible descendants; @name is a string, or a pattern to search for."""
        nodes = [node for node, size in self.look()
                 if role in (None, node.role) and (min(size) > 0 or node.role in ('frame', 'dialog'))]
        return nodes if name is None else [node for node, said in sayings(nodes).items()
                                           if any(map(matcher(name), said))]

    def find(self, role=None, name=None):
        return wait(lambda: self.all(role, name), f'{role} {name!r}')[-1]

    def focused(self, role=None):
        """What has the keyboard, of all that is inside."""
        nodes = [node for node in self.walk() if role in (None, node.role)]
        answers = bus().ask([node.question('Accessible', 'GetState') for node in nodes])
        return [node for node, answer in zip(nodes, answers)
                if not isinstance(answer, GLib.Error) and self.read_state(answer, 'FOCUSED')]

    def gone(self, role=None, name=None):
        wait(lambda: not self.all(role, name), f'{role} {name!r} to go')

    def has(self, interface):
        return 'org.a11y.atspi.' + interface in self.call('Accessible', 'GetInterfaces')[0]

    def actions(self):
        if not self.has('Action'):
            return []
        return [self.call('Action', 'GetName', GLib.Variant('(i)', (i,)))[0]
                for i in range(self.get('Action', 'NActions'))]

    def act(self, action='click'):
        names = self.actions()
        assert action in names, f'{self.role} {self.name!r} has no {action}, only {names}'
        assert self.call('Action', 'DoAction', GLib.Variant('(i)', (names.index(action),)))[0], \
            f'{action} on {self.role} {self.name}'

    def type(self, text):
        """Sets the text of an entry, any characters."""
        assert self.call('EditableText', 'SetTextContents', GLib.Variant('(s)', (text,)))[0]

    def insert(self, at, text):
        """More text in an entry, before the character @at."""
        assert self.call('EditableText', 'InsertText', GLib.Variant('(isi)', (at, text, len(text))))[0]

    def set_value(self, value):
        sure(bus().ask([(self.owner, self.path, 'org.freedesktop.DBus.Properties', 'Set',
                         GLib.Variant('(ssv)', ('org.a11y.atspi.Value', 'CurrentValue', GLib.Variant('d', value))))])[0])

    def entry(self):
        """The editable text inside an entry row."""
        return wait(lambda: [n for n in self.walk() if n.has('EditableText')], 'an entry')[0]

    def dump(self, depth=0):
        lines = [f'{"  " * depth}{self.role} {self.name!r} {self.text[:40]!r} {self.size}']
        return '\n'.join(lines + [c.dump(depth + 1) for c in self.children()])


def matcher(name):
    return name.search if isinstance(name, re.Pattern) else name.__eq__


def sayings(nodes):
    """The name and the text of each that has not just gone; what has no text says its name."""
    said = {}
    answers = iter(bus().ask([question for node in nodes
                              for question in (node.property_question('Accessible', 'Name'),
                                               node.property_question('Text', 'CharacterCount'))]))
    counts = {}
    for node, name, count in zip(nodes, answers, answers):
        if isinstance(name, GLib.Error):
            continue
        said[node] = [plain_name(name[0])] * 2
        if not isinstance(count, GLib.Error):
            counts[node] = count[0]
    texts = bus().ask([node.text_question(count) for node, count in counts.items()])
    for node, text in zip(counts, texts):
        if not isinstance(text, GLib.Error):
            said[node][1] = text[0]
    return said


def process_of(node):
    return sure(bus().ask([('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                            'GetConnectionUnixProcessID', GLib.Variant('(s)', (node.owner,)))])[0])[0]


class Program:
    def __init__(self, arguments=(), env=None):
        self.log = open(os.path.join(os.environ['XDG_CACHE_HOME'], 'stderr.log'), 'w+')
        self.process = subprocess.Popen([os.environ['WAYMARK'], *arguments], stderr=self.log,
                                        env={**os.environ, **(env or {})})
        self.root = wait(self._find, 'the program on the accessibility bus')

    def _find(self):
        if self.process.poll() is not None:
            raise AssertionError('the program ended: ' + self.errors())
        for program in Node('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root').children():
            if process_of(program) == self.process.pid and program.children():
                return program
        return None

    def errors(self):
        self.log.flush()
        with open(self.log.name) as log:
            return log.read()

    def window(self, title):
        return wait(lambda: [w for w in self.root.children() if w.name == title],
                    f'the window {title!r}; there are {[w.name for w in self.root.children()]}')[-1]

    def no_window(self, title, deadline=DEADLINE):
        """The display is asked: the accessibility bus sometimes does not tell that a window has gone, and goes on
        with errors about it."""
        search = ['xdotool', 'search', '--onlyvisible', '--name', f'^{re.escape(title)}$']
        wait(lambda: not subprocess.run(search, capture_output=True, text=True).stdout,
             f'{title!r} to close', deadline)

    def finish(self, title, button, tries=10, seconds=2):
        """Presses @button of the window @title until it closes: a window that has just come up, or a
        file dialog that still looks at what was typed, takes no answer yet."""
        for _ in range(tries):
            try:
                for window in [w for w in self.root.children() if w.name == title]:
                    window.find('push button', button).act()
            except GLib.Error:  # it is just closing
                pass
            try:
                return self.no_window(title, seconds)
            except AssertionError:
                continue
        raise AssertionError(f'{title!r} does not close')

    def save(self, title, path, button):
        """Types @path as the name in the file dialog @title, and presses @button; again when a dialog that was
        still reading its folder has put its own name back."""
        self.window(title)
        for _ in range(5):
            try:
                for window in [w for w in self.root.children() if w.name == title]:
                    wait(lambda: window.all('text'), 'the name entry')[0].type(str(path))
                # Typing again would interrupt a dialog that is still looking at the folder of what was typed.
                return self.finish(title, button, 1, 8)
            except (AssertionError, GLib.Error):
                continue
        raise AssertionError(f'{title!r} does not save')

    def choose(self, title, path):
        """Types @path into the open file dialog @title, and takes it."""
        self.window(title)
        self.focus(title)
        self.keys_typed('/')
        entry = wait(lambda: self.window(title).all('text'), 'the location entry')[-1]
        entry.type(str(path))
        self.focus(title)
        self.key('Return')
        self.no_window(title)

    def focus(self, title):
        """Waits until the keyboard is in the window @title."""
        command = ['xdotool', 'getwindowfocus', 'getwindowname']
        wait(lambda: subprocess.run(command, capture_output=True, text=True).stdout.strip() == title,
             f'the keyboard focus in {title!r}')

    def back_to(self, title):
        """Gives the window @title the keyboard after a dialog of it has closed, as window managers do."""
        subprocess.check_call(['xdotool', 'windowfocus', self.x_window(title)])
        self.focus(title)

    def key(self, *keys):
        subprocess.check_call(['xdotool', 'key', '--clearmodifiers', *keys])

    def keys_typed(self, text):
        subprocess.check_call(['xdotool', 'type', '--delay', '5', text])

    def x_window(self, title):
        """A search takes capitals for small letters, and popovers are windows called as the program."""
        def named(window):
            return subprocess.run(['xdotool', 'getwindowname', window], capture_output=True,
                                  text=True).stdout.strip() == title
        search = ['xdotool', 'search', '--onlyvisible', '--name', f'^{re.escape(title)}$']
        return wait(lambda: [window for window in subprocess.run(search, capture_output=True, text=True).stdout.split()
                             if named(window)], f'the X window {title!r}')[-1]

    def resize(self, title, width, height):
        subprocess.check_call(['xdotool', 'windowsize', '--sync', self.x_window(title), str(width),
                               str(height)])

    def go_to(self, node):
        """To @node with the keyboard: Tab from part to part, Down inside a list."""
        for _ in range(20):
            for key in ('Tab', 'Down', 'Down'):
                self.key(key)
                time.sleep(0.05)
                if node.state('FOCUSED'):
                    return
        raise AssertionError(f'no key leads to {node.role} {node.name!r}')

    def tab_to(self, node):
        """To @node with Tab alone."""
        for _ in range(60):
            self.key('Tab')
            time.sleep(0.05)
            if node.state('FOCUSED'):
                return
        raise AssertionError(f'no Tab leads to {node.role} {node.name!r}')

    def go_into(self, listing, node):
        """To @node in a row of @listing with the keyboard: Down from row to row, Tab into it."""
        for _ in range(10):
            self.key('Tab')
            time.sleep(0.05)
            if listing.focused():
                break
        self.key('Home')
        for _ in range(30):
            self.key('Tab')
            time.sleep(0.05)
            if node.state('FOCUSED'):
                return
            if listing.focused():
                self.key('shift+Tab', 'Down')
        raise AssertionError(f'no key leads to {node.role} {node.name!r}')

    def pick(self, window, name, option, steps=0):
        """Another choice of the combo row @name, by keyboard: @option, @steps below the first one. A popover that
        has just come up takes no key yet, so the keys are given until they are taken."""
        combo = window.find('combo box', name)
        self.tab_to(combo)
        for attempt in range(5):
            if not combo.all('label', option):
                self.key('space')
                wait(lambda: combo.all('label', option), 'the choices')
                self.settle()
            self.key('Home', *['Down'] * steps, 'Return')
            try:
                return wait(lambda: combo.all('label', option) and len(combo.all('list item')) == 1,
                            f'{option!r} to be chosen', 2)
            except AssertionError:
                continue
        raise AssertionError(f'{option!r} cannot be chosen')

    def settle(self):
        """Waits until the screen has been still for a moment."""
        def still():
            before = screen()
            time.sleep(0.15)
            return before == screen()
        wait(still, 'a still screen')

    def screenshot(self, name):
        folder = os.environ.get('WAYMARK_SCREENSHOTS', '.')
        os.makedirs(folder, exist_ok=True)
        subprocess.check_call(['import', '-silent', '-window', 'root',
                               os.path.join(folder, name + '.png')])

    def close(self):
        """Ends the program as a person does, and looks at what it complained about."""
        if self.process.poll() is None:
            try:
                for window in reversed(self.root.children()):
                    window.act('window.close')
                self.process.wait(DEADLINE)
            except (AssertionError, GLib.Error, subprocess.TimeoutExpired):
                self.process.kill()
                self.process.wait()
        errors = self.errors()
        self.log.close()
        # GLib writes the digits of a locale with %Id, which the sanitizer does not know.
        errors = re.sub(r'.*unexpected format specifier in printf interceptor: %I.*', '', errors)
        bad = re.findall(r'.*(?:CRITICAL|WARNING|ERROR|runtime error).*', errors)
        assert not bad, bad
        assert self.process.returncode == 0, (self.process.returncode, errors[-2000:])
