"""Changing a plan with the keyboard: hours and limits, what if, and the ways out when it is late."""
import datetime
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


def day(iso):
    """"2027-03-14" as the table has it: "14 March 2027"."""
    date = datetime.date.fromisoformat(iso)
    return f'{date.day} {date:%B %Y}'


def replace_text(program, text):
    program.key('ctrl+a')
    program.keys_typed(text)


def test_hours_and_a_day_off_are_changed_and_undone():
    with Home() as home:
        home.make_plan()
        before, placed = settings(home), blocks(home)
        program = open_home(home)
        program.key('ctrl+comma')
        window = program.window('Hours and Limits')
        program.focus('Hours and Limits')
        spin = window.find('spin button', 'Hours a week')
        wait(lambda: spin.state('FOCUSED'), 'the focus in the first field')
        replace_text(program, '8')
        program.key('alt+2')
        window.find('label', 'How much work is it?')
        program.tab_to(window.find('list item', 'Add Days Off'))
        program.key('Return')
        entry = window.find('text', 'Days off')
        program.keys_typed('2027-01-13..2027-01-05')
        wait(lambda: entry.text == '2027-01-13..2027-01-05', 'what was typed in the new row')
        program.screenshot('limits-day-off-wrong')
        program.key('alt+s')
        window.find(None, re.compile('“2027-01-13..2027-01-05” end before they start'))
        program.settle()
        program.screenshot('limits-error')
        assert settings(home) == before
        replace_text(program, '2027-01-12..2027-01-14')
        window.find('text', re.compile('^12 – 14 Jan 2027, 3 days$'))
        program.key('alt+s')
        program.no_window('Hours and Limits')
        review = program.window('Review Changes')
        program.focus('Review Changes')
        assert settings(home) != before and blocks(home) == placed
        program.settle()
        wait(lambda: review.find('push button', 'Apply').state('FOCUSED'), 'the focus on Apply')
        program.screenshot('review-hours')
        program.key('Return')
        program.no_window('Review Changes')
        window = program.window('Waymark')
        window.find('label', 'Plan changed')
        moved = blocks(home)
        assert not [b for b in moved if '2027-01-12' <= b['start'] < '2027-01-15']
        program.back_to('Waymark')
        program.key('ctrl+z')
        wait(lambda: blocks(home) == placed, 'the old plan')
        program.key('ctrl+z')
        wait(lambda: settings(home) == before, 'the old hours')
        program.close()


def test_what_if_shows_another_finish_and_stores_nothing():
    with Home() as home:
        home.make_plan()
        before = home.dump()
        finish = home.json('what-if', '--hours', '9')['what_if']['late_finish']
        program = open_home(home)
        program.key('ctrl+i')
        window = program.window('What If')
        program.focus('What If')
        spin = window.find('spin button', 'Hours a week')
        wait(lambda: spin.state('FOCUSED'), 'the focus in the first field')
        use = window.find('push button', 'Use These Settings')
        assert not use.state('SENSITIVE')
        replace_text(program, '9')
        window.find('label', day(finish))
        window.find('label', re.compile(r'weeks? earlier$'))
        wait(lambda: use.state('SENSITIVE'), 'something to use')
        replace_text(program, '99')
        window.find(None, re.compile('99 hours a week is more than a plan can hold'))
        assert not use.state('SENSITIVE')
        program.screenshot('what-if-error')
        program.key('Escape')
        program.no_window('What If')
        program.close()
        assert home.dump() == before


def test_the_hours_for_a_finish_are_found_and_used():
    with Home() as home:
        home.make_plan()
        hours = home.json('what-if', '--finish', '2027-03-14')['what_if']['weekly_minutes'] / 60
        before = settings(home)
        program = open_home(home)
        program.key('ctrl+i')
        window = program.window('What If')
        program.focus('What If')
        entry = window.find('text', re.compile('^Finish by'))
        entry.type('2027-01-06')
        find = window.find('push button', 'Find Hours')
        wait(lambda: find.state('SENSITIVE'), 'a day to find hours for')
        find.act()
        window.find(None, re.compile('^No number of hours a week is enough to finish by 6 January 2027'))
        program.screenshot('what-if-no-room')
        entry.type('2027-03-14')
        find.act()
        wait(lambda: window.find('spin button', 'Hours a week').text == f'{hours:.1f}', 'the hours')
        program.screenshot('what-if-found')
        program.key('alt+u')
        program.no_window('What If')
        review = program.window('Review Changes')
        review.find('list', 'Changes').find('label', re.compile('^(Moved from|Added)'))
        assert settings(home) != before
        program.close()
        assert home.json('roadmap')['phases'][2]['late_finish'] > '2027-03-14'


main(globals())
