"""Moving phases and milestones on the timeline: by pointer, by keyboard, and by typed days."""
import datetime
import pathlib
import re
import subprocess
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, named, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

NOW = '2026-11-23T08:00:00Z'
RULER, ROW, BAR_Y, BAR = 44, 46, 24, 14
CORE, DEPTH, SIGNAL = 1, 2, 3
DAY = datetime.timedelta(1)


class Timeline:
    """The timeline of an open program, with a hand on it."""

    def __init__(self, home):
        self.home = home
        self.program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
        self.window = self.program.window('Waymark')
        self.program.focus('Waymark')
        self.program.key('alt+2')
        self.node = self.window.find(None, 'Timeline; the list below says the same')
        wait(lambda: self.node.description, 'the days')
        # The border around the window belongs to it for the pointer, and not for accessibility.
        geometry = subprocess.check_output(['xdotool', 'getwindowgeometry', '--shell', self.program.x_window('Waymark')], text=True)
        self.border = (int(re.search(r'WIDTH=(\d+)', geometry)[1]) - self.window.size[0]) / 2

    def shown(self):
        first, last = re.fullmatch(r'(.+) to (.+)', self.node.description).groups()
        return [datetime.datetime.strptime(day, '%d %B %Y').date() for day in (first, last)]

    def x(self, day, days=None):
        """Where @day begins, as far as the whole days that are said tell."""
        first, last = days or self.shown()
        x, _, width, _ = self.node.box
        return self.border + x + width * (day - first) / (last + DAY - first)

    def y(self, row):
        """The middle of the bar of a row; of the marks for None."""
        rows = len(self.phases())
        middle = RULER + ROW * rows + 17 if row is None else RULER + ROW * row + BAR_Y + BAR / 2
        return self.border + self.node.box[1] + middle

    def mouse(self, *args):
        subprocess.check_call(['xdotool', *map(str, args)])

    def move(self, x, y):
        self.mouse('mousemove', '--window', self.program.x_window('Waymark'), round(x), round(y))

    def grab(self, x, y):
        self.move(x, y)
        time.sleep(0.1)
        self.mouse('mousedown', '1')

    def pull(self, x, y, to):
        """With the button down, in steps as a hand makes them."""
        for step in range(1, 6):
            self.move(x + (to - x) * step / 5, y)
            time.sleep(0.03)

    def days(self):
        """By how many days what is under way moves."""
        match = wait(lambda: re.search(r'([+−])(\d+) days?$', self.node.description), 'the days of the move')
        return int(match[2]) * (1 if match[1] == '+' else -1)

    def phases(self):
        return self.home.json('roadmap')['phases']

    def phase(self, row):
        return self.phases()[row]

    def points(self):
        return {p['title']: p['due'] for p in self.home.json('roadmap')['points']}

    def answer(self, button, name='Move Phase'):
        self.program.window(name)
        self.program.finish(name, button)
        self.program.back_to('Waymark')
        wait(lambda: re.fullmatch(r'.+ \d{4} to .+ \d{4}', self.node.description), 'the days that are shown')

    def to_keys(self):
        self.program.tab_to(self.node)


def day(text):
    return datetime.date.fromisoformat(text)


def test_a_bar_is_dragged_and_its_draft_accepted():
    with Home() as home:
        home.make_plan()
        t = Timeline(home)
        days, before = t.shown(), t.phase(CORE)
        middle = (t.x(day(before['start'])) + t.x(day(before['late_finish']))) / 2
        px = t.node.box[2] / ((days[1] - days[0]).days + 1)
        t.grab(middle, t.y(CORE))
        t.pull(middle, t.y(CORE), middle + 14 * px)
        moved = t.days()
        assert abs(moved - 14) <= 1, moved
        said = t.node.description
        t.program.settle()
        t.program.screenshot('timeline-drag')
        t.mouse('mouseup', '1')
        dialog = t.program.window('Move Phase')
        dialog.find('label', 'Core')
        assert t.phase(CORE) == before  # nothing moves until it is accepted
        t.program.settle()
        t.program.screenshot('timeline-drag-draft')
        t.answer('Apply')
        wait(lambda: t.phase(CORE)['release'], 'the new days')
        after = t.phase(CORE)
        assert day(after['release']) == day(before['start']) + moved * DAY, (said, after)
        assert day(after['due']) == day(before['late_finish']) + moved * DAY, (said, after)
        assert after['start'] >= after['release']
        assert t.phase(DEPTH)['start'] > after['late_finish']
        assert t.shown() == days  # the zoom stays
        t.program.settle()
        t.program.screenshot('timeline-dragged')
        t.program.key('ctrl+z')
        wait(lambda: t.phase(CORE) == before, 'undo')
        assert t.shown() == days
        t.program.key('ctrl+shift+z')
        wait(lambda: t.phase(CORE) == after, 'redo')
        assert t.shown() == days
        t.program.close()


def test_an_end_is_dragged_and_escape_gives_up():
    with Home() as home:
        home.make_plan()
        t = Timeline(home)
        days, before = t.shown(), t.phase(CORE)
        px = t.node.box[2] / ((days[1] - days[0]).days + 1)
        edge = t.x(day(before['late_finish']) + DAY)
        # Given up in the middle, the rest of the pull moves nothing.
        t.grab(edge, t.y(CORE))
        t.pull(edge, t.y(CORE), edge + 9 * px)
        assert t.days() > 0
        t.program.key('Escape')
        wait(lambda: t.shown() == days, 'the end of the move')
        t.pull(edge, t.y(CORE), edge + 12 * px)
        t.mouse('mouseup', '1')
        assert t.shown() == days and t.phase(CORE) == before
        # Closed, the review leaves all as it was.
        t.grab(edge, t.y(CORE))
        t.pull(edge, t.y(CORE), edge + 9 * px)
        moved = t.days()
        t.mouse('mouseup', '1')
        t.answer('Cancel')
        assert t.phase(CORE) == before
        t.grab(edge, t.y(CORE))
        t.pull(edge, t.y(CORE), edge + 9 * px)
        assert t.days() == moved
        t.mouse('mouseup', '1')
        t.answer('Apply')
        wait(lambda: t.phase(CORE)['due'], 'the new day')
        after = t.phase(CORE)
        assert after['release'] is None
        assert day(after['due']) == day(before['late_finish']) + moved * DAY
        # Empty ground is still what moves the line.
        t.grab(edge, t.y(CORE) - BAR_Y)
        t.pull(edge, t.y(CORE) - BAR_Y, edge - 90)
        t.mouse('mouseup', '1')
        wait(lambda: t.shown()[0] > days[0], 'later days')
        t.program.close()


def test_the_day_under_the_pointer_is_the_same_at_every_zoom():
    with Home() as home:
        home.make_plan()
        t = Timeline(home)
        before = t.phase(CORE)
        start = day(before['start'])
        at = t.x(start)
        t.move(at, t.y(CORE))
        for _ in range(7):
            shown = t.node.description
            t.mouse('keydown', 'ctrl', 'click', '4', 'keyup', 'ctrl')
            wait(lambda: t.node.description != shown, 'other days')
        px = t.node.box[2] / ((t.shown()[1] - t.shown()[0]).days + 1)
        assert px > 25, px
        # Still the beginning of the bar: what is held is its first day, and it goes as far as the pointer.
        t.grab(at, t.y(CORE))
        t.pull(at, t.y(CORE), at + 3 * px)
        assert t.days() == 3
        t.program.settle()
        t.program.screenshot('timeline-drag-close')
        shown = t.node.description
        # At the end of the line the line goes on.
        x, _, width, _ = t.node.box
        t.move(t.border + x + width - 4, t.y(CORE))
        wait(lambda: t.days() > 30, 'the line to go on')
        t.program.key('Escape')
        t.mouse('mouseup', '1')
        assert t.phase(CORE) == before and shown
        t.program.close()


def test_the_keyboard_moves_as_well():
    with Home() as home:
        home.make_plan()
        t = Timeline(home)
        before = t.phase(CORE)
        t.to_keys()
        t.program.key('Down', 'Down')
        t.program.key('alt+Right')
        assert t.days() == 1
        t.program.key('alt+shift+Right')
        assert t.days() == 8
        t.program.key('Left', 'Page_Down')
        wait(lambda: t.days() == 14, 'two weeks')
        t.program.settle()
        t.program.screenshot('timeline-keys')
        t.program.key('Escape')
        wait(lambda: re.search(' to ', t.node.description), 'the end of the move')
        t.program.key('ctrl+shift+Right', 'Return')
        t.answer('Apply')
        wait(lambda: t.phase(CORE)['due'], 'the new day')
        assert day(t.phase(CORE)['due']) == day(before['late_finish']) + 7 * DAY
        assert t.phase(CORE)['release'] is None
        start = day(t.phase(CORE)['start'])
        t.program.key('shift+Right', 'shift+Right', 'Return')
        t.answer('Apply')
        wait(lambda: t.phase(CORE)['release'], 'the new day')
        assert day(t.phase(CORE)['release']) == start + 2 * DAY
        t.program.key('Delete')
        t.answer('Apply', "Back to the Plan's Dates")
        wait(lambda: t.phase(CORE)['release'] is None and t.phase(CORE)['due'] is None, 'the days to go')
        assert t.phase(CORE) == before
        t.program.close()


def test_days_are_typed_from_the_menu():
    with Home() as home:
        home.make_plan()
        t = Timeline(home)
        before = t.phase(CORE)
        t.to_keys()
        t.program.key('Down', 'Down', 'shift+F10')
        time.sleep(0.3)
        t.program.settle()
        t.program.screenshot('timeline-menu')
        t.program.key('Escape', 'F2')
        dialog = t.program.window('Set Dates')
        named(dialog)
        # Nothing typed is nothing asked.
        t.program.finish('Set Dates', 'Set')
        t.program.back_to('Waymark')
        t.to_keys()
        t.program.key('F2')
        dialog = t.program.window('Set Dates')
        dialog.find('text', re.compile('^No block before')).type('2027-02-08')
        t.program.settle()
        t.program.screenshot('timeline-dates')
        dialog.find('text', re.compile('^Due')).type('2027-02-01')
        dialog.find('push button', 'Set').act()
        dialog.find(None, re.compile('due before its first day'))
        dialog.find('text', re.compile('^Due')).type('')
        t.program.finish('Set Dates', 'Set')
        t.answer('Apply')
        wait(lambda: t.phase(CORE)['release'] == '2027-02-08', 'the new day')
        assert t.phase(CORE)['due'] is None and t.phase(CORE)['start'] > before['start']
        # The same by pointer, where the day that was set can be taken away, too.
        t.move(t.x(day(t.phase(CORE)['start'])) + 30, t.y(CORE))
        t.mouse('click', '3')
        t.window.find(None, 'Set Dates…')
        t.program.settle()
        t.program.screenshot('timeline-menu-pointer')
        t.program.key('Down', 'Down', 'Return')
        t.answer('Apply', "Back to the Plan's Dates")
        wait(lambda: t.phase(CORE) == before, 'the days of the plan')
        t.program.close()


def test_a_milestone_is_moved():
    with Home() as home:
        home.make_plan()
        t = Timeline(home)
        days, before = t.shown(), t.points()
        milestones = [p for p in home.json('roadmap')['points'] if p['kind'] == 'milestone']
        title, due = milestones[0]['title'], day(milestones[0]['due'])
        px = t.node.box[2] / ((days[1] - days[0]).days + 1)
        at = t.x(due) + px / 2
        t.grab(at, t.y(None))
        t.pull(at, t.y(None), at + 10 * px)
        moved = t.days()
        assert abs(moved - 10) <= 1, moved
        t.program.settle()
        t.program.screenshot('timeline-drag-milestone')
        t.mouse('mouseup', '1')
        wait(lambda: t.points()[title] == str(due + moved * DAY), 'the new day')
        assert {k: v for k, v in t.points().items() if v != before[k]} == {title: str(due + moved * DAY)}
        t.window.find('push button', 'Undo').act()
        wait(lambda: t.points() == before, 'undo')
        # By keyboard, and back to the plan's own.
        t.to_keys()
        t.program.key('Up', 'Down')
        t.program.settle()
        t.program.screenshot('timeline-mark')
        t.program.key('Right', 'alt+shift+Right')
        assert t.days() == 7
        t.program.key('Return')
        wait(lambda: t.points() != before, 'the new day')
        [moved] = [k for k, v in t.points().items() if v != before[k]]
        assert day(t.points()[moved]) == day(before[moved]) + 7 * DAY
        t.program.key('Delete')
        wait(lambda: t.points() == before, 'the day of the plan')
        t.program.close()


def test_what_was_planned_is_shown_beside_what_is():
    with Home() as home:
        home.make_plan()
        home.run('roadmap', 'set', 'Core', '--from', '2027-02-08', '--apply')
        t = Timeline(home)
        days = t.shown()
        t.program.key('alt+s')
        time.sleep(0.3)
        t.program.settle()
        t.program.screenshot('timeline-show-menu')
        t.program.key('Return')
        roadmap = t.window.find('list', 'Roadmap')
        t.move(t.x(days[1]), t.y(DEPTH))
        t.mouse('click', '1')
        roadmap.find('label', 'critical')
        t.program.key('alt+s')
        time.sleep(0.3)
        t.program.key('Down', 'Down', 'Down', 'Down', 'Return')
        roadmap.find('label', re.compile(r'critical · \d+ days later than planned on 23 November 2026'))
        assert t.shown() == days
        t.program.settle()
        t.program.screenshot('timeline-baseline')
        t.program.close()


def test_what_if_is_shown_beside_what_is():
    with Home() as home:
        home.make_plan()
        t = Timeline(home)
        days, blocks = t.shown(), home.json('schedule')
        t.program.key('ctrl+i')
        dialog = t.program.window('What If')
        dialog.find('spin button', 'Hours a week').set_value(9)
        dialog.find('label', re.compile('weeks? earlier'))
        t.program.finish('What If', 'Show on the Roadmap')
        t.program.back_to('Waymark')
        finish = home.json('what-if', '--hours', '9')['what_if']['late_finish']
        said = f'{day(finish):%-d %B %Y}'
        t.window.find('label', 'What if: 9 h a week')
        t.window.find('label', re.compile(f'Finished on {said} instead of .* weeks earlier'))
        assert home.json('schedule') == blocks and t.shown() == days
        t.program.settle()
        t.program.screenshot('timeline-what-if')
        t.window.find('push button', 'Close').act()
        t.window.gone('label', 'What if: 9 h a week')
        t.program.key('ctrl+i')
        dialog = t.program.window('What If')
        dialog.find('spin button', 'Hours a week').set_value(9)
        dialog.find('label', re.compile('weeks? earlier'))
        t.program.finish('What If', 'Show on the Roadmap')
        t.program.back_to('Waymark')
        t.window.find('push button', 'Use').act()
        t.answer('Apply', 'Review Changes')
        wait(lambda: t.phase(DEPTH)['late_finish'] == finish, 'the plan that was tried')
        t.window.gone('label', 'What if: 9 h a week')
        assert t.shown() == days
        t.program.close()


main(globals())
