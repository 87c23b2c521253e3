"""python-icalendar finds every event of the plan under its UID, at its time and with its title."""
import datetime
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from client import blocks, check_changes, check_same, make_plan, missing, plan, read_events  # noqa: E402
from waymark import Home, main  # noqa: E402


def test_every_block_has_its_uid_time_and_title():
    try:
        import icalendar  # noqa: F401
    except ImportError:
        return missing("python-icalendar")
    with Home() as home:
        make_plan(home, 3)
        first = plan(home)
        for hours in 3, 6:
            make_plan(home, hours)
            events = read_events(home.plan.read_bytes())
            assert len(set(event[:2] for event in events)) == len(events)
            timed = sorted(event for event in events if isinstance(event[1], datetime.datetime))
            check_same(timed, blocks(home), f"{hours} hours")
        check_changes(first, plan(home))
        home.run("undo")
        check_same(sorted(read_events(home.plan.read_bytes())), first, "after undo")


main(globals())
