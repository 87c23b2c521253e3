"""The dialogs of scorecards: what is typed is read, shown back and stored in one action; what is wrong is said and loses
nothing; what is tried changes nothing; what is private does not leave."""
import locale
import os
import pathlib
import re
import sqlite3
import stat
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, _, named, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

WINDOW = os.environ['WAYMARK']
os.environ['WAYMARK'] = os.environ['WAYMARK_TEST_HOST']
VARIANT = os.environ.get('WAYMARK_VARIANT', 'light')
NOW = '2027-01-18T10:00:00Z'
locale.setlocale(locale.LC_ALL, '')
CARD, GLOBEX, INITECH, HOOLI = 1, 1, 2, 3


def number(value, decimals=0):
    """As it is read here."""
    conv = locale.localeconv()
    point = conv['decimal_point']
    group = conv['thousands_sep'] or (',' if point == '.' else '\u202f')
    return f'{value:,.{decimals}f}'.replace(',', '\0').replace('.', point).replace('\0', group)


class Case:
    """A database with a scorecard, and one dialog of it."""

    def __init__(self, sample=True):
        self.home = Home()
        self.database = self.home.database
        if sample:
            subprocess.run([os.environ['WAYMARK'], str(self.database), 'sample'], check=True)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.home.__exit__(*args)

    def open(self, title, *what):
        self.program = Program([str(self.database), *map(str, what)], {'WAYMARK_NOW': NOW})
        window = self.program.window(_(title))
        self.program.focus(_(title))
        self.program.settle()  # a window that has just come up takes no answer yet
        return window

    def rows(self, sql, *values):
        db = sqlite3.connect(f'file:{self.database}?mode=ro', uri=True)
        try:
            return db.execute(sql, values).fetchall()
        finally:
            db.close()

    def actions(self):
        return self.rows('SELECT count(*) FROM undo_action')[0][0]

    def outcome(self, text):
        self.program.window('Offers').find('label', text)

    def close(self):
        self.program.close()


def entry(window, start):
    """The text of the entry row whose title starts with @start."""
    return window.find('text', re.compile('^' + re.escape(start)))


def fill(window, start, text):
    entry(window, start).type(text)


def plain(name):
    """The name of a button, without its mnemonic."""
    return _(name).replace('_', '')


def press(window, name):
    window.find('push button', name).act()


def test_an_offer_is_added_with_the_keyboard_alone():
    with Case() as case:
        window = case.open('Add Offer', 'offer', CARD)
        keys, program = case.program.keys_typed, case.program
        before = case.actions()
        keys('Umbrella')
        program.key('Tab')
        keys('Lead')
        program.key('Tab')
        keys('Raccoon City')
        program.key('Tab', 'Tab', 'Tab')  # the currency and the state stay
        keys('2027-02-01')
        program.key('Tab')
        keys(number(85000.5, 2))
        entry(window, _('%s: %s') % (_('Base'), _('%s %s') % (number(85000.5, 1), 'EUR')))
        program.key('Tab')
        # It is shown back in groups, and what it comes to is below.
        wait(lambda: entry(window, _('Base')).text == number(85000.5, 1), 'the groups')
        money = _('%s %s') % (number(85000), 'EUR')
        assert number(85000.5) in (number(85000), number(85001))
        window.find('label', _('Year 1: %s, guaranteed %s') % (money, money))
        listing = _(', ').join(_(word) for word in ('bonus', 'sign-on money', 'equity', 'pension', 'allowance', 'commute'))
        window.find('label', _('Not known: %s') % listing)
        program.key('Return')
        program.no_window(_('Add Offer'))
        case.outcome(_('Offer of %s added') % 'Umbrella')
        assert case.actions() == before + 1
        assert case.rows('SELECT company, role, place, currency, state, base, bonus_amount, allowance, raise_percent '
                         'FROM offer ORDER BY id')[-1] == (
            'Umbrella', 'Lead', 'Raccoon City', 'EUR', 'applied', 85000.5, None, None, 0)
        case.close()


def test_what_is_wrong_is_marked_and_said_and_nothing_is_lost():
    with Case() as case:
        window = case.open('Add Offer', 'offer', CARD)
        before = case.actions()
        press(window, plain('_Add'))
        window.find(None, _('An offer needs the name of a company.'))
        case.program.keys_typed('Umbrella')  # the keyboard is in what is wrong
        wait(lambda: entry(window, _('Company')).text == 'Umbrella', 'the name')
        fill(window, _('Base'), '85x')
        wrong = _('“%s” is not a number. Write it as %s.') % ('85x', number(85000.5, 1))
        entry(window, _('%s: %s') % (_('Base'), wrong))
        case.program.settle()
        case.program.screenshot(f'{VARIANT}-offer-wrong')
        press(window, plain('_Add'))
        window.find('alert', wrong)
        case.program.key('ctrl+a')
        case.program.keys_typed('90000')
        wait(lambda: entry(window, _('Base')).text == '90000', 'the keyboard in the wrong row')
        fill(window, _('Currency'), 'EURO')
        press(window, plain('_Add'))
        window.find(None, _('A currency is a code of three letters, as EUR or USD, not “%s”.') % 'EURO')
        assert case.actions() == before
        fill(window, _('Currency'), 'usd')
        fill(window, _('Answer by'), 'soon')
        press(window, plain('_Add'))
        wait(lambda: window.all('alert', re.compile('soon')), 'what is wrong with the day')
        fill(window, _('Answer by'), '+2w')
        press(window, plain('_Add'))
        case.program.no_window(_('Add Offer'))
        assert case.rows('SELECT company, base, currency FROM offer ORDER BY id')[-1] == ('Umbrella', 90000, 'USD')
        case.close()


def test_lists_of_money_grow_and_what_is_inside_them_is_checked():
    with Case() as case:
        window = case.open('Offer', 'offer', CARD, INITECH)
        program = case.program
        switches = {n.name: n for n in window.walk() if n.role in ('switch', 'check box', 'toggle button') and n.name}
        for name in (_('No Sign-on Money'), _('No Equity')):
            found = [n for label, n in switches.items() if name in label]
            assert found, switches
            found[0].act('toggle' if 'toggle' in found[0].actions() else 'click')
        add = window.find('list item', _('Add Sign-on Money'))
        program.tab_to(add)
        program.key('space')
        program.keys_typed('20000')  # the keyboard is in the amount
        window.find(None, _('Year %d: %s') % (1, _('%s %s') % (number(20000), 'EUR')))
        add = window.find('list item', _('Add Grant'))
        program.tab_to(add)
        program.key('space')
        program.keys_typed('Units')
        fill(window, _('Likely value of the whole grant'), '40000')
        fill(window, _('Discount on that value'), '0')
        combo = window.find('combo box', re.compile(re.escape(_('Vests'))))
        program.tab_to(combo)
        program.key('space')
        program.settle()
        program.key('End', 'Return')
        table = entry(window, _('Month and percent, as “12:25 18:12.5”'))
        table.type('12:25 nonsense')
        press(window, plain('_Save'))
        wait(lambda: window.all('alert', re.compile('nonsense')), 'what is wrong with the table')
        program.settle()
        program.screenshot(f'{VARIANT}-offer-grant')
        named(window)
        table.type('12:25 24:75')
        window.find('label', _('Year 1: %s, guaranteed %s') % (
            _('%s %s') % (number(128000), 'EUR'), _('%s %s') % (number(118000), 'EUR')))
        before = case.actions()
        press(window, plain('_Save'))
        program.no_window(_('Offer'))
        assert case.actions() == before + 1
        assert case.rows('SELECT year, amount, clawback_months FROM offer_sign_on WHERE offer_id = ?', INITECH) == [
            (1, 20000, 12)]
        assert case.rows('SELECT title, middle, discount_percent, vest_table FROM offer_grant WHERE offer_id = ?',
                         INITECH) == [('Units', 40000, 0, '12:25 24:75')]
        assert case.rows('SELECT no_sign_on, no_equity FROM offer WHERE id = ?', INITECH) == [(0, 0)]
        case.close()


def test_saving_what_was_not_touched_changes_nothing():
    with Case() as case:
        before, actions = case.home.dump(), case.actions()
        for title, what, button in (('Offer', ('offer', CARD, GLOBEX), plain('_Save')), ('Scorecard', ('scorecard', CARD), plain('_Save')),
                                    *[('Criterion', ('criterion', CARD, c), plain('_Save')) for c in (1, 3, 10)]):
            window = case.open(title, *what)
            press(window, button)
            case.program.no_window(_(title))
            case.close()
            assert case.rows('SELECT * FROM criterion') == [tuple(row) for row in before['criterion']], what
        after = case.home.dump()
        for table in ('scorecard', 'criterion', 'offer', 'exchange_rate', 'offer_score'):
            assert after[table] == before[table], table
        for table in ('offer_sign_on', 'offer_grant'):
            assert [row[1:] for row in after[table]] == [row[1:] for row in before[table]], table
        assert case.actions() - actions <= 1, case.actions()  # the lists of an offer are written whole


def test_pay_is_hidden_while_scoring_is_blind():
    with Case() as case:
        window = case.open('Scorecard', 'scorecard', CARD)
        blind = [n for n in window.walk() if _('Score Blind') in n.name and 'toggle' in n.actions()]
        case.program.tab_to(window.find('spin button', re.compile(re.escape(_('Years that are compared')))))
        for _attempt in range(8):
            case.program.key('Tab')
            if any(_('Score Blind') in n.name for n in window.focused()):
                break
        case.program.key('space')
        press(window, plain('_Save'))
        case.program.no_window(_('Scorecard'))
        case.close()
        assert case.rows('SELECT blind FROM scorecard') == [(1,)], blind
        window = case.open('Offer', 'offer', CARD, GLOBEX)
        window.find(None, _('Pay Is Hidden'))
        assert not window.all('text', re.compile('^' + re.escape(_('Base'))))
        assert not window.all('label', re.compile(number(85000)))
        case.program.settle()
        case.program.screenshot(f'{VARIANT}-offer-hidden')
        # What is not shown stays as it is.
        fill(window, _('Role'), 'Principal')
        press(window, plain('_Save'))
        case.program.no_window(_('Offer'))
        case.close()
        assert case.rows('SELECT role, base FROM offer WHERE id = ?', GLOBEX) == [('Principal', 85000)]
        # An offer that has no figures yet hides none.
        window = case.open('Offer', 'offer', CARD, HOOLI)
        entry(window, _('Base'))
        assert not window.all(None, _('Pay Is Hidden'))
        case.close()
        window = case.open('Offer', 'offer', CARD, GLOBEX)
        press(window, plain('Show _Anyway'))
        entry(window, _('Base'))
        case.outcome(_('Scoring is not blind any more'))
        assert case.rows('SELECT blind FROM scorecard') == [(0,)]
        case.close()


def test_a_scorecard_starts_from_a_template():
    with Case(sample=False) as case:
        window = case.open('Add Scorecard', 'scorecard')
        press(window, plain('_Add'))
        window.find(None, _('A scorecard needs a title.'))
        case.program.keys_typed('Autumn')
        fill(window, _('Currency all is compared in'), 'chf')
        case.program.key('Return')
        case.program.no_window(_('Add Scorecard'))
        assert case.rows('SELECT title, currency FROM scorecard') == [('Autumn', 'CHF')]
        assert len(case.rows('SELECT * FROM criterion')) > 5 and case.actions() == 1
        case.close()
        window = case.open('Add Scorecard', 'scorecard')
        case.program.keys_typed('Winter')
        case.program.tab_to(wait(lambda: window.all('radio button') or window.all('check box'), 'the choices')[0])
        case.program.key(*['Down'] * 4, 'space')  # the last one: nothing
        case.program.settle()
        press(window, plain('_Add'))
        case.program.no_window(_('Add Scorecard'))
        last = case.rows('SELECT max(id) FROM scorecard')[0][0]
        assert case.rows('SELECT * FROM criterion WHERE scorecard_id = ?', last) == [] and last == 2
        case.close()


def test_rates_and_settings_are_one_action():
    with Case() as case:
        window = case.open('Scorecard', 'scorecard', CARD)
        program = case.program
        before = case.actions()
        fill(window, _('Discount rate'), '4')
        program.tab_to(window.find('list item', _('Add Exchange Rate')))
        program.key('space')
        # The currency of an offer that has none is there already.
        wait(lambda: [n for n in window.all('text') if n.text == 'USD'], 'the currency')
        fill(window, _('Rate'), number(0.92, 2))
        fill(window, _('Of the day'), '2027-03-03')
        title = _('1 %s = %s %s on %s') % ('USD', number(0.92, 2), 'EUR', '3 March 2027')
        if VARIANT == 'light':
            window.find(None, title)
        program.settle()
        program.screenshot(f'{VARIANT}-scorecard-rate')
        named(window)
        press(window, plain('_Save'))
        program.no_window(_('Scorecard'))
        assert case.actions() == before + 1
        assert case.rows('SELECT currency, rate FROM exchange_rate') == [('USD', 0.92)]
        assert case.rows('SELECT discount_percent FROM scorecard') == [(4,)]
        case.close()
        window = case.open('Scorecard', 'scorecard', CARD)
        if VARIANT == 'light':
            press(window, _('Remove %s') % title)
        else:
            press(window, re.compile('USD'))
        fill(window, _('Discount rate'), '')
        press(window, plain('_Save'))
        case.program.no_window(_('Scorecard'))
        assert case.rows('SELECT * FROM exchange_rate') == []
        assert case.rows('SELECT discount_percent FROM scorecard') == [(None,)]
        case.close()


def test_a_measured_criterion_says_its_ends():
    with Case() as case:
        window = case.open('Add Criterion', 'criterion', CARD)
        program = case.program
        program.keys_typed('Noise')
        combo = window.find('combo box', re.compile(re.escape(_('Values'))))
        program.tab_to(combo)
        program.key('space')
        program.settle()
        program.key('Home', 'Down', 'Return')
        unit = entry(window, _('Unit, as “minutes”'))
        press(window, plain('_Add'))
        window.find(None, _('A measured value needs its unit, as “minutes”.'))
        unit.type('decibels')
        press(window, plain('_Add'))
        window.find(None, _('The best value needs a worst one to be compared with.'))
        fill(window, _('Worst value'), '70')
        fill(window, _('Best value'), '70')
        press(window, plain('_Add'))
        window.find(None, _('The best value has to be another one than the worst.'))
        fill(window, _('Best value'), number(30.5, 1))
        fill(window, _('Weight'), '5')
        named(window)
        press(window, plain('_Add'))
        program.no_window(_('Add Criterion'))
        assert case.rows('SELECT title, unit, scale_low, scale_high, less_is_better, weight, weight_low, must_at_most '
                         'FROM criterion ORDER BY id')[-1] == ('Noise', 'decibels', 30.5, 70, 1, 5, None, None)
        case.close()


def test_swings_become_weights():
    with Case() as case:
        window = case.open('Weights by Swing', 'swing', CARD)
        program = case.program
        titles = [row[0] for row in case.rows('SELECT title FROM criterion')]
        before = case.actions()
        for title in titles:
            window.find('spin button', title).set_value(0)
        press(window, plain('_Apply'))
        window.find(None, _('One criterion at least has to matter: give it 100.'))
        assert case.actions() == before
        for title, points in (('Growth', 100), ('Team', 50), ('Pay', 50)):
            window.find('spin button', title).set_value(points)
        window.find('label', _('%s %%') % '50')
        window.gone(None, _('One criterion at least has to matter: give it 100.'))
        named(window)
        press(window, plain('_Apply'))
        program.no_window(_('Weights by Swing'))
        case.outcome(_('Weights set'))
        assert case.actions() == before + 1
        weights = dict(case.rows('SELECT title, weight FROM criterion'))
        assert weights['Growth'] == 50 and weights['Team'] == 25 and weights['Pay'] == 25 and sum(weights.values()) == 100
        case.close()


def test_trying_figures_stores_nothing():
    with Case() as case:
        before = case.home.dump()
        window = case.open('What Must Change', 'needs', CARD, GLOBEX)
        need = wait(lambda: window.all('label', re.compile('^' + re.escape(_('Base')) + '.*' + re.escape(number(85000)))),
                    'what the base has to be')[0].text
        needed = re.findall(r'[\d.,\u202f٬]+', need.split(':')[1])[0].strip('., ')
        leads = lambda: [n.text for n in window.all('label', _('Leads'))]
        assert len(leads()) == 1
        totals = lambda: [n.text for n in window.all('label', re.compile(r'^[\d.,–  ]+$'))]
        were = totals()
        entry(window, _('Base')).type(needed)
        wait(lambda: totals() != were, 'other totals')
        case.program.settle()
        case.program.screenshot(f'{VARIANT}-needs-tried')
        named(window)
        case.program.key('Escape')
        case.program.no_window(_('What Must Change'))
        case.close()
        assert case.home.dump() == before


def test_a_decision_needs_a_reason_and_can_be_changed_and_withdrawn():
    with Case() as case:
        window = case.open('Decision', 'decision', CARD)
        program = case.program
        before = case.actions()
        press(window, plain('_Decide'))
        window.find(None, _('Choose an offer, or none of them.'))
        program.tab_to(choices(window)[0])
        program.key('Down', 'space')  # the second one
        press(window, plain('_Decide'))
        window.find(None, _('A decision needs its reason: without it nobody can learn from it later.'))
        program.settle()
        program.screenshot(f'{VARIANT}-decision-wrong')
        program.keys_typed('More growth')  # the keyboard is in the reason
        named(window)
        press(window, plain('_Decide'))
        program.no_window(_('Decision'))
        case.outcome(_('Decision written down'))
        assert case.actions() == before + 1
        chosen, reason = case.rows('SELECT offer_id, reason FROM decision')[0]
        assert reason == 'More growth' and chosen == INITECH, (chosen, reason)
        days = [row[0] for row in case.rows('SELECT due_date FROM look_back ORDER BY 1')]
        assert [d - case.rows('SELECT decided_date FROM decision')[0][0] for d in days] == [90, 180]
        assert case.rows('SELECT state FROM offer ORDER BY id') == [('declined',), ('accepted',), ('interviewing',)]
        case.close()
        window = case.open('Decision', 'decision', CARD)
        wait(lambda: [n for n in window.all('text') if n.text == 'More growth'], 'the reason')[0].type('The team')
        press(window, plain('_Change'))
        program = case.program
        program.no_window(_('Decision'))
        assert case.rows('SELECT reason FROM decision') == [('The team',)]
        assert [row[0] for row in case.rows('SELECT due_date FROM look_back ORDER BY 1')] == days
        case.close()
        window = case.open('Decision', 'decision', CARD)
        press(window, plain('_Withdraw Decision'))
        case.program.no_window(_('Decision'))
        case.outcome(_('Decision withdrawn'))
        assert case.rows('SELECT * FROM decision') == [] and case.rows('SELECT * FROM look_back') == []
        case.close()


def choices(window):
    return wait(lambda: window.all('radio button') or window.all('check box'), 'the choices')


def text_of(pdf):
    return subprocess.run(['pdftotext', '-layout', str(pdf), '-'], check=True, capture_output=True).stdout.decode()


def shown(window):
    return window.find('text', _('Contents')).text


def test_only_what_was_chosen_leaves():
    with Case() as case:
        for steps, end in ((0, 'pdf'), (1, 'html'), (2, 'md'), (3, 'csv')):
            window = case.open('Export Scorecard', 'report', CARD)
            program = case.program
            if steps:
                program.tab_to(window.find('combo box', re.compile(re.escape(_('Format')))))
                program.key('space')
                program.settle()
                program.key('Home', *['Down'] * steps, 'Return')
            path = case.home.folder / f'private.{end}'
            assert 'Globex' not in shown(window) and number(85000) not in shown(window)
            press(window, plain('_Save…'))
            program.save(_('Save Scorecard'), path, plain('_Export'))
            program.no_window(_('Export Scorecard'))
            case.outcome(_('Scorecard exported to “%s”') % path.name)
            case.close()
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
            said = text_of(path) if end == 'pdf' else path.read_text()
            for word in ('Globex', 'Initech', '85000', number(85000), 'Berlin', 'Staff Engineer', 'in the field'):
                assert word not in said, (end, word)
            assert _('Offer %s') % 'A' in said, end
        window = case.open('Export Scorecard', 'report', CARD)
        program = case.program
        for name in (_('Company Names'), _('Pay'), _('Notes and Reason')):
            for _attempt in range(8):
                program.key('Tab')
                if any(name in n.name for n in window.focused()):
                    break
            program.key('space')
        wait(lambda: 'Globex' in shown(window), 'the names')
        program.settle()
        program.screenshot(f'{VARIANT}-report-all')
        named(window)
        path = case.home.folder / 'all.pdf'
        press(window, plain('_Save…'))
        program.save(_('Save Scorecard'), path, plain('_Export'))
        program.no_window(_('Export Scorecard'))
        case.close()
        said = text_of(path)
        for word in ('Globex', 'Initech', 'Berlin', 'Staff Engineer', 'Growth'):
            assert word in said, word


def test_in_the_window_a_scorecard_comes_to_a_decision():
    with Case(sample=False) as case:
        case.home.make_plan()
        before = case.actions()
        os.environ['WAYMARK'] = WINDOW
        try:
            case.program = program = Program(['--database', str(case.database)], {'WAYMARK_NOW': NOW})
        finally:
            os.environ['WAYMARK'] = os.environ['WAYMARK_TEST_HOST']
        window = program.window('Waymark')
        program.resize('Waymark', 1000, 700)
        program.focus('Waymark')
        program.key('alt+5')

        def dialog(button, title):
            program.back_to('Waymark')
            press(window, plain(button))
            found = program.window(_(title))
            program.focus(_(title))
            program.settle()
            return found

        press(window, plain('_New Scorecard'))
        program.focus(_('Add Scorecard'))
        program.settle()
        program.keys_typed('Spring')
        program.key('Return')
        program.no_window(_('Add Scorecard'))
        window.find(None, _('Scorecard added'))
        for company, base in (('Globex', '85000'), ('Initech', '98000')):
            offer = dialog('Add _Offer', 'Add Offer')
            program.keys_typed(company)
            fill(offer, _('Base'), base)
            press(offer, plain('_Add'))
            program.no_window(_('Add Offer'))
            window.find(None, _('Offer of %s added') % company)
        dialog('Add _Criterion', 'Add Criterion')
        program.keys_typed('Noise')
        program.key('Return')
        program.no_window(_('Add Criterion'))
        window.find(None, _('Criterion added'))
        decision = dialog('_Decide…', 'Decision')
        program.tab_to(choices(decision)[2])  # none of them
        program.key('space')
        decision.find('text', _('Reason')).type('Both are far away')
        press(decision, plain('_Decide'))
        program.no_window(_('Decision'))
        window.find(None, _('Decision written down'))
        assert case.rows('SELECT offer_id, reason FROM decision') == [(None, 'Both are far away')]
        program.back_to('Waymark')
        actions = case.actions()
        program.key('ctrl+z')
        wait(lambda: case.rows('SELECT * FROM decision') == [], 'the decision to be taken back')
        program.settle()
        program.screenshot(f'{VARIANT}-offers-after-dialogs')
        assert actions == before + 5, actions
        case.close()


# Other languages: what is written otherwise in them, numbers and days.
NUMBERS = ['test_an_offer_is_added_with_the_keyboard_alone', 'test_lists_of_money_grow_and_what_is_inside_them_is_checked',
           'test_a_measured_criterion_says_its_ends']
main(globals() if VARIANT == 'light' else {name: globals()[name] for name in NUMBERS})
