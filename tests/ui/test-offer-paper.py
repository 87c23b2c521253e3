"""A scorecard on paper: all that its text says and nothing else, nothing cut off, on the paper of the country."""
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import zlib

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from waymark import Home, main  # noqa: E402

PROGRAM = os.environ['WAYMARK_OFFER_DIALOG']
MARGIN = 36
BARE, NAMES, PAY, NOTES = 0, 1, 2, 4
ALL = NAMES | PAY | NOTES


def run(*command, **env):
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, env={**os.environ, **env}).stdout


class Case:
    def __enter__(self):
        self.home = Home()
        run(PROGRAM, self.home.database, 'sample')
        return self

    def __exit__(self, *args):
        self.home.__exit__(*args)

    def change(self, sql, *values):
        """What no dialog would be asked for: very much of everything."""
        db = sqlite3.connect(self.home.database)
        db.executescript(''.join(f'DROP TRIGGER "{row[0]}";' for row in db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()))
        db.execute(sql, values)
        db.commit()
        db.close()

    def draw(self, flags, **env):
        path = self.home.folder / f'{flags}.pdf'
        run(PROGRAM, self.home.database, 'paper', 1, flags, path, **env)
        return path


def text(pdf, page=None):
    pages = ['-f', page, '-l', page] if page else []
    return run('pdftotext', '-layout', *pages, pdf, '-').decode()


def info(pdf):
    return dict(re.findall(r'^([^:]+):\s+(.*)$', run('pdfinfo', pdf).decode(), re.M))


def pages(pdf):
    return int(info(pdf)['Pages'])


def nothing_is_cut_off(pdf):
    """No ink in the margins: what is too wide would run into them."""
    for page in range(1, pages(pdf) + 1):
        magic, size, depth, data = run('pdftoppm', '-gray', '-r', '72', '-f', page, '-l', page, pdf).split(b'\n', 3)
        width, height = map(int, size.split())
        rows = [data[y * width:(y + 1) * width] for y in range(height)]
        edge = MARGIN - 2
        assert all(set(row) == {255} for row in rows[:edge] + rows[-edge:]), (page, 'above or below')
        assert all(set(row[:edge] + row[-edge:]) == {255} for row in rows), (page, 'at the sides')
        assert any(set(row) != {255} for row in rows), page


def words(said):
    return re.findall(r'\w+', said)


def test_bare_it_tells_no_name_no_money_and_no_note():
    with Case() as case:
        pdf = case.draw(BARE)
        said = text(pdf)
        for secret in ('Globex', 'Initech', 'Hooli', 'Berlin', 'Staff', '85', '98', 'EUR', 'USD', 'commuting'):
            assert not re.search(rf'\b{secret}', said), secret
        for told in ('Spring 2027', '18 January 2027', 'Offer A', 'Offer B', 'Growth', 'Offered'):
            assert told in said, told
        # Neither is it in what the file says about itself.
        assert info(pdf)['Title'] == 'Spring 2027' and 'Globex' not in str(info(pdf))
        assert b'Globex' not in pdf.read_bytes()
        nothing_is_cut_off(pdf)


def test_it_says_what_the_text_says():
    with Case() as case:
        for flags, extra in ((BARE, []), (NAMES, ['--with', 'names']), (ALL, ['--with', 'names,pay,notes'])):
            said = words(text(case.draw(flags)))
            markdown = case.home.run('offer', 'export', '-', '--format', 'markdown', *extra, now='2027-01-18T10:00:00Z')
            for word in set(words(markdown)):
                assert word in said or any(word in w for w in said), (flags, word)


def test_it_can_be_searched_and_stays_sharp():
    with Case() as case:
        pdf = case.draw(ALL)
        assert len(run('pdfimages', '-list', pdf).decode().splitlines()) == 2
        assert all(line.split()[-4] == 'yes' for line in run('pdffonts', pdf).decode().splitlines()[2:])
        assert '595.276 x 841.89' in info(pdf)['Page size'] or '595 x 842' in info(pdf)['Page size'], info(pdf)
        nothing_is_cut_off(pdf)


def test_every_cell_is_drawn_once():
    with Case() as case:
        drawn = b''
        for stream in re.findall(rb'stream\r?\n(.*?)endstream', case.draw(BARE).read_bytes(), re.S):
            try:
                drawn += zlib.decompress(stream.strip(b'\r\n'))
            except zlib.error:  # a font or its like
                pass
        assert drawn.count(b'(Interviewing)') == 1, drawn.count(b'(Interviewing)')


def test_a_note_longer_than_a_page_runs_on():
    with Case() as case:
        note = ' '.join(f'word{i}' for i in range(6000))
        case.change('UPDATE criterion SET note = ? WHERE id = 3', note)
        case.change("INSERT INTO decision (scorecard_id, offer_id, decided_date, reason) VALUES (1, 1, 20836, ?)",
                    note.replace('word', 'reason'))
        pdf = case.draw(ALL)
        assert pages(pdf) > 8, pages(pdf)
        said = text(pdf)
        found = set(re.findall(r'(?:word|reason)\d+', said))
        assert len(found) == 12000, len(found)
        nothing_is_cut_off(pdf)


def test_many_offers_stand_on_several_tables():
    with Case() as case:
        case.change('WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20) INSERT INTO offer (scorecard_id, '
                    "position, company, currency, uid, created_utc, base) SELECT 1, 10 + i, 'Unpronounceable' || i, 'EUR', "
                    "'u' || i, 0, 50000 + i FROM n")
        pdf = case.draw(ALL)
        said = text(pdf)
        for i in range(1, 21):
            assert f'Unpronounceable{i}' in said, i
        assert '841.89 x 595.276' in info(pdf)['Page size'] or '842 x 595' in info(pdf)['Page size'], info(pdf)
        assert f'Page {pages(pdf)} of {pages(pdf)}' in text(pdf, pages(pdf))
        nothing_is_cut_off(pdf)


def test_a_scorecard_with_nothing_in_it_is_a_page():
    with Case() as case:
        case.change('DELETE FROM offer')
        case.change('DELETE FROM criterion')
        pdf = case.draw(ALL)
        assert pages(pdf) == 1 and 'Spring 2027' in text(pdf)
        nothing_is_cut_off(pdf)


def test_paper_is_that_of_the_country_and_from_the_right_it_is_whole():
    with Case() as case:
        made = subprocess.run(['localedef', '-i', 'en_US', '-f', 'UTF-8', str(case.home.folder / 'en_US.UTF-8')],
                              capture_output=True)
        pdf = case.draw(ALL, GTK_DEBUG='invert-text-dir')
        assert 'Growth' in text(pdf)
        nothing_is_cut_off(pdf)
        if not (case.home.folder / 'en_US.UTF-8').exists():
            return 'no localedef: ' + made.stderr.decode()
        pdf = case.draw(ALL, LOCPATH=str(case.home.folder), LC_ALL='en_US.UTF-8')
        assert '612 x 792' in info(pdf)['Page size'], info(pdf)
        nothing_is_cut_off(pdf)


def test_what_cannot_be_written_is_said():
    with Case() as case:
        failed = subprocess.run([PROGRAM, str(case.home.database), 'paper', '1', '0', '/nonexistent/report.pdf'],
                                capture_output=True)
        assert failed.returncode == 1 and '“/nonexistent/report.pdf” cannot be written' in failed.stderr.decode(), failed


main(globals())
