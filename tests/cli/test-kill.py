"""The whole program killed at random moments: what it leaves is what was before or what would be after, in the
database and in the calendar file. tests/store/test-kill.c aims at the store alone, and far more often."""
import os
import random
import shutil
import subprocess
import sys
import time
import pathlib

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from waymark import Home, NOW, guide, main  # noqa: E402

KILLS_EACH = 8


def jobs(home):
    """Each goes on from where the one before ended."""
    return [
        ["plan", "--guide", guide(), "--start", "2027-01-04", "--hours", "6", "--zone",
         "Europe/Berlin", "--band", "3-5", "--role", "backend", "--export", home.plan],
        ["busy", "add", home.busy, "--zone", "Europe/Berlin"],
        ["replan", "--apply"],
        ["undo"],
        ["redo"],
        ["backup"],
    ]


def state(home):
    """The rows of each table and the history; names of blocks are made anew each time."""
    if not home.database.exists():
        return {}
    counts = {name: len(rows) for name, rows in home.dump().items()}
    return counts | {"history": [(a["action"], a["undone"]) for a in home.json("history")]}


def start(home, job):
    return subprocess.Popen(
        [os.environ["WAYMARK_CLI"], *map(str, job), "--database", str(home.database)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env={**os.environ, "WAYMARK_NOW": NOW, "LC_ALL": "C.UTF-8", "HOME": str(home.folder),
             "XDG_DATA_HOME": str(home.folder)})


def whole_calendar(path):
    return not path.exists() or path.read_bytes().endswith(b"END:VCALENDAR\r\n")


def put_back(home, data):
    shutil.rmtree(home.database.parent, ignore_errors=True)
    home.plan.unlink(missing_ok=True)
    if data.exists():
        shutil.copytree(data, home.database.parent)


def kill_once(home, job, seconds, before, after):
    run = start(home, job)
    time.sleep(random.uniform(0, seconds * 1.1))
    run.kill()
    error = run.communicate()[1]
    # Whoever was told that it is done may rely on it.
    assert run.returncode in (0, -9), (job, run.returncode, error)
    if home.database.exists():
        findings = home.json("doctor")
        assert all(f["ok"] for f in findings if f["check"] != "availability"), findings
    now = state(home)
    assert whole_calendar(home.plan), job
    if run.returncode == 0:
        assert now == after, (job, now, after)
    assert now in (before, after), (job, now, before, after)
    return run.returncode == -9


def test_a_killed_command_did_all_or_nothing():
    seed = int(os.environ.get("WAYMARK_SEED", time.time()))
    print(f"# WAYMARK_SEED={seed}")
    random.seed(seed)
    killed = 0
    with Home() as home:
        kept = home.folder / "kept"
        home.run("history")  # makes the database
        before = state(home)
        for job in jobs(home):
            shutil.rmtree(kept, ignore_errors=True)
            if home.database.parent.exists():
                shutil.copytree(home.database.parent, kept)
            begin = time.monotonic()
            home.run(*job)
            seconds = time.monotonic() - begin
            after = state(home)
            for _ in range(KILLS_EACH):
                put_back(home, kept)
                killed += kill_once(home, job, seconds, before, after)
            put_back(home, kept)
            home.run(*job)
            before = after
    print(f"# {killed} kills")


if __name__ == "__main__":
    main(globals())
