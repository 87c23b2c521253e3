"""The dialogs of scorecards drawn without a complaint, with a name for every control, and pictured. Variants as in
test-views.py."""
import os
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, _, named, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

os.environ['WAYMARK'] = os.environ['WAYMARK_OFFER_DIALOG']
VARIANT = os.environ.get('WAYMARK_VARIANT', 'light')
WIDTH, HEIGHT = map(int, os.environ.get('WAYMARK_WINDOW', '1000x700').split('x'))
NOW = '2027-01-18T10:00:00Z'
CARD, GLOBEX, COMMUTE = 1, 1, 10


def picture(title, name, *what, keys=(), act=None):
    with Home() as home:
        subprocess.run([os.environ['WAYMARK'], str(home.database), 'sample'], check=True)
        program = Program([str(home.database), *map(str, what)], {'WAYMARK_NOW': NOW})
        window = program.window(title)
        program.resize(title, min(WIDTH, 620), min(HEIGHT, 760))
        program.focus(title)
        program.settle()
        if act:
            act(program, window)
        program.key(*keys) if keys else None
        program.settle()
        program.screenshot(f'{VARIANT}-offer-dialog-{name}')
        named(window)
        program.close()


def to_pay(program, window):
    """To the money, with the keyboard."""
    program.tab_to(window.find('push button', _('Unit of the bonus')))


def to_grants(program, window):
    program.tab_to(window.find('list item', _('Add Grant')))
    program.key('shift+Tab', 'shift+Tab', 'space')


def to_look_backs(program, window):
    program.tab_to(window.find('list item', _('Add a Day')))


def to_totals(program, window):
    for _attempt in range(14):
        program.key('Tab')


def test_a_new_scorecard():
    picture(_('Add Scorecard'), 'new-scorecard', 'scorecard')


def test_the_settings_of_a_scorecard():
    picture(_('Scorecard'), 'scorecard', 'scorecard', CARD)


def test_an_offer():
    picture(_('Offer'), 'offer', 'offer', CARD, GLOBEX)


def test_the_pay_of_an_offer():
    picture(_('Offer'), 'pay', 'offer', CARD, GLOBEX, act=to_pay)


def test_the_grants_of_an_offer():
    picture(_('Offer'), 'grants', 'offer', CARD, GLOBEX, act=to_grants)


def test_a_criterion():
    picture(_('Criterion'), 'criterion', 'criterion', CARD, COMMUTE)


def test_swings():
    picture(_('Weights by Swing'), 'swing', 'swing', CARD)


def test_what_must_change():
    picture(_('What Must Change'), 'needs', 'needs', CARD, GLOBEX)


def test_figures_that_are_tried():
    picture(_('What Must Change'), 'figures', 'needs', CARD, GLOBEX, act=to_totals)


def test_a_decision():
    picture(_('Decision'), 'decision', 'decision', CARD)


def test_days_to_look_back():
    picture(_('Decision'), 'look-backs', 'decision', CARD, act=to_look_backs)


def test_an_export():
    picture(_('Export Scorecard'), 'report', 'report', CARD)


main(globals())
