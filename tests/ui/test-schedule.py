"""The week and the month: blocks dragged, stretched, drawn and taken away, by pointer and by keyboard."""
import datetime
import pathlib
import re
import subprocess
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, wait  # noqa: E402
from waymark import Home, main  # noqa: E402

NOW = '2027-01-18T10:00:00Z'
GUTTER = 56


def open_week(home, now=NOW, mode=None):
    program = Program(['--database', str(home.database)], {'WAYMARK_NOW': now})
    window = program.window('Waymark')
    program.focus('Waymark')
    program.key('alt+3')
    grid = window.find(None, 'Week; the agenda says the same')
    program.settle()
    return program, window, grid


def tiles(grid):
    return grid.all('push button')


def tile_on(grid, text):
    return wait(lambda: [t for t in tiles(grid) if text in t.name], text)[0]


def blocks(home):
    return home.json('schedule')['blocks']


def block_at(home, start):
    return [b for b in blocks(home) if b['start'] == start]


class Mouse:
    def __init__(self, program):
        self.window = program.x_window('Waymark')

    def move(self, x, y):
        subprocess.check_call(['xdotool', 'mousemove', '--window', self.window, str(int(x)), str(int(y))])
        time.sleep(0.05)

    def drag(self, start, end, drop=True):
        self.move(*start)
        subprocess.check_call(['xdotool', 'mousedown', '1'])
        for i in range(1, 6):
            self.move(start[0] + (end[0] - start[0]) * i / 5, start[1] + (end[1] - start[1]) * i / 5)
        if drop:
            subprocess.check_call(['xdotool', 'mouseup', '1'])

    def click(self, x, y, button='1', repeat='1'):
        self.move(x, y)
        subprocess.check_call(['xdotool', 'click', '--repeat', repeat, button])


def middle(node):
    x, y, width, height = node.box
    return x + width / 2, y + height / 2


def test_a_block_is_dragged_and_undone():
    with Home() as home:
        home.make_plan('--zone', 'UTC')
        program, window, grid = open_week(home)
        mouse = Mouse(program)
        tile = tile_on(grid, 'Tuesday, 19 January 2027, 18:30')
        before = blocks(home)
        x, y = middle(tile)
        column = (grid.size[0] - GUTTER) / 7
        hour = 48
        place = tile.box
        # A day later and two hours earlier, back to where it was, and down again.
        mouse.drag((x, y), (x + column, y - 2 * hour), drop=False)
        wait(lambda: grid.description == 'Wednesday, 20 January 2027, 16:30 – 17:30', grid.description)
        program.screenshot('schedule-dragging')
        subprocess.check_call(['xdotool', 'mouseup', '1'])
        wait(lambda: block_at(home, '2027-01-20T16:30:00Z'), 'the block to move')
        moved = block_at(home, '2027-01-20T16:30:00Z')[0]
        assert moved['pinned'] and moved['end'] == '2027-01-20T17:30:00Z', moved
        tile = tile_on(grid, 'Wednesday, 20 January 2027, 16:30')
        # Where the pointer dropped it, to the pixel of a quarter of an hour.
        assert abs(tile.box[0] - place[0] - column) <= 2 and abs(tile.box[1] - place[1] + 2 * hour) <= 2
        program.key('ctrl+z')
        wait(lambda: blocks(home) == before, 'undo')
        assert tile_on(grid, 'Tuesday, 19 January 2027, 18:30').box == place
        program.key('ctrl+shift+z')
        wait(lambda: block_at(home, '2027-01-20T16:30:00Z') == [moved], 'redo')
        program.close()


def test_an_end_is_dragged_and_a_block_is_drawn():
    with Home() as home:
        home.make_plan('--zone', 'UTC')
        program, window, grid = open_week(home)
        mouse = Mouse(program)
        x, y, width, height = tile_on(grid, 'Tuesday, 19 January 2027, 18:30').box
        # The box is what is inside the border.
        mouse.drag((x + width / 2, y + height + 1), (x + width / 2, y + height + 25))
        wait(lambda: [b for b in block_at(home, '2027-01-19T18:30:00Z') if b['end'] == '2027-01-19T20:00:00Z'],
             'a longer block')
        # On Sunday evening there is nothing yet.
        count = len(blocks(home))
        column = (grid.size[0] - GUTTER) / 7
        left = grid.box[0] + GUTTER + 6 * column + column / 2
        mouse.drag((left, y), (left, y + 36))
        added = wait(lambda: block_at(home, '2027-01-24T18:30:00Z'), 'a new block')[0]
        assert added['end'] == '2027-01-24T19:15:00Z' and added['pinned'] and added['title'] == 'Core', added
        assert len(blocks(home)) == count + 1
        # Planning again leaves both.
        home.run('replan', '--apply')
        assert block_at(home, '2027-01-24T18:30:00Z') == [added], blocks(home)
        # Escape in the middle of a drag: nothing has happened.
        tile = tile_on(grid, 'Sunday, 24 January 2027, 18:30')
        start = middle(tile)
        mouse.drag(start, (start[0], start[1] - 96), drop=False)
        wait(lambda: '16:30' in grid.description, grid.description)
        # Not program.key(), which lets go of the button.
        subprocess.check_call(['xdotool', 'key', 'Escape'])
        subprocess.check_call(['xdotool', 'mouseup', '1'])
        program.settle()
        assert block_at(home, '2027-01-24T18:30:00Z') == [added], [b for b in blocks(home) if b['pinned']]
        program.close()


def test_the_keyboard_does_all_of_it():
    with Home() as home:
        home.make_plan('--zone', 'UTC')
        program, window, grid = open_week(home)
        program.tab_to(grid)
        program.key('Tab')
        tile = tile_on(grid, 'Monday, 18 January 2027, 18:30')
        wait(lambda: tile.state('FOCUSED'), 'the first block')
        program.key('Right')
        tuesday = tile_on(grid, 'Tuesday, 19 January 2027, 18:30')
        wait(lambda: tuesday.state('FOCUSED'), 'the block of the next day')
        program.key('alt+Right', 'alt+Up', 'alt+Up')
        wait(lambda: grid.description == 'Wednesday, 20 January 2027, 18:00 – 19:00', grid.description)
        program.key('alt+shift+Down', 'Return')
        moved = wait(lambda: block_at(home, '2027-01-20T18:00:00Z'), 'the block to move')[0]
        assert moved['end'] == '2027-01-20T19:15:00Z', moved
        wait(lambda: tile_on(grid, 'Wednesday, 20 January 2027, 18:00').state('FOCUSED'), 'the keyboard to stay')
        program.key('alt+shift+Down', 'alt+shift+Down', 'Return')
        wait(lambda: block_at(home, '2027-01-20T18:00:00Z')[0]['end'] == '2027-01-20T19:45:00Z', 'a longer block')
        # The popover, and what is in it.
        program.key('Return')
        popover = window.find('push button', 'Done')
        window.find('label', re.compile('You put it here'))
        program.settle()
        program.screenshot('schedule-block')
        popover.act()
        wait(lambda: block_at(home, '2027-01-20T18:00:00Z')[0]['state'] == 'done', 'done')
        window.find('text', 'Title').type('Read about clocks')
        entry = window.find('text', 'Times')
        entry.type('half past six')
        window.find('push button', 'Save Changes').act()
        window.find('label', re.compile('half past six'))
        entry.type('17:30-18:15')
        window.find('push button', 'Save Changes').act()
        changed = wait(lambda: block_at(home, '2027-01-20T17:30:00Z'), 'other times')[0]
        assert changed['title'] == 'Read about clocks' and changed['end'] == '2027-01-20T18:15:00Z', changed
        wait(lambda: tile_on(grid, 'Wednesday, 20 January 2027, 17:30').state('FOCUSED'), 'the keyboard to come back')
        program.key('Delete')
        wait(lambda: not block_at(home, '2027-01-20T17:30:00Z'), 'the block to go')
        # A new one at the cursor of the grid.
        program.tab_to(grid)
        program.key('Left', 'Down')
        wait(lambda: grid.description.startswith('Sunday, 17 January 2027'), grid.description)
        program.key('Page_Down')
        wait(lambda: grid.description.startswith('Sunday, 24 January 2027'), grid.description)
        day = re.match(r'(.*), (\d\d:\d\d) – ', grid.description)
        program.key('Return')
        start = datetime.datetime.strptime(' '.join(day.groups()), '%A, %d %B %Y %H:%M').strftime('%Y-%m-%dT%H:%M:00Z')
        wait(lambda: block_at(home, start), 'a block at ' + start)
        for _ in range(6):
            program.key('ctrl+z')
            program.settle()
        assert not [b for b in blocks(home) if b['pinned']]
        program.close()


def test_the_month_moves_a_block_and_leads_to_the_week():
    with Home() as home:
        home.make_plan('--zone', 'UTC')
        program, window, grid = open_week(home)
        program.key('alt+m')
        month = window.find(None, 'Month; the agenda says the same')
        wait(lambda: month.description == 'Monday, 18 January 2027: 1 block, busy for 1 h', month.description)
        mouse = Mouse(program)
        x, y, width, height = month.box
        column, row = width / 7, (height - 28) / 6
        chip = (x + column / 2, y + 28 + 3 * row + 22 + 8)
        mouse.drag(chip, (chip[0] + 6 * column, chip[1]), drop=False)
        program.settle()
        program.screenshot('month-dragging')
        subprocess.check_call(['xdotool', 'mouseup', '1'])
        wait(lambda: block_at(home, '2027-01-24T18:30:00Z'), 'the block on Sunday')
        program.key('Right', 'Down')
        wait(lambda: month.description.startswith('Tuesday, 26 January'), month.description)
        program.key('Return')
        grid = window.find(None, 'Week; the agenda says the same')
        tile_on(grid, 'Tuesday, 26 January 2027, 18:30')
        program.key('ctrl+z')
        wait(lambda: block_at(home, '2027-01-18T18:30:00Z'), 'undo')
        program.close()


def test_the_hours_come_closer_where_one_looks():
    with Home() as home:
        home.make_plan('--zone', 'UTC')
        program, window, grid = open_week(home)
        mouse = Mouse(program)
        tile = tile_on(grid, 'Tuesday, 19 January 2027, 18:30')
        x, y, width, height = tile.box
        mouse.move(x + width / 2, y)
        subprocess.check_call(['xdotool', 'keydown', 'ctrl', 'click', '4', 'click', '4', 'keyup', 'ctrl'])
        wait(lambda: tile.box[3] > 1.4 * height, 'a taller block')
        program.settle()
        # What begins under the pointer still does.
        assert abs(tile.box[1] - y) <= 3, (tile.box, y)
        program.screenshot('schedule-closer')
        program.tab_to(grid)
        program.key('ctrl+minus')
        wait(lambda: height < tile.box[3] < 1.4 * height, 'a lower block')
        program.key('ctrl+0')
        wait(lambda: abs(tile.box[3] - height) <= 1, 'the first height')
        program.close()


def test_the_clock_runs_in_the_popover():
    with Home() as home:
        home.make_plan('--zone', 'UTC')
        program, window, grid = open_week(home)
        id = block_at(home, '2027-01-18T18:30:00Z')[0]['id']
        program.tab_to(grid)
        program.key('Tab', 'Return')
        window.find('push button', 'Start').act()
        wait(lambda: block_at(home, '2027-01-18T18:30:00Z')[0]['started'] == NOW, 'the clock')
        window.find('label', 'Running: 0 min of 1 h')
        program.settle()
        program.screenshot('schedule-clock')
        window.find('push button', 'Pause').act()
        window.find('label', 'Paused: 0 min of 1 h')
        window.find('push button', 'Finish').act()
        wait(lambda: block_at(home, '2027-01-18T18:30:00Z')[0]['state'] == 'done', 'done')
        window.find('spin button', 'Minutes worked').set_value(45)
        window.find('push button', 'Correct').act()
        wait(lambda: home.json('block', 'show', id)['actual_minutes'] == 45, 'the minutes')
        window.find('label', 'Worked: 45 min of 1 h')
        # A note alone moves and pins nothing.
        window.find('text', 'Note').type('Chapter 5 is next')
        save = window.find('push button', 'Save Changes')
        wait(lambda: save.state('SENSITIVE'), 'something to save')
        save.act()
        noted = wait(lambda: [b for b in blocks(home) if b['note'] == 'Chapter 5 is next'], 'the note')[0]
        assert noted['id'] == id and not noted['pinned'], noted
        program.key('ctrl+z')
        wait(lambda: home.json('block', 'show', id)['note'] == '', 'undo')
        program.close()


def test_a_row_of_the_agenda_opens_its_block():
    with Home() as home:
        home.make_plan('--zone', 'UTC')
        program, window, grid = open_week(home)
        program.key('alt+a')
        agenda = window.find('list', 'Agenda')
        check = window.find('check box', re.compile('^Done: .*18:30 – 19:30$'))
        program.tab_to(check)
        program.key('shift+Tab', 'Down')
        row = wait(lambda: agenda.focused('list item'), 'a row')[0]
        program.key('Return')
        window.find('label', 'Why Here')
        program.settle()
        program.screenshot('agenda-block')
        missed = window.find('push button', 'Missed')
        missed.act()
        wait(lambda: [b for b in blocks(home) if b['state'] == 'missed'], 'missed')
        program.key('Escape')
        window.gone('label', 'Why Here')
        wait(lambda: row.state('FOCUSED'), 'the keyboard to come back')
        program.close()


def test_days_of_23_and_25_hours():
    with Home() as home:
        home.make_plan('--zone', 'Europe/Berlin', '--until', '2027-12-01')
        program, window, grid = open_week(home, '2027-03-24T10:00:00Z')
        height = grid.size[1]
        program.screenshot('schedule-23-hours')
        program.close()
        program, window, grid = open_week(home, '2027-10-27T10:00:00Z')
        # The hour that comes twice has room twice.
        assert grid.size[1] - height == 48, (grid.size, height)
        x, y, width, _ = grid.box
        column = (width - GUTTER) / 7
        mouse = Mouse(program)
        mouse.move(x + GUTTER + 6.5 * column, 400)
        subprocess.check_call(['xdotool', 'click', '--repeat', '60', '4'])
        program.settle()
        program.screenshot('schedule-25-hours')
        top = grid.box[1] + 10
        # From 02:00 to 03:00, the second time: 3 to 4 hours from the top.
        mouse.drag((x + GUTTER + 6.5 * column, top + 3 * 48), (x + GUTTER + 6.5 * column, top + 4 * 48))
        added = wait(lambda: block_at(home, '2027-10-31T01:00:00Z'), 'a block in the second hour')[0]
        assert added['end'] == '2027-10-31T02:00:00Z', added
        program.close()


main(globals())
