"""Putting single blocks somewhere, and taking a part of a draft, on the command line."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from waymark import Home, main  # noqa: E402

NOW = "2027-01-18T10:00:00Z"


def blocks(home):
    return home.json("schedule")["blocks"]


def times(home):
    return {block["id"]: (block["start"], block["end"]) for block in blocks(home)}


def test_a_block_is_added_moved_and_removed():
    with Home() as home:
        home.make_plan()
        before = home.dump()
        # On Sunday there is nothing; half past six in Berlin.
        added = home.json("block", "add", "--from", "next sunday 18:30", "--minutes", 45, now=NOW)
        assert (added["start"], added["end"]) == ("2027-01-24T17:30:00Z", "2027-01-24T18:15:00Z"), added
        assert added["pinned"] and (added["kind"], added["title"]) == ("study", "Core"), added
        assert home.stderr == ""
        moved = home.json("block", "move", added["id"], "--from", "2027-01-24T08:00:00Z", now=NOW)
        assert (moved["start"], moved["end"]) == ("2027-01-24T08:00:00Z", "2027-01-24T08:45:00Z"), moved
        longer = home.json("block", "move", added["id"], "--minutes", 90, now=NOW)
        assert (longer["start"], longer["end"]) == ("2027-01-24T08:00:00Z", "2027-01-24T09:30:00Z"), longer
        assert not home.json("block", "unpin", added["id"])["pinned"]
        assert home.json("block", "pin", added["id"])["pinned"]
        text = home.run("block", "show", added["id"])
        assert "2027-01-24 09:00 – 10:30, for Core" in text and "Pinned" in text and "You put it here" in text, text
        assert home.json("block", "remove", added["id"])["id"] == added["id"]
        for _ in range(6):
            home.run("undo")
        undone = home.dump()
        assert undone["block"] == before["block"]


def test_a_block_of_another_kind():
    with Home() as home:
        home.make_plan()
        drill = home.json("block", "add", "--from", "2027-01-24T08:00:00Z", "--minutes", 30, "--kind", "drill", now=NOW)
        assert (drill["kind"], drill["title"], drill["phase"]) == ("drill", "Question drill", ""), drill
        depth = home.json("block", "add", "--from", "2027-01-24T09:00:00Z", "--minutes", 60, "--for", "depth",
                          "--title", "Read about clocks", now=NOW)
        assert (depth["phase"], depth["title"]) == ("Depth", "Read about clocks"), depth


def test_an_overlap_is_said_and_stays():
    with Home() as home:
        home.make_plan()
        first, second = blocks(home)[:2]
        moved = home.json("block", "move", second["id"], "--from", first["start"])
        assert moved["start"] == first["start"]
        assert f"overlaps “{first['title']}”" in home.stderr, home.stderr
        home.run("block", "add", "--from", first["start"], "--minutes", 30)
        assert "overlaps" in home.stderr


def test_what_is_wrong_is_said_and_changes_nothing():
    with Home() as home:
        home.make_plan()
        first = blocks(home)[0]["id"]
        before = home.dump()
        for words, code, said in (
                (["add", "--minutes", 60], 2, "--from WHEN"),
                (["add", "--from", "tomorrow 18:30"], 2, "--minutes N"),
                (["add", "--from", "tomorrow 18:30", "--minutes", 4], 1, "5 minutes to 24 hours"),
                (["add", "--from", "tomorrow 18:30", "--minutes", 60, "--kind", "nap"], 2, "none of study"),
                (["add", "--from", "tomorrow 18:30", "--minutes", 60, "--for", "Sleep"], 1, "Core"),
                (["add", "--from", "tomorrow 25:30", "--minutes", 60], 1, "25:30"),
                (["add", "--from", "someday 18:30", "--minutes", 60], 1, "someday"),
                (["add", "--from", "18:30", "--minutes", 60], 1, "18:30"),
                (["move", first], 2, "Where to"),
                (["move", 4711, "--minutes", 60], 1, "no longer there"),
                (["pin", 4711], 1, "no longer there"),
                (["remove", 4711], 1, "no longer there"),
                (["show", 4711], 1, "no longer there"),
                (["show", "one"], 2, "one")):
            home.run("block", *words, code=code)
            assert said in home.stderr, (words, home.stderr)
        assert home.dump() == before


def evenings_taken(home, *times):
    """These hours of each evening are taken now: most of the plan has to move."""
    events = "".join(f"BEGIN:VEVENT\r\nUID:{start}@test\r\nDTSTAMP:20260101T000000Z\r\n"
                     f"DTSTART;TZID=Europe/Berlin:20270118T{start}00\r\n"
                     f"DTEND;TZID=Europe/Berlin:20270118T{end}00\r\n"
                     "RRULE:FREQ=DAILY\r\nSUMMARY:Dishes\r\nEND:VEVENT\r\n" for start, end in times)
    calendar = home.folder / "evenings.ics"
    calendar.write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + events +
                        "END:VCALENDAR\r\n", newline="")
    home.run("busy", "add", calendar)


def test_a_part_of_a_draft_is_carried_out():
    with Home() as home:
        home.make_plan()
        evenings_taken(home, ("1830", "1945"))
        draft = home.json("replan", now=NOW)
        groups = {group["group"]: group for group in draft["groups"]}
        assert {"Core", "Depth", "Drills"} <= set(groups), groups
        assert sum(group["moved"] for group in groups.values()) == draft["moved"]
        assert draft["conflicts"] == [] and all(group["chosen"] for group in groups.values())
        before = times(home)
        # A group that is in nobody's way alone.
        alone = [name for name in groups
                 if not home.json("replan", "--only", name, now=NOW)["conflicts"]]
        part = home.json("replan", "--only", alone[0].upper(), "--apply", now=NOW)
        assert {change["group"] for change in part["changes"]} == {alone[0]}
        moved = {id for id, time in times(home).items() if before.get(id) != time}
        assert len(moved) == part["moved"] + part["added"], (len(moved), part)
        assert alone[0] not in [group["group"] for group in home.json("replan", now=NOW)["groups"]]
        home.run("undo")
        assert times(home) == before


def test_a_part_that_needs_another_is_refused():
    with Home() as home:
        home.make_plan()
        evenings_taken(home, ("1830", "1900"), ("2015", "2130"))
        names = [group["group"] for group in home.json("replan", now=NOW)["groups"]]
        found = [(name, conflicts) for name in names
                 for conflicts in [home.json("replan", "--only", name, now=NOW)["conflicts"]] if conflicts]
        assert found
        name, conflicts = found[0]
        before = home.dump()
        home.run("replan", "--only", name, "--apply", code=1, now=NOW)
        needed = {conflict["needs"] for conflict in conflicts}
        assert all(f"“{other}”" in home.stderr for other in needed), (home.stderr, needed)
        home.run("replan", "--only", "Nothing of that name", code=1, now=NOW)
        assert name in home.stderr
        assert home.dump() == before
        # With all that is needed it is carried out.
        chosen = {name} | needed
        while True:
            only = [word for other in sorted(chosen) for word in ("--only", other)]
            more = {conflict["needs"] for conflict in home.json("replan", *only, now=NOW)["conflicts"]}
            if not more:
                break
            chosen |= more
        home.run("replan", *only, "--apply", now=NOW)
        left = {group["group"] for group in home.json("replan", now=NOW)["groups"]}
        assert not left & chosen, (left, chosen)
        ordered = sorted(times(home).values())
        assert all(a[1] <= b[0] for a, b in zip(ordered, ordered[1:]))


main(globals())
