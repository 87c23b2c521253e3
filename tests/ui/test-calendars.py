"""Calendars to plan around and calendar files to write, in the window: by keyboard, with a look at each dialog."""
import pathlib
import re
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, named, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

PREVIEW = 'Plan Around a Calendar'
WORK = """BEGIN:VCALENDAR
X-WR-CALNAME:Work & more
BEGIN:VEVENT
UID:office
DTSTART;TZID=Office Time:20270105T090000
DURATION:PT1H
RRULE:FREQ=WEEKLY;COUNT=10
END:VEVENT
BEGIN:VEVENT
UID:paris
DTSTART;TZID=Romance Standard Time:20270106T090000
DURATION:PT1H
END:VEVENT
BEGIN:VEVENT
UID:broken
DTSTART:tomorrow
END:VEVENT
BEGIN:VEVENT
UID:holiday
DTSTART;VALUE=DATE:20270201
DTEND;VALUE=DATE:20270206
END:VEVENT
END:VCALENDAR
"""


def open_home(home):
    program = Program(['--database', str(home.database)])
    program.window('Waymark')
    program.focus('Waymark')
    return program


def plan(home):
    home.run('plan', '--guide', 'learning-distributed-systems', '--start', '2027-01-04', '--zone', 'Europe/Berlin')


def events(home):
    return [(row[2], row[4]) for row in home.dump()['busy_event']]


def test_a_calendar_is_shown_before_it_is_taken():
    with Home() as home:
        plan(home)
        work = home.folder / 'work.ics'
        work.write_text(WORK)
        program = open_home(home)
        window = program.window('Waymark')
        window.act('win.import-calendar')
        program.choose('Open Calendar', work)
        preview = program.window(PREVIEW)
        preview.find('label', 'Work & more')
        preview.find('label', re.compile('^4$'))
        preview.find('label', re.compile('^12$'))
        preview.find('label', '1 event in “Romance Standard Time”')
        preview.find('label', '1 all-day event')
        preview.find('label', 'It has no start that can be read.')
        named(preview)
        program.settle()
        program.screenshot('import-preview')
        preview.find('label', '1 event; not known, so read in Europe/Berlin unless you choose')
        assert home.dump()['busy_calendar'] == []

        # Escape leaves everything as it was.
        program.focus(PREVIEW)
        program.key('Escape')
        program.no_window(PREVIEW)
        assert home.dump()['busy_calendar'] == []

        # Office Time is Tokyo's, and all-day events do not block: by keyboard.
        program.back_to('Waymark')
        window.act('win.import-calendar')
        program.choose('Open Calendar', work)
        preview = program.window(PREVIEW)
        preview.find('label', 'Work & more')
        program.focus(PREVIEW)
        check = preview.find('check box', 'All-day events block their days')
        program.tab_to(check)
        program.key('space')
        wait(lambda: not check.state('CHECKED'), 'the choice')
        chooser = preview.find('push button', 'What “Office Time” is')
        program.tab_to(chooser)
        program.key('space')
        program.settle()
        program.key('shift+Tab')
        program.keys_typed('Tokyo')
        program.settle()
        program.screenshot('import-zone')
        program.key('Down', 'Return')
        program.settle()
        program.finish(PREVIEW, 'Import')
        found = wait(lambda: events(home), 'the events')
        assert len(found) == 11 and ('office', 1799107200) in found, found
        assert [row[2:4] for row in home.dump()['busy_zone']] == [('Office Time', 'Asia/Tokyo')]
        window.find('label', '11 busy times added, 0 changed, 0 removed, 0 unchanged')
        program.close()


def test_a_file_that_is_none_says_so():
    with Home() as home:
        plan(home)
        home.busy.write_text('Dear diary')
        program = open_home(home)
        program.window('Waymark').act('win.import-calendar')
        program.choose('Open Calendar', home.busy)
        preview = program.window(PREVIEW)
        preview.find('label', re.compile('this is not a calendar file'))
        assert not preview.find('push button', 'Import').state('SENSITIVE')
        program.settle()
        program.screenshot('import-failed')
        program.finish(PREVIEW, 'Cancel')
        program.close()


def test_a_file_that_changes_is_offered():
    with Home() as home:
        plan(home)
        home.run('busy', 'add', home.busy)
        program = open_home(home)
        window = program.window('Waymark')
        before = events(home)
        home.busy.write_text(home.busy.read_text().replace('holiday@test', 'journey@test'))
        window.find('label', 'Changed since it was read: busy.ics')
        program.screenshot('calendar-changed')
        window.find('push button', 'Read Again').act()
        wait(lambda: events(home) != before, 'the change')
        assert {uid for uid, _ in events(home)} == {'dinner@test', 'journey@test'}
        program.close()


def test_what_was_moved_can_be_followed():
    with Home() as home:
        plan(home)
        home.run('export', home.plan)
        block = home.json('schedule')['blocks'][0]
        text = home.plan.read_text().replace('DTSTART;TZID=Europe/Berlin:20270104T183000',
                                             'DTSTART;TZID=Europe/Berlin:20270104T173000')
        moved = home.folder / 'moved.ics'
        moved.write_text(text)
        program = open_home(home)
        window = program.window('Waymark')
        window.act('win.import-calendar')
        program.choose('Open Calendar', moved)
        program.window(PREVIEW).find('label', re.compile('of them are your own plan’s'))
        program.finish(PREVIEW, 'Import')
        program.root.find('label', '1 Block Was Moved in Your Calendar')
        program.settle()
        program.screenshot('moved')
        program.root.find('push button', 'Follow').act()
        wait(lambda: home.json('schedule')['blocks'][0]['start'] != block['start'], 'the block')
        after = home.json('schedule')['blocks'][0]
        assert after['uid'] == block['uid'] and after['start'] == '2027-01-04T16:30:00Z', after
        home.run('undo')
        assert home.json('schedule')['blocks'][0] == block
        program.close()


def test_an_export_counts_what_it_will_write():
    with Home() as home:
        plan(home)
        counts = home.json('export', home.folder / 'x.ics', '--dry-run')['kinds']
        program = open_home(home)
        window = program.window('Waymark')
        window.act('win.export')
        dialog = program.window('Export Plan')
        dialog.find('label', f'{sum(counts.values())} entries')
        named(dialog)
        program.settle()
        program.screenshot('export-dialog')
        program.focus('Export Plan')
        program.tab_to(dialog.find('check box', 'Study blocks'))
        program.key('space')
        dialog.find('label', f'{sum(counts.values()) - counts["study"]} entries')
        dialog.find('text', re.compile('^Last day')).type('2027-01-17')
        some = home.json('export', home.folder / 'x.ics', '--dry-run', '--to', '2027-01-17', '--kinds',
                         'mock,drill,review,milestone,checklist,offer')
        dialog.find('label', f'{some["events"]} entries')
        dialog.find('text', re.compile('^Last day')).type('soon')
        dialog.find('label', 'The days make no range')
        assert not dialog.find('push button', 'Export…').state('SENSITIVE')
        dialog.find('text', re.compile('^Last day')).type('2027-01-17')
        dialog.find('push button', 'Export…').act()
        program.save('Save Calendar File', home.plan, 'Export')
        wait(home.plan.exists, 'the calendar file')
        program.no_window('Export Plan')
        assert home.plan.read_text().count('BEGIN:VEVENT') == some['events']
        program.close()


main(globals())
