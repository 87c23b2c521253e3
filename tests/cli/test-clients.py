"""khal and calcurse import the exported file and list the same blocks."""
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from waymark import Home, main  # noqa: E402


def expected(home):
    """(local start, title) of every block, as the plan's zone shows them."""
    import datetime
    import zoneinfo
    zone = zoneinfo.ZoneInfo("Europe/Berlin")
    rows = []
    for block in home.json("schedule")["blocks"]:
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
        home.make_plan()
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
        out = run(home, "khal", "-c", str(config), "list", "--day-format", "", "--once", "--notstarted",
                  "--format", "{start-long}|{title}", "2027-01-01", "2027-12-31")
        rows = [tuple(line.split("|", 1)) for line in out.splitlines() if "|" in line]
        timed = sorted((start, title) for start, title in rows if ":" in start)
        assert timed == expected(home), (timed[:3], expected(home)[:3], len(timed))
        assert len(rows) - len(timed) == 10, len(rows)


def test_calcurse_lists_the_same_blocks():
    if not shutil.which("calcurse"):
        return "calcurse is not installed"
    with Home() as home:
        home.make_plan()
        folder = home.folder / "calcurse"
        folder.mkdir()
        run(home, "calcurse", "-D", str(folder), "-q", "-i", str(home.plan))
        out = run(home, "calcurse", "-D", str(folder), "-Q", "--from", "01/01/2027", "--to",
                  "12/31/2027", "--filter-type", "apt", "--format-apt",
                  "%(start:%Y-%m-%d %H:%M)|%m\\n")
        rows = sorted(tuple(line.strip().split("|", 1)) for line in out.splitlines() if "|" in line)
        assert rows == expected(home), (rows[:3], expected(home)[:3], len(rows))


main(globals())
