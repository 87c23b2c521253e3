"""A table of skills in the window: by keyboard, from the file to the matrix and back."""
import pathlib
import re
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, named, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

TITLE = 'Import Skills'
TABLE = 'Skill;Level;Goal;Owner\nRaft;2;4;me\n"Log; compaction";;5;\n=1+1;7;;\nPaxos;3\nQualität;1;;\n'


def open_dialog(home, table, encoding='utf-8'):
    path = home.folder / 'skills & more.csv'
    path.write_bytes(table.encode(encoding))
    program = Program(['--database', str(home.database)])
    window = program.window('Waymark')
    program.focus('Waymark')
    window.act('win.import-skills')
    program.choose('Open Table', path)
    dialog = program.window(TITLE)
    dialog.find('label', path.name)
    program.focus(TITLE)
    return program, window, dialog


def skills(home):
    return [row[6] for row in home.dump()['skill'] if row[5] == 'own']


def choose(program, dialog, name, option, key, times=1):
    """Another choice of the combo row @name, by keyboard. A popover that has just come up takes no key yet."""
    combo = dialog.find('combo box', name)
    program.tab_to(combo)
    for _try in range(10):
        program.key('space')
        program.settle()
        program.key(*[key] * times)
        program.key('Return')
        program.settle()
        if dialog.all('label', option):
            return
        time.sleep(0.1)
    raise AssertionError(f'{name!r} does not become {option!r}')


def test_a_table_is_shown_and_taken_without_its_bad_rows():
    with Home() as home:
        home.make_plan()
        program, window, dialog = open_dialog(home, TABLE, 'latin-1')
        dialog.find('label', 'Read as Windows-1252')
        dialog.find('label', 'Read as: Semicolon')
        dialog.find('label', '3 new skills, 2 rows with problems')
        dialog.find('label', re.compile('^“7” is no score'))
        dialog.find('label', 'Line 4, Level')
        dialog.find('label', re.compile('The row has 2 cells, and the table has 4 columns'))
        dialog.find('label', 'score 2, target 4')
        dialog.find('label', re.compile('^Nothing is imported while rows have problems'))
        take = dialog.find('push button', 'Import')
        assert not take.state('SENSITIVE')
        named(dialog)
        program.settle()
        program.screenshot('skills-import-problems')
        assert skills(home) == []

        switch = dialog.find('check box', 'Leave out rows with problems')
        program.tab_to(switch)
        program.key('space')
        wait(lambda: take.state('SENSITIVE'), 'the import')
        program.screenshot('skills-import-left-out')
        program.tab_to(take)
        program.key('Return')
        program.no_window(TITLE)
        wait(lambda: skills(home) == ['Raft', 'Log; compaction', 'Qualität'], 'the skills')
        window.find('label', '3 new skills, 2 rows with problems')
        window.find('push button', 'Undo').act()
        wait(lambda: skills(home) == [], 'undo')
        program.close()


def test_what_was_assumed_can_be_said_otherwise():
    with Home() as home:
        home.make_plan()
        program, window, dialog = open_dialog(home, 'Skill,Owner\nQualität,me\n')
        dialog.find('label', '1 new skill')
        choose(program, dialog, 'Owner', 'Kept in the note', 'Down')
        choose(program, dialog, re.compile('^Encoding'), re.compile('is not UTF-16'), 'Down', 2)
        dialog.find('label', 'Choose another encoding or separator, or mend the file.')
        program.settle()
        program.screenshot('skills-import-wrong-encoding')
        choose(program, dialog, re.compile('^Encoding'), 'Read as UTF-8', 'Up')
        dialog.find('label', '1 new skill')
        program.key('Escape')
        program.no_window(TITLE)
        assert skills(home) == []
        program.close()


def test_a_file_that_cannot_be_read_says_why():
    with Home() as home:
        home.make_plan()
        program, window, dialog = open_dialog(home, 'Skill,Note\nRaft,"never closed\n')
        dialog.find('label', 'Line 2: a quote that begins here is never closed.')
        assert not dialog.find('push button', 'Import').state('SENSITIVE')
        program.settle()
        program.screenshot('skills-import-failed')
        program.key('Escape')
        program.no_window(TITLE)
        program.close()


def test_skills_are_exported_and_nothing_differs():
    with Home() as home:
        home.make_plan()
        target = home.folder / 'out.csv'
        program = Program(['--database', str(home.database)])
        window = program.window('Waymark')
        window.act('win.export-skills')
        program.save('Export Skills', target, 'Export')
        wait(target.exists, 'the table')
        window.find('label', 'The skills are in the file')
        assert target.read_bytes().startswith(b'Skill,Group,Current,')
        program.back_to('Waymark')
        window.act('win.import-skills')
        program.choose('Open Table', target)
        dialog = program.window(TITLE)
        dialog.find('label', 'Nothing differs from what is here.')
        assert not dialog.find('push button', 'Import').state('SENSITIVE')
        program.focus(TITLE)
        program.key('Escape')
        program.no_window(TITLE)
        program.close()


main(globals())
