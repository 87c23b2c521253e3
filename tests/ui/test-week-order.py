"""A week begins with the day that the locale says, on the side that the language begins on: run right to left, in
the United States."""
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / 'cli')]
from driver import Program, wait  # noqa: E402
from waymark import Home, main  # noqa: E402


def test_the_week_begins_on_sunday_at_the_right():
    with Home() as home:
        home.make_plan()
        program = Program(['--database', str(home.database)])
        program.window('Waymark')
        program.focus('Waymark')
        program.key('ctrl+comma')
        window = program.window('Hours and Limits')
        program.focus('Hours and Limits')
        grid = wait(lambda: [n for n in window.all(None, 'Hours of the week') if n.description], 'the week')[-1]
        program.tab_to(grid)

        def says(text):
            wait(lambda: grid.description == text, f'{text!r}; it says {grid.description!r}', 10)

        says('Sunday, 18:00 – 18:30: Not free')
        program.key('Right', 'Left')
        says('Monday, 18:00 – 18:30: Not free')
        program.key('shift+Left', 'shift+Left')
        says('Monday – Wednesday, 18:00 – 18:30: Not free')
        program.key('space')
        says('Monday – Wednesday, 18:00 – 18:30: Free for all kinds')
        program.settle()
        program.screenshot('week-order')
        program.tab_to(window.find('list item', 'As Text'))
        program.key('Return')
        wait(lambda: [n.name for n in window.all('text') if n.name.endswith('day')], 'the rows')
        rows = [n.name for n in window.all('text') if n.name.endswith('day')]
        assert rows == ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'], rows
        program.close()


main(globals())
