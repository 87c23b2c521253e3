"""The main job from outside: a guide in, a dated plan and a calendar file out; and what goes wrong."""
import datetime
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from waymark import Home, SHARED, guide, main  # noqa: E402

UTC = datetime.timezone.utc


def instant(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def test_a_guide_becomes_a_plan_and_a_calendar_file():
    with Home() as home:
        out = home.make_plan()
        for word in ("Map", "Core", "Depth", "Signal", "2027-01-04"):
            assert word in out, word
        blocks = home.json("schedule")["blocks"]
        assert home.plan.read_text().count("BEGIN:VEVENT") == len(blocks) + 7 + 3
        kinds = {block["kind"] for block in blocks}
        assert kinds == {"study", "drill", "mock", "review"}, kinds
        assert all(block["why"] for block in blocks)
        roadmap = home.json("roadmap")
        assert [p["title"] for p in roadmap["phases"]] == ["Map", "Core", "Depth", "Signal"]
        for before, after in zip(roadmap["phases"], roadmap["phases"][1:]):
            if not after["ongoing"]:
                assert before["early_finish"] <= before["late_finish"] < after["start"]


def test_no_block_lies_over_busy_time_or_another_block():
    with Home() as home:
        home.make_plan()
        blocks = [(instant(b["start"]), instant(b["end"])) for b in home.json("schedule")["blocks"]]
        busy = home.json("calendar", "busy", home.busy, "--from", "2027-01-01T00:00:00Z", "--to",
                         "2028-01-01T00:00:00Z", "--zone", "Europe/Berlin")["busy"]
        assert len(busy) > 100
        taken = sorted(blocks + [(instant(a), instant(b)) for a, b in busy])
        for before, after in zip(taken, taken[1:]):
            assert before[1] <= after[0], (before, after)


def test_the_second_run_changes_nothing_and_writes_the_same_bytes():
    with Home() as home:
        home.make_plan()
        data, file = home.dump(), home.plan.read_bytes()
        home.make_plan(now="2026-11-23T15:30:00Z")
        assert home.plan.read_bytes() == file
        assert home.dump() == data


def test_one_undo_takes_the_whole_plan_and_redo_brings_it_back():
    with Home() as home:
        home.make_plan()
        blocks = home.json("schedule")
        home.run("undo")
        assert home.json("schedule")["blocks"] == []
        assert home.json("busy", "list") == []
        home.run("undo", code=1)
        home.run("redo")
        assert home.json("schedule") == blocks


def test_a_new_appointment_moves_only_what_it_must():
    with Home() as home:
        home.make_plan()
        before = {b["uid"]: b["start"] for b in home.json("schedule")["blocks"]}
        first = home.json("schedule")["blocks"][0]
        stamp = first["start"].replace("-", "").replace(":", "")
        extra = home.folder / "extra.ics"
        extra.write_text("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:x\nDTSTART:" + stamp +
                         "\nDURATION:PT3H\nEND:VEVENT\nEND:VCALENDAR\n")
        home.run("busy", "add", extra)
        draft = home.json("replan")
        assert {b["uid"]: b["start"] for b in home.json("schedule")["blocks"]} == before
        assert 0 < draft["moved"] + draft["added"] <= 3, draft
        home.run("replan", "--apply")
        after = {b["uid"]: b["start"] for b in home.json("schedule")["blocks"]}
        assert set(after) == set(before)
        assert after[first["uid"]] != before[first["uid"]]
        assert home.json("replan")["changes"] == []


def test_each_bad_input_has_a_message_and_changes_nothing():
    with Home() as home:
        files = {"empty.txt": b"", "binary.txt": bytes(range(256)) * 50, "big.txt": b"x" * 10_000_000,
                 "latin.txt": "Überblick\n".encode("latin-1")}
        for name, content in files.items():
            (home.folder / name).write_bytes(content)
        home.make_plan()
        data, file = home.dump(), home.plan.read_bytes()
        blocked = home.folder / "blocked.ics"
        blocked.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:b\nDTSTART:20260101T000000Z\n"
                           "DTEND:20300101T000000Z\nEND:VEVENT\nEND:VCALENDAR\n")
        plan = ["plan", "--guide", "learning-distributed-systems", "--start", "2027-01-04"]
        cases = [(["plan", "--guide", home.folder / name], word) for name, word in
                 [("empty.txt", "empty"), ("binary.txt", "not text"), ("big.txt", "too large"),
                  ("latin.txt", "UTF-8")]]
        cases += [(plan + extra, word) for extra, word in [
            (["--hours", "6", "--export", "/nonexistent/folder/plan.ics"], "cannot be written"),
            (["--hours", "6", "--export", home.folder], "folder"),
            (["--hours", "0"], "too little"), (["--hours", "200"], "more than"),
            (["--hours", "-3"], "too little"), (["--hours", "many"], "not a number"),
            (["--start", "2026-01-01"], "past"), (["--start", "soon"], "not a date"),
            (["--window", "mon 18:00-18:10"], "No free window"), (["--window", "noon"], "not a window"),
            (["--band", "99"], "no experience band"), (["--role", "pilot"], "no role"),
            (["--zone", "Mars/Olympus"], "not known"), (["--busy", "/nonexistent.ics"], "cannot be read"),
            (["--busy", home.folder / "binary.txt"], "not a calendar"),
            (["--busy", home.folder / "empty.txt"], "empty"),
            (["--until", "2026-12-01"], "before it starts"), (["--block", "7"], "out of range"),
        ]]
        cases += [(["plan", "--guide", "no-such-guide"], "no guide"),
                  (["guide", "import", home.folder / "empty.txt"], "empty"),
                  (["guide", "show", "77"], "no guide"), (["busy", "remove", "77"], "no calendar"),
                  (["export", "/nonexistent/x.ics"], "cannot be written")]
        for args, word in cases:
            home.run(*args, code=1)
            assert word in home.stderr, (args, home.stderr)
            assert home.dump() == data, args
        assert home.plan.read_bytes() == file
    with Home() as home:
        blocked = home.folder / "blocked.ics"
        blocked.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:b\nDTSTART:20260101T000000Z\n"
                           "DTEND:20401231T000000Z\nEND:VEVENT\nEND:VCALENDAR\n")
        home.run("plan", "--guide", "learning-distributed-systems", "--start", "2027-01-04", "--until",
                 "2027-06-01", "--busy", blocked, code=1)
        assert "No block fits anywhere" in home.stderr, home.stderr
        assert home.json("guide", "list")["guides"] == []


def test_wrong_calls_and_unusable_data_have_their_own_exit_codes():
    with Home() as home:
        home.run("plan", code=2)
        home.run("nonsense", code=2)
        home.run("roadmap", "--colour", code=2)
        home.database.parent.mkdir(parents=True)
        home.database.write_bytes(b"this is no database, and it must stay as it is")
        home.run("roadmap", code=3)
        assert home.database.read_bytes() == b"this is no database, and it must stay as it is"


def test_what_does_not_fit_is_listed_with_its_limits():
    with Home() as home:
        home.run("plan", "--guide", "learning-distributed-systems", "--start", "2027-01-04", "--hours",
                 "6", "--zone", "Europe/Berlin", "--until", "2027-02-14")
        assert "Not placed" in home.stderr and "weekly hours" in home.stderr, home.stderr


def test_every_command_explains_itself():
    with Home() as home:
        listed = home.run("--help")
        for name in ("plan", "replan", "roadmap", "schedule", "today", "export", "undo", "redo",
                     "history", "backup", "doctor"):
            assert name in listed
            assert "waymark-cli " + name in home.run(name, "--help")
        assert home.run("--version").startswith("waymark-cli ")


def test_backup_and_doctor():
    with Home() as home:
        home.make_plan()
        path = home.json("backup")["path"]
        assert os.path.getsize(path) > 4096 and (os.stat(path).st_mode & 0o777) == 0o600
        assert all(check["ok"] for check in home.json("doctor"))


def test_backups_are_listed_with_what_is_in_them():
    with Home() as home:
        assert home.run("backup", "--list").strip() == "No backups yet."
        home.make_plan()
        path = home.json("backup")["path"]
        newest = home.json("backup", "--list")[0]
        assert newest["path"] == path and newest["reason"] == "manual" and newest["ok"]
        assert newest["guides"] == 1 and newest["calendars"] == 1
        assert newest["blocks"] == len(home.json("schedule")["blocks"])
        assert newest["last_action"] == "Make Plan"
        assert "1 guide, " in home.run("backup", "--list")
        # Also when the data cannot be opened, which is when they are looked for.
        home.database.write_bytes(b"damaged" * 1000)
        home.run("roadmap", code=3)
        assert home.json("backup", "--list")[0]["path"] == path
        home.run("backup", "--list", "--to", "x", code=2)


def test_the_day_s_first_change_is_backed_up():
    with Home() as home:
        home.make_plan()
        for day, count in ((23, 1), (23, 1), (24, 2)):
            now = f"2026-11-{day}T09:00:00Z"
            home.run("undo", now=now)
            home.run("redo", now=now)
            assert sum(b["reason"] == "daily" for b in home.json("backup", "--list")) == count
        # Reading writes nothing.
        home.run("roadmap", now="2026-11-30T09:00:00Z")
        assert sum(b["reason"] == "daily" for b in home.json("backup", "--list")) == 2
        # A failure is said, and what was done is done.
        backups = home.database.parent / "backups"
        backups.rename(home.folder / "kept")
        backups.write_text("")
        home.run("undo", now="2026-12-01T09:00:00Z")
        assert "backup" in home.stderr and home.json("roadmap")["phases"] == []


def test_newer_data_is_read_and_not_written():
    with Home() as home:
        home.make_plan()
        db = sqlite3.connect(home.database)
        db.execute("PRAGMA wal_checkpoint (TRUNCATE)")
        db.execute("PRAGMA user_version = 99")
        db.close()
        before = home.database.read_bytes()
        assert len(home.json("roadmap")["phases"]) > 3 and home.json("schedule")["blocks"]
        assert home.run("export", "-").count("BEGIN:VEVENT") > 10
        for command in (["undo"], ["replan", "--apply"], ["busy", "refresh"], ["live", "start", home.folder / "l.ics"],
                        ["export", home.folder / "again.ics"], ["doctor", "--fix"]):
            home.run(*command, code=3)
            assert "newer version" in home.stderr, (command, home.stderr)
        assert not (home.folder / "again.ics").exists() and not (home.folder / "l.ics").exists()
        copy = home.json("backup", "--to", home.folder / "copy.db")["path"]
        assert os.path.getsize(copy) > 4096
        home.run("doctor", code=1)
        assert home.database.read_bytes() == before


def test_doctor_fixes_and_says_what_it_did():
    with Home() as home:
        home.make_plan()
        home.run("backup")
        assert "nothing to fix" in home.run("doctor", "--fix")
        os.chmod(home.database, 0o644)
        db = sqlite3.connect(home.database)
        db.execute("DROP TRIGGER undo_block_UPDATE")
        db.close()
        before = home.dump()
        assert "doctor --fix" in home.run("doctor", code=1)
        fixed = home.json("doctor", "--fix")
        assert len(fixed["done"]) >= 3 and all(check["ok"] for check in fixed["checks"])
        assert home.dump() == before and os.stat(home.database).st_mode & 0o777 == 0o600
        home.run("doctor")


def test_a_backup_can_be_restored_and_that_undone():
    with Home() as home:
        home.make_plan()
        path = home.json("backup")["path"]
        home.run("plan", "--guide", guide(), "--start", "2027-01-04", "--hours", "3", "--until", "2027-02-28")
        now = home.json("schedule")
        shown = home.json("restore", "--dry-run", path)
        assert shown["block"]["added"] > 0 and home.json("schedule") == now
        done = home.json("restore", os.path.basename(path))
        assert done == shown and "Restore Backup" in home.run("history")
        assert home.json("restore", "--dry-run", path) == {}
        assert len(home.json("schedule")["blocks"]) == shown["block"]["then"]
        home.run("undo")
        assert home.json("schedule") == now
        for file, word in ((home.folder / "none.db", "no file"), (home.busy, "not a Waymark database")):
            home.run("restore", file, code=1)
            assert word in home.stderr
        assert home.json("schedule") == now


def test_export_by_kind_and_range():
    with Home() as home:
        home.make_plan()
        only = home.run("export", "-", "--kinds", "drill", "--from", "2027-01-04", "--to", "2027-01-31")
        assert only.count("BEGIN:VEVENT") == only.count("SUMMARY:Question drill") == 4
        utc = home.run("export", "-", "--utc", "--kinds", "study")
        assert "TZID" not in utc and "DTSTART:20270104T" in utc


def test_export_counts_before_and_after():
    with Home() as home:
        home.make_plan()
        before = home.plan.read_bytes()
        target = home.folder / "new.ics"
        planned = home.json("export", target, "--dry-run", "--to", "2027-01-31")
        assert not target.exists() and planned["written"] is False
        done = home.json("export", target, "--to", "2027-01-31")
        assert done["written"] is True and done["kinds"] == planned["kinds"]
        assert done["events"] == planned["events"] == sum(done["kinds"].values())
        assert target.read_text().count("BEGIN:VEVENT") == done["events"]
        assert f"{done['events']} events written to {target}" in home.run(
            "export", target, "--to", "2027-01-31")
        # The file is standard output: the count is not in it.
        out = home.run("export", "-", "--json")
        assert out.startswith("BEGIN:VCALENDAR") and out.endswith("END:VCALENDAR\r\n")
        assert "events written" in home.stderr
        assert home.plan.read_bytes() == before


def test_export_says_what_it_cannot_do():
    with Home() as home:
        home.make_plan()
        target = home.folder / "x.ics"
        for words, code, text in ((("--to", "2026-01-01"), 1, "no file was written"),
                                  (("--from", "2027-02-01", "--to", "2027-01-01"), 1, "before the first"),
                                  (("--kinds", "mok"), 1, "is not a kind"),
                                  (("--todo", "--free-busy"), 2, "not both"),
                                  (("--todo", "--kinds", "study"), 2, "to-dos"),
                                  (("--free-busy", "--kinds", "study,milestone"), 2, "take no time")):
            for more in ((), ("--dry-run",), ("--json",)):
                home.run("export", target, *words, *more, code=code)
                assert text in home.stderr and not target.exists(), (words, home.stderr)
        assert home.json("export", target, "--kinds", "study, study")["kinds"]["study"] > 0


def test_a_file_is_sent_what_changed_and_what_was_cancelled():
    with Home() as home:
        home.make_plan()
        whole = home.plan.read_bytes()
        before = {b["uid"] for b in home.json("schedule")["blocks"]}
        home.run("plan", "--guide", guide(), "--start", "2027-01-04", "--hours", "3", "--until",
                 "2027-02-28", now="2026-11-24T08:00:00Z")
        after = {b["uid"] for b in home.json("schedule")["blocks"]}
        gone = before - after
        assert gone
        home.run("export", home.plan, "--changes-only", now="2026-11-25T08:00:00Z")
        events = home.plan.read_text().replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
        cancelled = {e.split("UID:")[1].split()[0] for e in events if "STATUS:CANCELLED" in e}
        assert gone <= cancelled and not cancelled & after
        assert len(events) < whole.count(b"BEGIN:VEVENT") + len(cancelled)
        changes = home.plan.read_bytes()
        again = home.run("export", home.plan, "--changes-only", now="2026-11-26T08:00:00Z")
        assert "Nothing has changed" in again and home.plan.read_bytes() == changes
        home.plan.write_text("by hand")
        home.run("export", home.plan, now="2026-11-26T08:00:00Z")
        assert "is kept as" in home.stderr
        assert pathlib.Path(f"{home.plan}~").read_text() == "by hand"
        home.run("export", "-", "--changes-only", code=2)
        home.run("export", home.plan, "--changes-only", "--free-busy", code=2)


def test_a_calendar_is_shown_before_it_is_taken():
    with Home() as home:
        home.make_plan()
        work = home.folder / "work.ics"
        work.write_text("BEGIN:VCALENDAR\n" + "".join(
            f"BEGIN:VEVENT\nUID:{uid}\nDTSTART{start}\nDURATION:PT1H\nEND:VEVENT\n" for uid, start in (
                ("a", ";TZID=Office A=B:20270105T090000"), ("b", ";TZID=Romance Standard Time:20270105T090000"),
                ("c", ":20270105T120000"), ("d", ":20270105T150000Z"), ("e", ";VALUE=DATE:20270110"),
                ("f", ":tomorrow"))) + "END:VCALENDAR\n")
        before = home.dump()
        shown = home.json("busy", "add", work, "--dry-run")
        assert home.dump() == before
        assert [(t["kind"], t["tzid"], t["zone"], t["events"]) for t in shown["times"]] == [
            ("unknown", "Office A=B", "Europe/Berlin", 1), ("named", "Romance Standard Time", "Europe/Paris", 1),
            ("utc", "", "UTC", 1), ("floating", "", "Europe/Berlin", 1), ("all-day", "", "Europe/Berlin", 1)]
        assert shown["unknown_zones"] == ["Office A=B"] and len(shown["skipped"]) == 1 and shown["added"] == 5
        home.run("busy", "add", work)
        assert "--map-zone \"Office A=B=Europe/Berlin\"" in home.stderr
        for answer, word in (("Office A=B", "no time zone"), ("=UTC", "does not say"), ("Office", "does not say")):
            home.run("busy", "add", work, "--map-zone", answer, code=1)
        done = home.json("busy", "add", work, "--map-zone", "Office A=B=Asia/Tokyo")
        assert done["unknown_zones"] == [] and done["updated"] == 1 and done["unchanged"] == 4
        busy = home.json("calendar", "busy", work, "--from", "2027-01-05T00:00:00Z", "--to", "2027-01-05T04:00:00Z",
                         "--map-zone", "Office A=B=Asia/Tokyo")
        assert busy["busy"] == [["2027-01-05T00:00:00Z", "2027-01-05T01:00:00Z"]]
        assert home.json("busy", "refresh")["unchanged"] >= 4


def test_what_was_moved_in_a_calendar_can_be_followed():
    with Home() as home:
        home.make_plan()
        block = home.json("schedule")["blocks"][0]
        text = home.plan.read_text().replace("\r\n ", "")
        (event,) = [event for event in text.split("BEGIN:VEVENT")[1:] if f"UID:{block['uid']}\n" in event]
        start = instant(block["start"]).strftime("%Y%m%dT%H%M%SZ")
        moved = "\n".join("DTSTART:20270104T050000Z" if line.startswith("DTSTART") else
                          "DTEND:20270104T060000Z" if line.startswith("DTEND") else
                          "SEQUENCE:1" if line.startswith("SEQUENCE") else line for line in event.splitlines())
        other = home.folder / "moved.ics"
        other.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT" + moved + "\nEND:VCALENDAR\n")
        report = home.json("busy", "add", other)
        assert report["moved"] == report["own"] == 1 and report["added"] == 0
        (shown,) = home.json("busy", "moved")
        assert shown["start"] == block["start"] and shown["moved_start"] == "2027-01-04T05:00:00Z", start
        assert "1 block moved" in home.run("busy", "follow")
        after = {b["uid"]: b for b in home.json("schedule")["blocks"]}
        assert after[block["uid"]]["start"] == "2027-01-04T05:00:00Z"
        assert home.json("busy", "moved") == []
        home.run("replan", "--apply")
        after = {b["uid"]: b for b in home.json("schedule")["blocks"]}
        assert after[block["uid"]]["start"] == "2027-01-04T05:00:00Z", "a pinned block moved"


def test_a_live_calendar_follows_the_plan():
    with Home() as home:
        home.make_plan()
        live = home.folder / "live" / "plan.ics"
        source = home.folder / ".config/evolution/sources/io.github.waymark.Waymark.source"
        home.run("live", "start", live, "--gnome")
        assert live.read_bytes() == home.plan.read_bytes()
        assert f"CustomFile={live.as_uri()}" in source.read_text()
        assert home.json("live", "show") == {"path": str(live), "gnome": True}
        home.run("plan", "--guide", guide(), "--start", "2027-01-04", "--hours", "3", "--until",
                 "2027-02-28", now="2026-11-24T08:00:00Z")
        text = live.read_text()
        blocks = home.json("schedule")["blocks"]
        assert blocks and all(f"UID:{b['uid']}\n" in text for b in blocks)
        assert text.count("BEGIN:VEVENT") < home.plan.read_text().count("BEGIN:VEVENT")
        assert "CANCELLED" not in text
        home.run("undo", now="2026-11-24T09:00:00Z")
        assert live.read_text().count("BEGIN:VEVENT") == home.plan.read_text().count("BEGIN:VEVENT")
        home.run("live", "stop")
        assert not source.exists() and live.exists()
        home.run("undo")
        assert home.json("live", "show") == {"path": str(live), "gnome": True} and source.exists()
        home.run("redo")
        assert not source.exists() and home.json("live", "show") == {"path": None, "gnome": False}
        # The source of another database is left alone.
        source.write_text("[Local Backend]\nCustomFile=file:///somewhere/else.ics\n")
        home.run("undo")
        home.run("live", "stop")
        assert source.exists()


def test_the_plan_can_be_imported_without_being_planned_around():
    with Home() as home:
        home.make_plan()
        report = home.json("busy", "add", home.plan)
        assert report["added"] == 0 and report["own"] > 90, report
        # Nor what was sent once and has gone since, whatever program hands it back; nor one's own free/busy time.
        foreign = home.folder / "back.ics"
        foreign.write_bytes(home.plan.read_bytes().replace(b"PRODID:-//Waymark//", b"PRODID:-//Other//"))
        home.run("export", "--free-busy", home.folder / "when.ifb")
        home.run("plan", "--guide", guide(), "--start", "2027-01-04", "--hours", "3", "--until", "2027-02-28")
        for path in (foreign, home.folder / "when.ifb"):
            report = home.json("busy", "add", path)
            assert report["added"] == 0 and report["own"] > 0, report


def test_another_band_brings_the_milestones_of_all_guides():
    second = """Learning Queues
Learning roadmap template
| Phase | Duration | Activities | Exit criteria |
|---|---|---|---|
| Map | 3–5 days | Read | A list |
Milestones by experience level
| Years | Priority |
|---|---|
| 3–5 | Own a queue; drain it |
| 5–8 | Run ten queues; write about it |
"""
    with Home() as home:
        home.make_plan()
        other = home.folder / "queues.txt"
        other.write_text(second)
        home.run("plan", "--guide", other)
        bands = lambda: {(row[1], row[2].split("/")[0]) for row in home.dump()["milestone"]}
        assert {band for _, band in bands()} == {"3-5"} and len(bands()) == 2, bands()
        before = home.dump()["milestone"]
        home.run("plan", "--guide", other, "--band", "5-8")
        assert {band for _, band in bands()} == {"5-8"} and len(bands()) == 2, bands()
        home.run("undo")
        assert home.dump()["milestone"] == before


def phases(home, *args):
    return {p["title"]: p for p in home.json("roadmap", *args)["phases"]}


def test_a_phase_gets_days_of_its_own_and_gives_them_back():
    with Home() as home:
        home.make_plan()
        blocks, before = home.json("schedule"), phases(home)
        assert "no block was moved" in home.run("roadmap", "set", "core", "--from", "2027-02-08")
        assert phases(home)["Core"]["start"] == before["Core"]["start"]
        assert home.json("replan")["moved"] > 10
        home.run("roadmap", "set", "Core", "--due", "2027-04-02", "--apply")
        after = phases(home)
        assert (after["Core"]["release"], after["Core"]["due"]) == ("2027-02-08", "2027-04-02")
        assert after["Core"]["start"] >= "2027-02-08" and after["Core"]["late_finish"] <= "2027-04-02"
        assert after["Depth"]["start"] > after["Core"]["late_finish"]
        assert home.json("replan")["changes"] == []
        home.run("roadmap", "set", str(after["Core"]["id"]), "--clear", "--apply")
        assert phases(home)["Core"]["release"] is None
        for _ in range(3):
            home.run("undo")
        assert phases(home) == before and home.json("schedule") == blocks
        data = home.dump()
        for args, word in [(["Core"], "Which day"), (["Nowhere", "--from", "today"], "no phase"),
                           (["Core", "--from", "soon"], "not a date"), (["Signal", "--due", "+9w"], "no end"),
                           (["Core", "--from", "2027-03-01", "--due", "2027-02-01"], "before its first")]:
            home.run("roadmap", "set", *args, code=2 if word == "Which day" else 1)
            assert word in home.stderr, (args, home.stderr)
        assert home.dump() == data


def test_the_plan_is_compared_with_what_it_was():
    with Home() as home:
        home.make_plan()
        [first] = home.json("roadmap", "baseline", "list")
        assert first["name"] == "Planned on 23 November 2026" and first["taken"] == "2026-11-23"
        before = phases(home)
        assert before["Depth"]["slack_days"] == 0 and before["Depth"]["planned_start"] is None
        home.run("roadmap", "set", "Core", "--from", "2027-02-08", "--apply")
        depth = phases(home, "--baseline")["Depth"]
        assert depth["planned_late_finish"] == before["Depth"]["late_finish"] < depth["late_finish"]
        assert "days later than planned on 23 November 2026" in home.run("roadmap", "--baseline=" + str(first["id"]))
        named = home.json("roadmap", "baseline", "take", "Second thoughts")[0]
        assert named["name"] == "Second thoughts"
        assert "as planned on" in home.run("roadmap", "--baseline")
        home.run("roadmap", "baseline", "remove", named["id"])
        home.run("roadmap", f"--baseline={named['id']}", code=1)
        home.run("roadmap", "baseline", "remove", "no", code=2)
        home.run("roadmap", "baseline", "away", code=2)
        assert home.json("roadmap", "baseline", "list") == [first]


def test_an_interrupted_command_ends_with_4():
    with Home() as home:
        command = [os.environ["WAYMARK_CLI"], "guide", "check", "-"]
        run = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        # Asleep in the program itself: it waits for its input.
        def stat():
            return open(f"/proc/{run.pid}/stat").read().replace(")", "(").split("(")
        while stat()[1] != "waymark-cli" or stat()[2].split()[0] != "S":
            time.sleep(0.01)
        run.send_signal(signal.SIGINT)
        assert run.wait(30) == 4
        run.stdin.close()
        run.stderr.close()


main(globals())
