"""Offers on the command line, from an empty database to a decision, each a step that can be undone."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from waymark import Home, main  # noqa: E402

KNOWN = ('--bonus', '0', '--pension', '0', '--allowance', '0', '--commute-cost', '0', '--commute-hours', '0',
         '--no-sign-on', '--no-equity', '--state', 'offered')


def rows_of(dump):
    """Without the history itself."""
    return {name: rows for name, rows in dump.items() if not name.startswith('undo_')}


def make_card(home):
    """Growth 30, Pay 20; Acme 5 and 50,000, Globex 3 and 60,000."""
    home.run('offer', 'new', 'Winter', '--currency', 'eur')
    home.run('offer', 'criterion', 'add', 'Growth', '--weight', '30')
    home.run('offer', 'criterion', 'add', 'Pay', '--weight', '20', '--measure', 'yearly')
    home.run('offer', 'add', 'Acme', '--base', '50000', *KNOWN)
    home.run('offer', 'add', 'Globex', '--base', '60000', *KNOWN)
    home.run('offer', 'score', 'Acme', 'Growth', '5')
    home.run('offer', 'score', 'Globex', 'growth', '3')


def test_without_a_card_it_is_said_how_to_make_one():
    with Home() as home:
        for words in (('add', 'Acme'), ('list',), ('compare',), ('lock',), ('criterion', 'list')):
            home.run('offer', *words, code=1)
            assert 'waymark-cli offer new' in home.stderr, home.stderr
        assert 'offer new' in home.run('offer', 'cards')
        assert home.json('offer', 'cards') == {'cards': []}
        home.run('offer', 'new', 'Winter', code=2)
        assert '--currency' in home.stderr
        home.run('offer', 'new', 'Winter', '--currency', 'EURO', code=1)
        assert 'EURO' in home.stderr


def test_templates_and_earlier_cards():
    with Home() as home:
        first = home.json('offer', 'new', 'One', '--currency', 'EUR', '--template', 'engineering-job')['card']
        criteria = home.json('offer', 'criterion', 'list')['criteria']
        assert sum(c['weight'] for c in criteria) == 100, criteria
        home.run('offer', 'new', 'Two', '--currency', 'EUR', '--like', first)
        second = home.json('offer', 'criterion', 'list')
        assert second['card'] != first
        assert [c['title'] for c in second['criteria']] == [c['title'] for c in criteria]
        home.run('offer', 'new', 'Three', '--currency', 'EUR', '--template', 'none', code=1)
        home.run('offer', 'new', 'Three', '--currency', 'EUR', '--template', 'first-job', '--like', first, code=2)
        assert [c['title'] for c in home.json('offer', 'cards')['cards']] == ['Two', 'One']


def test_from_nothing_to_a_decision_and_back():
    with Home() as home:
        home.run('offer', 'cards')
        before = home.dump()
        make_card(home)
        compared = home.json('offer', 'compare')
        acme = compared['offers'][0]
        home.run('offer', 'score', 'Globex', 'Growth', '1..3')
        home.run('offer', 'weight', 'Pay', '10..30')
        home.run('offer', 'lock')
        home.run('offer', 'weight', 'Growth', '40')
        decided = home.json('offer', 'decide', 'Acme', '--reason', 'More to learn', '--expect', 'A project',
                            '--decline')
        assert decided['offer'] == acme['id'] and decided['decided'] == '2026-11-23', decided
        assert [d['due'] for d in decided['look_backs']] == ['2027-02-21', '2027-05-22']
        states = [o['state'] for o in home.json('offer', 'list')['offers']]
        assert states == ['accepted', 'declined'], states
        # What was compared stays readable.
        assert [o['counts'] for o in home.json('offer', 'compare')['offers']] == [True, True]
        home.run('offer', 'look-back', decided['look_backs'][0]['id'], '--note', 'As hoped', '--date', '2027-02-22')
        home.run('offer', 'undecide')
        for _step in range(14):
            home.run('undo')
        home.run('undo', code=1)
        assert rows_of(home.dump()) == rows_of(before)


def test_compare_says_who_leads_and_how_sure():
    with Home() as home:
        make_card(home)
        compared = home.json('offer', 'compare')
        acme, globex = compared['offers']
        # Growth has 0.6, Pay 0.4 on what the offers span: Acme 0.6, Globex 0.6 / 2 + 0.4
        assert abs(acme['total'] - 0.6) < 1e-6 and abs(globex['total'] - 0.7) < 1e-6, compared
        assert compared['winner'] == globex['id'] and compared['verdict'] == 'Globex leads by 10 points of 100.'
        assert compared['flip']['winner'] == acme['id'] and 'Acme' in compared['flip_text']
        assert acme['acceptability'] == [0, 1] and acme['standard_error'] == [0, 0], acme
        assert acme['pay']['complete'] and acme['pay']['years'][3]['known'] == 50000
        assert compared['criteria'][1]['scale'] == [50000, 60000]
        text = home.run('offer', 'compare')
        assert 'Globex leads by 10 points of 100.' in text and '100.0 ± 0.0 %' in text, text
        home.run('offer', 'weight', 'Growth', '10..40')
        text = home.run('offer', 'compare')
        assert 'plausible weightings' in text and '± 0.' in text, text
        home.run('offer', 'criterion', 'set', 'Growth', '--at-least', '4')
        text = home.run('offer', 'compare')
        assert 'vetoed' in text and 'misses' in text, text
        home.run('offer', 'criterion', 'remove', 'Growth')
        home.run('offer', 'criterion', 'remove', 'Pay')
        assert 'no criteria yet' in home.run('offer', 'compare')
        assert home.json('offer', 'compare')['verdict'] == 'There are no criteria yet to compare the offers by.'


def test_currencies_need_a_rate():
    with Home() as home:
        make_card(home)
        home.run('offer', 'set', 'Globex', '--currency', 'USD')
        assert 'no exchange rate for USD' in home.run('offer', 'compare')
        assert home.json('offer', 'compare')['offers'][1]['pay'] is None
        home.run('offer', 'rate', 'usd', '0.9', '--date', '2026-11-20')
        assert home.json('offer', 'compare')['offers'][1]['scores'] == [3, 54000]
        home.run('offer', 'rate', 'EUR', '1', code=1)
        home.run('offer', 'rate', 'USD', '0')
        assert home.json('offer', 'compare')['offers'][1]['pay'] is None


def test_an_offer_is_changed_and_parts_become_blank():
    with Home() as home:
        make_card(home)
        home.run('offer', 'set', 'Acme', '--sign-on', '1:5000:12', '--sign-on', '2:2000', '--grant', '40000:48:12:3',
                 '--deadline', '+5d', '--role', 'Engineer', '--bonus', 'blank', '--bonus-percent', '10', '--company',
                 'Acme AG')
        acme = home.json('offer', 'list')['offers'][0]
        assert acme['company'] == 'Acme AG' and acme['deadline'] == '2026-11-28', acme
        assert acme['sign_on'] == [
            {'year': 1, 'amount': 5000, 'clawback_months': 12, 'prorated': False},
            {'year': 2, 'amount': 2000, 'clawback_months': 0, 'prorated': False}], acme
        assert acme['grants'][0]['every_months'] == 3 and acme['grants'][0]['middle'] == 40000
        assert acme['bonus'] is None and acme['bonus_percent'] == 10 and not acme['no_equity']
        # The payout of the bonus is not known: no total.
        compared = home.json('offer', 'compare')['offers'][0]
        assert not compared['pay']['complete'] and compared['scores'][1] is None, compared
        assert 'to be answered by 2026-11-28' in home.run('offer', 'list')
        home.run('offer', 'set', 'acme ag', '--deadline', 'blank', '--no-equity')
        acme = home.json('offer', 'list')['offers'][0]
        assert acme['deadline'] is None and acme['grants'] == [] and acme['no_equity'], acme


def test_a_grant_has_details():
    with Home() as home:
        make_card(home)
        home.run('offer', 'set', 'Acme', '--sign-on', '1:5000:12,prorated', '--grant', '60000,title=New hire,years=5 15 40 40',
                 '--grant', '9000,kind=options,low=0,high=90000,discount=50,start=6,months=12:50 24:50',
                 '--grant', '100,kind=phantom', '--grant', '100,discount=blank')
        acme = home.json('offer', 'list')['offers'][0]
        assert acme['sign_on'][0]['prorated'], acme
        hire, options, phantom, unknown = acme['grants']
        assert (hire['title'], hire['year_percents'], hire['discount_percent']) == ('New hire', '5 15 40 40', 0), hire
        assert [options[k] for k in ('kind', 'low', 'middle', 'high', 'discount_percent', 'start_month', 'vest_table')] == [
            'options', 0, 9000, 90000, 50, 6, '12:50 24:50'], options
        # What it is worth today is not said: it is not known, and never 0.
        assert phantom['discount_percent'] is None and unknown['discount_percent'] is None, acme['grants']


def test_what_is_wrong_is_said_and_changes_nothing():
    with Home() as home:
        make_card(home)
        before = home.dump()
        for words, part in (
                (('add', ' '), 'name of the company'),
                (('add', 'X', '--base', 'much'), 'not a number'),
                (('add', 'X', '--base', '1e13'), 'too large'),
                (('add', 'X', '--state', 'maybe'), 'interviewing'),
                (('add', 'X', '--deadline', 'soon'), 'soon'),
                (('add', 'X', '--sign-on', '5000'), 'colons'),
                (('add', 'X', '--sign-on', '0:5000'), 'Year of the sign-on money'),
                (('add', 'X', '--sign-on', 'blank:5000'), 'Year of the sign-on money'),
                (('add', 'X', '--grant', '5:12:13'), 'Cliff'),
                (('add', 'X', '--grant', '5,color=red'), 'title='),
                (('add', 'X', '--grant', '5,low'), 'title='),
                (('add', 'X', '--grant', '5,low=9'), 'in this order'),
                (('add', 'X', '--grant', '5,kind=gold'), 'phantom'),
                (('add', 'X', '--grant', '5,years=50 60'), 'add up'),
                (('add', 'X', '--grant', ''), 'colons'),
                (('add', 'X', '--sign-on', '1:5:6,later'), 'prorated'),
                (('add', 'X', '--bonus', '1', '--bonus-percent', '1'), 'one of them'),
                (('add', 'X', '--no-equity', '--grant', '5'), 'no equity'),
                (('set', 'Nobody'), 'Globex'),
                (('remove', 'Nobody'), 'Globex'),
                (('score', 'Acme', 'Growth', '6'), 'from 1 to 5'),
                (('score', 'Acme', 'Growth', '4..2'), 'lower end'),
                (('score', 'Acme', 'Pay', '4'), 'not scored'),
                (('score', 'Acme', 'Charm', '4'), 'Growth'),
                (('weight', 'Growth', '1e13'), 'too large'),
                (('weight', 'Growth', 'blank'), 'give a number'),
                (('weight', 'Growth', '5..2'), 'range'),
                (('criterion', 'add', 'X', '--scale', '5..1'), 'less is better'),
                (('criterion', 'add', 'X', '--measure', 'luck'), 'first-year'),
                (('decide', 'Acme'), 'reason'),
                (('decide', 'Acme', '--reason', 'x', '--look-back', 'today'), 'look back'),
                (('undecide',), 'no decision'),
                (('look-back', '99'), 'no longer there'),
                (('list', '--card', '99'), 'no longer there')):
            home.run('offer', *words, code=1)
            assert part in home.stderr, (words, home.stderr)
        for words in (('add',), ('score', 'Acme', 'Growth'), ('look-back', 'x'), ('new', 'X'),
                      ('criterion', 'set', 'Growth', '--less-is-better', '--more-is-better')):
            home.run('offer', *words, code=2)
        assert home.dump() == before


def test_blanks_hide_money_where_it_is_scored_blind():
    with Home() as home:
        make_card(home)
        home.run('offer', 'score', 'Acme', 'Growth', 'blank')
        listed = home.json('offer', 'list')
        assert listed['blanks'] == 1 and not listed['hides_money'], listed
        assert home.json('offer', 'settings', '--blind', 'yes')['blind']
        compared = home.json('offer', 'compare')
        assert compared['hides_money'] and compared['offers'][0]['pay'] is None
        assert compared['offers'][0]['scores'][1] is None
        assert 'base' not in home.json('offer', 'list')['offers'][0]
        assert 'hidden' in home.run('offer', 'compare')


def test_settings_and_the_log_of_the_lock():
    with Home() as home:
        make_card(home)
        before = home.json('offer', 'settings')
        assert (before['years'], before['discount'], before['lead'], before['private']) == (4, None, 5, True), before
        home.run('offer', 'lock')
        home.run('offer', 'weight', 'Growth', '40')
        now = home.json('offer', 'settings', '--years', '5', '--discount', '4', '--any-weights', 'yes')
        assert (now['years'], now['discount'], now['any_weights'], now['locked']) == (5, 4, True, True), now
        assert now['weight_changes'] == [{'criterion': 'Growth', 'from': 30, 'to': 40,
                                          'changed': '2026-11-23T08:00:00Z'}], now
        assert 'Growth: 30, then 40' in home.run('offer', 'settings')
        home.run('offer', 'settings', '--years', '3', code=1)
        assert 'from 4 to 40' in home.stderr
        home.run('offer', 'settings', '--blind', 'maybe', code=1)
        home.run('undo')
        assert home.json('offer', 'settings')['years'] == 4


def test_needs():
    with Home() as home:
        make_card(home)
        needs = home.json('offer', 'needs', 'Acme')['needs']
        base = next(n for n in needs if n['kind'] == 'base')
        assert base['now'] == 50000, needs
        assert 'is needed' in home.run('offer', 'needs', 'Acme')
        home.run('offer', 'set', 'Acme', '--base', base['needed'] - 1)
        assert home.json('offer', 'compare')['leader'] != 1
        home.run('offer', 'set', 'Acme', '--base', base['needed'])
        assert home.json('offer', 'compare')['leader'] == 1
        assert 'leads already' in home.run('offer', 'needs', 'Acme')
        # Alone on a scorecard there is nothing to lead against.
        home.run('offer', 'new', 'Spring', '--currency', 'EUR', '--template', 'first-job')
        home.run('offer', 'add', 'Acme')
        assert 'All values are blank' in home.run('offer', 'needs', 'Acme')


def test_removing_comes_back_by_undo():
    with Home() as home:
        make_card(home)
        before = home.json('offer', 'list')
        home.run('offer', 'remove', 'Acme')
        assert len(home.json('offer', 'list')['offers']) == 1
        home.run('undo')
        assert home.json('offer', 'list') == before


main(globals())
