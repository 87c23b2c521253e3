"""The windows in which a plan is changed: drawn without a complaint, and pictured. Variants as in
test-views.py."""
import locale
import os
import pathlib
import re
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, _, named, number_of, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

VARIANT = os.environ.get('WAYMARK_VARIANT', 'light')
WIDTH, HEIGHT = map(int, os.environ.get('WAYMARK_WINDOW', '1000x700').split('x'))
NOW = '2027-01-18T10:00:00Z'
locale.setlocale(locale.LC_TIME, '')
MONDAY = time.strftime('%A', time.strptime(NOW, '%Y-%m-%dT%H:%M:%SZ'))


SECOND_GUIDE = """Learning SQL

Roadmap
| Phase | Duration | Activities | Exit criteria |
|---|---|---|---|
| Basics | 1–2 weeks | Exercises | Ten queries by heart |

Milestones by experience level
| Years | Priority |
|---|---|
| 3–5 | Own a schema |

Role adaptation
| Role | Emphasize in your plan |
|---|---|
| Backend | Indexes |
"""


def show_page(window, name, first):
    window.find('page tab', name).act()
    window.find('label', first)


def open_window(home, key, title):
    program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
    program.window('Waymark')
    program.resize('Waymark', WIDTH, HEIGHT)
    program.focus('Waymark')
    program.key(key)
    window = program.window(title)
    program.resize(title, min(WIDTH, 600), min(HEIGHT, int(os.environ.get('WAYMARK_TALL', '680'))))
    program.focus(title)
    return program, window


def choose_other(program, window, name, option, steps=0):
    """Another choice of the combo row @name, by keyboard: @option, @steps below the first one. A popover that
    has just come up takes no key yet, so the keys are given until they are taken."""
    combo = window.find('combo box', name)
    program.tab_to(combo)
    for attempt in range(5):
        if not combo.all('label', option):
            program.key('space')
            wait(lambda: combo.all('label', option), 'the choices')
            program.settle()
        program.key('Home', *['Down'] * steps, 'Return')
        try:
            return wait(lambda: combo.all('label', option) and len(combo.all('list item')) == 1,
                        f'{option!r} to be chosen', 2)
        except AssertionError:
            continue
    raise AssertionError(f'{option!r} cannot be chosen')


def picture(program, window, name):
    program.settle()
    program.screenshot(f'{VARIANT}-{name}')
    named(window)


def test_review_of_a_plan_that_is_late():
    with Home() as home:
        home.make_plan()
        home.run('plan', '--guide', 'learning-distributed-systems', '--target', '2027-03-01', '--day-off',
                 '2027-02-01..2027-02-14')
        program, window = open_window(home, 'ctrl+r', _('Review Changes'))
        picture(program, window, 'review-late')
        program.close()


def test_hours_and_limits():
    with Home() as home:
        home.make_plan()
        second = home.folder / 'sql.txt'
        second.write_text(SECOND_GUIDE)
        home.run('plan', '--guide', second, '--share', '40', '--day-off', '2027-02-01..2027-02-07', '--day-off',
                 '2027-03-05', '--extra', '2027-01-30 14:00-17:00', '--target', '2027-05-30', '--window',
                 'mon-thu 18:30-21:30 preferred', '--window', 'wed 12:00-12:30 drill', '--window',
                 'sat 09:00-13:00', '--window', 'fri 17:00-19:00 mock review', '--window', 'sat 15:00-16:00 study preferred')
        program, window = open_window(home, 'ctrl+comma', _('Hours and Limits'))
        picture(program, window, 'hours')
        program.tab_to(wait(lambda: [n for n in window.all(None, _('Hours of the week')) if n.description],
                            'the week')[-1])
        program.key('shift+Down', 'shift+Down', 'shift+Left', 'shift+Right', 'shift+Right')
        picture(program, window, 'hours-week')
        program.tab_to(window.find('list item', _('As Text')))
        program.key('space')
        window.find('text', MONDAY)
        picture(program, window, 'hours-text')
        show_page(window, _('Limits'), _('How much work is it?'))
        picture(program, window, 'limits')
        program.close()


def test_what_if():
    with Home() as home:
        home.make_plan()
        program, window = open_window(home, 'ctrl+i', _('What If'))
        window.find('spin button', _('Hours a week')).set_value(9.5)
        window.find('label', number_of(('%d week earlier', '%d weeks earlier'),
                                       ('about %d week earlier', 'about %d weeks earlier')))
        picture(program, window, 'what-if')
        window.find('text', re.compile('^' + re.escape(_('Finish by')))).type('2027-02-28')
        choose_other(program, window, _('Plan for'), _('Low end'), 1)
        choose_other(program, window, _('Experience'), _('Not chosen'))
        choose_other(program, window, _('Target role'), _('Not chosen'))
        tried = re.compile('^' + re.escape(_('What if: %s') % ''))
        wait(lambda: len(window.all('label', tried)) == 2, 'milestones and emphasis')
        picture(program, window, 'what-if-choices')
        program.close()


def test_live_calendar():
    with Home() as home:
        home.make_plan(locale=os.environ['LC_ALL'])
        live = pathlib.Path(os.environ['XDG_DATA_HOME']) / 'waymark' / 'live' / 'learning-plan.ics'
        source = (pathlib.Path(os.environ['XDG_CONFIG_HOME']) / 'evolution' / 'sources' /
                  'io.github.waymark.Waymark.source')
        live.unlink(missing_ok=True)
        program, window = open_window(home, 'ctrl+l', _('Live Calendar'))
        keep = window.find('check box', _('Keep a live calendar'))
        gnome = window.find('check box', _('GNOME Calendar and Evolution'))
        program.tab_to(keep)
        program.key('space')
        wait(live.exists, 'the file')
        program.tab_to(gnome)
        program.key('space')
        wait(source.exists, 'the source')
        picture(program, window, 'live-calendar')
        assert live.read_bytes() == home.plan.read_bytes()
        window.act('window.close')
        # What is undone in the window changes the file as well.
        program.no_window(_('Live Calendar'))
        home.run('plan', '--guide', 'learning-distributed-systems', '--hours', '3', now=NOW)
        changed = live.read_bytes()
        assert changed != home.plan.read_bytes()
        program.back_to('Waymark')
        program.key('ctrl+z')
        wait(lambda: live.read_bytes() != changed, 'the file to follow')
        program.close()


def test_export():
    with Home() as home:
        home.make_plan()
        program, window = open_window(home, 'ctrl+e', _('Export Plan'))
        picture(program, window, 'export')
        choose_other(program, window, _('Contents'), _('When you study, not what'), 3)
        window.gone('label', _('Milestones'))
        picture(program, window, 'export-free-busy')
        program.close()


SKILLS = """Skill;Level;Goal;Area;Comments;Owner
Raft and what is built on it, in words that are long enough to need a second line;2;4;Consensus;Read the paper;me
Log compaction;;5;;;
Paxos;7;;;;
Gossip;3
Clocks;blank;3;Time;;you
"""


def test_import_skills():
    with Home() as home:
        home.make_plan()
        table = home.folder / 'skills.csv'
        table.write_text(SKILLS)
        program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
        program.window('Waymark').act('win.import-skills')
        program.choose(_('Open Table'), table)
        title = _('Import Skills')
        window = program.window(title)
        program.resize(title, min(WIDTH, 600), min(HEIGHT, 680))
        window.find('label', table.name)
        window.find('label', 'Owner')
        picture(program, window, 'import-skills')
        program.focus(title)
        program.tab_to(window.find('check box', _('Leave out rows with problems')))
        program.key('space')
        program.tab_to(window.find('combo box', 'Owner'))
        program.key('Tab', 'Down', 'Down')
        picture(program, window, 'import-skills-rows')
        program.close()


MIXED = """BEGIN:VCALENDAR
X-WR-CALNAME:Work
BEGIN:VEVENT
UID:a
DTSTART;TZID=Customized Time Zone of the Paris Office:20270105T090000
DURATION:PT1H
RRULE:FREQ=WEEKLY
END:VEVENT
BEGIN:VEVENT
UID:b
DTSTART;TZID=W. Europe Standard Time:20270106T090000
DURATION:PT1H
END:VEVENT
BEGIN:VEVENT
UID:c
DTSTART:20270106T090000Z
DTEND:20260106T090000Z
END:VEVENT
END:VCALENDAR
"""


def test_import():
    with Home() as home:
        home.make_plan()
        work = home.folder / 'work.ics'
        work.write_text(MIXED)
        program = Program(['--database', str(home.database)], {'WAYMARK_NOW': NOW})
        program.window('Waymark').act('win.import-calendar')
        program.choose(_('Open Calendar'), work)
        window = program.window(_('Plan Around a Calendar'))
        program.resize(_('Plan Around a Calendar'), min(WIDTH, 600), min(HEIGHT, 680))
        window.find('label', _('Events in the file'))
        picture(program, window, 'import')
        program.close()


main(globals())
