"""Skills on the command line: scores, targets, gaps with their arithmetic, evidence and job descriptions, each a step
that can be undone."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from waymark import Home, main  # noqa: E402


def by_title(matrix, title):
    """Without case: the real guide lists "kafka", the built-in one "Kafka"."""
    return [s for s in matrix['skills'] if s['title'].casefold() == title.casefold()]


def test_the_matrix_begins_blank_and_is_filled():
    with Home() as home:
        home.make_plan()
        matrix = home.json('skill', 'list')
        areas = [s for s in matrix['skills'] if s['kind'] == 'area']
        assert [s['title'] for s in areas] == ['Fundamentals', 'Production ops', 'System design', 'Communication']
        assert all(s['score'] is None and s['target'] is None and s['gap'] is None for s in matrix['skills'])
        assert matrix['mean'] is None and matrix['scored'] == 0
        assert (matrix['role'], matrix['band']) == ('backend', '3-5'), matrix
        skill = home.json('skill', 'set', 'communication', '2', '--target', '5', '--gap-action', 'Write RFCs',
                          '--note', 'Ask Ana', '--synonyms', 'RFCs, written  summaries', '--interviews', '40', '--ads', '60')
        assert (skill['score'], skill['target'], skill['gap'], skill['score_date']) == (2, 5, 3, '2026-11-23'), skill
        assert skill['synonyms'] == ['RFCs', 'written  summaries'] and skill['note'] == 'Ask Ana'
        assert skill['interview_percent'] == 40 and skill['ad_percent'] == 60 and skill['ad_percent_typed']
        matrix = home.json('skill', 'list')
        assert matrix['mean'] == 2 and matrix['scored'] == 1
        out = home.run('skill', 'list')
        assert '2 → 5  gap 3' in out and '– → –' in out and 'Skill areas' in out, out
        # All of that was one step.
        home.run('undo')
        skill = by_title(home.json('skill', 'list'), 'Communication')[0]
        assert skill['score'] is None and skill['note'] == '' and skill['target'] is None


def test_what_is_wrong_changes_nothing():
    with Home() as home:
        home.make_plan()
        home.run('skill', 'add', 'Rust', '2')
        home.run('skill', 'add', 'Communication')
        before = home.dump()
        for words, code, said in [
                (('set', 'Kafka', '6'), 1, '1, 2, 3, 4 or 5'),
                (('set', 'Kafka', '0'), 1, 'or blank'),
                (('set', 'Kafka', '2.5'), 1, 'no score'),
                (('set', 'Kafka', '3', '--target', '9'), 1, 'no score'),
                (('set', 'Kafka', '3', '--interviews', '101'), 1, 'unknown'),
                (('set', 'Kafka', '--ads', 'many'), 1, 'count'),
                (('set', 'Kafka', '3', '--date', 'soon'), 1, 'not a date'),
                (('set', 'Kafka'), 2, 'Usage'),
                (('set', 'Kafka', '--by', 'Ana', '--note', 'x'), 2, '--by'),
                (('set', 'Cooking', '3'), 1, 'Communication'),
                (('set', 'communication ', '3'), 1, 'There is no skill'),
                (('set', 'COMMUNICATION', '3'), 1, 'several skills'),
                (('add', 'rust'), 1, 'already'),
                (('add', '  '), 1, 'title'),
                (('add', 'Go', '7'), 1, 'no score'),
                (('remove', 'Kafka'), 1, 'only skills of your own'),
                (('evidence', 'add', 'Kafka', '--kind', 'song', '--title', 'x'), 1, 'feedback'),
                (('evidence', 'add', 'Kafka', '--title', 'x'), 2, '--kind'),
                (('evidence', 'add', 'Kafka', '--kind', 'drill', '--title', 'x', '--rating', '3'), 1, 'mock interview'),
                (('evidence', 'add', 'Kafka', '--kind', 'artifact', '--artifact', '4711'), 1, 'no longer'),
                (('evidence', 'remove', '4711'), 1, 'no longer'),
                (('ad', 'remove', '4711'), 1, 'no longer'),
                (('ad', 'remove', 'Typed'), 2, ''),
                (('ad', 'add', home.folder / 'missing.txt'), 1, 'cannot be read')]:
            home.run('skill', *words, code=code)
            assert said in home.stderr, (words, home.stderr)
        home.run('skill', 'ad', 'add', '-', data=b'a\0b', code=1)
        home.run('skill', 'ad', 'add', '-', data=b'\xff\xfe', code=1)
        home.run('skill', 'ad', 'add', '-', data=b' \n', code=1)
        home.run('skill', 'ad', 'add', '-', data=b'x' * (1024 * 1024 + 1), code=1)
        assert home.dump() == before
        # A number or a key says which of two with one title.
        ids = [s['id'] for s in by_title(home.json('skill', 'list'), 'Communication')]
        assert len(ids) == 2
        assert home.json('skill', 'set', ids[1], '4')['id'] == ids[1]
        assert home.json('skill', 'set', 'production-ops', '3')['title'] == 'Production ops'


def test_scores_of_a_day_and_of_others():
    with Home() as home:
        home.make_plan()
        home.run('skill', 'set', 'Kafka', '1', '--date', '2026-01-05')
        home.run('skill', 'set', 'Kafka', '4', '--by', 'Ana')
        old = by_title(home.json('skill', 'list', '--date', '2026-01-31'), 'Kafka')[0]
        now = by_title(home.json('skill', 'list'), 'Kafka')[0]
        assert (old['score'], old['stale'], old['proof'], old['ratings']) == (1, False, 'self', []), old
        assert (now['score'], now['stale'], now['proof']) == (1, True, 'confirmed'), now
        assert now['ratings'] == [{'rater': 'Ana', 'score': 4, 'date': '2026-11-23', 'difference': 3}]
        home.run('skill', 'set', 'Kafka', 'blank')
        events = home.json('skill', 'history', 'Kafka')['events']
        assert [(e['what'], e['value'], e['rater'], e['date']) for e in events] == [
            ('score', 1, '', '2026-01-05'), ('score', 4, 'Ana', '2026-11-23'), ('score', None, '', '2026-11-23')]
        assert 'score 4 by Ana' in home.run('skill', 'history')


def test_gaps_are_ranked_with_their_arithmetic():
    with Home() as home:
        home.make_plan()
        assert home.json('skill', 'gap') == {'gaps': []}
        for words in (('Fundamentals', '1', '--target', '4', '--interviews', '40', '--ads', '60'),
                      ('Production ops', '3', '--target', '5', '--interviews', '90', '--ads', '80'),
                      ('Communication', '1', '--target', '5'),
                      ('Kafka', '5', '--target', '4', '--interviews', '100', '--ads', '100')):
            home.run('skill', 'set', *words)
        gaps = home.json('skill', 'gap')['gaps']
        assert [(g['title'], g['priority'], g['arithmetic']) for g in gaps] == [
            ('Production ops', 1.44, '2 × 90 % × 80 % = 1.44'),
            ('Fundamentals', 0.72, '3 × 40 % × 60 % = 0.72'),
            ('Communication', None, '4 × not known × not known')], gaps
        assert '2. Fundamentals: 3 × 40 % × 60 % = 0.72' in home.run('skill', 'gap')


def test_own_skills_come_and_go():
    with Home() as home:
        home.make_plan()
        rust = home.json('skill', 'add', 'Rust', '2', '--target', '4', '--group', 'Languages')
        assert (rust['kind'], rust['group'], rust['score'], rust['gap']) == ('own', 'Languages', 2, 2)
        assert home.json('skill', 'set', 'Rust', '--title', 'Rust 2024')['title'] == 'Rust 2024'
        before = home.dump()['skill']
        home.run('skill', 'remove', 'rust 2024')
        assert by_title(home.json('skill', 'list'), 'Rust 2024') == []
        home.run('undo')
        assert home.dump()['skill'] == before
        home.run('undo'), home.run('undo')
        assert by_title(home.json('skill', 'list'), 'Rust') == []


def test_skills_need_no_plan():
    with Home() as home:
        assert 'skill add' in home.run('skill', 'list')
        home.run('skill', 'add', 'Rust', '3')
        assert [s['title'] for s in home.json('skill', 'list')['skills']] == ['Rust']


def test_evidence_comes_and_goes():
    with Home() as home:
        home.make_plan()
        home.run('skill', 'set', 'Kafka', '3')
        home.run('roadmap', 'artifact', 'add', 'Core', 'Queue design', '--kind', 'rfc', '--link', 'https://example.org/7')
        artifact = home.json('roadmap', 'artifact', 'list', 'Core')['artifacts'][0]['id']
        assert 'No evidence yet' in home.run('skill', 'evidence', 'list', 'Kafka')
        home.run('skill', 'evidence', 'add', 'Kafka', '--kind', 'drill', '--title', 'Lag', '--date', '2026-11-20')
        assert by_title(home.json('skill', 'list'), 'Kafka')[0]['proof'] == 'practised'
        home.run('skill', 'evidence', 'add', 'Kafka', '--kind', 'artifact', '--artifact', artifact)
        assert by_title(home.json('skill', 'list'), 'Kafka')[0]['proof'] == 'shown'
        listed = home.json('skill', 'evidence', 'add', 'Kafka', '--kind', 'mock', '--title', 'Third', '--by', 'Ana',
                           '--rating', '4')['evidence']
        assert [e['title'] for e in listed] == ['Third', 'Queue design', 'Lag'], listed
        assert (listed[0]['by'], listed[0]['rating'], listed[1]['link']) == ('Ana', 4, 'https://example.org/7')
        home.run('skill', 'evidence', 'remove', listed[0]['id'])
        assert len(home.json('skill', 'evidence', 'list', 'Kafka')['evidence']) == 2
        home.run('undo')
        assert len(home.json('skill', 'evidence', 'list', 'Kafka')['evidence']) == 3


def test_job_descriptions_are_counted():
    with Home() as home:
        home.make_plan()
        file = home.folder / 'ad.txt'
        file.write_text('Backend engineer\nKAFKA, and system\ndesign. More Kafka.\n')
        added = home.json('skill', 'ad', 'add', file)['ads'][0]
        assert added['title'] == 'Backend engineer' and added['added'] == '2026-11-23'
        assert [t.casefold().replace('-', ' ') for t in added['skills']] == ['kafka', 'system design'], added
        home.run('skill', 'ad', 'add', '-', '--title', 'Typed', data=b'Cooking')
        assert [a['title'] for a in home.json('skill', 'ad', 'list')['ads']] == ['Typed', 'Backend engineer']
        kafka = by_title(home.json('skill', 'list'), 'Kafka')[0]
        assert (kafka['ad_count'], kafka['ads'], kafka['ad_percent'], kafka['ad_percent_typed']) == (1, 2, 50, False)
        assert home.json('skill', 'set', 'Kafka', '--ads', '70')['ad_percent'] == 70
        assert home.json('skill', 'set', 'Kafka', '--ads', 'count')['ad_percent'] == 50
        home.run('skill', 'ad', 'remove', added['id'])
        assert by_title(home.json('skill', 'list'), 'Kafka')[0]['ad_percent'] == 0
        home.run('undo')
        assert by_title(home.json('skill', 'list'), 'Kafka')[0]['ad_percent'] == 50


main(globals())
