"""The view of offers: a decision with keys alone, figures that follow what is typed, and one offer at a time."""
import pathlib
import re
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, named, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

NOW = '2027-01-18T10:00:00Z'
WINDOW = 'Waymark'


def open_offers(home):
    program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
    window = program.window(WINDOW)
    program.focus(WINDOW)
    program.key('alt+5')
    return program, window


def make_card(home):
    home.make_plan()
    home.run('offer', 'new', 'Two offers', '--currency', 'EUR')
    for title, weight, *more in (('Growth', 20, '--at-least', 3), ('Team', 30), ('Mission', 10)):
        home.run('offer', 'criterion', 'add', title, '--weight', weight, *more)
    for company in ('Acme', 'Globex'):
        home.run('offer', 'add', company, '--role', 'Engineer', '--state', 'offered', now=NOW,
                 *(('--deadline', '2027-01-23') if company == 'Acme' else ()))
    for company, *scores in (('Acme', 4, 2, 3), ('Globex', 3, 5, 2)):
        for title, score in zip(('Growth', 'Team', 'Mission'), scores):
            home.run('offer', 'score', company, title, score)


def cell(window, start):
    """The cell whose name begins with @start: "Acme, Growth: "."""
    return window.find('table cell', re.compile('^' + re.escape(start)))


def head(window, company):
    return cell(window, company + ', Engineer, ')


def focused(window):
    return wait(window.focused, 'a focus')[-1]


def go_to_cell(program, window, start):
    """To a cell with Tab, which goes from cell to cell."""
    for _ in range(40):
        if focused(window).name.startswith(start):
            return
        program.key('Tab')
        time.sleep(0.05)
    raise AssertionError(f'no Tab leads to {start!r}')


def fill_dialog(program, title, text):
    """Types @text where the keyboard is when the dialog @title comes up, and lets it add that."""
    program.window(title)
    program.focus(title)
    program.settle()
    program.keys_typed(text)
    program.key('alt+a')
    program.no_window(title)
    program.back_to(WINDOW)


def test_what_is_typed_counts_at_once():
    with Home() as home:
        make_card(home)
        before = home.json('offer', 'compare')
        program, window = open_offers(home)
        window.find('label', re.compile('^Globex leads'))
        named(window)
        assert '5 days left' in head(window, 'Acme').name, head(window, 'Acme').name
        go_to_cell(program, window, 'Weight of Mission')
        program.key('3', '0', '0')
        # Not saved yet, and all figures are those of the new weight.
        window.find('label', re.compile('^Acme leads'))
        assert 'Rank 1 of 2' in head(window, 'Acme').name
        assert home.json('offer', 'compare') == before
        program.key('Escape')
        window.find('label', re.compile('^Globex leads'))
        cell(window, 'Weight of Mission: 10')
        program.key('3', '0', '0', 'Return')
        wait(lambda: home.json('offer', 'compare') != before, 'the weight to be saved')
        window.find('label', re.compile('^Acme leads'))
        program.key('ctrl+z')
        wait(lambda: home.json('offer', 'compare') == before, 'the weight to be taken back')
        cell(window, 'Weight of Mission: 10')
        program.close()


def test_blanks_ranges_and_must_haves():
    with Home() as home:
        make_card(home)
        program, window = open_offers(home)
        total = re.compile(r'[\d.]+ – [\d.]+')
        assert not total.search(head(window, 'Acme').name)
        go_to_cell(program, window, 'Acme, Team')
        program.key('Delete')
        cell(window, 'Acme, Team: blank')
        wait(lambda: total.search(head(window, 'Acme').name), 'a total that is a range')
        window.find('label', re.compile('^1 score is blank'))
        program.keys_typed('3..5')
        program.key('Return')
        cell(window, 'Acme, Team: 3 – 5')
        window.gone('label', re.compile('^1 score is blank'))
        # Outside of the scale: it says so, and nothing is lost.
        go_to_cell(program, window, 'Acme, Mission')
        program.keys_typed('9')
        program.key('Return')
        window.find('label', re.compile('9'))
        assert focused(window).text == '9', focused(window).text
        program.key('Escape')
        cell(window, 'Acme, Mission: 3')
        program.key('shift+Tab', 'shift+Tab', 'shift+Tab', 'shift+Tab', 'shift+Tab', 'shift+Tab')
        go_to_cell(program, window, 'Globex, Growth')
        program.key('2', 'Return')
        wait(lambda: 'must be at least 3' in head(window, 'Globex').name, 'the veto')
        cell(window, 'Globex, Growth: 2, must-have missed')
        program.settle()
        program.screenshot('offers-veto')
        # Out of the table without going through all of it.
        program.key('ctrl+Tab')
        wait(lambda: focused(window).role != 'table cell', 'the focus behind the table')
        program.close()


def test_narrow():
    with Home() as home:
        make_card(home)
        program, window = open_offers(home)
        cell(window, 'Acme, Growth')
        cell(window, 'Globex, Growth')
        program.resize(WINDOW, 360, 640)
        window.gone('table cell', re.compile('^Globex, Growth'))
        window.find('label', 'Acme, 1 of 2')
        window.find('push button', 'Offer After').act()
        window.find('label', 'Globex, 2 of 2')
        cell(window, 'Globex, Growth: 3')
        window.gone('table cell', re.compile('^Acme, Growth'))
        program.back_to(WINDOW)
        go_to_cell(program, window, 'Globex, Growth')
        program.key('Left')
        program.key('Left')
        program.key('Right', 'Right')
        program.settle()
        program.screenshot('offers-narrow')
        program.resize(WINDOW, 1000, 700)
        cell(window, 'Acme, Growth')
        program.close()


def score(program, window, start, text):
    """To a cell with arrows and Tab, from wherever the keyboard is."""
    go_to_cell(program, window, start)
    program.keys_typed(text)
    program.key('Return')
    cell(window, f'{start}: {text}')
    program.key('ctrl+shift+Tab')


def decide(program, reason):
    """For the first offer, with keys."""
    dialog = program.window('Decision')
    program.focus('Decision')
    program.settle()
    program.tab_to(wait(lambda: dialog.all('radio button') + dialog.all('check box'), 'the choices')[0])
    program.key('space')
    program.tab_to(dialog.find('text', re.compile('^Reason')))
    program.keys_typed(reason)
    program.key('alt+d')
    program.no_window('Decision')
    program.back_to(WINDOW)


def test_from_nothing_to_a_decision_and_back_with_keys_alone():
    with Home() as home:
        home.make_plan()
        before = home.dump()
        program, window = open_offers(home)
        window.find('label', 'No Scorecard Yet')
        program.key('ctrl+shift+s')
        fill_dialog(program, 'Add Scorecard', 'Spring')
        window.find('label', 'Spring')
        program.key('ctrl+shift+k')
        fill_dialog(program, 'Add Criterion', 'Noise')
        cell(window, 'Weight of Noise')
        for company in ('Acme', 'Globex'):
            program.key('ctrl+shift+o')
            fill_dialog(program, 'Add Offer', company)
            cell(window, f'{company}, Noise: blank')
        score(program, window, 'Acme, Noise', '4')
        score(program, window, 'Globex, Noise', '2')
        program.settle()
        program.screenshot('offers-scored')
        program.key('ctrl+d')
        decide(program, 'It is near')
        window.find('label', re.compile('^Decided on .*Acme'))
        window.find('label', 'It is near')
        cell(window, 'Acme, Accepted')
        program.settle()
        program.screenshot('offers-decided')
        for _ in range(7):
            program.key('ctrl+z')
            program.settle()
        window.find('label', 'No Scorecard Yet')
        after = home.dump()
        kept = [name for name in before if not name.startswith('undo_')]
        assert [before[name] for name in kept] == [after[name] for name in kept]
        program.close()


main(globals())
