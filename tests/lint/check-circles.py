"""No files that call each other in a circle: of such files none can be read, tested or moved alone. An arrow goes from a
source to where a function is that it calls. Argument: the folder of the project."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'cli'))
from waymark import main  # noqa: E402

SRC = pathlib.Path(sys.argv[1]) / 'src'
DEFINED = re.compile(r'^(way_\w+) \(', re.MULTILINE)
USED = re.compile(r'\bway_\w+')


def draw_arrows():
    """The sources that each source needs, and a name for which."""
    texts = {str(path.relative_to(SRC)): path.read_text() for path in sorted(SRC.rglob('*.c'))}
    home = {name: path for path, text in texts.items() for name in DEFINED.findall(text)}
    arrows = {path: {home[name]: name for name in USED.findall(text) if name in home} for path, text in texts.items()}
    for path, needs in arrows.items():
        needs.pop(path, None)
    return arrows


def find_circles(arrows):
    """The strongly connected parts of more than one file: Tarjan, SIAM Journal on Computing 1, 1972."""
    order, low, stack, circles = {}, {}, [], []

    def visit(path):
        order[path] = low[path] = len(order)
        stack.append(path)
        for other in arrows[path]:
            if other not in order:
                visit(other)
                low[path] = min(low[path], low[other])
            elif other in stack:
                low[path] = min(low[path], order[other])
        if low[path] == order[path]:
            part = stack[stack.index(path):]
            del stack[stack.index(path):]
            if len(part) > 1:
                circles.append(part)

    for path in arrows:
        if path not in order:
            visit(path)
    return circles


def tell(arrows, circle):
    return '\n'.join(f'# {path} needs {other} for {name}' for path in circle for other, name in arrows[path].items()
                     if other in circle)


def test_files_call_each_other_in_no_circle():
    arrows = draw_arrows()
    assert len(arrows) > 300, len(arrows)
    circles = find_circles(arrows)
    for circle in circles:
        print(tell(arrows, circle))
    assert not circles, circles


def test_a_circle_is_found():
    assert [sorted(c) for c in find_circles({'a': {'b': ''}, 'b': {'c': ''}, 'c': {'b': '', 'd': ''}, 'd': {}})] == [['b', 'c']]


main(globals())
