"""khal, calcurse, python-icalendar and our own reader find the blocks in the exported file."""
import datetime
import os
import pathlib
import shutil
import subprocess
import sys
import zoneinfo

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from expand import instances  # noqa: E402
from waymark import Home, main  # noqa: E402


def expected(home):
    """(local start, title) of every block, as the plan's zone shows them."""
    zone = zoneinfo.ZoneInfo("Europe/Berlin")
    rows = []
    for block in home.json("schedule", "--to", "2027-12-31")["blocks"]:
        start = datetime.datetime.strptime(block["start"], "%Y-%m-%dT%H:%M:%SZ")
        local = start.replace(tzinfo=datetime.timezone.utc).astimezone(zone)
        rows.append((local.strftime("%Y-%m-%d %H:%M"), block["title"]))
    return sorted(rows)


def environment(home):
    keep = {key: value for key, value in os.environ.items()
            if not key.startswith(("LD_", "ASAN", "UBSAN", "LSAN", "MALLOC", "G_"))}
    return {**keep, "HOME": str(home.folder), "XDG_CONFIG_HOME": str(home.folder / "config"),
            "XDG_DATA_HOME": str(home.folder / "clients"), "XDG_CACHE_HOME": str(home.folder / "cache"),
            "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8"}


def run(home, *command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment(home))
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def test_khal_lists_the_same_blocks():
    if not shutil.which("khal"):
        return "khal is not installed"
    with Home() as home:
        home.make_plan("--hours", "3", "--until", "2027-12-31")
        assert "RECURRENCE-ID" in home.plan.read_text()
        config = home.folder / "khal.conf"
        (home.folder / "khal").mkdir()
        config.write_text(f"""[calendars]
[[plan]]
path = {home.folder}/khal
type = calendar
[locale]
default_timezone = Europe/Berlin
local_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = plan
[sqlite]
path = {home.folder}/khal.db
""")
        run(home, "khal", "-c", str(config), "import", "--batch", "-a", "plan", str(home.plan))
        out = run(home, "khal", "-c", str(config), "list", "--day-format", "", "--notstarted",
                  "--format", "{start-long}|{title}", "2027-01-01", "2027-12-31")
        rows = [tuple(line.split("|", 1)) for line in out.splitlines() if "|" in line]
        timed = sorted((start, title) for start, title in rows if ":" in start)
        assert timed == expected(home), (timed[:3], expected(home)[:3], len(timed))
        assert len(rows) - len(timed) == 10, len(rows)


def test_calcurse_lists_the_same_blocks():
    if not shutil.which("calcurse"):
        return "calcurse is not installed"
    # It does not read RECURRENCE-ID: a moved review is right in UTC only, where each is an event of its own.
    for hours, *options in ("6",), ("3", "--utc"):
        with Home() as home:
            home.make_plan("--hours", hours, "--until", "2027-12-31")
            home.run("export", home.plan, *options)
            text = home.plan.read_text()
            assert ("RRULE:FREQ=MONTHLY" in text) != bool(options) and "RECURRENCE-ID" not in text
            folder = home.folder / "calcurse"
            folder.mkdir()
            run(home, "calcurse", "-D", str(folder), "-q", "-i", str(home.plan))
            shown = "%(start:%Y-%m-%d %H:%M)|%m\\n"
            out = run(home, "calcurse", "-D", str(folder), "-Q", "--from", "01/01/2027", "--to", "12/31/2027",
                      "--filter-type", "cal", "--format-apt", shown, "--format-recur-apt", shown)
            rows = sorted(tuple(line.strip().split("|", 1)) for line in out.splitlines() if "|" in line)
            assert rows == expected(home), (rows[:3], expected(home)[:3], len(rows))


UTC = datetime.timezone.utc
ZONES = ["Europe/Berlin", "America/New_York", "Europe/Dublin", "Australia/Lord_Howe", "Asia/Kolkata",
         "America/Santiago"]


def plan_over_the_changes(home, zone):
    """A plan of nine months, which has both changes of offset of any zone; its blocks in UTC."""
    home.run("plan", "--guide", "learning-distributed-systems", "--start", "2027-01-04", "--hours", "4",
             "--zone", zone, "--band", "3-5", "--target", "2027-11-26", "--until", "2027-11-26",
             "--export", home.plan)
    blocks = home.json("schedule", "--from", "2027-01-01", "--to", "2027-12-31")["blocks"]
    instants = [(parse_utc(block["start"]), parse_utc(block["end"])) for block in blocks]
    offsets = {start.astimezone(zoneinfo.ZoneInfo(zone)).utcoffset() for start, _ in instants}
    assert len(offsets) == (1 if zone == "Asia/Kolkata" else 2), (zone, offsets)
    return sorted(instants)


def parse_utc(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def merge(intervals):
    merged = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def busy_of(home, path):
    report = home.json("calendar", "busy", path, "--from", "2027-01-01T00:00:00Z", "--to",
                       "2027-12-31T00:00:00Z")
    return [(parse_utc(start), parse_utc(end)) for start, end in report["busy"]]


def test_the_busy_time_of_the_file_is_that_of_the_blocks():
    for zone in ZONES:
        with Home() as home:
            blocks = merge(plan_over_the_changes(home, zone))
            # Our own file is never planned around; it says what it says where there is no plan.
            report = home.json("busy", "add", home.plan)
            assert report["added"] == 0 and report["own"] >= len(blocks), report
            assert busy_of(home, home.plan) == blocks, zone
            home.run("export", home.folder / "utc.ics", "--utc")
            utc = (home.folder / "utc.ics").read_bytes()
            assert b"TZID" not in utc and b"BEGIN:VTIMEZONE" not in utc
            assert busy_of(home, home.folder / "utc.ics") == blocks, zone
            home.run("export", home.folder / "when.ifb", "--free-busy")
            assert busy_of(home, home.folder / "when.ifb") == blocks, zone


def test_python_reads_the_times_by_the_rules_in_the_file():
    """python-icalendar reads the lines, dateutil the VTIMEZONE: no zone of this machine is asked."""
    try:
        import dateutil.tz
        import icalendar
    except ImportError:
        return "python-icalendar or dateutil is not installed"
    for zone in ZONES:
        with Home() as home:
            blocks = plan_over_the_changes(home, zone)
            text = home.plan.read_bytes()
            with open(home.plan, encoding="utf-8", newline="") as file:
                rules = dateutil.tz.tzical(file)
            assert list(rules.keys()) == [zone]
            repeating = 0
            for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
                start, end = event["DTSTART"], event["DTEND"]
                if not isinstance(start.dt, datetime.datetime):
                    assert end.dt - start.dt == datetime.timedelta(days=1) and event["TRANSP"] == "TRANSPARENT"
                    continue
                assert start.params["TZID"] == end.params["TZID"] == zone
                repeating += "RRULE" in event
            assert repeating == 1, repeating
            read = [(start.astimezone(UTC), end.astimezone(UTC))
                    for _, start, end, _ in instances(text, rules.get(zone)) if isinstance(start, datetime.datetime)]
            assert sorted(read) == blocks, zone


def test_python_reads_free_busy_time_and_to_dos():
    try:
        import icalendar
    except ImportError:
        return "python-icalendar is not installed"
    with Home() as home:
        blocks = merge(plan_over_the_changes(home, "Europe/Berlin"))
        home.run("export", home.folder / "when.ifb", "--free-busy")
        text = (home.folder / "when.ifb").read_bytes()
        (busy,) = icalendar.Calendar.from_ical(text).walk("VFREEBUSY")
        periods = [(period.start, period.end) for period in busy["FREEBUSY"]]
        assert periods == blocks, (periods[:3], blocks[:3])
        assert busy["DTSTART"].dt <= periods[0][0] and periods[-1][1] <= busy["DTEND"].dt
        home.run("export", home.folder / "todo.ics", "--todo")
        todos = icalendar.Calendar.from_ical((home.folder / "todo.ics").read_bytes()).walk("VTODO")
        assert len(todos) == 10 and {todo["STATUS"] for todo in todos} == {"NEEDS-ACTION"}
        assert all(isinstance(todo["DUE"].dt, datetime.date) for todo in todos)


main(globals())
