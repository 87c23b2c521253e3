"""What to do now, by keyboard: the clock of a block, the turn of the day, and what is worth a look."""
import os
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, named, wait  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402
from waymark import Home, main  # noqa: E402

# The plan's second block lies on 5 January, from 18:30 to 19:30 in Berlin.
IN_BLOCK = '2027-01-05T17:40:00Z'
MINUTE = 60


class Clock:
    """The program's clock: a file that is written anew."""

    def __init__(self, home, instant):
        self.path = home.folder / 'clock'
        self.set(instant)

    def set(self, instant):
        beside = self.path.with_suffix('.new')
        beside.write_text(instant)
        os.replace(beside, self.path)


def look(program, clock, instant):
    """Moves the clock, and lets the view come up again; test_after_midnight… waits for it by itself."""
    clock.set(instant)
    program.key('alt+3')
    program.key('alt+1')


def start(home, clock, often='1'):
    """@often: seconds between two looks at the clock; '30' is what a person has."""
    program = Program(['--database', str(home.database)],
                      {'WAYMARK_NOW': str(clock.path), 'WAYMARK_LOOK_SECONDS': often})
    window = program.window('Waymark')
    program.focus('Waymark')
    program.key('alt+1')
    return program, window


def state(home, number=1):
    block = home.json('schedule')['blocks'][number]
    return block['state'], block['actual_minutes'], block['started']


def test_the_clock_of_a_block_by_keyboard():
    with Home() as home:
        home.make_plan()
        clock = Clock(home, IN_BLOCK)
        program, window = start(home, clock)
        window.find('label', 'Now')
        start_button = window.find('push button', 'Start')
        program.tab_to(start_button)
        program.key('space')
        window.find('label', 'Running')
        # The same button pauses: the focus stays where it is.
        assert window.find('push button', 'Pause').state('FOCUSED')
        assert state(home) == ('started', None, IN_BLOCK)

        # A view that is just looked at counts on by itself.
        clock.set('2027-01-05T18:05:00Z')
        wait(lambda: window.all('label', '25 min'), 'the minutes to be counted', MINUTE)
        window.find('label', '25 min')
        window.find('label', 'of 1 h, 35 min left')
        program.screenshot('today-running')
        program.key('ctrl+Return')
        window.find('label', 'Now, paused')
        assert state(home) == ('started', 25, None)

        clock.set('2027-01-05T18:10:00Z')
        program.key('ctrl+Return')
        window.find('label', 'Running')
        look(program, clock, '2027-01-05T18:57:00Z')
        window.find('label', '1 h 12 min')
        window.find('label', 'of 1 h, 12 min over')
        program.screenshot('today-over')
        program.key('ctrl+shift+Return')
        window.find('label', 'Block finished: 1 h 12 min')
        window.find('label', re.compile('^Study · 1 h 12 min of 1 h$'))
        window.find('label', re.compile('^1 h 12 min of .* done this week$'))
        assert state(home) == ('done', 72, None)

        for expected in (('started', 25, '2027-01-05T18:10:00Z'), ('started', 25, None),
                         ('started', None, IN_BLOCK), ('planned', None, None)):
            program.key('ctrl+z')
            wait(lambda: state(home) == expected, f'{expected} after undo')
        program.close()


def test_the_clock_runs_on_while_the_program_does_not():
    with Home() as home:
        home.make_plan()
        clock = Clock(home, IN_BLOCK)
        program, window = start(home, clock)
        window.find('push button', 'Start').act()
        window.find('label', 'Running')
        program.close()
        clock.set('2027-01-05T17:52:00Z')
        program, window = start(home, clock)
        window.find('label', '12 min')
        named(window)
        # Forgotten over night: no more than an hour over is counted, and it can be put right.
        look(program, clock, '2027-01-06T07:00:00Z')
        window.find('label', '2 h')
        window.find('label', re.compile('^The clock ran for so long'))
        program.screenshot('today-cut')
        program.tab_to(window.find('push button', 'Correct'))
        program.key('space')
        minutes = window.find('spin button', 'Minutes worked')
        minutes.set_value(45)
        window.find('push button', 'Apply').act()
        window.find('label', '45 min')
        window.find('push button', 'Finish').act()
        wait(lambda: state(home) == ('done', 45, None), 'the corrected minutes')
        program.close()


def test_skip_shows_what_comes_next():
    with Home() as home:
        home.make_plan()
        clock = Clock(home, IN_BLOCK)
        program, window = start(home, clock)
        program.tab_to(window.find('push button', 'Skip'))
        program.key('space')
        window.find('label', 'Next, tomorrow')
        window.find('label', 'Question drill')
        assert state(home)[0] == 'skipped'
        program.close()


def test_after_midnight_it_is_the_new_day():
    with Home() as home:
        home.make_plan()
        clock = Clock(home, '2027-01-05T22:59:50Z')
        program, window = start(home, clock, '30')
        window.find('label', 'Tuesday, 5 January 2027')
        clock.set('2027-01-05T23:00:05Z')
        wait(lambda: window.all('label', 'Wednesday, 6 January 2027'), 'the new day', MINUTE)
        program.close()
        program, window = start(home, clock)
        # A suspended machine wakes up days later, and a clock is set back.
        clock.set('2027-01-09T08:10:00Z')
        wait(lambda: window.all('label', 'Saturday, 9 January 2027') and window.all('label', 'Now'),
             'the day after the suspension', MINUTE)
        clock.set('2027-01-07T12:00:00Z')
        wait(lambda: window.all('label', 'Thursday, 7 January 2027'), 'the earlier day', MINUTE)
        window.find('label', 'Next, in 5 h 30 min')
        clock.set('2027-01-07T17:30:00Z')
        wait(lambda: window.all('label', 'Now'), 'the block that has begun', MINUTE)
        program.close()


class Notifications:
    """What a desktop's shell is told to show."""

    XML = """<node><interface name="org.freedesktop.Notifications">
      <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
        <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
        <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
      <method name="CloseNotification"><arg type="u" direction="in"/></method>
      <method name="GetCapabilities"><arg type="as" direction="out"/></method>
      </interface></node>"""

    def __init__(self):
        self.shown, self.closed = [], 0
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        info = Gio.DBusNodeInfo.new_for_xml(self.XML).interfaces[0]
        self.bus.register_object('/org/freedesktop/Notifications', info, self.on_call, None, None)
        Gio.bus_own_name_on_connection(self.bus, 'org.freedesktop.Notifications', 0, None, None)

    def on_call(self, bus, sender, path, interface, method, arguments, call):
        if method == 'Notify':
            self.shown.append((arguments[3], arguments[4]))
            call.return_value(GLib.Variant('(u)', (len(self.shown),)))
        elif method == 'GetCapabilities':
            call.return_value(GLib.Variant('(as)', ([],)))
        else:
            self.closed += 1
            call.return_value(None)

    def wait(self, condition, what, deadline=MINUTE):
        def look():
            while GLib.MainContext.default().iteration(False):
                pass
            return condition()
        wait(look, what, deadline)


def test_a_notification_tells_that_the_planned_time_is_over():
    with Home() as home:
        home.make_plan()
        notifications = Notifications()
        clock = Clock(home, IN_BLOCK)
        program, window = start(home, clock)
        program.key('ctrl+Return')
        window.find('label', 'Running')
        # Another view is up, and nobody looks at the window.
        program.key('alt+4')
        window.find('label', re.compile('^Skill areas'))
        subprocess.check_call(['xdotool', 'windowfocus', '0'])
        wait(lambda: not window.state('ACTIVE'), 'the window to be left')
        clock.set('2027-01-05T18:41:00Z')
        notifications.wait(lambda: notifications.shown, 'a notification')
        title, body = notifications.shown[0]
        assert title == 'The planned time is over' and body.startswith('Map: ') and body.endswith(': 1 h')
        home.run('block', 'finish', home.json('schedule')['blocks'][1]['id'], now='2027-01-05T18:42:00Z')
        notifications.wait(lambda: notifications.closed, 'the notification to be withdrawn')
        assert len(notifications.shown) == 1
        program.close()


def test_what_comes_up_leads_to_the_schedule():
    with Home() as home:
        home.make_plan()
        program, window = start(home, Clock(home, '2027-01-11T08:00:00Z'))
        row = window.find('list item', re.compile('^Next review'))
        assert re.search('in [0-9]+ days', ' '.join(n.text for n in row.walk()))
        program.tab_to(row)
        program.key('Return')
        tile = window.find('push button', re.compile('^Review, '))
        wait(lambda: tile.state('FOCUSED'), 'the keyboard on the review')
        program.close()


def test_a_check_fires_and_its_button_puts_it_right():
    with Home() as home:
        home.make_plan()
        program, window = start(home, Clock(home, '2027-01-26T12:00:00Z'))
        window.find('label', re.compile('^5 of 7 checklist items are late, the oldest by 8 days$'))
        found = re.compile('^No mock interview in the 22 days since the start')
        window.find('label', found)
        window.find('label', re.compile('^(Line 81: )?“Mock practice”$'))
        named(window)
        program.tab_to(window.find('push button', 'Plan One'))
        program.settle()
        program.screenshot('today-findings')
        program.key('space')
        window.gone('label', found)
        window.find('label', re.compile('^Planned for '))
        mock = home.json('today', now='2027-01-26T12:00:00Z')['next']['mock']
        assert '2027-01-26' <= mock['start'][:10] <= '2027-02-09', mock
        program.key('ctrl+z')
        window.find('label', found)
        program.close()


def test_a_block_of_today_opens_and_what_comes_up_leads_to_its_day():
    with Home() as home:
        home.make_plan()
        clock = Clock(home, '2027-01-05T16:00:00Z')
        program, window = start(home, clock)
        check = window.find('check box', re.compile('^Done: Map.*18:30'))
        program.tab_to(check)
        program.key('shift+Tab')
        row = wait(lambda: window.focused('list item'), 'the row')[0]
        program.key('Return')
        window.find('label', 'Why Here')
        program.settle()
        program.screenshot('today-block')
        window.find('push button', 'Skipped').act()
        wait(lambda: state(home)[0] == 'skipped', 'skipped')
        program.key('Escape')
        window.gone('label', 'Why Here')
        # The list shows what comes next now; the keyboard is in it or where it was.
        program.key('ctrl+z')
        wait(lambda: state(home)[0] == 'planned', 'undo')
        for mode in ('week', 'agenda'):
            program.key('alt+3')
            program.key('alt+' + mode[0])
            program.key('alt+1')
            drill = window.find('list item', re.compile('^Next drill'))
            program.tab_to(drill)
            program.key('Return')
            if mode == 'week':
                tile = window.find('push button', re.compile('^Drill, Question drill, Wednesday, 6 January 2027, 19:30'))
                wait(lambda: tile.state('FOCUSED'), 'the block of the week')
            else:
                agenda = window.find('list', 'Agenda')
                wait(lambda: [n for n in agenda.focused('list item') if n.all('label', 'Question drill')],
                     'the row of the agenda')
            program.settle()
            program.screenshot('schedule-shown-' + mode)
        program.close()


main(globals())
