"""The history and the backups in the window: back to before any action, a backup restored and that undone."""
import pathlib
import re
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, named, wait  # noqa: E402
from waymark import Home, main  # noqa: E402


def open_home(home):
    program = Program(['--database', str(home.database)])
    program.window('Waymark')
    program.focus('Waymark')
    return program


def prepare(home):
    """A plan, a calendar, and a longer plan: three actions."""
    home.run('plan', '--guide', 'learning-distributed-systems', '--start', '2027-01-04', '--zone', 'Europe/Berlin')
    home.run('busy', 'add', home.busy)
    home.run('replan', '--apply')


def test_the_history_leads_back_and_forth():
    with Home() as home:
        prepare(home)
        now = home.dump()['block']
        program = open_home(home)
        window = program.window('Waymark')
        program.key('ctrl+h')
        history = program.window('History')
        history.find('label', 'Import Calendar')
        named(history)
        program.settle()
        program.screenshot('history')
        # Back to before the calendar: two steps.
        buttons = history.all('push button', 'Undo Back to Before This')
        assert len(buttons) == 3, len(buttons)
        buttons[1].act()
        history.find('label', '2 actions undone')
        assert home.dump()['busy_calendar'] == [] and home.dump()['block'] != now
        history.find('label', re.compile(', undone$'))
        program.settle()
        program.screenshot('history-undone')
        history.all('push button', 'Do Again up to Here')[0].act()
        history.find('label', '2 actions done again')
        assert home.dump()['block'] == now
        # The first one is the toast's.
        for _ in range(2):
            program.focus('History')
            program.key('Escape')
            program.settle()
        program.no_window('History')
        assert window.find('push button', 'Undo')
        program.close()


def test_a_backup_is_written_and_restored():
    with Home() as home:
        prepare(home)
        then = home.dump()['block']
        program = open_home(home)
        window = program.window('Waymark')
        window.act('win.backups')
        backups = program.window('Backups')
        named(backups)
        backups.find('push button', 'Back Up Now').act()
        backups.find('label', 'Backup written and checked')
        backups.find('label', re.compile('^By hand, .*\n[0-9]+ guides?, [1-9][0-9]* blocks, [0-9]+ calendars?$'))
        program.settle()
        program.screenshot('backups')
        backups.act('window.close')
        program.no_window('Backups')
        home.run('plan', '--guide', 'learning-distributed-systems', '--start', '2027-01-04', '--hours', '3')
        changed = home.dump()['block']
        assert changed != then
        program.back_to('Waymark')
        window.act('win.backups')
        backups = program.window('Backups')
        backups.all('push button', 'Restore…')[0].act()
        program.root.find('label', re.compile('^Restore the Backup of '))
        program.settle()
        program.screenshot('restore')
        program.root.find('push button', 'Restore').act()
        wait(lambda: home.dump()['block'] == then, 'the backup')
        program.no_window('Backups')
        program.back_to('Waymark')
        program.key('ctrl+z')
        wait(lambda: home.dump()['block'] == changed, 'the undo')
        program.close()


main(globals())
