"""Everything into one JSON file and back, from outside: same data, same bytes, and what goes wrong."""
import json
import os
import pathlib
import stat
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from waymark import Home, main  # noqa: E402


def person(dump):
    """The data without the store's own tables."""
    return {name: rows for name, rows in dump.items() if not name.startswith("undo_")}


def test_an_archive_fills_an_empty_home_with_the_same_data():
    with Home() as home, Home() as other:
        home.make_plan()
        archive = home.folder / "a.json"
        assert str(archive) in home.run("archive", "export", archive)
        assert stat.S_IMODE(archive.stat().st_mode) == 0o600
        document = json.loads(archive.read_bytes())
        assert document["format"] == "waymark-archive" and document["version"] == 1
        counts = other.json("archive", "import", archive, "--dry-run")
        assert counts["imported"] is False and counts["differs"] is True
        assert counts["tables"]["block"] == {"before": 0, "archive": len(document["block"]), "differs": True}
        assert other.json("schedule")["blocks"] == []
        out = other.run("archive", "import", archive)
        assert "undo" in out and "block" in out
        assert person(other.dump()) == person(home.dump())
        assert other.json("schedule") == home.json("schedule")
        other.run("archive", "export", other.folder / "b.json", now="2027-06-01T08:00:00Z")
        assert (other.folder / "b.json").read_bytes() == archive.read_bytes()
        other.run("undo")
        assert other.json("schedule")["blocks"] == []
        other.run("redo")
        assert other.json("schedule") == home.json("schedule")


def test_another_machine_goes_on_where_the_first_one_was():
    with Home() as home, Home() as other:
        home.make_plan()
        home.run("archive", "export", home.folder / "a.json")
        other.run("archive", "import", home.folder / "a.json")
        # The same events with the same revisions, though that machine has never written a file.
        other.run("export", other.plan)
        assert other.plan.read_bytes() == home.plan.read_bytes()
        assert other.run("doctor") and home.run("doctor")


def test_a_home_with_data_is_backed_up_and_undo_brings_it_back():
    with Home() as home, Home() as other:
        home.make_plan()
        other.make_plan("--window", "sat 09:00-18:00", "--daily", "5")
        before = other.dump()["block"]
        home.run("archive", "export", home.folder / "a.json")
        result = other.json("archive", "import", home.folder / "a.json")
        assert result["imported"] is True and result["backup"].endswith("-import.db")
        assert os.path.exists(result["backup"])
        assert other.dump()["block"] == home.dump()["block"] != before
        assert other.json("history")[0]["action"] == "Import Archive"
        other.run("undo")
        assert other.dump()["block"] == before
        again = other.json("archive", "import", home.folder / "a.json")
        data = other.dump()
        third = other.json("archive", "import", home.folder / "a.json")
        assert again["imported"] is True and third["imported"] is False and third["backup"] is None
        assert other.dump() == data


def test_standard_output_and_input():
    with Home() as home, Home() as other:
        home.make_plan()
        text = home.run("archive", "export", "-", "--json")
        assert json.loads(text)["schema"] == 6
        # As another program may write it: sorted members, no white space, ASCII only.
        data = json.dumps(json.loads(text), sort_keys=True, separators=(",", ":")).encode()
        other.run("archive", "import", "-", data=data)
        assert person(other.dump()) == person(home.dump())


def test_what_is_wrong_is_named_and_nothing_changes():
    with Home() as home:
        home.make_plan()
        archive = home.folder / "a.json"
        home.run("archive", "export", archive)
        data = home.dump()
        document = json.loads(archive.read_bytes())
        document["block"][12]["start_utc"] = "2027-13-01T08:00:00Z"
        document["phase"][0]["min_days"] = "3"
        del document["guide"][0]["title"]
        document["guide"][0]["name"] = "x"
        bad = home.folder / "bad.json"
        bad.write_text(json.dumps(document))
        home.run("archive", "import", bad, code=1)
        for place in ("$.block[12].start_utc: “2027-13-01T08:00:00Z” is not an instant",
                      "$.phase[0].min_days: a whole number", "$.guide[0].name: there is no such column",
                      "$.guide[0]: “title” is missing"):
            assert f"{bad}: {place}" in home.stderr, home.stderr
        bad.write_text(archive.read_text().replace('"version": 1', '"version": 7'))
        home.run("archive", "import", bad, code=1)
        assert "$.version: the archive has 7, and this program knows 1" in home.stderr
        home.run("archive", "import", home.plan, code=1)
        assert "line 1: a value is expected" in home.stderr
        home.run("archive", "import", home.folder / "missing.json", code=1)
        home.run("archive", "import", home.folder, code=1)
        home.run("archive", "import", code=2)
        home.run("archive", "export", code=2)
        home.run("archive", "export", home.folder, code=1)
        home.run("archive", "export", "/dev/null", code=1)
        assert home.dump() == data


def test_an_export_that_cannot_be_written_leaves_the_old_file():
    with Home() as home:
        home.make_plan()
        folder = home.folder / "sub"
        folder.mkdir()
        archive = folder / "a.json"
        archive.write_text("old")
        command = [os.environ["WAYMARK_CLI"], "archive", "export", archive, "--database", home.database]
        # No file may grow over 4 kB: the disk is full, as far as the program can tell.
        run = subprocess.run(["bash", "-c", 'trap "" XFSZ; ulimit -f 4; exec "$0" "$@"', *command],
                             capture_output=True, env={**os.environ, "HOME": str(home.folder)})
        assert run.returncode != 0 and archive.read_text() == "old"
        assert [path.name for path in folder.iterdir()] == ["a.json"]


main(globals())
