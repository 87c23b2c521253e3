"""Changing a plan with the keyboard: hours and limits, what if, and the ways out when it is late."""
import pathlib
import re
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, wait  # noqa: E402
from waymark import Home, main  # noqa: E402


def open_home(home):
    program = Program(['--database', str(home.database)])
    program.window('Waymark')
    program.focus('Waymark')
    return program


def settings(home):
    return home.dump()['plan'] + home.dump()['day_off'] + home.dump()['availability']


def blocks(home):
    return home.json('schedule')['blocks']


def test_a_way_out_of_a_late_plan_is_used_in_the_review():
    with Home() as home:
        home.make_plan()
        home.run('plan', '--guide', 'learning-distributed-systems', '--target', '2027-03-01')
        before, placed = settings(home), blocks(home)
        program = open_home(home)
        program.key('ctrl+r')
        review = program.window('Review Changes')
        program.focus('Review Changes')
        late = review.find('label', re.compile(r'^Depth is \d+ days late$')).name
        use = review.find('push button', re.compile(r'^Use: [\d.]+ hours a week instead of 6$'))
        name = use.name
        program.go_into(review.find('list', 'Changes'), use)
        program.key('space')
        review.gone('label', late)
        review.find('label', re.compile(r'^Now used: '))
        assert settings(home) != before and blocks(home) == placed
        program.screenshot('review-fix-used')
        program.key('ctrl+z')
        review.find('label', late)
        assert settings(home) == before
        program.go_into(review.find('list', 'Changes'), review.find('push button', name))
        program.key('space')
        review.gone('label', late)
        program.key('Return')
        program.no_window('Review Changes')
        program.window('Waymark').find('label', 'Plan changed')
        assert blocks(home) != placed and not home.json('replan')['late']
        program.close()


main(globals())
