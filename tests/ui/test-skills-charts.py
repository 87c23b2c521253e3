"""The history of the skills by keyboard: quarters, forms, tables; and the evidence of a skill. In the variants (dark,
narrow, ...) only pictures are taken; $WAYMARK_TEST_HOST is the program that shows the pages by themselves."""
import os
import pathlib
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, _, named, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

VARIANT = os.environ.get('WAYMARK_VARIANT', 'light')
WIDTH, HEIGHT = map(int, os.environ.get('WAYMARK_WINDOW', '1000x700').split('x'))
SHOW = os.environ['WAYMARK_TEST_HOST']
NOW = '2027-02-10T10:00:00Z'
HEAT_MAP = _('Heat map; the table says the same')
RADAR = _('Radar; the table says the same')
LONG = 'Operating what you build: alerts, dashboards, incident response and postmortems'
SKILLS = {
    # title: target, {day: score}
    'System design': (4, {'2026-03-01': 2, '2026-07-15': 3}),
    'Queues': (5, {'2026-05-01': 1, '2026-08-01': 'blank', '2027-01-20': 2}),
    'Databases': (3, {}),
    LONG: (None, {'2026-02-01': 4}),
    'Testing': (4, {'2026-04-01': 5, '2026-12-01': 4}),
}
WAYMARK = os.environ['WAYMARK']
os.environ['WAYMARK'] = SHOW


def fill(home):
    for title, (target, scores) in SKILLS.items():
        home.run('skill', 'add', title, '--group', 'Technical', now='2026-01-02T08:00:00Z')
        if target:
            home.run('skill', 'set', title, '--target', target, '--date', '2026-01-02', now='2026-01-02T08:00:00Z')
        for day, score in scores.items():
            home.run('skill', 'set', title, score, '--date', day, now=f'{day}T08:00:00Z')


def show(home, page, title='Skills'):
    program = Program([str(home.database), page], {'WAYMARK_NOW': NOW})
    window = program.window(title)
    program.resize(title, WIDTH, HEIGHT)
    program.focus(title)
    return program, window


def says(node, text):
    wait(lambda: node.description == text, f'{text!r} instead of {node.description!r}')


def go(program, node, key):
    program.tab_to(node)
    program.key(key)


def press(program, window, name, pressed=True):
    """The toggle button @name, and waits until it is what it is to be."""
    button = window.find('push button', name)
    go(program, button, 'space')
    wait(lambda: button.state('PRESSED') == pressed, f'{name!r} to be pressed or not')


def test_pictures():
    with Home() as home:
        fill(home)
        program, window = show(home, 'history')
        heat_map = window.find(None, HEAT_MAP)
        named(window)
        for form, button in (('heat-map', None), ('bars', '_Bars'), ('radar', '_Radar')):
            if button:
                press(program, window, _(button).replace('_', ''))
            program.settle()
            program.screenshot(f'{VARIANT}-skills-{form}')
            press(program, window, _('As Table'))
            program.settle()
            program.screenshot(f'{VARIANT}-skills-{form}-table')
            named(window)
            press(program, window, _('As Table'), False)
        assert heat_map and window.size[0] <= WIDTH, window.size
        program.close()
        program, window = show(home, 'sparklines')
        program.settle()
        program.screenshot(f'{VARIANT}-skills-sparklines')
        program.close()
        home.run('skill', 'evidence', 'add', 'System design', '--kind', 'mock', '--title', 'Mock interview 3', '--by',
                 'Ana', '--rating', '4', '--date', '2026-12-03')
        home.run('skill', 'evidence', 'add', 'System design', '--kind', 'artifact', '--title', 'RFC', '--link',
                 'https://example.org/7', '--date', '2026-03-03')
        program, window = show(home, 'evidence')
        window.find(None, 'RFC')
        named(window)
        program.settle()
        program.screenshot(f'{VARIANT}-skills-evidence')
        program.tab_to(window.find('push button', _('Add Evidence')))
        program.key('Return')
        title = _('Add Evidence')
        program.focus(title)
        program.resize(title, min(WIDTH, 460), min(HEIGHT, 560))
        program.settle()
        named(program.window(title))
        program.screenshot(f'{VARIANT}-skills-evidence-dialog')
        program.close()


def test_a_cell_is_found_and_said_by_keyboard():
    with Home() as home:
        fill(home)
        program, window = show(home, 'history')
        heat_map = window.find(None, HEAT_MAP)
        program.tab_to(heat_map)
        says(heat_map, 'System design, Now: 3')
        window.find(None, 'System design, Now: 3')  # also for those who see
        program.key('Left', 'Left', 'Left')
        says(heat_map, 'System design, Q2 2026: 2')
        program.key('Home')
        says(heat_map, 'System design, Q1 2026: 2')
        program.key('Left')
        says(heat_map, 'System design, Q1 2026: 2')
        program.key('Down')
        says(heat_map, 'Queues, Q1 2026: blank')
        program.key('Right')
        says(heat_map, 'Queues, Q2 2026: 1')
        program.key('Right')
        says(heat_map, 'Queues, Q3 2026: blank')
        program.key('ctrl+End')
        says(heat_map, 'Testing, Now: 4')
        program.key('Page_Up', 'Page_Up')
        says(heat_map, 'System design, Now: 3')
        # What another program writes is shown, and the cursor stays.
        program.key('Down')
        says(heat_map, 'Queues, Now: 2')
        home.run('skill', 'set', 'Queues', '5', now=NOW)
        says(heat_map, 'Queues, Now: 5')
        assert heat_map.state('FOCUSED')
        program.close()


def test_a_quarter_is_shown_as_it_was_and_compared():
    with Home() as home:
        fill(home)
        program, window = show(home, 'history')
        heat_map = window.find(None, HEAT_MAP)
        says(heat_map, 'System design, Now: 3')
        assert not window.find('push button', 'Later Quarter').state('SENSITIVE')
        earlier = window.find('push button', 'Earlier Quarter')
        go(program, earlier, 'Return')
        says(heat_map, 'System design, Q4 2026: 3')
        program.key('Return', 'Return')
        says(heat_map, 'System design, Q2 2026: 2')
        program.key('Return')
        says(heat_map, 'System design, Q1 2026: 2')
        wait(lambda: not earlier.state('SENSITIVE'), 'the first quarter')
        go(program, window.find('push button', 'Later Quarter'), 'Return')
        program.key('Return', 'Return', 'Return')
        says(heat_map, 'System design, Now: 3')
        # Since Q2 2026: the third entry behind the one for no comparison.
        go(program, window.find('push button', 'Compare with'), 'space')
        program.key('Down', 'Down', 'Down', 'Return')
        program.tab_to(heat_map)
        program.key('ctrl+Home', 'End')
        says(heat_map, 'System design, Since Q2 2026: +1')
        program.key('Down')
        says(heat_map, 'Queues, Since Q2 2026: +1')
        program.key('Down')
        says(heat_map, 'Databases, Since Q2 2026: not known')
        program.key('ctrl+End')
        says(heat_map, 'Testing, Since Q2 2026: −1')
        program.settle()
        program.screenshot('skills-compared')
        # The quarter and the form stay after a change.
        window.find('push button', 'Bars').act()
        window.find(None, '3, target 4, +1 since Q2 2026')
        home.run('skill', 'set', 'System design', '4', now=NOW)
        window.find(None, '4, target 4, +2 since Q2 2026')
        window.find(None, 'blank, target 3')
        program.close()


def test_each_chart_has_its_table():
    with Home() as home:
        fill(home)
        program, window = show(home, 'history')
        table = window.find('push button', 'As Table')
        go(program, table, 'space')
        listing = window.find(None, 'Scores')
        for text in ('Q1 2026', 'Now', 'System design', 'blank', 'Group', 'Technical'):
            assert window.all(None, text), text
        assert listing.all(None, 'Testing')
        go(program, window.find('push button', 'Radar'), 'space')
        for text in ('Score', 'Target', 'Gap'):
            window.find(None, text)
        cells = [n.text for n in window.find(None, 'Scores').walk() if n.role == 'label']
        assert cells.count('blank') == 2, cells  # a score, and a target
        program.close()


def test_a_radar_has_only_skills_with_a_score():
    with Home() as home:
        fill(home)
        program, window = show(home, 'history')
        go(program, window.find('push button', 'Radar'), 'space')
        radar = window.find(None, RADAR)
        window.find(None, 'Without a score, and not drawn: Databases')
        program.tab_to(radar)
        says(radar, 'System design: 3, target 4')
        program.key('Right', 'Right')
        says(radar, f'{LONG}: 4, target blank')
        program.key('End', 'Right')
        says(radar, 'System design: 3, target 4')
        home.run('skill', 'set', 'Queues', 'blank', now=NOW)
        home.run('skill', 'set', 'Testing', 'blank', now=NOW)
        window.find(None, 'Too Few Scores for a Radar')
        for i in range(13):
            home.run('skill', 'add', f'Skill {i}', '3', now=NOW)
        window.find(None, 'Too Many Skills for a Radar')
        window.find(None, '15 skills have a score. A radar can be read with 12 at most.')
        go(program, window.find('push button', 'Show Bars'), 'Return')
        window.find(None, 'Scores as bars')
        program.close()


def test_five_hundred_skills_are_walked_through():
    with Home() as home:
        home.run('skill', 'add', 'First', '1', now=NOW)
        subprocess.check_call([SHOW, str(home.database), 'fill', '500'], env={**os.environ, 'WAYMARK_NOW': NOW})
        program, window = show(home, 'history')
        heat_map = window.find(None, HEAT_MAP)
        program.tab_to(heat_map)
        program.key('ctrl+Home', *['Page_Down'] * 5)
        wait(lambda: heat_map.description.startswith('Skill number'), 'a skill further down')
        program.settle()
        program.screenshot('skills-500')
        last = [s for s in home.json('skill', 'list', now=NOW)['skills']][-1]
        program.key('ctrl+End')
        says(heat_map, f'{last["title"]}, Now: {last["score"] or "blank"}')
        program.close()


def evidence(home):
    return home.json('skill', 'evidence', 'list', 'System design', now=NOW)['evidence']


def test_evidence_is_added_changed_and_removed_by_keyboard():
    with Home() as home:
        fill(home)
        program, window = show(home, 'evidence')
        go(program, window.find('push button', 'Add Evidence'), 'Return')
        program.focus('Add Evidence')
        # Without a title it is not taken.
        program.key('Return')
        program.keys_typed('Queue design')
        program.key('Tab')
        program.keys_typed('https://example.org/7')
        program.key('Return')
        program.no_window('Add Evidence')
        program.back_to('Skills')
        window.find(None, 'Queue design')
        window.find(None, 'Artifact, 10 Feb')
        window.find('push button', 'Open Queue design')
        wait(lambda: len(evidence(home)) == 1, 'the evidence')
        assert evidence(home)[0]['link'] == 'https://example.org/7', evidence(home)
        go(program, window.find('list item', 'Queue design'), 'Return')
        program.focus('Evidence')
        dialog = program.window('Evidence')
        program.pick(dialog, 'Kind', 'Mock interview', 2)
        program.pick(dialog, 'Rating', '4', 4)
        program.settle()
        program.screenshot('skills-evidence-mock')
        dialog.find('push button', 'Save').act()
        program.no_window('Evidence')
        program.back_to('Skills')
        window.find(None, 'Mock interview, 10 Feb, rated 4 of 5')
        assert evidence(home)[0]['rating'] == 4, evidence(home)
        go(program, window.find('list item', 'Queue design'), 'Return')
        program.focus('Evidence')
        go(program, program.window('Evidence').find('push button', 'Remove Evidence'), 'Return')
        program.no_window('Evidence')
        program.back_to('Skills')
        window.find(None, 'Nothing yet')
        assert evidence(home) == []
        home.run('undo', now=NOW)
        window.find(None, 'Queue design')
        program.close()


def test_the_program_keeps_what_was_chosen_and_takes_evidence_back():
    with Home() as home:
        home.make_plan()
        for day, score in {'2026-03-01': 2, '2026-08-01': 3}.items():
            home.run('skill', 'set', 'Fundamentals', score, '--date', day, now=f'{day}T08:00:00Z')
        os.environ['WAYMARK'] = WAYMARK
        try:
            program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
        finally:
            os.environ['WAYMARK'] = SHOW
        window = program.window('Waymark')
        program.resize('Waymark', WIDTH, HEIGHT)
        program.focus('Waymark')
        program.key('alt+4')
        # Evidence of the first skill, in its pane.
        program.tab_to(wait(lambda: [n for n in window.find(None, 'Skill matrix').walk() if n.role == 'list item'],
                            'the matrix')[1])
        program.key('alt+Return')
        go(program, window.find('push button', 'Add Evidence'), 'Return')
        program.focus('Add Evidence')
        program.keys_typed('Queue design')
        program.key('Return')
        program.no_window('Add Evidence')
        program.back_to('Waymark')
        window.find(None, 'Evidence added')
        window.find(None, 'Artifact, 10 Feb')
        program.key('ctrl+z')
        window.find(None, 'Nothing yet')
        program.key('Escape')
        press(program, window, 'History')
        heat_map = window.find(None, HEAT_MAP)
        says(heat_map, 'Fundamentals, Now: 3')
        go(program, window.find('push button', 'Earlier Quarter'), 'Return')
        program.key('Return', 'Return')
        says(heat_map, 'Fundamentals, Q2 2026: 2')
        program.key('alt+1', 'alt+4')
        says(heat_map, 'Fundamentals, Q2 2026: 2')
        home.run('skill', 'set', 'Kafka', '4', '--date', '2026-05-01', now=NOW)
        program.tab_to(heat_map)
        program.key('ctrl+End', 'Up')
        wait(lambda: heat_map.description == 'kafka, Q2 2026: 4', f'the score of Kafka, not {heat_map.description!r}')
        program.settle()
        program.screenshot('skills-history')
        program.close()


def test_an_artifact_of_the_roadmap_is_evidence():
    with Home() as home:
        home.make_plan()
        home.run('roadmap', 'artifact', 'add', 'Map', 'Design of the queue', '--kind', 'rfc')
        first = home.json('skill', 'list', now=NOW)['skills'][0]['title']
        program, window = show(home, 'evidence')
        go(program, window.find('push button', 'Add Evidence'), 'Return')
        program.focus('Add Evidence')
        dialog = program.window('Add Evidence')
        program.pick(dialog, 'Artifact', 'Design of the queue (Map)', 1)
        dialog.find('push button', 'Add').act()
        program.no_window('Add Evidence')
        program.back_to('Skills')
        window.find(None, 'Design of the queue')
        found = home.json('skill', 'evidence', 'list', first, now=NOW)['evidence']
        assert [e['title'] for e in found] == ['Design of the queue'], found
        program.close()


main(globals() if VARIANT == 'light' else {'test_pictures': test_pictures})
