"""The pane of a phase by keyboard alone: what it says, its gate, its artifacts, its note, and all of it taken back."""
import os
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, named, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

VARIANT = os.environ.get('WAYMARK_VARIANT', 'light')
WIDTH, HEIGHT = map(int, os.environ.get('WAYMARK_WINDOW', '1000x700').split('x'))
NOW = '2027-01-18T10:00:00Z'
EVIDENCE = 'The list is in the wiki: gaps ranked by ten job descriptions'


def phase(home, title='Map'):
    return home.json('roadmap', 'show', title)


def open_roadmap(home):
    program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
    window = program.window('Waymark')
    program.resize('Waymark', WIDTH, HEIGHT)
    program.focus('Waymark')
    program.key('alt+2')
    timeline = window.find(None, 'Timeline; the list below says the same')
    wait(lambda: timeline.description, 'the days')
    return program, window, timeline


def open_pane(program, window):
    """The first phase, from the timeline."""
    timeline = window.find(None, 'Timeline; the list below says the same')
    program.tab_to(timeline)
    program.key('Down', 'Return')
    return window.find(None, 'Phase')


def write(program, pane, title, text, key='Return'):
    """Tabs to the entry row @title, types @text, and presses @key."""
    for _ in range(40):
        program.key('Tab')
        program.settle()
        program.keys_typed('x')
        if any('x' in n.text for n in pane.all('text', title)):
            break
    program.key('BackSpace')
    program.keys_typed(text)
    program.key(key)


def test_the_pane_opens_closes_and_gives_the_keyboard_back():
    with Home() as home:
        home.make_plan()
        program, window, timeline = open_roadmap(home)
        pane = open_pane(program, window)
        for text in ('Map', 'Learning Distributed Systems', 'Start', 'Finish', 'Activities', 'Artifacts',
                     'Notes', 'In the Guide', 'Open'):
            assert pane.all(None, text), text
        line = phase(home)['line']
        assert pane.all(None, f'“Learning Distributed Systems”, line {line}' if line else
                        '“Learning Distributed Systems”')
        named(window)
        program.key('Escape')
        window.gone(None, 'Phase')
        wait(lambda: timeline.state('FOCUSED'), 'the keyboard in the timeline')
        program.key('F9')
        window.find(None, 'Phase')
        program.key('F9')
        window.gone(None, 'Phase')
        wait(lambda: timeline.state('FOCUSED'), 'the keyboard in the timeline')
        # The next phase, then one from the list.
        program.key('Down', 'alt+Return')
        pane = window.find(None, 'Phase')
        assert pane.all(None, 'Core')
        program.key('Escape')
        window.gone(None, 'Phase')
        program.key('Tab', 'Home', 'Down', 'Down', 'Down', 'Return')
        pane = window.find(None, 'Phase')
        pane.find(None, 'Depth')
        program.key('Escape')
        window.gone(None, 'Phase')
        program.key('Down', 'Return')
        window.find(None, 'Phase').find(None, 'Ongoing')
        program.close()


def test_a_phase_is_done_by_keyboard_and_all_of_it_is_taken_back():
    with Home() as home:
        home.make_plan()
        before = home.dump()
        program, window, timeline = open_roadmap(home)
        pane = open_pane(program, window)
        program.settle()
        program.screenshot('phase-open')
        # Without a text a gate does not close.
        write(program, pane, 'Close with evidence', '', 'Return')
        window.find(None, 'A gate closes either with evidence, or with a reason to go on without it: say one of the two.')
        program.keys_typed(EVIDENCE)
        program.key('Return')
        pane.find(None, 'Closed on 18 January 2027')
        assert phase(home)['gate'] == {'closed': '2027-01-18', 'evidence': EVIDENCE, 'override': ''}
        window.find(None, 'Gate closed')
        # The keyboard is on what is there now.
        program.key('Return')
        pane.find(None, 'Open')
        write(program, pane, 'Or with a reason to go on without', 'No time')
        pane.find(None, 'Closed on 18 January 2027, without evidence')
        # An artifact, without a title first.
        program.tab_to(pane.find('push button', 'Add Artifact'))
        program.key('Return')
        program.focus('Add Artifact')
        program.key('Return')
        program.keys_typed('Queue design')
        program.key('Return')
        program.no_window('Add Artifact')
        program.back_to('Waymark')
        wait(lambda: [a['title'] for a in phase(home)['artifacts']] == ['Queue design'], 'the artifact')
        pane.find(None, 'RFC, 18 Jan')
        # A note: typed in pieces, saved once when it is left.
        note = next(n for n in pane.walk() if n.role == 'text' and n.name == 'Notes')
        program.tab_to(note)
        program.keys_typed('Ask Ana about')
        program.key('Return')
        program.keys_typed('the second course')
        program.settle()
        program.screenshot('phase-done')
        program.key('shift+Tab')
        wait(lambda: phase(home)['note'] == 'Ask Ana about\nthe second course', 'the note')
        program.key('Escape')
        window.gone(None, 'Phase')
        window.find(None, 'Gate closed on 18 Jan: ' + phase(home)['exit_criteria'][0])
        for _ in range(5):
            program.key('ctrl+z')
        wait(lambda: home.dump()['phase'] == before['phase'] and home.dump()['artifact'] == [],
             'all of it to be taken back')
        program.close()


def test_an_artifact_is_changed_and_removed():
    with Home() as home:
        home.make_plan()
        home.run('roadmap', 'artifact', 'add', 'Map', 'Design', '--kind', 'rfc', '--link', 'https://example.org/7')
        program, window, timeline = open_roadmap(home)
        pane = open_pane(program, window)
        pane.find('push button', 'Open Design')
        row = pane.find('list item', 'Design')
        program.tab_to(pane.find('push button', 'Add Artifact'))
        program.key('Tab', 'Return')
        program.focus('Artifact')
        program.settle()
        program.screenshot('phase-artifact')
        named(program.window('Artifact'))
        program.keys_typed('Design of the queue')
        program.key('Return')
        program.no_window('Artifact')
        program.back_to('Waymark')
        pane.find(None, 'Design of the queue')
        wait(lambda: pane.find('list item', 'Design of the queue').state('FOCUSED'), 'the keyboard in the row')
        program.key('Return')
        program.focus('Artifact')
        program.tab_to(program.window('Artifact').find('push button', 'Remove Artifact'))
        program.key('Return')
        program.no_window('Artifact')
        program.back_to('Waymark')
        pane.find(None, 'Nothing yet')
        program.key('ctrl+z')
        pane.find(None, 'Design of the queue')
        program.close()


def test_a_note_is_one_step_for_each_pause():
    with Home() as home:
        home.make_plan()
        program, window, timeline = open_roadmap(home)
        pane = open_pane(program, window)
        note = next(n for n in pane.walk() if n.role == 'text' and n.name == 'Notes')
        program.tab_to(note)
        program.keys_typed('Ask Ana')
        # Left alone, with the keyboard still in it.
        wait(lambda: phase(home)['note'] == 'Ask Ana', 'the note')
        program.keys_typed(' and Bo')
        wait(lambda: phase(home)['note'] == 'Ask Ana and Bo', 'the note')
        assert note.text == 'Ask Ana and Bo' and note.state('FOCUSED')
        steps = [step['action'] for step in home.json('history')]
        assert steps.count('Change Note') == 2, steps
        # What another program writes is not overwritten by what was saved before.
        home.run('roadmap', 'note', 'Map', 'From outside')
        program.key('Escape')
        window.gone(None, 'Phase')
        program.close()
        assert phase(home)['note'] == 'From outside'


def test_a_note_is_not_lost_when_the_window_closes():
    with Home() as home:
        home.make_plan()
        written = ''
        for end in ('ctrl+q', None):
            program, window, timeline = open_roadmap(home)
            pane = open_pane(program, window)
            program.tab_to(next(n for n in pane.walk() if n.role == 'text' and n.name == 'Notes'))
            program.keys_typed('a')
            if end is not None:
                program.key(end)
                program.process.wait(30)
            program.close()
            written += 'a'
            assert phase(home)['note'] == written, end


main(globals())
