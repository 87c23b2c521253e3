"""Time for gap actions on the command line."""
import pathlib
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from waymark import Home, main  # noqa: E402


def skill(home):
    db = sqlite3.connect(home.database)
    db.row_factory = sqlite3.Row
    row = dict(db.execute("SELECT * FROM skill ORDER BY id LIMIT 1").fetchone())
    db.close()
    return row


def blocks(home):
    return home.json("schedule")["blocks"]


def test_a_gap_action_is_planned_and_placed():
    with Home() as home:
        home.make_plan()
        title = skill(home)["title"]
        before = home.dump()
        work = home.json("skill", "plan", title.upper(), "--hours", 2.5, "--due", "2027-02-10",
                         "--title", "Two design documents")
        assert (work["skill"], work["title"]) == (title, "Two design documents"), work
        assert (work["minutes"], work["due"], work["planned_minutes"]) == (150, "2027-02-10", 0), work
        assert len(blocks(home)) == len(before["block"])
        home.run("replan", "--apply")
        placed = [block for block in blocks(home) if block["title"] == f"{title}: Two design documents"]
        assert len(placed) == 3 and all(block["start"] < "2027-02-11" for block in placed), placed
        assert f"the gap action of “{title}”, due by 10 February 2027" in placed[0]["why"], placed[0]
        assert "for " + placed[0]["title"] in home.run("block", "show", placed[0]["id"])
        listed = home.json("skill", "plan", "list")
        assert [it["planned_minutes"] for it in listed] == [180], listed
        text = home.run("skill", "plan", "list")
        assert "2027-02-10" in text and "2 h 30 min" in text and "3 h planned" in text, text
        home.run("skill", "plan", "remove", work["id"])
        assert home.json("skill", "plan", "list") == []
        assert not [block for block in blocks(home) if "Two design documents" in block["title"]]
        for _ in range(3):
            home.run("undo")
        after = home.dump()
        assert after["block"] == before["block"] and after["gap_work"] == []


def test_with_apply_it_is_one_step():
    with Home() as home:
        home.make_plan()
        first = skill(home)
        text = home.run("skill", "plan", first["id"], "--hours", 3, "--due", "2027-03-01", "--apply")
        assert " added, " in text and "3 h, 3 h planned" in text, text
        assert len([block for block in blocks(home) if "gap action" in block["why"]]) == 3
        assert [it["title"] for it in home.json("skill", "plan", "list")] == [first["gap_action"] or first["title"]]
        home.run("undo")
        assert home.json("skill", "plan", "list") == []
        text = home.run("skill", "plan", first["id"], "--hours", 3, "--due", "2027-03-01")
        assert "replan --apply" in text, text


def test_what_is_wrong_is_said_and_changes_nothing():
    with Home() as home:
        home.run("skill", "plan", "list")
        home.make_plan()
        first = skill(home)["id"]
        before = home.dump()
        for words, code, said in (
                ([first, "--hours", 3], 2, "--due DATE"),
                ([first, "--due", "+2w"], 2, "--hours N"),
                (["Juggling", "--hours", 3, "--due", "+2w"], 1, "no skill “Juggling”"),
                ([first, "--hours", "many", "--due", "+2w"], 1, "“many” is not a number of hours"),
                ([first, "--hours", 0, "--due", "+2w"], 1, "from 5 minutes to 1000 hours"),
                ([first, "--hours", 1001, "--due", "+2w"], 1, "from 5 minutes to 1000 hours"),
                ([first, "--hours", 3, "--due", "2026-11-22"], 1, "which is past"),
                ([first, "--hours", 3, "--due", "soon"], 1, "soon"),
                (["remove", "x"], 2, "skill plan list"),
                (["remove", 4711], 1, "no longer in the plan")):
            home.run("skill", "plan", *words, code=code)
            assert said in home.stderr, (words, home.stderr)
        assert home.dump() == before


main(globals())
