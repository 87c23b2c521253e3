"""Runs waymark-cli on a database of its own, and a TAP runner for functions named test_…."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import traceback

NOW = "2026-11-23T08:00:00Z"
SHARED = pathlib.Path(os.environ.get("WAYMARK_SHARED", "/nonexistent"))
BUSY = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//test//EN\r
BEGIN:VEVENT\r
UID:dinner@test\r
DTSTAMP:20260101T000000Z\r
DTSTART;TZID=Europe/Berlin:20270104T183000\r
DTEND;TZID=Europe/Berlin:20270104T193000\r
RRULE:FREQ=WEEKLY;BYDAY=MO,WE\r
SUMMARY:Dinner\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:holiday@test\r
DTSTAMP:20260101T000000Z\r
DTSTART;VALUE=DATE:20270201\r
DTEND;VALUE=DATE:20270206\r
SUMMARY:Away\r
END:VEVENT\r
END:VCALENDAR\r
"""


class Home:
    """A folder with a database, a busy calendar and a path to export to."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="waymark-test-"))
        self.database = self.folder / "data" / "waymark.db"
        self.busy = self.folder / "busy.ics"
        self.busy.write_text(BUSY, newline="")
        self.plan = self.folder / "plan.ics"

    def __enter__(self):
        return self

    def __exit__(self, *args):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *args, code=0, now=NOW, data=None, locale="C.UTF-8"):
        command = [os.environ["WAYMARK_CLI"], *map(str, args), "--database", str(self.database)]
        run = subprocess.run(command, capture_output=True, timeout=120, input=data,
                             env={**os.environ, "WAYMARK_NOW": now, "LC_ALL": locale,
                                  "XDG_DATA_HOME": str(self.folder), "HOME": str(self.folder)})
        out, err = run.stdout.decode(), run.stderr.decode()
        assert run.returncode == code, f"{args}: {run.returncode}, not {code}\n{out}\n{err}"
        self.stderr = err
        return out

    def json(self, *args, **kwargs):
        return json.loads(self.run(*args, "--json", **kwargs))

    def make_plan(self, *extra, **kwargs):
        return self.run("plan", "--guide", guide(), "--start", "2027-01-04", "--hours", "6",
                        "--zone", "Europe/Berlin", "--band", "3-5", "--role", "backend", "--busy",
                        self.busy, "--export", self.plan, *extra, **kwargs)

    def dump(self):
        """Every row of the person's data: what must not change when a command fails."""
        if not self.database.exists():
            return None
        import sqlite3
        db = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: db.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(names)
                if name != "sqlite_sequence"}


def guide():
    """The real guide when it is here, the fixture of the same shape otherwise."""
    seed = SHARED / "seeds" / "learning-distributed-systems.txt"
    if seed.exists():
        return str(seed)
    return "learning-distributed-systems"


def main(scope):
    tests = [(name, value) for name, value in scope.items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        label = name[5:].replace("_", "-")
        try:
            skip = test()
            print(f"ok {number} - {label}" + (f" # SKIP {skip}" if skip else ""))
        except Exception:
            failed += 1
            print(f"not ok {number} - {label}")
            print("\n".join("# " + line for line in traceback.format_exc().splitlines()))
    raise SystemExit(1 if failed else 0)
