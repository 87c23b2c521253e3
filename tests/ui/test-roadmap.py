"""The timeline of the roadmap: by wheel, pointer and keyboard, and what it says of the days it shows."""
import datetime
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

NOW = '2027-01-18T10:00:00Z'
SECOND_GUIDE = """Learning SQL

Roadmap
| Phase | Duration | Activities | Exit criteria |
|---|---|---|---|
| Basics | 1–2 weeks | Exercises | Ten queries by heart |
"""


def open_roadmap(home):
    program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
    window = program.window('Waymark')
    program.focus('Waymark')
    program.key('alt+2')
    timeline = window.find(None, 'Timeline; the list below says the same')
    wait(lambda: timeline.description, 'the days')
    return program, window, timeline


def shown(timeline):
    first, last = re.fullmatch(r'(.+) to (.+)', timeline.description).groups()
    return [datetime.datetime.strptime(day, '%d %B %Y').date() for day in (first, last)]


def changes(program, timeline, act):
    """What the timeline shows after @act, which must change it."""
    before = timeline.description
    act()
    wait(lambda: timeline.description != before, 'other days')
    return shown(timeline)


def test_the_wheel_keeps_the_day_under_the_pointer():
    with Home() as home:
        home.make_plan()
        program, window, timeline = open_roadmap(home)
        x, y, width, _ = timeline.box
        for share in (0.25, 0.8, 0.5):
            at = int(x + width * share)
            subprocess.check_call(['xdotool', 'mousemove', '--window', program.x_window('Waymark'), str(at), str(y + 60)])

            def under(days):
                return days[0].toordinal() + (days[1].toordinal() + 1 - days[0].toordinal()) * share

            def wheel(button):
                subprocess.check_call(['xdotool', 'keydown', 'ctrl', 'click', button, 'keyup', 'ctrl'])

            before = shown(timeline)
            for button in '4', '4', '4', '5':
                after = changes(program, timeline, lambda: wheel(button))
            # The days are whole ones, so a day of them is not known.
            assert abs(under(after) - under(before)) <= 2.5, (share, before, after)
        program.settle()
        program.screenshot('timeline-zoomed')
        program.close()


def test_the_keyboard_does_all_of_it():
    with Home() as home:
        home.make_plan()
        second = home.folder / 'sql.txt'
        second.write_text(SECOND_GUIDE)
        home.run('plan', '--guide', second, '--share', '40')
        program, window, timeline = open_roadmap(home)
        program.tab_to(timeline)
        whole = shown(timeline)
        assert whole[0] == datetime.date(2027, 1, 4), whole
        closer = changes(program, timeline, lambda: program.key('plus'))
        assert closer[0] > whole[0] and closer[1] < whole[1]
        later = changes(program, timeline, lambda: program.key('Right'))
        assert later[0] > closer[0]
        today = changes(program, timeline, lambda: program.key('t'))
        assert today[0] < datetime.date(2027, 1, 18) < today[1]
        assert changes(program, timeline, lambda: program.key('0')) == whole
        for _ in range(40):
            program.key('minus')
        program.settle()
        years = shown(timeline)
        assert 3600 < (years[1] - years[0]).days < 3700, years
        program.key('0')
        # Two guides are two groups, which fold.
        height = timeline.size[1]
        program.key('Down', 'Return')
        wait(lambda: timeline.size[1] < height, 'the group to fold')
        program.settle()
        program.screenshot('timeline-folded')
        program.key('Return')
        wait(lambda: timeline.size[1] == height, 'the group to unfold')
        program.close()


main(globals())
