"""Skills from tables and into them, and scorecards as reports, on the command line."""
import csv
import html.parser
import io
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from waymark import Home, main  # noqa: E402

TABLE = 'Skill;Level;Goal;Owner\nRaft;2;4;me\n"Log; compaction";;5;\n'


def write(home, text, name='skills.csv', encoding='utf-8'):
    path = home.folder / name
    path.write_bytes(text.encode(encoding))
    return path


def rows(text):
    return list(csv.reader(io.StringIO(text, newline=''), strict=True))


def test_a_table_is_imported_and_undone():
    with Home() as home:
        home.run('doctor')
        before = home.dump()['skill']
        found = home.json('skill', 'import', write(home, TABLE), '--dry-run')
        assert (found['imported'], found['new'], found['bad']) == (False, 2, 0), found
        assert (found['encoding'], found['separator']) == ('UTF-8', 'semicolon'), found
        assert [column['is'] for column in found['columns']] == ['skill', 'current', 'target', 'left-out'], found
        assert home.dump()['skill'] == before
        home.run('skill', 'import', write(home, TABLE), '--map', 'owner=kept')
        table = rows(home.run('skill', 'export', '-'))
        assert table[0] == ['Skill', 'Group', 'Current', 'Target', 'Gap action', 'Note', 'Synonyms', 'Interviews %',
                            'Job ads %', 'Date'], table
        assert table[1][:6] == ['Raft', 'Own skills', '2', '4', '', 'Owner: me'], table
        assert table[2][:4] == ['Log; compaction', 'Own skills', '', '5'], table
        home.run('undo')
        assert home.dump()['skill'] == before


def test_problems_are_told_by_line_and_nothing_is_imported():
    with Home() as home:
        path = write(home, 'Skill,Level\nRaft,7\nPaxos,2\nPaxos,3\nKafka\n')
        home.run('doctor')
        before = home.dump()
        home.run('skill', 'import', path, code=1)
        lines = home.stderr.splitlines()
        assert len(lines) == 3 and all(line.startswith(f'{path}: Line ') for line in lines), lines
        assert [line.split('Line ')[1][0] for line in lines] == ['2', '4', '5'], lines
        assert 'Nothing was changed' in home.run('skill', 'import', path, '--dry-run', code=1)
        assert home.dump() == before
        found = home.json('skill', 'import', path, '--skip-bad')
        assert (found['imported'], found['new'], found['bad']) == (True, 1, 3), found
        assert [problem['line'] for problem in found['problems']] == [2, 4, 5], found
        assert [row[0] for row in rows(home.run('skill', 'export', '-'))] == ['Skill', 'Paxos']


def test_encodings_and_separators_can_be_said():
    with Home() as home:
        path = write(home, 'Skill,Note\nQualität,größer\n', encoding='latin-1')
        assert home.json('skill', 'import', path, '--dry-run')['encoding'] == 'Windows-1252'
        home.run('skill', 'import', path, '--encoding', 'UTF-8', code=1)
        assert 'Line 2 is not UTF-8' in home.stderr, home.stderr
        home.run('skill', 'import', path, '--encoding', 'EBCDIC', code=1)
        home.run('skill', 'import', path, '--separator', 'pipe', code=1)
        home.run('skill', 'import', path, '--encoding', 'latin-1', '--separator', 'comma')
        assert rows(home.run('skill', 'export', '-'))[1][0] == 'Qualität'
        home.run('skill', 'import', write(home, TABLE), '--map', 'Nowhere=skill', code=1)
        home.run('skill', 'import', write(home, TABLE), '--map', 'Level=colour', code=1)
        home.run('skill', 'import', write(home, TABLE), '--map', 'Level', code=1)


def test_what_is_exported_is_what_is_imported():
    with Home() as home, Home() as other:
        home.make_plan()
        home.run('skill', 'import', '-', data='Skill,Current,Date,By\n=1+1,3,2026-11-01,\n=1+1,4,2026-11-02,\n'
                                              '=1+1,2,2026-11-02,Ada\n'.encode())
        table, scores = home.folder / 'a.csv', home.folder / 'b.csv'
        home.run('skill', 'export', table)
        home.run('skill', 'export', '--history', scores)
        before = home.dump()
        for path in (table, scores):
            found = home.json('skill', 'import', path)
            assert found['new'] + found['scored'] + found['changed'] + found['bad'] == 0, found
        assert home.dump() == before
        assert rows(scores.read_text())[1:] == [["'=1+1", 'Own skills', '3', '2026-11-01', ''],
                                                ["'=1+1", 'Own skills', '4', '2026-11-02', ''],
                                                ["'=1+1", 'Own skills', '2', '2026-11-02', 'Ada']]
        other.run('skill', 'import', scores)
        assert other.run('skill', 'export', '--history', '-').encode() == scores.read_bytes()
        text = home.run('skill', 'export', '-', '--format', 'markdown')
        assert text.startswith('# Skill Matrix\n') and '| =1+1 |  | 4 | blank | blank |' in text, text
        home.run('skill', 'export', home.folder / 'c.md', '--history', code=2)
        home.run('skill', 'export', home.folder / 'c.txt', '--format', 'pdf', code=2)


class Page(html.parser.HTMLParser):
    """Every tag is closed, in order; texts by the element they stand in."""
    EMPTY = {'meta', 'rect', 'br', 'link'}

    def __init__(self, text):
        super().__init__()
        self.open, self.seen, self.texts = [], [], []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        assert not [name for name, value in attributes if name.startswith('on') or name in ('src', 'href')], attributes
        self.seen.append(tag)
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.seen.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open)
        self.open.pop()

    def handle_data(self, data):
        self.texts.append((self.open[-1] if self.open else '', data))


def make_scorecard(home, title='Winter', company='Acme <b>'):
    card = home.json('offer', 'new', title, '--currency', 'EUR')['card']
    home.run('offer', 'criterion', 'add', 'Growth', '--weight', '10')
    home.run('offer', 'criterion', 'add', 'Money', '--weight', '10', '--measure', 'first-year')
    for n, name in enumerate((company, 'Globex')):
        home.run('offer', 'add', name, '--role', 'Lead', '--place', 'Oslo', '--note', 'A note', '--base', str(70000 + n),
                 '--bonus', '0', '--pension', '0', '--allowance', '0', '--commute-cost', '0', '--no-sign-on', '--no-equity')
        home.run('offer', 'score', name, 'Growth', str(3 + n))
    return card


def test_a_report_tells_what_was_asked_for():
    with Home() as home:
        make_scorecard(home)
        private = {'names': ('Acme', 'Globex', 'Lead', 'Oslo'), 'pay': ('70000', '70001', 'Money'), 'notes': ('A note',)}
        for format in ('markdown', 'csv', 'html'):
            for part in ('', 'names', 'pay', 'notes', 'names,pay,notes'):
                text = home.run('offer', 'export', '-', '--format', format, *(['--with', part] if part else []))
                for name, words in private.items():
                    for word in words:
                        assert (word in text) == (name in part), (format, part, word, text)
        home.run('offer', 'export', '-', '--with', 'salary', code=2)
        home.run('offer', 'export', home.folder / 'a.pdf', code=2)
        home.run('offer', 'export', '-', '--card', '77', code=1)


def test_a_page_is_well_formed():
    with Home() as home:
        make_scorecard(home)
        path = home.folder / 'report.html'
        home.run('offer', 'export', path, '--with', 'names,pay,notes')
        page = Page(path.read_text())
        assert {'html', 'title', 'table', 'svg', 'figure'} <= set(page.seen) and 'script' not in page.seen, page.seen
        assert ('bdi', 'Acme <b>') in page.texts, page.texts
        assert page.seen.count('svg') == 2 and page.seen.count('b') == 0
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_table_of_a_report_is_a_table():
    with Home() as home:
        make_scorecard(home, title='=Winter')
        table = rows(home.run('offer', 'export', '-', '--format', 'csv', '--with', 'names'))
        assert len({len(row) for row in table}) == 1, table
        assert table[0][:2] == ["'=Winter", '2026-11-23'], table


def test_of_several_scorecards_one_is_named():
    with Home() as home:
        home.run('offer', 'export', '-', code=1)
        assert 'offer new' in home.stderr, home.stderr
        first = make_scorecard(home)
        make_scorecard(home, 'Spring')
        assert home.run('offer', 'export', '-').startswith('# Spring\n')
        assert home.run('offer', 'export', '-', '--card', first).startswith('# Winter\n')


main(globals())
