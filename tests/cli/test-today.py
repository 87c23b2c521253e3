"""What to do now, and the clock of a block, on the command line."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from waymark import Home, main  # noqa: E402

# The plan's second block lies on 5 January, from 18:30 to 19:30 in Berlin.
BEFORE, IN_BLOCK, LATER = "2027-01-05T16:00:00Z", "2027-01-05T17:40:00Z", "2027-01-05T18:05:00Z"


def ids(home):
    return [block["id"] for block in home.json("schedule")["blocks"]]


def test_now_and_next():
    with Home() as home:
        home.make_plan()
        second, third = ids(home)[1:3]
        today = home.json("today", now=BEFORE)
        assert today["date"] == "2027-01-05" and today["zone"] == "Europe/Berlin"
        assert (today["moment"], today["now"]["id"]) == ("next", second)
        assert [block["id"] for block in today["blocks"]] == [second]
        assert today["next"]["drill"]["id"] == third
        assert today["next"]["review"]["start"] > today["next"]["drill"]["start"]
        assert today["week"] == {"planned_minutes": 330, "done_minutes": 0}, today["week"]
        assert today["offers"] == [] and "Offers" not in home.run("today", now=BEFORE)
        assert home.json("today", now=IN_BLOCK)["moment"] == "current"
        text = home.run("today", now=IN_BLOCK)
        assert f"Now: 2027-01-05 18:30 Map" in text and f"(block {second})" in text, text
        assert "This week: 0 min of 5 h 30 min done." in text, text


def test_the_clock():
    with Home() as home:
        home.make_plan()
        first, second = ids(home)[:2]
        block = home.json("block", "start", second, now=IN_BLOCK)
        assert (block["state"], block["started"], block["actual_minutes"]) == ("started", IN_BLOCK, None)
        today = home.json("today", now=LATER)
        assert (today["moment"], today["now"]["id"], today["week"]["done_minutes"]) == ("running", second, 25)
        assert "25 min of 1 h" in home.run("today", now=LATER)
        assert home.json("block", "pause", second, now=LATER)["actual_minutes"] == 25
        # Another clock pauses this one.
        home.run("block", "start", second, now=LATER)
        home.run("block", "start", first, now="2027-01-05T18:10:00Z")
        blocks = home.json("schedule")["blocks"]
        assert (blocks[1]["started"], blocks[1]["actual_minutes"]) == (None, 30)
        assert "done, 20 min of 1 h" in home.run("block", "finish", first, now="2027-01-05T18:30:00Z")
        assert home.json("block", "minutes", first, 45)["actual_minutes"] == 45
        home.run("undo")
        assert home.json("schedule")["blocks"][0]["actual_minutes"] == 20
        home.run("undo")
        assert home.json("schedule")["blocks"][0]["state"] == "started"
        assert home.json("block", "skip", second)["state"] == "skipped"


def test_what_is_wrong_is_said_and_changes_nothing():
    with Home() as home:
        home.make_plan()
        first = ids(home)[0]
        home.run("block", "finish", first)
        before = home.dump()
        home.run("block", "start", first, code=1)
        assert "is done" in home.stderr
        home.run("block", "start", 4711, code=1)
        assert "no longer there" in home.stderr
        home.run("block", "start", "one", code=2)
        home.run("block", "start", code=2)
        home.run("block", "minutes", first, 1441, code=2)
        assert home.dump() == before


def test_what_is_worth_a_look():
    with Home() as home:
        home.make_plan()
        assert home.json("today", now=BEFORE)["findings"] == []
        assert home.json("today", now=BEFORE)["unchecked"] == []
        now = "2027-01-26T12:00:00Z"
        findings = {found["check"]: found for found in home.json("today", now=now)["findings"]}
        assert list(findings) == ["dates", "step", "artifacts", "mock"], list(findings)
        mock = findings["mock"]
        assert mock["source"] == "Mock practice" and "22 days since the start" in mock["text"]
        assert mock["command"] in home.run("today", now=now)
        block = home.json(*mock["command"].split()[1:], now=now)
        assert block["kind"] == "mock" and block["start"] > now
        assert "mock" not in [found["check"] for found in home.json("today", now=now)["findings"]]
        home.run("undo")
        assert "mock" in [found["check"] for found in home.json("today", now=now)["findings"]]
        home.run("block", "plan", "study", code=2)
        home.run("block", "plan", "mock", "--guide", "unknown", code=1)


def test_without_a_plan():
    with Home() as home:
        assert "Nothing more is planned." in home.run("today")
        today = home.json("today")
        assert (today["moment"], today["now"], today["blocks"]) == ("nothing", None, [])


main(globals())
