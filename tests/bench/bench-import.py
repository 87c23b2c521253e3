"""A calendar of 10,000 events, 500 of them series, imported by waymark-cli into a database, against what khal
needs to import it and python-icalendar to parse it: whole processes, one after the other, the median of
some. Only the ratios have a bound, and only for the calendar of a person: ten years of four events a day,
where most series came to an end. The other one is the worst of the kind: all of it within the years that are
planned for, and most series without an end."""
import contextlib
import datetime
import os
import pathlib
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "clients"))
from client import environment, missing  # noqa: E402

N_EVENTS, N_SERIES = 10000, 500
BOUND = 20
OURS = 6  # runs around one of the others, which take long
ENDED = ["FREQ=WEEKLY;BYDAY=TU,TH;COUNT=40", "FREQ=DAILY;COUNT=30", "FREQ=WEEKLY;COUNT=26", "FREQ=MONTHLY;COUNT=12"]
ENDLESS = ["FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=2WE", "FREQ=YEARLY",
           "FREQ=MONTHLY;BYDAY=-1FR"]
TITLES = ["Team, weekly", "Review: storage engine", "1:1", "Zahnarzt – Dr. Müller", "Lunch; bring the slides"]


def escape(text):
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def event(number, seed, first, days, endless):
    """As a calendar program writes it: stamps, a place, an alarm, some words."""
    start = first + datetime.timedelta(days=seed.randrange(days), minutes=15 * seed.randrange(32, 72))
    end = start + datetime.timedelta(minutes=seed.choice((25, 30, 50, 60, 90)))
    lines = ["BEGIN:VEVENT", f"UID:{seed.getrandbits(64):016x}-{number}@example.com", "DTSTAMP:20261101T080000Z",
             "CREATED:20261001T080000Z", "LAST-MODIFIED:20261101T080000Z", f"SEQUENCE:{seed.randrange(3)}",
             f"DTSTART;TZID=Europe/Berlin:{start:%Y%m%dT%H%M%S}", f"DTEND;TZID=Europe/Berlin:{end:%Y%m%dT%H%M%S}",
             f"SUMMARY:{escape(seed.choice(TITLES))} {number}", "LOCATION:Room 4\\, second floor",
             "DESCRIPTION:Agenda\\n1. what happened\\n2. what is next\\n", "STATUS:CONFIRMED", "TRANSP:OPAQUE",
             "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Reminder", "TRIGGER:-PT10M", "END:VALARM", "END:VEVENT"]
    if number < N_SERIES:
        rules = ENDLESS if seed.random() < endless else ENDED
        lines.insert(8, f"RRULE:{rules[number % len(rules)]}")
        lines.insert(9, f"EXDATE;TZID=Europe/Berlin:{start + datetime.timedelta(days=14):%Y%m%dT%H%M%S}")
    return lines


def calendar(first, years, endless):
    """@endless: the share of the series."""
    seed = random.Random(4711)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN", "BEGIN:VTIMEZONE", "TZID:Europe/Berlin",
             "BEGIN:DAYLIGHT", "TZNAME:CEST", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "DTSTART:19810329T020000",
             "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "BEGIN:STANDARD", "TZNAME:CET",
             "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "DTSTART:19961027T030000",
             "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD", "END:VTIMEZONE"]
    for number in range(N_EVENTS):
        lines += event(number, seed, first, years * 365, endless)
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


KHAL = """[calendars]
[[work]]
path = {folder}/work
type = calendar
[locale]
default_timezone = Europe/Berlin
local_timezone = Europe/Berlin
[default]
default_calendar = work
[sqlite]
path = {folder}/khal.db
"""


def seconds(command, env):
    begin = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    took = time.monotonic() - begin
    assert done.returncode == 0, (command, done.stdout[-500:], done.stderr[-500:])
    return took


def ours(folder, path):
    """Into a new database each time; that of a new person is made before, as the others' programs have theirs."""
    database = folder / "waymark.db"
    for old in folder.glob("waymark.db*"):
        old.unlink()
    env = {**environment(folder), "WAYMARK_NOW": "2026-11-23T08:00:00Z"}
    seconds([os.environ["WAYMARK_CLI"], "busy", "list", "--database", str(database)], env)
    return seconds([os.environ["WAYMARK_CLI"], "busy", "add", str(path), "--database", str(database)], env)


def added(folder, path):
    ours(folder, path)
    with contextlib.closing(sqlite3.connect(folder / "waymark.db")) as database:
        return database.execute("SELECT count(*) FROM busy_event").fetchone()[0]


def khal(folder, path):
    shutil.rmtree(folder / "work", ignore_errors=True)
    (folder / "khal.db").unlink(missing_ok=True)
    (folder / "work").mkdir()
    (folder / "khal.conf").write_text(KHAL.format(folder=folder))
    took = seconds(["khal", "-c", str(folder / "khal.conf"), "import", "--batch", "-a", "work", str(path)],
                   environment(folder))
    assert len(list((folder / "work").iterdir())) == N_EVENTS
    return took


def python_icalendar(folder, path):
    program = ("import icalendar, pathlib, sys; "
               "c = icalendar.Calendar.from_ical(pathlib.Path(sys.argv[1]).read_bytes()); "
               f"assert len(c.walk('VEVENT')) == {N_EVENTS}")
    return seconds([sys.executable, "-c", program, str(path)], environment(folder))


def compare(folder, path, label, other, rounds, bound):
    mine, theirs = [], []
    for _ in range(rounds):
        mine += [ours(folder, path) for _ in range(OURS // 2)]
        theirs.append(other(folder, path))
        mine += [ours(folder, path) for _ in range(OURS // 2)]
    ratio = statistics.median(theirs) / statistics.median(mine)
    missed = bound is not None and ratio < bound
    print(f"  busy add {statistics.median(mine) * 1e3:6.1f} ms, {label} {statistics.median(theirs):6.2f} s: "
          f"{ratio:.1f} times as fast ({f'bound {bound}' if bound else 'no bound'}){', MISSED' if missed else ''}",
          flush=True)
    return not missed


def main():
    if not shutil.which("khal"):
        print(missing("khal"))
        raise SystemExit(77)
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as name:
        folder, ok = pathlib.Path(name), True
        path = folder / "large.ics"
        for words, first, years, endless, bound in (("ten years", 2018, 10, 0.1, BOUND),
                                                    ("two years", 2026, 2, 0.6, None)):
            path.write_text(calendar(datetime.datetime(first, 1, 1), years, endless), newline="", encoding="utf-8")
            print(f"{N_EVENTS} events over {words}, {N_SERIES} of them series, {path.stat().st_size / 1e6:.1f} MB, "
                  f"{added(folder, path)} busy times")
            ok = compare(folder, path, "python-icalendar's parse", python_icalendar, 3, bound) and ok
            ok = (bound is None or compare(folder, path, "khal's import", khal, 1, bound)) and ok
    raise SystemExit(0 if ok else 1)


main()
