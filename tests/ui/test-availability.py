"""The week is painted with the pointer and with the keyboard, and stored as windows."""
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

TITLE = 'Hours and Limits'
HOUR = 22  # pixels, as long as the text has its usual size
EARLY = 6 * 60
ALL, DRILL = 15, 4
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def windows(home):
    """weekday, from, to, kinds, preferred"""
    import sqlite3
    db = sqlite3.connect(f'file:{home.database}?mode=ro', uri=True)
    return db.execute('SELECT weekday - 1, from_minute / 60.0, to_minute / 60.0, kinds, preferred FROM availability '
                      'ORDER BY weekday, from_minute, kinds').fetchall()


def evenings(*days):
    return [(day, 18.5, 21.5, ALL, 0) for day in days]


class Painter:
    """The window with the painted week, in sight and with the keyboard in it."""

    def __init__(self, home):
        self.program = Program(['--database', str(home.database)])
        self.program.window('Waymark')
        self.program.focus('Waymark')
        self.program.key('ctrl+comma')
        self.window = self.program.window(TITLE)
        self.program.focus(TITLE)
        self.grid = wait(lambda: [n for n in self.window.all(None, 'Hours of the week') if n.description],
                         'the week')[-1]
        self.program.tab_to(self.grid)
        self.program.settle()

    def says(self, text):
        wait(lambda: self.grid.description == text, f'{text!r}; it says {self.grid.description!r}', 10)

    def find_frame(self):
        """The shadow around the window is not part of the boxes."""
        geometry = subprocess.check_output(['xdotool', 'getwindowgeometry', '--shell',
                                            self.program.x_window(TITLE)], text=True)
        width = int(re.search(r'WIDTH=(\d+)', geometry)[1])
        return (width - self.window.size[0]) // 2

    def point(self, day, hour):
        """Where @hour of @day is on the screen of the window."""
        x, y, width, height = self.grid.box
        frame = self.find_frame()
        column = (width - 46) / 7
        first = height - 1 - 18 * HOUR
        return (round(frame + x + width - (7 - day - 0.5) * column),
                round(frame + y + first + (hour * 60 - EARLY) / 60 * HOUR))

    def pointer(self, *arguments):
        subprocess.check_call(['xdotool', *map(str, arguments)])

    def move(self, day, hour):
        self.pointer('mousemove', '--window', self.program.x_window(TITLE), *self.point(day, hour))

    def drag(self, day, hour, to_day, to_hour, button=1, key=None, picture=None):
        """From the beginning of @hour to shortly before @to_hour."""
        self.move(day, hour + 0.12)
        if key:
            self.pointer('keydown', key)
        self.pointer('mousedown', button)
        for share in (0.3, 0.6, 1):
            self.move(day + round((to_day - day) * share), hour + 0.12 + (to_hour - 0.24 - hour) * share)
        if picture:
            self.program.settle()
            self.program.screenshot(picture)
        self.pointer('mouseup', button)
        if key:
            self.pointer('keyup', key)

    def choose(self, name):
        """A brush."""
        button = [n for role in ('toggle button', 'push button') for n in self.window.all(role, name)][-1]
        button.act()
        wait(lambda: button.state('PRESSED'), f'{name!r} to be pressed')

    def total(self, text):
        self.window.find('label', text + ' a week free for blocks')

    def save(self):
        self.program.key('alt+s')
        self.program.no_window(TITLE)
        self.program.window('Review Changes').act('window.close')
        self.program.no_window('Review Changes')


def plan(home, *times):
    home.make_plan()
    home.run('plan', '--guide', 'learning-distributed-systems',
             *[word for time in times for word in ('--window', time)])


def test_hours_are_painted_and_erased_with_the_pointer():
    with Home() as home:
        plan(home, 'mon-fri 18:30-21:30')
        before = windows(home)
        painter = Painter(home)
        painter.total('15 h')
        painter.move(MON, 15)
        painter.pointer('click', 5)
        painter.program.settle()
        box = painter.grid.box
        painter.drag(SAT, 9, SUN, 12.25, picture='availability-drag')
        painter.total('21 h 30 min')
        painter.drag(TUE, 18.5, TUE, 21.5, picture='availability-erase')
        painter.total('18 h 30 min')
        painter.drag(WED, 20, THU, 21, key='ctrl')
        painter.total('16 h 30 min')
        painter.drag(FRI, 17, FRI, 19, button=3)
        painter.total('16 h')
        painter.move(MON, 12.1)
        painter.pointer('click', 1)
        painter.total('16 h 30 min')
        assert windows(home) == before
        painter.program.settle()
        assert painter.grid.box == box, 'the page has moved'
        painter.program.screenshot('availability-painted')
        painter.save()
        assert windows(home) == [
            (MON, 12, 12.5, ALL, 0), *evenings(MON), (WED, 18.5, 20, ALL, 0), (WED, 21, 21.5, ALL, 0),
            (THU, 18.5, 20, ALL, 0), (THU, 21, 21.5, ALL, 0), (FRI, 19, 21.5, ALL, 0), (SAT, 9, 12.25, ALL, 0),
            (SUN, 9, 12.25, ALL, 0)], windows(home)
        painter.program.back_to('Waymark')
        painter.program.key('ctrl+z')
        wait(lambda: windows(home) == before, 'the old hours')
        painter.program.close()


def test_one_kind_and_preferred_hours_are_painted():
    with Home() as home:
        plan(home, 'mon-tue 18:30-21:30')
        painter = Painter(home)
        painter.choose('Drill')
        painter.drag(MON, 12, WED, 13)
        painter.drag(TUE, 18.5, TUE, 19.5)
        painter.window.find('label', re.compile('^Study 6 h · Mock interview 6 h · Drill 8 h · Review 6 h$'))
        painter.choose('All kinds')
        painter.choose('Preferred')
        painter.drag(MON, 18.5, MON, 21.5)
        painter.drag(WED, 8, WED, 9)
        painter.drag(WED, 8, WED, 9)
        painter.program.settle()
        painter.program.screenshot('availability-kinds')
        painter.save()
        assert windows(home) == [
            (MON, 12, 13, DRILL, 0), (MON, 18.5, 21.5, ALL, 1), (TUE, 12, 13, DRILL, 0),
            (TUE, 18.5, 19.5, ALL - DRILL, 0), (TUE, 19.5, 21.5, ALL, 0), (WED, 8, 9, ALL, 0),
            (WED, 12, 13, DRILL, 0)], windows(home)
        painter.program.close()


def test_hours_are_painted_with_the_keyboard():
    with Home() as home:
        plan(home, 'mon-fri 18:30-21:30')
        painter = Painter(home)
        key = painter.program.key
        painter.says('Monday, 18:00 – 18:30: Not free')
        key('Up', 'Up', 'shift+Right', 'shift+Right', 'shift+Down')
        painter.says('Monday – Wednesday, 17:00 – 18:00: Not free')
        key('space')
        painter.says('Monday – Wednesday, 17:00 – 18:00: Free for all kinds')
        painter.total('18 h')
        key('ctrl+z')
        painter.says('Monday – Wednesday, 17:00 – 18:00: Not free')
        key('Return', 'Escape')
        painter.says('Wednesday, 17:30 – 18:00: Free for all kinds')
        key('Delete', 'End')
        painter.says('Wednesday, 23:30 – 00:00: Not free')
        painter.program.settle()
        key('Home')
        painter.says('Wednesday, 00:00 – 00:30: Not free')
        painter.program.screenshot('availability-early')
        key('Down')
        painter.says('Wednesday, 00:30 – 01:00: Not free')
        key('space', 'ctrl+c', 'Right', 'Right', 'Right', 'shift+Right', 'ctrl+v')
        painter.says('Saturday – Sunday, 00:30 – 01:00: Free for all kinds')
        painter.program.settle()
        painter.program.screenshot('availability-keys')
        painter.save()
        night = [(0.5, 1, ALL, 0), (17, 17.5, ALL, 0), (18.5, 21.5, ALL, 0)]
        assert windows(home) == [
            *[(day, *it) for day in (MON, TUE) for it in ((17, 18, ALL, 0), (18.5, 21.5, ALL, 0))],
            *[(WED, *it) for it in night], *evenings(THU, FRI),
            *[(day, *it) for day in (SAT, SUN) for it in night]], windows(home)
        painter.program.close()


def test_escape_drops_a_selection_then_closes_the_window():
    with Home() as home:
        plan(home, 'mon-fri 18:30-21:30')
        before = windows(home)
        painter = Painter(home)
        painter.program.key('shift+Right', 'space')
        painter.says('Monday – Tuesday, 18:00 – 18:30: Free for all kinds')
        painter.program.key('Escape')
        painter.says('Tuesday, 18:00 – 18:30: Free for all kinds')
        painter.program.key('Escape')
        painter.program.no_window(TITLE)
        assert windows(home) == before
        painter.program.close()


def test_the_menu_copies_a_day_and_clears_one():
    with Home() as home:
        plan(home, 'mon 18:37-21:30 preferred', 'sat 22:00-01:00')
        painter = Painter(home)
        menu = [n for n in painter.window.walk() if n.name == 'Copy or Clear a Day'][0]

        def choose(*keys):
            painter.program.key('shift+Tab')
            painter.program.key('space')
            wait(lambda: painter.window.all(None, re.compile('^Copy .* to Every Day')), 'the menu')
            painter.program.settle()
            painter.program.key(*keys, 'Return')
            painter.window.gone(None, re.compile('^Copy .* to Every Day'))
            painter.program.tab_to(painter.grid)

        assert min(menu.size) > 0
        choose('Home')
        painter.program.key('Right', 'Right', 'Right')
        painter.says('Thursday, 18:00 – 18:30: Not free')
        choose('Home', 'Down', 'Down')
        painter.save()
        assert windows(home) == [*[(day, 18 + 37 / 60, 21.5, ALL, 1) for day in (MON, TUE, WED, FRI)],
                                 (SAT, 22, 1, ALL, 0)], windows(home)
        painter.program.close()


def test_the_text_and_the_painted_week_follow_each_other():
    with Home() as home:
        plan(home, 'mon-fri 18:30-21:30')
        painter = Painter(home)
        painter.program.tab_to(painter.window.find('list item', 'As Text'))
        painter.program.key('Return')
        monday = painter.window.find('text', 'Monday')
        tuesday = painter.window.find('text', 'Tuesday')
        assert monday.text == '18:30-21:30'
        monday.type('18:07 - 18:52 drill, 20:00-21:00')
        painter.total('13 h 45 min')
        monday.insert(len(monday.text), 'x')
        tuesday.type('17:00-18:00,  19:00-20:00')
        painter.total('12 h 45 min')
        painter.program.tab_to(painter.grid)
        painter.program.key('Right', 'Right', 'space')
        painter.total('13 h 15 min')
        painter.program.key('ctrl+z', 'ctrl+z')
        wait(lambda: tuesday.text == '18:30-21:30', 'the old text')
        tuesday.type('17:00-18:00,  19:00-20:00')
        painter.program.key('space')
        painter.total('13 h 15 min')
        assert monday.text == '18:07 - 18:52 drill, 20:00-21:00x'
        assert tuesday.text == '17:00-18:00,  19:00-20:00'
        wait(lambda: painter.window.find('text', 'Wednesday').text == '18:00-21:30', 'the painted text')
        painter.program.key('alt+s')
        painter.window.find(None, re.compile('is not a time of the day'))
        painter.program.settle()
        painter.program.screenshot('availability-text-wrong')
        painter.program.tab_to(painter.grid)
        painter.program.key('Left', 'Left', 'space')
        wait(lambda: monday.text == '18:00-18:30, 18:30-18:52 drill, 20:00-21:00', f'{monday.text!r}')
        painter.save()
        assert windows(home) == [
            (MON, 18, 18.5, ALL, 0), (MON, 18.5, 18 + 52 / 60, DRILL, 0), (MON, 20, 21, ALL, 0),
            (TUE, 17, 18, ALL, 0), (TUE, 19, 20, ALL, 0), (WED, 18, 21.5, ALL, 0), *evenings(THU, FRI)], windows(home)
        painter.program.close()


main(globals())
