"""Akonadi, the calendar behind KOrganizer and Kontact: its iCal resource on the plan's file follows it. It is
asked by konsolekalendar, KDE's calendar program without a display."""
import csv
import datetime
import pathlib
import re
import shutil
import subprocess
import sys
import time
import zoneinfo

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from client import UTC, check_same, in_utc, make_plan, missing, plan, read_events, run_in_session, wait_for  # noqa: E402
from waymark import Home, main  # noqa: E402

NEEDS = {"konsolekalendar": "konsolekalendar", "akonadictl": "akonadi-server",
         "akonadi_ical_resource": "kdepim-runtime", "gdbus": "libglib2.0-bin"}
START_S, LIVE_S = 60, 40
BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")
AKONADI = "org.freedesktop.Akonadi"
# MySQL, its usual database, refuses to run as root.
SERVER = """[%General]
Driver=QSQLITE3

[QSQLITE3]
Name={folder}/akonadi.db
"""


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=session, check=False)
    return done.stdout if done.returncode == 0 else None


def call(name, path, method, *arguments):
    return run("gdbus", "call", "--session", "--timeout", "10", "--dest", name, "--object-path", path, "--method",
               method, *arguments)


def until(ask, what):
    """The first answer that is one."""
    end = time.monotonic() + START_S
    while not (answer := ask()):
        assert time.monotonic() < end, what
        time.sleep(0.2)
    return answer


def start_akonadi():
    config = pathlib.Path(session["XDG_CONFIG_HOME"]) / "akonadi"
    config.mkdir()
    (config / "akonadiserverrc").write_text(SERVER.format(folder=session["XDG_DATA_HOME"]))
    call("org.freedesktop.DBus", "/", "org.freedesktop.DBus.StartServiceByName", f"{AKONADI}.Control", "0")
    until(lambda: call(AKONADI, "/", "org.freedesktop.DBus.Peer.Ping"), "Akonadi does not start")


def open_calendar(path):
    """The number of a read-only calendar on the file at @path."""
    manager = f"{AKONADI}.AgentManager"
    answer = until(lambda: call(f"{AKONADI}.Control", "/AgentManager", f"{manager}.createAgentInstance",
                                "akonadi_ical_resource"), "no resource")
    name = re.search(r"'(.+)'", answer)[1]
    settings = "org.kde.Akonadi.ICal.Settings"
    until(lambda: call(f"{AKONADI}.Resource.{name}", "/Settings", f"{settings}.setPath", str(path)), "no settings")
    for method, value in ("setDisplayName", "plan"), ("setReadOnly", "true"), ("setMonitorFile", "true"):
        assert call(f"{AKONADI}.Resource.{name}", "/Settings", f"{settings}.{method}", value), method
    assert call(f"{AKONADI}.Resource.{name}", "/Settings", f"{settings}.save")
    assert call(f"{AKONADI}.Agent.{name}", "/", f"{AKONADI}.Agent.Control.reconfigure")
    assert call(f"{AKONADI}.Control", "/AgentManager", f"{manager}.agentInstanceSynchronize", name)
    listed = until(lambda: re.search(r"^(\d+)\s+-.*\bplan$", run("konsolekalendar", "--list-calendars") or "", re.M),
                   "the calendar is not listed")
    return listed[1]


def value(date, clock, is_end):
    day = datetime.date.fromisoformat(date)
    if not clock:
        # KDE's last day is the event's, RFC 5545's is the one behind.
        return day + datetime.timedelta(days=is_end)
    return datetime.datetime.combine(day, datetime.time.fromisoformat(clock), BERLIN).astimezone(UTC)


def stored(home):
    """(uid, start, end, summary) of every event of the file, a series as it begins and its changes beside it: the
    list of all is that of what is stored, and the one by day shows a changed time where it was as well."""
    import icalendar
    return sorted((str(event["UID"]), in_utc(event["DTSTART"].dt), in_utc(event["DTEND"].dt), str(event["SUMMARY"]))
                  for event in icalendar.Calendar.from_ical(home.plan.read_bytes()).walk("VEVENT"))


def events(calendar):
    """(uid, start, end, summary) of every event it has."""
    text = run("konsolekalendar", "--view", "--all", "--calendar", calendar, "--export-type", "csv") or ""
    rows = [row for row in csv.reader(text.splitlines()) if len(row) == 8]
    return sorted((row[7], value(*row[0:2], False), value(*row[2:4], True), row[4]) for row in rows)


def test_a_calendar_on_the_file_follows_the_plan():
    for program, package in NEEDS.items():
        if not shutil.which(program):
            return missing(package)
    if not session:
        return missing("dbus-run-session")
    with Home() as home:
        start_akonadi()
        make_plan(home, 3)
        first = stored(home)
        assert plan(home) == sorted(read_events(home.plan.read_bytes()))
        calendar = open_calendar(home.plan)
        check_same(wait_for(lambda: events(calendar), first, LIVE_S), first, "opened")

        make_plan(home, 6)
        second, file = stored(home), home.plan.read_bytes()
        assert {event[0] for event in first} - {event[0] for event in second}, "nothing went"
        check_same(wait_for(lambda: events(calendar), second, LIVE_S), second, "planned with other hours")
        assert home.plan.read_bytes() == file

        home.run("undo")
        check_same(stored(home), first, "the undone plan")
        check_same(wait_for(lambda: events(calendar), first, LIVE_S), first, "undone")


session = run_in_session(__file__, 170, QT_QPA_PLATFORM="offscreen", QT_LOGGING_RULES="*=false")
main(globals())
