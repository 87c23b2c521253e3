"""Every view with a plan in it: drawn without a complaint, and pictured. The variant (dark, narrow, ...)
is the session's; $WAYMARK_VARIANT names the pictures, $WAYMARK_WINDOW is the window's size."""
import os
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, _, named  # noqa: E402
from waymark import Home, main  # noqa: E402

VARIANT = os.environ.get('WAYMARK_VARIANT', 'light')
WIDTH, HEIGHT = map(int, os.environ.get('WAYMARK_WINDOW', '1000x700').split('x'))
NOW = '2027-01-18T10:00:00Z'
VIEWS = ['today', 'roadmap', 'schedule', 'skills', 'offers', 'library']
MODES = {
    'schedule': {_('_Month'): 'month', _('_Agenda'): 'agenda', _('_Week'): 'week'},
    'skills': {_('_Gaps'): 'gaps', _('_History'): 'history', _('_Matrix'): 'matrix'},
}
# Options of "skill set", one row each: met, stale, blank, said by others, asked for or not known.
SCORES = [
    ('Fundamentals', 2, '--date', '2026-09-01', '--target', 4, '--interviews', 40, '--ads', 60),
    ('Fundamentals', 3, '--date', '2027-01-11', '--gap-action', 'Read “Designing Data-Intensive Applications”'),
    ('Fundamentals', 2, '--by', 'Ana', '--date', '2027-01-12'),
    ('Production ops', 2, '--date', '2026-05-04', '--target', 5, '--gap-action', 'Be on call for one service'),
    ('Communication', 4, '--date', '2027-01-04', '--target', 4),
    ('kafka', 1, '--date', '2026-12-01', '--target', 3, '--interviews', 20, '--ads', 75),
]


def score(home):
    for title, *options in SCORES:
        home.run('skill', 'set', title, *options)
    home.run('skill', 'add', 'Rust', 'blank', '--group', 'Languages', '--target', 3)
    home.run('skill', 'evidence', 'add', 'Communication', '--kind', 'artifact', '--title', 'RFC of the queue', '--date',
             '2027-01-05')


def make_offers(home):
    """With pay that a third offer has not told, a blank, a range, a must-have that is missed, and a day that is over."""
    home.run('offer', 'new', _('Offers'), '--currency', 'EUR')
    for title, *how in (('Pay', '--weight', '30', '--measure', 'yearly'),
                        ('Growth', '--weight', '15..25', '--at-least', '3'), ('Team', '--weight', '20'),
                        ('Mission', '--weight', '10')):
        home.run('offer', 'criterion', 'add', title, *how)
    for company, base, day in (('Acme', '82000', '2027-01-23'), ('Globex', '94000', '2027-01-16'), ('Initech', None, None)):
        pay = ['--base', base, '--bonus', '6000', '--payout-low', '50', '--payout', '100', '--payout-high', '120',
               '--grant', '40000:48:12', '--no-sign-on', '--pension-percent', '4', '--allowance', '0', '--commute-cost',
               '900', '--commute-hours', '120'] if base else []
        home.run('offer', 'add', company, '--role', 'Backend Engineer', '--state', 'offered', *pay,
                 *(['--deadline', day] if day else []))
    for company, scores in (('Acme', (4, '3..5', 4)), ('Globex', (5, 3, 2)), ('Initech', (2, 'blank', 5))):
        for title, score in zip(('Growth', 'Team', 'Mission'), scores):
            home.run('offer', 'score', company, title, score)


def test_views():
    with Home() as home:
        home.make_plan()
        score(home)
        make_offers(home)
        program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
        window = program.window('Waymark')
        program.resize('Waymark', WIDTH, HEIGHT)
        program.focus('Waymark')
        for number, view in enumerate(VIEWS, 1):
            program.key(f'alt+{number}')
            program.settle()
            program.screenshot(f'{VARIANT}-{view}')
            named(window)
            for mode in MODES.get(view, []):
                window.find('push button', mode.replace('_', '')).act()
                program.settle()
                named(window)
                program.screenshot(f'{VARIANT}-{view}-{MODES[view][mode]}')
        program.key('alt+2', 'F9')
        pane = window.find(None, _('Phase'))
        program.settle()
        program.screenshot(f'{VARIANT}-phase')
        named(window)
        assert pane.all(None, 'Map') and pane.size[0] <= WIDTH, pane.box
        program.key('Escape')
        window.gone(None, _('Phase'))
        program.key('alt+4', 'F9')
        pane = window.find(None, _('Skill'))
        program.settle()
        program.screenshot(f'{VARIANT}-skill')
        named(window)
        assert pane.all(None, 'Fundamentals') and pane.size[0] <= WIDTH, pane.box
        program.key('Escape')
        window.gone(None, _('Skill'))
        program.close()


def test_assistant():
    with Home() as home:
        program = Program(['--database', str(home.database)])
        title = _('Make a Plan')
        assistant = program.window(title)
        program.resize(title, min(WIDTH, 560), min(HEIGHT, 640))
        for number, step in enumerate(('guide', 'hours', 'calendar'), 1):
            assistant.find('label', _('Step %d of %d') % (number, 3))
            program.settle()
            program.screenshot(f'{VARIANT}-assistant-{step}')
            named(assistant)
            if step != 'calendar':
                assistant.find('push button', _('_Next').replace('_', '')).act()
        program.close()


main(globals())
