"""The skill matrix by keyboard alone: scores, targets, gaps, order, details, and all of it taken back."""
import os
import pathlib
import re
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, named, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

WIDTH, HEIGHT = map(int, os.environ.get('WAYMARK_WINDOW', '1000x940').split('x'))
NOW = '2027-01-18T10:00:00Z'
AREAS = ['Fundamentals', 'Production ops', 'System design', 'Communication']


def open_skills(home):
    program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
    window = program.window('Waymark')
    program.resize('Waymark', WIDTH, HEIGHT)
    program.focus('Waymark')
    program.key('alt+4')
    window.find(None, 'Skill matrix')
    return program, window


def row(window, title, said=''):
    """The entry of the list with the skill @title, once it says @said."""
    return window.find('list item', re.compile(f'^{re.escape(title)}, score .*{said}'))


def has_focus(window, title):
    wait(lambda: row(window, title).state('FOCUSED'), f'the keyboard on {title}')


def to_list(program, window, title='Fundamentals'):
    """Tab from part to part up to the list, Down inside it."""
    listing, node = window.find(None, 'Skill matrix'), row(window, title)
    for _ in range(40):
        program.key('Tab')
        time.sleep(0.05)
        if listing.focused():
            break
    program.key('Home')
    for _ in range(20):
        time.sleep(0.05)
        if node.state('FOCUSED'):
            return
        program.key('Down')
    raise AssertionError(f'no key leads to {title}')


def titles(window):
    """The skills from top to bottom."""
    rows = window.all('list item', re.compile('^.*, score '))
    return [node.name.split(', score ')[0] for node in sorted(rows, key=lambda node: node.box[1])]


def write(program, pane, title, text, key='Return'):
    """Tabs to the entry row @title, types @text, and presses @key. Such a row does not say that it has the keyboard: a
    letter is typed to see."""
    for _ in range(60):
        program.key('Tab')
        program.settle()
        program.keys_typed('x')
        program.settle()
        found = any('x' in node.text for node in pane.all('text', title))
        program.key('BackSpace')
        if found:
            break
    program.keys_typed(text)
    program.key(key)


def add(program, title, group=''):
    program.key('ctrl+shift+n')
    program.focus('Add Skill')
    program.keys_typed(title)
    if group:
        program.key('Tab')
        program.keys_typed(group)
    program.settle()
    program.screenshot('skill-add')
    program.key('Return')
    program.no_window('Add Skill')
    program.back_to('Waymark')


def in_order(window, *expected):
    wait(lambda: titles(window) == list(expected), f'the skills {expected}')


def test_all_areas_are_scored_and_targeted_by_digits():
    with Home() as home:
        home.make_plan()
        before = home.dump()
        program, window = open_skills(home)
        to_list(program, window)
        named(window)
        # The last area is cut off in the guide: it is blank, not 0.
        assert row(window, 'Communication').name.startswith('Communication, score blank, target blank')
        for number, title in enumerate(AREAS, 1):
            has_focus(window, title)
            program.key(str(number), 'shift+4')
            row(window, title, f'{number}, target 4 · ' + ('met' if number == 4 else f'{4 - number} to go'))
            has_focus(window, title)
            program.key('Down')
        scores = home.dump()['skill_score']
        assert len(scores) == 4 and len(home.dump()['skill_target']) == 4
        # Once more, and a blank.
        program.key('Up', '0')
        row(window, 'Communication', 'blank, target 4')
        program.key('5', 'Delete')
        row(window, 'Communication', 'blank, target 4')
        program.key('ctrl+z')
        row(window, 'Communication', '5, target 4 · met')
        has_focus(window, 'Communication')
        program.key('ctrl+shift+z')
        row(window, 'Communication', 'blank, target 4')
        # Targets from their menu.
        program.key('t')
        program.settle()
        program.key('2')
        row(window, 'Communication', 'blank, target 2')
        has_focus(window, 'Communication')
        for _ in range(12):
            program.key('ctrl+z')
        wait(lambda: home.dump()['skill_score'] == [] and home.dump()['skill_target'] == [],
             'all of it to be taken back')
        assert home.dump()['skill'] == before['skill']
        has_focus(window, 'Communication')
        program.close()


def test_a_skill_is_told_in_the_pane():
    with Home() as home:
        home.make_plan()
        program, window = open_skills(home)
        to_list(program, window)
        program.key('3', 'shift+5', 'Return')
        pane = window.find(None, 'Skill')
        named(window)
        for text in ('Fundamentals', 'Working', 'What the guide expects', 'Core technical', 'Gap action',
                     "Others' scores", 'Nobody yet', 'Other names', 'History', 'Score 3', 'Target 5'):
            assert pane.all(None, text), text
        # A step of the list is a score.
        program.tab_to(pane.find('list item', 'New'))
        program.key('Down', 'Return')
        row(window, 'Fundamentals', '2, target 5 · 3 to go')
        pane.find(None, 'Score 2')
        write(program, pane, 'Gap action', 'Read a book')
        row(window, 'Fundamentals', '2, target 5 .* · Read a book')
        write(program, pane, 'Asked in interviews, %', '80')
        write(program, pane, 'Named in job descriptions, %', '50 %')
        program.settle()
        program.screenshot('skill-pane')
        program.key('Escape')
        window.gone(None, 'Skill')
        has_focus(window, 'Fundamentals')
        program.key('alt+g')
        window.find(None, re.compile('^3 × 80 % × 50 % = 1.2\nRead a book$'))
        program.key('alt+m')
        row(window, 'Fundamentals')
        program.key('F9')
        window.find(None, 'Skill')
        program.key('F9')
        window.gone(None, 'Skill')
        program.close()


def test_a_percentage_that_is_none_is_refused_and_stays_typed():
    with Home() as home:
        home.make_plan()
        program, window = open_skills(home)
        to_list(program, window)
        program.key('Return')
        pane = window.find(None, 'Skill')
        write(program, pane, 'Asked in interviews, %', '120')
        window.find(None, re.compile('“120” is no percentage'))
        assert any(n.text == '120' for n in pane.walk())
        program.key('BackSpace', 'Return')
        wait(lambda: any(12 in line for line in home.dump()['skill']), 'the percentage')
        program.close()


def test_a_skill_of_ones_own_is_added_moved_and_removed():
    with Home() as home:
        home.make_plan()
        program, window = open_skills(home)
        to_list(program, window)
        others = wait(lambda: titles(window), 'the skills')
        add(program, 'Go', 'Languages')
        window.find(None, 'Skill added')
        has_focus(window, 'Go')
        add(program, 'Rust', 'Languages')
        has_focus(window, 'Rust')
        in_order(window, *others, 'Go', 'Rust')
        # The same again is refused, and nothing that was typed is lost.
        program.key('ctrl+shift+n')
        program.focus('Add Skill')
        program.keys_typed('Rust')
        program.key('Return')
        dialog = program.window('Add Skill')
        wait(lambda: [n for n in dialog.walk() if n.role == 'text' and n.text == 'Rust'] and
             any('Rust' in n.text and n.role != 'text' for n in dialog.walk()), 'what is wrong')
        program.key('Escape')
        program.no_window('Add Skill')
        program.back_to('Waymark')
        has_focus(window, 'Rust')
        program.key('alt+Up')
        in_order(window, *others, 'Rust', 'Go')
        has_focus(window, 'Rust')
        # What came with a guide stays together, unless it goes into a group of the person's own.
        program.key('alt+Up')
        window.find(None, re.compile('“Rust” cannot stand under “Skills to show”'))
        has_focus(window, 'Rust')
        program.key('Up', 'Up')
        has_focus(window, others[-1])
        program.key('alt+Down')
        in_order(window, *others[:-1], others[-1], 'Rust', 'Go')
        has_focus(window, others[-1])
        wait(lambda: any('Languages' in line for line in home.dump()['skill'][:-2]), 'the group')
        program.key('alt+Down')
        in_order(window, *others[:-1], 'Rust', others[-1], 'Go')
        program.key('ctrl+z', 'ctrl+z', 'ctrl+z')
        in_order(window, *others, 'Go', 'Rust')
        has_focus(window, others[-1])
        # The menu removes it; the keyboard stays in the list.
        program.key('Down', 'Down', 'Down')
        has_focus(window, 'Rust')
        program.key('Menu')
        program.settle()
        program.screenshot('skill-menu')
        program.key('r')
        in_order(window, *others, 'Go')
        wait(lambda: any(n.state('FOCUSED') for n in window.all('list item', re.compile(', score '))),
             'the keyboard in the list')
        program.key('ctrl+z')
        in_order(window, *others, 'Go', 'Rust')
        program.close()


def test_another_ones_score_stands_beside_ones_own():
    with Home() as home:
        home.make_plan()
        program, window = open_skills(home)
        to_list(program, window)
        program.key('4', 'Return')
        pane = window.find(None, 'Skill')
        program.tab_to(pane.find('push button', "Add Another's Score"))
        program.key('Return')
        program.focus("Add Another's Score")
        dialog = program.window("Add Another's Score")
        named(dialog)
        program.key('Return')
        program.keys_typed('Ana')
        program.settle()
        program.screenshot('skill-rate')
        # The score is that of the person until another is chosen.
        combo = dialog.find('combo box', 'Score')
        program.tab_to(combo)
        for _ in range(5):
            program.key('space')
            program.settle()
            program.key('Home', 'Down', 'Down', 'Return')
            program.settle()
            if combo.all('label', re.compile('Working')) and len(combo.all('list item')) == 1:
                break
        program.tab_to(dialog.find('push button', 'Add'))
        program.key('Return')
        program.no_window("Add Another's Score")
        program.back_to('Waymark')
        row(window, 'Fundamentals', '4, .*confirmed, today · Ana: 3, 1 lower')
        pane.find(None, '3, 1 lower, on 18 Jan')
        program.key('ctrl+z')
        pane.find(None, 'Nobody yet')
        program.close()


def test_gaps_ask_for_what_is_missing():
    with Home() as home:
        home.make_plan()
        program, window = open_skills(home)
        program.key('alt+g')
        window.find(None, 'Score Your Skills First')
        program.key('alt+m')
        to_list(program, window)
        program.key('2', 'alt+g')
        window.find(None, 'Set Targets First')
        program.key('alt+m')
        to_list(program, window)
        program.key('shift+2', 'alt+g')
        window.find(None, 'All Targets Met')
        program.key('alt+m')
        to_list(program, window)
        program.key('shift+5', 'alt+g')
        window.find(None, '3 × not known × not known')
        named(window)
        entry = window.find('text', 'Percent of interviews that ask for Fundamentals')
        program.tab_to(entry)
        program.keys_typed('40')
        program.key('Tab')
        window.find(None, '3 × 40 % × not known')
        program.keys_typed('60')
        program.settle()
        program.screenshot('skill-gaps')
        program.key('Return')
        window.find(None, '3 × 40 % × 60 % = 0.72')
        window.gone('text', 'Percent of interviews that ask for Fundamentals')
        program.key('Return')
        window.find(None, 'Skill').find(None, 'Fundamentals')
        program.close()


def test_another_role_has_other_targets():
    with Home() as home:
        home.make_plan()
        program, window = open_skills(home)
        to_list(program, window)
        program.key('2', 'shift+4')
        row(window, 'Fundamentals', '2, target 4 · 2 to go')
        window.find(None, 'Target for: Backend · 3–5 years')
        home.make_plan('--role', 'frontend')
        window.find(None, re.compile('^Target for: Frontend'))
        row(window, 'Fundamentals', '2, target blank')
        has_focus(window, 'Fundamentals')
        program.key('shift+3')
        row(window, 'Fundamentals', '2, target 3 · 1 to go')
        home.make_plan()
        row(window, 'Fundamentals', '2, target 4 · 2 to go')
        program.close()


def test_a_search_leaves_what_it_finds():
    with Home() as home:
        home.make_plan()
        for title in 'Go', 'Rust', 'Zig', 'C', 'Perl', 'Ruby':
            home.run('skill', 'add', title)
        program, window = open_skills(home)
        program.key('ctrl+f')
        program.keys_typed('ru')
        in_order(window, 'Rust', 'Ruby')
        program.key('Return')
        has_focus(window, 'Rust')
        program.key('3')
        row(window, 'Rust', '3, ')
        program.key('ctrl+f')
        program.keys_typed('xyz')
        window.find(None, 'No Skill Found')
        program.key('Escape')
        row(window, 'System design')
        assert len(titles(window)) > 6
        program.close()


main(globals())
