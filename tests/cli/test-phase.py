"""A phase on the command line: its gate, its note and its artifacts, each a step that can be undone."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from waymark import Home, main  # noqa: E402


def test_a_phase_says_what_there_is_to_it():
    with Home() as home:
        home.make_plan()
        core = home.json('roadmap', 'show', 'core')
        dates = home.json('roadmap')['phases'][1]
        assert core['title'] == 'Core' and core['start'] == dates['start'], core
        assert core['late_finish'] == dates['late_finish']
        assert core['planned_minutes'] == dates['minutes'] and core['done_minutes'] == 0
        assert core['gate'] == {'closed': None, 'evidence': '', 'override': ''}
        assert core['artifacts'] == [] and core['activities'] and len(core['exit_criteria']) == 1
        out = home.run('roadmap', 'show', str(core['id']))
        assert 'Core (Learning Distributed Systems)' in out and 'The gate is open.' in out, out
        if core['line']:
            assert f'line {core["line"]}' in out
        signal = home.json('roadmap', 'show', 'Signal')
        assert signal['ongoing'] and signal['late_finish'] is None


def test_a_gate_closes_with_evidence_or_a_reason_only():
    with Home() as home:
        home.make_plan()
        before = home.dump()
        for refused in ((), ('--evidence', 'a', '--override', 'b'), ('--evidence', '  ')):
            home.run('roadmap', 'gate', 'Map', *refused, code=1)
            assert 'with evidence, or with a reason' in home.stderr, home.stderr
        home.run('roadmap', 'gate', 'Map', '--open', '--evidence', 'a', code=2)
        home.run('roadmap', 'gate', 'Map', '--open', code=1)
        home.run('roadmap', 'gate', 'Nowhere', '--evidence', 'a', code=1)
        assert 'Depth' in home.stderr
        assert home.dump() == before
        closed = home.json('roadmap', 'gate', 'Map', '--evidence', 'The list is written')
        assert closed['gate'] == {'closed': '2026-11-23', 'evidence': 'The list is written', 'override': ''}
        closed = home.json('roadmap', 'gate', 'Map', '--override', 'No time')
        assert closed['gate'] == {'closed': '2026-11-23', 'evidence': '', 'override': 'No time'}
        assert 'without evidence: No time' in home.run('roadmap', 'show', 'Map')
        assert home.json('roadmap', 'gate', 'Map', '--open')['gate']['closed'] is None
        home.run('undo')
        assert home.json('roadmap', 'show', 'Map')['gate']['override'] == 'No time'


def test_a_note_is_set_and_taken_back():
    with Home() as home:
        home.make_plan()
        assert home.json('roadmap', 'note', 'Map', 'Ask Ana')['note'] == 'Ask Ana'
        assert home.json('roadmap', 'note', 'Map', '-', data=b'One\nTwo\n')['note'] == 'One\nTwo'
        home.run('undo')
        assert 'Ask Ana' in home.run('roadmap', 'show', 'Map')


def test_artifacts_come_and_go():
    with Home() as home:
        home.make_plan()
        assert 'No artifacts yet' in home.run('roadmap', 'artifact', 'list', 'Core')
        home.run('roadmap', 'artifact', 'add', 'Core', 'Queue design', '--kind', 'rfc', '--link',
                 'https://example.org/7', '--date', '2026-11-20')
        home.run('roadmap', 'artifact', 'add', 'Core', 'Talk')
        first, second = home.json('roadmap', 'artifact', 'list', 'Core')['artifacts']
        assert (first['kind'], first['title'], first['link'], first['made']) == \
            ('rfc', 'Queue design', 'https://example.org/7', '2026-11-20'), first
        assert (second['kind'], second['made']) == ('other', '2026-11-23'), second
        before = home.dump()
        home.run('roadmap', 'artifact', 'add', 'Core', 'Talk', '--kind', 'song', code=1)
        assert 'postmortem' in home.stderr
        home.run('roadmap', 'artifact', 'add', 'Core', ' ', code=1)
        home.run('roadmap', 'artifact', 'remove', 'Talk', code=2)
        home.run('roadmap', 'artifact', 'remove', '4711', code=1)
        assert home.dump() == before
        home.run('roadmap', 'artifact', 'remove', first['id'])
        assert [a['title'] for a in home.json('roadmap', 'show', 'Core')['artifacts']] == ['Talk']
        home.run('undo')
        assert len(home.json('roadmap', 'show', 'Core')['artifacts']) == 2


main(globals())
