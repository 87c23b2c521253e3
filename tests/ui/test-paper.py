"""The roadmap on paper: what a person exports, and what is on the pages: all dates, nothing cut off, no empty months."""
import os
import pathlib
import re
import subprocess
import sys
import xml.dom.minidom

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

NOW = '2027-01-18T10:00:00Z'
MARGIN = 36
DRAW = os.environ.get('WAYMARK_DRAW_PAPER')


def run(*command, **env):
    return subprocess.run(list(map(str, command)), check=True, capture_output=True,
                          env={**os.environ, **env}).stdout


def draw(home, *names, **env):
    paths = [home.folder / name for name in names]
    run(DRAW, home.database, '2027-01-18', *paths, **env)
    return paths[0] if len(paths) == 1 else paths


def text(pdf, page=None):
    pages = ['-f', page, '-l', page] if page else []
    return run('pdftotext', '-layout', *pages, pdf, '-').decode()


def info(pdf):
    return dict(re.findall(r'^([^:]+):\s+(.*)$', run('pdfinfo', pdf).decode(), re.M))


def long_date(iso):
    import datetime
    day = datetime.date.fromisoformat(iso)
    return f'{day.day} {day:%B %Y}'


def gray(pgm):
    """Width, height and bytes of a PGM."""
    magic, size, depth, data = pgm.split(b'\n', 3)
    width, height = map(int, size.split())
    assert magic == b'P5' and len(data) == width * height
    return width, height, data


def nothing_is_cut_off(pdf):
    """No ink in the margins: what is too wide would run into them."""
    for page in range(1, int(info(pdf)['Pages']) + 1):
        width, height, data = gray(run('pdftoppm', '-gray', '-r', '72', '-f', page, '-l', page, pdf))
        rows = [data[y * width:(y + 1) * width] for y in range(height)]
        edge = MARGIN - 2
        assert all(set(row) == {255} for row in rows[:edge] + rows[-edge:]), (page, 'above or below')
        assert all(set(row[:edge] + row[-edge:]) == {255} for row in rows), (page, 'at the sides')
        assert any(set(row) != {255} for row in rows), page


def all_dates_are_in(home, pdf):
    said = ' '.join(text(pdf).split())
    roadmap = home.json('roadmap')
    for phase in roadmap['phases']:
        for word in (phase['title'], long_date(phase['start'])):
            assert word in said, word
        if not phase['ongoing']:
            assert long_date(phase['early_finish']) in said and long_date(phase['late_finish']) in said, phase
    for point in roadmap['points']:
        assert point['title'] in said and long_date(point['due']) in said, point


def guide(home, title, phases):
    path = home.folder / (title.replace(' ', '-') + '.txt')
    lines = ''.join(f'| {name} | {weeks} | Reading | A talk |\n' for name, weeks in phases)
    path.write_text(f'{title}\n\nRoadmap\n| Phase | Duration | Activities | Exit criteria |\n|---|---|---|---|\n{lines}')
    return path


def test_a_person_exports_all_three_formats():
    with Home() as home:
        home.make_plan()
        program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
        window = program.window('Waymark')
        program.focus('Waymark')
        program.key('alt+2')
        window.find(None, 'Timeline; the list below says the same')
        pdf, png, svg = (home.folder / f'roadmap.{end}' for end in ('pdf', 'png', 'svg'))
        pdf.write_text('what was there before')
        program.key('ctrl+shift+e')
        program.window('Export Roadmap')
        program.focus('Export Roadmap')
        entry = wait(lambda: program.window('Export Roadmap').all('text'), 'the name entry')[0]
        assert entry.text == 'roadmap.pdf', entry.text
        entry.type(str(pdf.with_name('plan')))  # without an end
        program.finish('Export Roadmap', 'Export')
        window.find(None, 'Roadmap exported to “plan.pdf”')
        all_dates_are_in(home, home.folder / 'plan.pdf')
        assert pdf.read_text() == 'what was there before'
        for steps, path in ((2, png), (3, svg)):
            program.back_to('Waymark')
            menu = window.find('push button', 'Print and Export')
            menu.act()
            program.settle()
            program.screenshot('paper-menu')
            program.key(*['Down'] * steps, 'Return')
            # Into the folder of the last time: the name alone is enough.
            program.window('Export Roadmap')
            program.finish('Export Roadmap', 'Export')
            window.find(None, f'Roadmap exported to “{path.name}”')
            assert path.exists()
        program.close()
        width, height = map(int, run('identify', '-format', '%w %h', png).split())
        assert width == 2246 and height > 1000, (width, height)  # 842 points at twice 96 in an inch
        drawing = xml.dom.minidom.parse(str(svg)).documentElement
        assert drawing.tagName == 'svg' and not drawing.getElementsByTagName('image')


def test_the_print_dialog_comes_and_goes():
    with Home() as home:
        home.make_plan()
        program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
        program.window('Waymark')
        program.focus('Waymark')
        program.key('alt+2', 'ctrl+p')
        program.window('Print')
        program.focus('Print')
        program.key('Escape')
        program.no_window('Print')
        program.close()


def test_one_guide_is_on_paper_without_a_cut_and_without_an_empty_month():
    with Home() as home:
        home.make_plan()
        pdf = draw(home, 'roadmap.pdf')
        facts = info(pdf)
        assert facts['Pages'] == '2' and facts['Title'] == 'Learning Distributed Systems', facts
        assert '841.89 x 595.276' in facts['Page size'] or '842 x 595' in facts['Page size'], facts
        all_dates_are_in(home, pdf)
        nothing_is_cut_off(pdf)
        chart = text(pdf, 1)
        roadmap = home.json('roadmap')
        last = max([p['late_finish'] or '' for p in roadmap['phases']] + [p['due'] for p in roadmap['points']])
        months = re.findall(r'(?<!\d )\b([A-Z][a-z]+ 20\d\d)', chart.split('Phases')[0].split('as of')[1].split('\n', 1)[1])
        assert months[0] == 'January 2027', months
        assert months[-1] == long_date(last).split(' ', 1)[1], (months, last)
        # All of it can be searched, and stays sharp.
        assert len(run('pdfimages', '-list', pdf).decode().splitlines()) == 2
        assert all(line.split()[-4] == 'yes' for line in run('pdffonts', pdf).decode().splitlines()[2:])


def test_a_printer_gets_the_same_pages():
    with Home() as home:
        home.make_plan()
        pdf, printed = draw(home, 'roadmap.pdf', 'print.pdf')
        assert info(printed)['Page size'] == info(pdf)['Page size']
        assert text(printed) == text(pdf)
        nothing_is_cut_off(printed)


def test_what_begins_late_begins_the_paper():
    with Home() as home:
        path = guide(home, 'Learning SQL', [('Basics', '2–3 weeks')])
        home.run('plan', '--guide', path, '--start', '2027-01-04', '--hours', '6', '--day-off', '2027-01-04..2027-03-07',
                 '--zone', 'UTC')
        said = text(draw(home, 'roadmap.pdf'))
        assert 'March 2027' in said and 'January' not in said.split('as of')[1].split('\n', 1)[1], said
        assert 'February' not in said and '8 March 2027 to' in said, said


def test_ten_years_of_two_guides_break_into_pages():
    with Home() as home:
        one = guide(home, 'Learning Operating Systems', [(f'Part {i} of the kernel', '18–26 weeks') for i in range(18)])
        two = guide(home, 'Learning Formal Methods', [(f'Proof {i}', '28–36 weeks') for i in range(12)])
        for path, hours in ((one, 8), (two, 14)):
            home.run('plan', '--guide', path, '--start', '2027-01-04', '--hours', hours, '--zone', 'UTC')
        pdf, png = draw(home, 'roadmap.pdf', 'roadmap.png')
        pages = int(info(pdf)['Pages'])
        assert 4 <= pages <= 8, pages
        all_dates_are_in(home, pdf)
        nothing_is_cut_off(pdf)
        said = [text(pdf, page) for page in range(1, pages + 1)]
        charts = [page for page in said if 'Hours a week' in page]
        for page in charts:
            assert 'Q1' in page and 'Learning ' in page, page
            years = [int(y) for y in re.findall(r'\b(20\d\d)\b', page.split('Q1')[0].split('as of')[-1])]
            assert len([y for y in years if y < 2038]) <= 7, years
        for page in said:
            # A table that goes on says its titles again.
            assert 'Hours a week' in page or 'Late finish' in page, page
        assert f'Page {pages} of {pages}' in said[-1]


def test_the_theme_does_not_count():
    with Home() as home:
        home.make_plan()
        light = draw(home, 'light.png').read_bytes()
        dark = draw(home, 'dark.png', ADW_DEBUG_COLOR_SCHEME='prefer-dark').read_bytes()
        assert light == dark


def test_paper_is_that_of_the_country():
    with Home() as home:
        home.make_plan()
        made = subprocess.run(['localedef', '-i', 'en_US', '-f', 'UTF-8', str(home.folder / 'en_US.UTF-8')],
                              capture_output=True)
        if not (home.folder / 'en_US.UTF-8').exists():
            return 'no localedef: ' + made.stderr.decode()
        pdf = draw(home, 'roadmap.pdf', LOCPATH=str(home.folder), LC_ALL='en_US.UTF-8')
        assert '792 x 612' in info(pdf)['Page size'], info(pdf)
        nothing_is_cut_off(pdf)


def test_from_the_right_it_is_on_paper_too():
    with Home() as home:
        home.make_plan()
        pdf = draw(home, 'roadmap.pdf', GTK_DEBUG='invert-text-dir')
        all_dates_are_in(home, pdf)
        nothing_is_cut_off(pdf)


def test_what_cannot_be_written_is_said():
    with Home() as home:
        home.make_plan()
        failed = subprocess.run([DRAW, str(home.database), '2027-01-18', '/nonexistent/roadmap.pdf'], capture_output=True)
        assert failed.returncode == 1 and '“/nonexistent/roadmap.pdf” cannot be written' in failed.stderr.decode(), failed


main(globals())
