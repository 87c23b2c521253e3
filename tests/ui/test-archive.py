"""Everything into an archive and back, in the window: what is replaced is said first, and undo brings it back."""
import json
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


def test_an_archive_is_written_and_taken_back():
    with Home() as home:
        home.make_plan()
        blocks = home.json('schedule')
        archive = home.folder / 'a.json'
        program = open_home(home)
        window = program.window('Waymark')
        window.act('win.export-archive')
        program.save('Export Archive', archive, 'Export')
        wait(archive.exists, 'the archive')
        window.find('label', 'Everything is in the archive')
        home.run('archive', 'export', home.folder / 'b.json')
        assert (home.folder / 'b.json').read_bytes() == archive.read_bytes()

        # What is here already replaces nothing, and is not asked about.
        window.act('win.import-archive')
        program.choose('Import Archive', archive)
        window.find('label', 'Nothing in the archive differs from what is here')

        home.make_plan('--window', 'sat 09:00-18:00', '--daily', '5')
        other = home.json('schedule')
        assert other != blocks
        window.act('win.import-archive')
        program.choose('Import Archive', archive)
        program.root.find('label', 'Import This Archive?')
        program.settle()
        program.screenshot('archive-import')
        program.root.find('push button', 'Cancel').act()
        program.root.gone('label', 'Import This Archive?')
        assert home.json('schedule') == other
        window.act('win.import-archive')
        program.choose('Import Archive', archive)
        program.root.find('label', 'Import This Archive?')
        program.settle()
        program.root.find('push button', 'Import').act()
        wait(lambda: home.json('schedule') == blocks, 'the blocks of the archive')
        window.find('label', 'Archive imported')
        window.find('push button', 'Undo').act()
        wait(lambda: home.json('schedule') == other, 'undo')
        program.close()


def test_a_wrong_archive_is_refused_with_the_places():
    with Home() as home:
        home.make_plan()
        archive = home.folder / 'a.json'
        home.run('archive', 'export', archive)
        document = json.loads(archive.read_bytes())
        document['block'][12]['start_utc'] = 'soon'
        document['phase'][1]['max_days'] = -1
        archive.write_text(json.dumps(document))
        data = home.dump()
        program = open_home(home)
        program.window('Waymark').act('win.import-archive')
        program.choose('Import Archive', archive)
        program.root.find('label', 'This Archive Cannot Be Imported')
        text = program.root.find('label', re.compile(r'\$\.block\[12\]\.start_utc: “soon”'))
        assert '$.phase[1].max_days: the rule is' in text.name, text.name
        assert str(home.folder) not in text.name, text.name
        program.settle()
        program.screenshot('archive-problems')
        program.root.find('push button', 'Close').act()
        assert home.dump() == data
        program.close()


main(globals())
