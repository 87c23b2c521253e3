"""The main job in the window, from an empty home to an exported file, as a person does it."""
import datetime
import os
import pathlib
import re
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, wait  # noqa: E402
from waymark import Home, guide, main  # noqa: E402


def open_home(home):
    return Program(['--database', str(home.database)])


def fill_assistant(program, home, hours=6, start='2027-01-04'):
    assistant = program.window('Make a Plan')
    assistant.find('label', 'Step 1 of 3')
    if os.path.exists(guide()):
        assistant.find('push button', 'Open a File…').act()
        program.choose('Open Guide', guide())
        wait(lambda: len(assistant.all('check box')) + len(assistant.all('radio button')) > 1,
             'the guide in the list')
    assistant.find('push button', 'Next').act()
    assistant.find('spin button', 'Hours a week').set_value(hours)
    assistant.find('text', re.compile('^First day')).type(start)
    program.screenshot('assistant-hours')
    assistant.find('push button', 'Next').act()
    assistant.find('push button', 'Add a Calendar File…').act()
    program.choose('Open Calendar', home.busy)
    program.window('Plan Around a Calendar').find('label', 'Events in the file')
    program.finish('Plan Around a Calendar', 'Import')
    assistant.find('label', 'busy.ics')
    program.screenshot('assistant-calendar')
    program.finish('Make a Plan', 'Make Plan')


def test_from_nothing_to_a_plan_in_a_calendar_file():
    with Home() as home:
        program = open_home(home)
        fill_assistant(program, home)
        window = program.window('Waymark')
        roadmap = window.find('list', 'Roadmap')
        for phase in ('Map', 'Core'):
            roadmap.find('label', phase)
        roadmap.find('label', re.compile(r'^4 Jan 2027'))
        program.screenshot('main-job-roadmap')
        window.find('push button', 'Export').act()
        program.window('Export Plan').find('push button', 'Export…').act()
        program.save('Save Calendar File', home.plan, 'Export')
        wait(home.plan.exists, 'the calendar file')
        written = home.plan.read_bytes()
        program.close()
        blocks = home.json('schedule')['blocks']
        assert written.count(b'BEGIN:VEVENT') >= len(blocks) > 50
        home.run('export', home.folder / 'again.ics')
        assert (home.folder / 'again.ics').read_bytes() == written
        busy = home.json('calendar', 'busy', home.busy, '--from', '2027-01-01T00:00:00Z', '--to',
                         '2028-01-01T00:00:00Z', '--zone', 'UTC')['busy']
        for block in blocks:
            assert all(block['end'] <= start or block['start'] >= end for start, end in busy), block


def test_the_keyboard_alone_does_it_all():
    """From an empty home to an exported file: what is read is read from the window, what is done is done with keys."""
    with Home() as home:
        program = open_home(home)
        assistant = program.window('Make a Plan')
        program.focus('Make a Plan')
        assistant.find('label', 'Step 1 of 3')
        program.key('alt+n')
        assistant.find('label', 'Step 2 of 3')
        hours = assistant.find('spin button', 'Hours a week')
        program.tab_to(hours)
        program.key('ctrl+a')
        program.keys_typed('5')
        program.key('alt+n')
        assistant.find('label', 'Step 3 of 3')
        program.key('alt+m')
        program.no_window('Make a Plan')
        program.back_to('Waymark')
        window = program.window('Waymark')
        window.find('list', 'Roadmap')
        program.key('alt+3')
        grid = window.find(None, 'Week; the agenda says the same')
        wait(lambda: home.json('schedule')['blocks'], 'the plan')
        program.tab_to(grid)
        program.key('Page_Down')
        program.key('ctrl+e')
        export = program.window('Export Plan')
        program.focus('Export Plan')
        button = export.find('push button', 'Export…')
        program.tab_to(button)
        program.key('Return')
        program.window('Save Calendar File')
        program.focus('Save Calendar File')
        program.settle()
        program.key('ctrl+a')
        program.keys_typed(str(home.folder / 'mine.ics'))
        program.key('Return')
        wait((home.folder / 'mine.ics').exists, 'the calendar file')
        program.no_window('Save Calendar File')
        count = (home.folder / 'mine.ics').read_bytes().count(b'BEGIN:VEVENT')
        assert count >= len(home.json('schedule')['blocks']) > 50, count
        program.close()


def test_undo_takes_the_whole_plan_back_and_redo_brings_it_again():
    with Home() as home:
        program = open_home(home)
        fill_assistant(program, home)
        window = program.window('Waymark')
        window.find('list', 'Roadmap').find('label', 'Map')
        window.find('push button', 'Undo').act()
        window.find('label', 'No Roadmap Yet')
        window.find('push button', 'Redo').act()
        window.find('list', 'Roadmap').find('label', 'Map')
        program.close()


def test_what_is_typed_wrong_is_said_and_nothing_is_stored():
    with Home() as home:
        program = open_home(home)
        assistant = program.window('Make a Plan')
        assistant.find('push button', 'Next').act()
        assistant.find('text', re.compile('^First day')).type('someday')
        assistant.find('push button', 'Next').act()
        assistant.find(None, re.compile('“someday”'))
        program.screenshot('assistant-error')
        assistant.act('window.close')
        program.no_window('Make a Plan')
        program.window('Waymark').find('label', 'No Plan Yet')
        program.close()
        assert home.json('roadmap')['phases'] == []


def test_a_block_is_marked_done_and_undone_in_the_schedule():
    with Home() as home:
        home.make_plan()
        program = open_home(home)
        window = program.window('Waymark')
        program.focus('Waymark')
        program.key('alt+3', 'alt+a')
        schedule = window.find('list', 'Agenda')
        check = wait(lambda: schedule.all('check box'), 'a block')[0]
        program.go_into(schedule, check)
        program.key('space')
        window.find('label', 'Block marked as done')
        program.screenshot('schedule-done')
        assert sum(b['state'] == 'done' for b in home.json('schedule')['blocks']) == 1
        program.key('ctrl+z')
        wait(lambda: not any(b['state'] == 'done' for b in home.json('schedule')['blocks']), 'undo')
        program.close()


def test_planning_again_shows_the_changes_first():
    with Home() as home:
        home.make_plan()
        home.busy.write_text(home.busy.read_text().replace('20270104T18', '20270105T18')
                             .replace('20270104T19', '20270105T20')
                             .replace('BYDAY=MO,WE', 'BYDAY=TU,TH'), newline='')
        home.run('busy', 'refresh')
        before = home.json('schedule')['blocks']
        program = open_home(home)
        window = program.window('Waymark')
        window.find('push button', 'Plan').act()
        review = program.window('Review Changes')
        # Behind what is late and what would help.
        program.focus('Review Changes')
        program.key('Tab', 'End')
        review.find('label', re.compile(r'^Moved from '))
        program.screenshot('review-changes')
        assert home.json('schedule')['blocks'] == before
        program.finish('Review Changes', 'Apply')
        wait(lambda: home.json('schedule')['blocks'] != before, 'the changes')
        program.close()


main(globals())
