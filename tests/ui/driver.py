"""Drives the real program as a person does: AT-SPI to find and read, xdotool for hands.

Runs inside tests/ui/session --a11y. Nothing sleeps for a guessed time: everything is waited for,
with a deadline. What GTK 4.8's accessibility does not say is worked around here, once:
SHOWING is set on windows only (so: has a size), a full text needs its length, a button with a
mnemonic is called "_Plan Plan", and extents in a popover mean nothing.
"""
import gettext
import os
import re
import subprocess
import time
import warnings

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

warnings.filterwarnings('ignore', category=DeprecationWarning)
CATALOGUE = gettext.translation('waymark', os.environ.get('WAYMARK_LOCALE_DIR'), fallback=True)
_ = CATALOGUE.gettext
DEADLINE = float(os.environ.get('WAYMARK_UI_DEADLINE', '30'))


def wait(condition, what, deadline=DEADLINE):
    """Polls @condition until it gives something true, and returns that."""
    end = time.monotonic() + deadline
    while True:
        try:
            result = condition()
        except GLib.Error:  # the object has just gone
            result = None
        if result:
            return result
        if time.monotonic() > end:
            raise AssertionError('waited in vain for ' + what)
        time.sleep(0.03)


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


ACTIONABLE = {'push button', 'check box', 'radio button', 'text', 'spin button', 'combo box',
              'toggle button'}


def named(window):
    """No control without a name, and no name that is GTK's word for the widget."""
    for node in window.walk():
        if node.role in ACTIONABLE and min(node.size) > 0:
            assert node.name and not node.name.startswith(('Gtk', 'Adw')), (node.role, node.name)


def screen():
    return subprocess.check_output(['import', '-silent', '-window', 'root', 'rgb:-'])


class Node:
    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def role(self):
        role = self.accessible.get_role_name()
        return 'push button' if role == 'button' else role  # newer at-spi2-core

    @property
    def name(self):
        return plain_name(self.accessible.get_name() or '')

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def text(self):
        if 'Text' not in (self.accessible.get_interfaces() or []):
            return self.name
        length = Atspi.Text.get_character_count(self.accessible)
        return Atspi.Text.get_text(self.accessible, 0, length)

    def state(self, name):
        (getattr(self.accessible, 'clear_cache_single', None) or self.accessible.clear_cache)()
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, name))

    @property
    def box(self):
        """x, y, width, height in its window."""
        try:
            box = self.accessible.get_extents(Atspi.CoordType.WINDOW)
        except GLib.Error:  # the application itself has none
            return 0, 0, 0, 0
        return box.x, box.y, box.width, box.height

    @property
    def size(self):
        return self.box[2:]

    def children(self):
        count = self.accessible.get_child_count()
        return [Node(c) for c in map(self.accessible.get_child_at_index, range(count)) if c]

    def walk(self, hidden=False):
        """This and what is inside and on the screen. A page of a stack has no size of its own, so
        only the second level without one is left out."""
        yield self
        for child in self.children():
            empty = min(child.size) == 0
            if not (empty and hidden):
                yield from child.walk(empty)

    def all(self, role=None, name=None):
        """Visible descendants; @name is a string, or a pattern to search for."""
        found = []
        for node in self.walk():
            try:
                if role and node.role != role:
                    continue
                said = (node.name, node.text)
                if isinstance(name, str) and name not in said:
                    continue
                if isinstance(name, re.Pattern) and not any(name.search(s) for s in said):
                    continue
                if min(node.size) > 0 or node.role in ('frame', 'dialog'):
                    found.append(node)
            except GLib.Error:
                pass
        return found

    def find(self, role=None, name=None):
        return wait(lambda: self.all(role, name), f'{role} {name!r}')[-1]

    def gone(self, role=None, name=None):
        wait(lambda: not self.all(role, name), f'{role} {name!r} to go')

    def act(self, action='click'):
        for i in range(self.accessible.get_n_actions()):
            if self.accessible.get_action_name(i) == action:
                assert self.accessible.do_action(i), f'{action} on {self.role} {self.name}'
                return
        names = [self.accessible.get_action_name(i) for i in range(self.accessible.get_n_actions())]
        raise AssertionError(f'{self.role} {self.name!r} has no {action}, only {names}')

    def type(self, text):
        """Sets the text of an entry, any characters."""
        assert Atspi.EditableText.set_text_contents(self.accessible, text)

    def set_value(self, value):
        assert Atspi.Value.set_current_value(self.accessible, value)

    def entry(self):
        """The editable text inside an entry row."""
        return wait(lambda: [n for n in self.walk() if 'EditableText' in
                             (n.accessible.get_interfaces() or [])], 'an entry')[0]

    def dump(self, depth=0):
        lines = [f'{"  " * depth}{self.role} {self.name!r} {self.text[:40]!r} {self.size}']
        return '\n'.join(lines + [c.dump(depth + 1) for c in self.children()])


class Program:
    def __init__(self, arguments=(), env=None):
        self.log = open(os.path.join(os.environ['XDG_CACHE_HOME'], 'stderr.log'), 'w+')
        self.process = subprocess.Popen([os.environ['WAYMARK'], *arguments], stderr=self.log,
                                        env={**os.environ, **(env or {})})
        self.root = Node(wait(self._find, 'the program on the accessibility bus'))

    def _find(self):
        if self.process.poll() is not None:
            raise AssertionError('the program ended: ' + self.errors())
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
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
            if any(n.state('FOCUSED') for n in listing.walk()):
                break
        self.key('Home')
        for _ in range(30):
            self.key('Tab')
            time.sleep(0.05)
            if node.state('FOCUSED'):
                return
            if any(n.state('FOCUSED') for n in listing.walk()):
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
