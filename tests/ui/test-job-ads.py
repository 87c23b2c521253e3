"""Job descriptions by keyboard: pasted, searched for skills, removed; and the other names of a skill. In the variants
(dark, narrow, ...) only pictures are taken; $WAYMARK_TEST_HOST is the program that shows the dialog by itself."""
import os
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, _, named, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

VARIANT = os.environ.get('WAYMARK_VARIANT', 'light')
WIDTH, HEIGHT = map(int, os.environ.get('WAYMARK_WINDOW', '640x680').split('x'))
NOW = '2027-02-10T10:00:00Z'
TITLE = _('Job Descriptions')
AD = '''Senior Engineer, Storage

You know system design and C++. We run Kafka, and CI/CD with care.
System-Design is what we ask for in interviews.
'''
os.environ['WAYMARK'] = os.environ['WAYMARK_TEST_HOST']


def fill(home):
    for title in ('System design', 'C++', 'CI/CD', 'Event streaming', 'Mentoring'):
        home.run('skill', 'add', title, '2', now=NOW)


def add_ad(home, text, title):
    path = home.folder / 'ad.txt'
    path.write_text(text)
    home.run('skill', 'ad', 'add', path, now=NOW)


def ads(home):
    return home.json('skill', 'ad', 'list', now=NOW)['ads']


def show(home):
    program = Program([str(home.database), 'ads'], {'WAYMARK_NOW': NOW})
    window = program.window(TITLE)
    program.resize(TITLE, min(WIDTH, 640), min(HEIGHT, 680))
    program.focus(TITLE)
    return program, window


def go(program, node, key):
    program.tab_to(node)
    program.key(key)


def open_first(program, window, title):
    program.tab_to(wait(lambda: [n for n in window.walk() if n.role == 'list item'], title)[0])
    program.key('Return')


def test_pictures():
    with Home() as home:
        program, window = show(home)
        window.find(None, _('No Job Descriptions Yet'))
        program.settle()
        program.screenshot(f'{VARIANT}-job-ads-empty')
        fill(home)
        add_ad(home, AD, '')
        open_first(program, window, 'the list')
        window.find('label', 'System design')
        program.tab_to([n for n in window.walk() if n.role == 'list item'][1])
        program.key('Return')
        program.settle()
        program.screenshot(f'{VARIANT}-job-ad')
        named(window)
        assert window.size[0] <= WIDTH, window.size
        program.key('Escape')
        program.settle()
        program.screenshot(f'{VARIANT}-job-ads')
        # The first one is in the header bar; the other one is on the empty page, out of sight.
        go(program, window.all('push button', _('Paste Job Description…'))[0], 'Return')
        program.settle()
        program.screenshot(f'{VARIANT}-job-ads-paste')
        named(window)
        program.close()


def test_a_job_description_is_pasted_and_its_skills_are_counted():
    with Home() as home:
        fill(home)
        program, window = show(home)
        go(program, window.find('push button', 'Paste Job Description…'), 'Return')
        text = window.find('text', 'Text of the job description')
        wait(lambda: text.state('FOCUSED'), 'the keyboard in the text')
        # Nothing is not taken, and said why.
        program.key('ctrl+Return')
        window.find(None, 'There is nothing in this job description.')
        program.keys_typed('Storage engineer')
        program.key('Return')
        program.keys_typed('System design, C++, and system-design again.')
        program.key('ctrl+Return')
        window.find(None, '2 skills named')
        assert [(a['title'], a['skills']) for a in ads(home)] == [('Storage engineer', ['System design', 'C++'])], ads(home)
        window.find(None, '2 times here, named in 1 of 1')
        window.find(None, '1 time here, named in 1 of 1')
        window.find(None, 'Not Named Here')
        # Back in the list, where it is, once the message has gone.
        program.key('Escape', 'Escape')
        window.find(None, 'Added on 10 Feb')
        program.key('Escape')
        program.no_window(TITLE)
        program.close()


def test_what_is_typed_stays_until_it_is_added():
    with Home() as home:
        fill(home)
        program, window = show(home)
        paste = window.find('push button', 'Paste Job Description…')
        go(program, paste, 'Return')
        program.keys_typed('Half a text')
        program.key('Escape')
        wait(lambda: window.all(None, 'No Job Descriptions Yet'), 'the list')
        go(program, paste, 'Return')
        wait(lambda: window.find('text', 'Text of the job description').text == 'Half a text', 'the text')
        program.close()


def test_another_name_counts_at_once_and_is_taken_back():
    with Home() as home:
        fill(home)
        add_ad(home, AD, '')
        add_ad(home, 'Nothing of it here', '')
        program, window = show(home)
        program.tab_to(wait(lambda: [n for n in window.walk() if n.role == 'list item'], 'the list')[0])
        program.key('Down', 'Return')
        window.find(None, '3 skills named')
        assert window.find('text', 'Job description').text == AD
        # The fourth row behind two headings: Event streaming, which is not named.
        rows = window.find(None, 'Skills')
        program.tab_to([n for n in rows.walk() if n.role == 'list item'][0])
        for _i in range(8):
            focused = rows.focused('list item')
            if focused and focused[0].all(None, 'Event streaming'):
                break
            program.key('Down')
            program.settle()
        program.key('Return')
        title = 'Other names of Event streaming, with “,” between'
        window.find('text', title)
        # Entry rows do not say that they have the keyboard.
        for _i in range(20):
            program.key('Tab')
            program.keys_typed('K')
            program.settle()
            if any(n.text == 'K' for n in window.all('text', title)):
                break
        program.keys_typed('afka, message queues')
        program.key('Return')
        window.find(None, '4 skills named')
        window.find(None, 'Names changed')
        skill = next(s for s in home.json('skill', 'list', now=NOW)['skills'] if s['title'] == 'Event streaming')
        assert skill['synonyms'] == ['Kafka', 'message queues'] and skill['ad_count'] == 1, skill
        program.settle()
        program.screenshot('job-ad-names')
        go(program, window.find('push button', 'Undo'), 'Return')
        window.find(None, '3 skills named')
        program.close()


def test_a_job_description_is_removed_and_comes_back():
    with Home() as home:
        fill(home)
        add_ad(home, AD, '')
        before = home.dump()
        program, window = show(home)
        open_first(program, window, 'the list')
        go(program, window.find('push button', 'Remove'), 'Return')
        window.find(None, 'No Job Descriptions Yet')
        window.find(None, 'Job description removed')
        wait(lambda: ads(home) == [], 'it to go')
        go(program, window.find('push button', 'Undo'), 'Return')
        window.find(None, 'Senior Engineer, Storage')
        assert home.dump()['job_ad'] == before['job_ad']
        program.close()


def test_a_long_text_is_shown_whole():
    with Home() as home:
        fill(home)
        text = 'Größe · ' + ''.join(f'Line {i}: system design and more.\n' for i in range(6000))
        assert len(text.encode()) > 190000
        add_ad(home, text, '')
        program, window = show(home)
        open_first(program, window, 'the list')
        window.find(None, '6000 times here, named in 1 of 1')
        program.settle()
        program.screenshot('job-ad-long')
        program.close()


main(globals() if VARIANT == 'light' else {'test_pictures': test_pictures})
