"""A part of a draft is taken: a group is left out, what it stands in the way of is said, and undo takes all back."""
import pathlib
import re
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

NOW = '2027-01-18T10:00:00Z'


def evenings_taken(home, *times):
    """These hours of each evening are taken now: most of the plan has to move."""
    events = ''.join(f'BEGIN:VEVENT\r\nUID:{start}@test\r\nDTSTAMP:20260101T000000Z\r\n'
                     f'DTSTART;TZID=Europe/Berlin:20270118T{start}00\r\n'
                     f'DTEND;TZID=Europe/Berlin:20270118T{end}00\r\n'
                     'RRULE:FREQ=DAILY\r\nSUMMARY:Dishes\r\nEND:VEVENT\r\n' for start, end in times)
    calendar = home.folder / 'evenings.ics'
    calendar.write_text('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n' + events +
                        'END:VCALENDAR\r\n', newline='')
    home.run('busy', 'add', calendar)


def times(home):
    return {block['id']: (block['start'], block['title']) for block in home.json('schedule')['blocks']}


def open_review(home):
    program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
    program.window('Waymark')
    program.focus('Waymark')
    program.key('ctrl+r')
    review = program.window('Review Changes')
    program.focus('Review Changes')
    return program, review


def go_to_group(program, review, name):
    """From the buttons at the top with the keyboard: Tab into the list, to its start, and on to the group."""
    program.key('Tab', 'Home')
    check = review.find('check box', re.compile(f'^{name}: '))
    program.tab_to(check)
    return check


def test_weeks_are_shown_before_and_after():
    with Home() as home:
        home.make_plan()
        evenings_taken(home, ('1830', '1945'))
        groups = {group['group']: group['moved'] for group in home.json('replan', now=NOW)['groups']}
        program, review = open_review(home)
        go_to_group(program, review, 'Core')
        # What is left out is not counted any more.
        program.key('space')
        review.find('label', 'Stays as it is')
        review.find('label', re.compile(f'^{sum(groups.values()) - groups["Core"]} moved'))
        program.key('space')
        review.find('label', re.compile(f'^{sum(groups.values())} moved'))
        program.key('Down', 'Down', 'Down', 'Down', 'Down', 'Down', 'Down')
        week = review.find('label', re.compile(r'( as before|before, .* after)$'))
        assert week.size[0] > 0
        program.settle()
        program.screenshot('review-groups')
        program.key('Escape')
        program.no_window('Review Changes')
        program.close()


def test_a_group_is_left_out_and_what_it_blocks_is_said():
    with Home() as home:
        home.make_plan()
        evenings_taken(home, ('1830', '1900'), ('2015', '2130'))
        groups = {group['group']: group for group in home.json('replan', now=NOW)['groups']}
        # A group that others need the place of.
        others = {name: [word for other in groups if other != name for word in ('--only', other)] for name in groups}
        blocking = [name for name in groups if home.json('replan', *others[name], now=NOW)['conflicts']][0]
        before = times(home)
        program, review = open_review(home)
        apply = review.find('push button', 'Apply')
        wait(lambda: apply.state('FOCUSED') and apply.state('SENSITIVE'), 'the focus on Apply')
        check = go_to_group(program, review, blocking)
        program.key('space')
        review.find('label', re.compile(f'need.? the place of blocks in .*“{blocking}”'))
        review.find('label', 'Stays as it is')
        wait(lambda: not apply.state('SENSITIVE'), 'Apply to be refused')
        wait(lambda: check.state('FOCUSED'), 'the keyboard to stay')
        program.settle()
        program.screenshot('review-conflict')
        program.key('alt+t')
        review.gone('label', 'Stays as it is')
        wait(lambda: apply.state('SENSITIVE') and apply.state('FOCUSED'), 'Apply to come back')
        assert times(home) == before
        # Leave all out but what is in nobody's way.
        free = [name for name in groups if not home.json('replan', '--only', name, now=NOW)['conflicts']][0]
        for name in groups:
            if name != free:
                go_to_group(program, review, name)
                program.key('space')
        wait(lambda: apply.state('SENSITIVE'), 'something to apply')
        program.key('alt+a')
        program.no_window('Review Changes')
        program.window('Waymark').find('label', 'Plan changed')
        after = times(home)
        moved = [id for id in after if before.get(id) != after[id]]
        assert len(moved) == groups[free]['moved'] + groups[free]['added'], (len(moved), groups)
        assert free not in [group['group'] for group in home.json('replan', now=NOW)['groups']]
        program.back_to('Waymark')
        program.key('ctrl+z')
        wait(lambda: times(home) == before, 'undo')
        program.close()


main(globals())
