"""Data that cannot be opened as usual, and data that another program changes: what the window shows, and the ways out.
The variant (dark, narrow) is the session's; in one, only the pictures are taken."""
import os
import pathlib
import re
import sqlite3
import stat
import subprocess
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, named, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

VARIANT = os.environ.get('WAYMARK_VARIANT', 'light')
WIDTH, HEIGHT = map(int, os.environ.get('WAYMARK_WINDOW', '1000x700').split('x'))
NOTICE = 'You can look, but nothing can be changed'


def start(home):
    return Program(['--database', str(home.database)])


def make_newer(home):
    db = sqlite3.connect(home.database)
    db.execute('PRAGMA wal_checkpoint (TRUNCATE)')
    db.execute('PRAGMA user_version = 99')
    db.close()


def picture(program, title, name):
    if title == 'Waymark':
        program.resize(title, WIDTH, HEIGHT)
    program.settle()
    program.screenshot(f'{VARIANT}-opening-{name}')
    named(program.window(title))


def test_newer_data_is_shown_and_left_as_it_is():
    with Home() as home:
        home.make_plan()
        make_newer(home)
        before = home.database.read_bytes()
        program = start(home)
        window = program.window('Waymark')
        window.find('label', NOTICE)
        window.find('label', re.compile('newer version of Waymark'))
        assert not window.all('push button', 'Try Again')
        assert not window.find('push button', 'Plan').state('SENSITIVE')
        program.focus('Waymark')
        program.key('alt+3', 'alt+a')
        schedule = window.find('list', 'Agenda')
        picture(program, 'Waymark', 'newer')
        check = wait(lambda: schedule.all('check box'), 'a block')[0]
        program.go_into(schedule, check)
        program.key('space')
        wait(lambda: len(window.all('label', NOTICE)) == 2, 'the notice as a message, too')
        program.settle()
        assert not check.state('CHECKED')
        program.screenshot(f'{VARIANT}-opening-newer-refuses')
        program.close()
        assert home.database.read_bytes() == before


def test_damaged_data_is_kept_when_the_person_starts_empty():
    with Home() as home:
        home.make_plan()
        home.run('backup')
        data = bytearray(home.database.read_bytes())
        data[4096:] = b'Z' * (len(data) - 4096)
        home.database.write_bytes(data)
        program = start(home)
        dialog = program.window('Your data cannot be read')
        dialog.find('push button', 'Show Backups')
        dialog.find('label', re.compile('is damaged'))
        picture(program, 'Your data cannot be read', 'damaged')
        program.finish('Your data cannot be read', 'Start Empty…')
        program.window('Start with an empty plan?').find('label', re.compile('2 backups|1 backup'))
        picture(program, 'Start with an empty plan?', 'empty')
        program.finish('Start with an empty plan?', 'Cancel')
        assert home.database.read_bytes() == bytes(data)
        program.finish('Your data cannot be read', 'Start Empty…')
        program.finish('Start with an empty plan?', 'Start Empty')
        program.window('Make a Plan').act('window.close')
        program.window('Waymark').find('label', 'No Plan Yet')
        program.close()
        aside = list(home.database.parent.glob('waymark-*damaged*.db'))
        assert len(aside) == 1 and aside[0].read_bytes() == bytes(data)
        assert home.json('roadmap')['phases'] == []


def test_locked_data_is_tried_again():
    if VARIANT != 'light':
        return 'pictures only'
    with Home() as home:
        home.make_plan()
        other = sqlite3.connect(home.database, isolation_level=None)
        other.execute('PRAGMA locking_mode = EXCLUSIVE')
        other.execute('BEGIN EXCLUSIVE')
        other.execute('UPDATE undo_state SET action_id = action_id')
        program = start(home)
        program.window('Your data is in use').find('label', re.compile('Another program holds'))
        picture(program, 'Your data is in use', 'locked')
        other.execute('ROLLBACK')
        other.close()
        program.finish('Your data is in use', 'Try Again')
        assert program.window('Waymark').find('push button', 'Plan').state('SENSITIVE')
        program.close()


def test_a_home_that_cannot_be_made_is_named():
    if VARIANT != 'light':
        return 'pictures only'
    with Home() as home:
        program = Program(['--database', str(home.busy / 'data' / 'waymark.db')])
        title = 'Your data cannot be reached'
        program.window(title).find('label', re.compile('Not a directory'))
        program.finish(title, 'Quit')
        program.process.wait(10)
        program.close()


def test_read_only_data_is_shown_and_tried_again():
    if VARIANT != 'light':
        return 'pictures only'
    if subprocess.run(['unshare', '-rm', 'true']).returncode != 0:
        return 'no mount namespaces here'
    with Home() as home:
        home.make_plan()
        folder = home.database.parent
        inside = home.folder / 'inside'
        inside.write_text(f'#!/bin/sh\nmount --bind {folder} {folder} && mount -o remount,bind,ro {folder} && '
                          f'exec {os.environ["WAYMARK"]} "$@"\n')
        inside.chmod(inside.stat().st_mode | stat.S_IXUSR)
        wrapper = home.folder / 'wrapper'
        wrapper.write_text(f'#!/bin/sh\nexec unshare -rm {inside} "$@"\n')
        wrapper.chmod(0o700)
        real, os.environ['WAYMARK'] = os.environ['WAYMARK'], str(wrapper)
        try:
            program = start(home)
        finally:
            os.environ['WAYMARK'] = real
        window = program.window('Waymark')
        window.find('label', NOTICE)
        window.find('label', re.compile('Read-only file system'))
        assert not window.find('push button', 'Plan').state('SENSITIVE')
        picture(program, 'Waymark', 'read-only')
        again = window.find('push button', 'Try Again')
        enter = ['nsenter', '-t', str(program.process.pid), '-U', '-m', '--preserve-credentials']
        subprocess.check_call(enter + ['mount', '-o', 'remount,bind,rw', str(folder)])
        again.act()
        wait(lambda: not program.window('Waymark').all('label', NOTICE), 'the notice to go')
        wait(lambda: program.window('Waymark').find('push button', 'Plan').state('SENSITIVE'), 'Plan')
        program.close()


def test_a_backup_that_fails_is_said():
    if VARIANT != 'light':
        return 'pictures only'
    with Home() as home:
        home.make_plan(now='2026-11-20T08:00:00Z')
        backups = home.database.parent / 'backups'
        backups.rename(home.folder / 'kept')
        backups.write_text('')
        program = start(home)
        program.window('Waymark').find('label', re.compile('No daily backup: .*backups” cannot be made'))
        program.screenshot(f'{VARIANT}-opening-backup-fails')
        program.close()


def test_what_another_program_does_is_shown_at_once():
    if VARIANT != 'light':
        return 'pictures only'
    with Home() as home:
        home.make_plan()
        program = start(home)
        window = program.window('Waymark')
        # The window has and keeps the keyboard: nothing but the database tells it to look.
        program.focus('Waymark')
        program.key('alt+2')
        window.find('list', 'Roadmap').find('label', 'Map')
        for round in range(3):
            for command, shown in (('undo', 'No Roadmap Yet'), ('redo', 'Map')):
                home.run(command)
                begin = time.monotonic()
                window.find('label', shown)
                print(f'# {command} shown after {time.monotonic() - begin:.2f} s')
        program.close()


main(globals())
