"""What the tests with other people's programs share: the plan as it must arrive, an environment of its own
for a program, and when a program may be missing."""
import datetime
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "cli"))
from expand import instances  # noqa: E402

UTC = datetime.timezone.utc
KEPT = "WAYMARK_TEST_KEPT"


def missing(what):
    """The reason to skip; on Debian, where tools/setup installs all of it, a failure."""
    assert not pathlib.Path("/etc/debian_version").exists(), f"{what} is missing: run tools/setup --tests"
    return f"{what} is not installed"


def environment(folder):
    """A person's session with nothing of this machine's: no sanitizers, no proxies, folders of its own."""
    keep = {key: value for key, value in os.environ.items()
            if not key.startswith(("LD_", "ASAN", "UBSAN", "LSAN", "MALLOC", "G_", "XDG_", "DBUS_"))
            and not key.lower().endswith("_proxy")}
    own = {}
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
                     "XDG_RUNTIME_DIR"):
        path = pathlib.Path(folder) / "client" / variable
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        own[variable] = str(path)
    return {**keep, **own, "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8", "GSETTINGS_BACKEND": "memory"}


def run(folder, *command, **extra):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
                          env={**environment(folder), **extra})
    assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def end_all(folder):
    """Ends what still runs in the environment of @folder: some services leave every group and session."""
    mark = f"HOME={folder}/client/".encode()
    for number, wait in ((signal.SIGTERM, 5), (signal.SIGKILL, 0)):
        end, left = time.monotonic() + wait, True
        while left:
            left = []
            for path in pathlib.Path("/proc").glob("[0-9]*/environ"):
                try:
                    if mark in path.read_bytes():
                        left.append(int(path.parent.name))
                        os.kill(left[-1], number)
                except OSError:
                    pass
            if time.monotonic() > end:
                break
            time.sleep(0.1)


def run_in_session(script, seconds, **extra):
    """Runs @script again in a D-Bus session and folders of its own, without the variables that make GLib strict:
    those are for our programs only, and are kept for them in KEPT. Returns there, and exits here."""
    if KEPT in os.environ:
        session = dict(os.environ)
        os.environ.update(json.loads(os.environ[KEPT]))
        return session
    if not shutil.which("dbus-run-session"):
        return None
    with tempfile.TemporaryDirectory(prefix="waymark-session-", ignore_cleanup_errors=True) as folder:
        kept = {key: value for key, value in os.environ.items()
                if key.startswith(("G_", "ASAN", "UBSAN", "LSAN"))}
        session = subprocess.Popen(["dbus-run-session", "--", sys.executable, script], start_new_session=True,
                                   env={**environment(folder), **extra, KEPT: json.dumps(kept)})
        try:
            code = session.wait(seconds)
        finally:
            # The services leave with the bus; what has not is in the session's group, or nowhere.
            try:
                os.killpg(session.pid, signal.SIGTERM)
            except ProcessLookupError:
                pass
            session.wait()
            end_all(folder)
    raise SystemExit(code)


def instant(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def in_utc(value):
    return value.astimezone(UTC) if isinstance(value, datetime.datetime) else value


def read_events(text):
    """(uid, start, end, summary) of all that takes place in the file; times in UTC, days as dates."""
    return [(uid, in_utc(start), in_utc(end), summary) for uid, start, end, summary in instances(text)]


def blocks(home):
    """(uid, start, end, title) of every block, as Waymark tells them. The reviews are one event: the first's."""
    found = home.json("schedule", "--from", "2027-01-01", "--to", "2028-12-31")["blocks"]
    reviews = sorted((block["id"], block["uid"]) for block in found if block["kind"] == "review")
    assert len(reviews) > 2, reviews
    return sorted((reviews[0][1] if block["kind"] == "review" else block["uid"], instant(block["start"]),
                   instant(block["end"]), block["title"]) for block in found)


def plan(home):
    """The plan as a client has to show it: the blocks from Waymark's answer, the days from its file."""
    days = [event for event in read_events(home.plan.read_bytes())
            if not isinstance(event[1], datetime.datetime)]
    return sorted(blocks(home) + days)


def make_plan(home, hours):
    """One guide of the library, so that the same blocks come, go and move on every machine; the file follows. In
    October the week has no room for the review at its time; in the plans of six hours, which end
    earlier, July has a meeting then."""
    if hours == 6:
        review = sorted(event for event in blocks(home) if event[3] == "Quarterly review")[1]
        meeting = home.folder / "meeting.ics"
        meeting.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:meeting\nDTSTART:" +
                           review[1].strftime("%Y%m%dT%H%M%SZ") +
                           "\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n")
        home.run("busy", "add", meeting)
    home.run("plan", "--guide", "learning-distributed-systems", "--start", "2027-01-04", "--hours", hours,
             "--zone", "Europe/Berlin", "--band", "3-5", "--role", "backend", "--until",
             "2027-10-29" if hours == 6 else "2027-11-26", "--busy", home.busy)
    home.run("live", "start", home.plan)
    assert home.plan.read_text().count("RECURRENCE-ID") == (2 if hours == 6 else 1)


def check_changes(before, after):
    """The change must be worth following, and so its undo: blocks moved, blocks went, one of a series moved."""
    def single(events):
        return {event[0]: event for event in events if event[3] != "Quarterly review"}

    old, new = single(before), single(after)
    assert old.keys() - new.keys(), "nothing went"
    assert any(old[uid] != new[uid] for uid in old.keys() & new.keys()), "nothing moved"
    both = {event for event in before if event[3] == "Quarterly review"} & set(after)
    assert len(both) == 2, both


def wait_for(ask, wanted, seconds):
    """What @ask says once it is @wanted, or at last."""
    end = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer == wanted or time.monotonic() > end:
            return answer
        time.sleep(0.1)


def check_same(found, wanted, when):
    assert found == wanted, (f"{when}: {len(found)} events, not {len(wanted)}; "
                             f"only there: {[e for e in found if e not in wanted][:3]}; "
                             f"only here: {[e for e in wanted if e not in found][:3]}")
