"""Recurrence rules against python-dateutil, which shares no code with us: random rules of every frequency. Left
out is what the two read differently on purpose: BYWEEKNO without BYDAY (RFC 5545 takes the weekday of the
start, dateutil every day of the week)."""
import datetime
import json
import os
import pathlib
import random
import subprocess
import sys
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "cli"))
from waymark import main  # noqa: E402

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
FROM, TO = datetime.datetime(2026, 1, 1), datetime.datetime(2029, 1, 1)


def some(rng, values, most):
    return ",".join(map(str, sorted(rng.sample(list(values), rng.randint(1, most)))))


def make_rule(rng):
    freq = rng.choice(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"])
    parts = [f"FREQ={freq}"]
    interval = rng.choice([1, 1, 1, 2, 3, 4, 5, 7, 13]) * (rng.choice([1, 25, 50]) if freq == "HOURLY" else 1)
    if interval > 1:
        parts.append(f"INTERVAL={interval}")

    def maybe(chance, name, text):
        if rng.random() < chance:
            parts.append(f"{name}={text()}")
            return True
        return False

    maybe(.35, "BYMONTH", lambda: some(rng, range(1, 13), 4))
    week = freq == "YEARLY" and maybe(.25, "BYWEEKNO", lambda: some(
        rng, [n for n in range(-53, 54) if n], 4))
    if freq != "WEEKLY":
        maybe(.35, "BYMONTHDAY", lambda: some(rng, [n for n in range(-31, 32) if n], 5))
    if freq in ("YEARLY", "HOURLY"):
        maybe(.2, "BYYEARDAY", lambda: some(rng, [n for n in range(-366, 367) if n], 30))
    if week or rng.random() < .45:
        days = rng.sample(DAYS, rng.randint(1, 4))
        if freq in ("YEARLY", "MONTHLY") and not week and rng.random() < .5:
            far = 53 if freq == "YEARLY" and not any(p.startswith("BYMONTH=") for p in parts) else 5
            days = [f"{rng.choice([-1, 1]) * rng.randint(1, far)}{day}" for day in days]
        parts.append("BYDAY=" + ",".join(days))
    maybe(.3, "BYHOUR", lambda: some(rng, range(24), 3))
    maybe(.2, "BYMINUTE", lambda: some(rng, range(60), 3))
    # dateutil lets the first week begin at the start, where RFC 5545 has the whole week.
    if freq != "WEEKLY" and len(parts) > 2 and not parts[-1].startswith("INTERVAL"):
        maybe(.3, "BYSETPOS", lambda: some(rng, [-3, -2, -1, 1, 2, 3], 2))
    if freq in ("WEEKLY", "YEARLY"):
        maybe(.4, "WKST", lambda: rng.choice(DAYS))
    limit = rng.random()
    if limit < .3:
        parts.append(f"COUNT={rng.randint(1, 40)}")
    elif limit < .5:
        parts.append(f"UNTIL={rng.randint(2026, 2028)}{rng.randint(1, 12):02}15T120000Z")
    return ";".join(parts)


def expected(rule, start):
    """The starts in the range, and that of the series, which always counts; %None for more than we follow."""
    from dateutil.rrule import rrulestr
    warnings.simplefilter("ignore")  # COUNT beside UNTIL
    found = {start} if FROM <= start < TO else set()
    utc = datetime.timezone.utc
    try:
        rule = rrulestr(rule, dtstart=start.replace(tzinfo=utc))
    except ValueError as error:  # an hour that the interval never leads to
        assert "empty set" in str(error), rule
        return sorted(found)
    # "The DTSTART property value always counts as the first occurrence": to dateutil only where the rule meets it.
    if rule._count is not None and next(iter(rule), None) != rule._dtstart:
        rule = rule.replace(count=rule._count - 1)
    if rule._until is None:  # else it looks for what never comes up to the year 9999
        rule = rule.replace(until=TO.replace(tzinfo=utc))
    for time in rule:
        time = time.replace(tzinfo=None)
        if len(found) > 1200:
            return None
        if time >= TO:
            break
        if time >= FROM:
            found.add(time)
    return sorted(found)


def starts(cases):
    """What waymark-cli makes of them, each in an event of a second."""
    events = ["BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:%s\r\nDURATION:PT1S\r\nRRULE:%s\r\nEND:VEVENT\r\n" %
              (number, start.strftime("%Y%m%dT%H%M%SZ"), rule) for number, (rule, start, _) in enumerate(cases)]
    run = subprocess.run([os.environ["WAYMARK_CLI"], "calendar", "busy", "-", "--from", "2026-01-01T00:00:00Z",
                          "--to", "2029-01-01T00:00:00Z"], capture_output=True, text=True, timeout=60,
                         input="BEGIN:VCALENDAR\r\n" + "".join(events) + "END:VCALENDAR\r\n")
    return [datetime.datetime.strptime(busy[0], "%Y-%m-%dT%H:%M:%SZ") for busy in json.loads(run.stdout)["busy"]]


def compare(seed, n):
    rng = random.Random(seed)
    cases = []
    while len(cases) < n:
        start = datetime.datetime(rng.randint(2019, 2027), rng.randint(1, 12), rng.randint(1, 28), rng.randint(0, 22),
                                  rng.choice([0, 30]))
        rule = make_rule(rng)
        wanted = expected(rule, start)
        if wanted is not None:
            cases.append((rule, start, wanted))
    wrong = []
    for first in range(0, n, 25):
        group = cases[first:first + 25]
        together = sorted({time for case in group for time in case[2]})
        if starts(group) == together:
            continue
        for number, case in enumerate(group, first):
            rule, start, wanted = case
            found = starts([case])
            if found != wanted:
                wrong.append(f"seed {seed}, case {number}: {start} {rule}: "
                             f"only here {[str(t) for t in found if t not in wanted][:3]}, "
                             f"only there {[str(t) for t in wanted if t not in found][:3]}")
    assert not wrong, f"{len(wrong)} of {n}\n" + "\n".join(wrong[:12])


def test_random_rules_are_those_of_dateutil():
    try:
        import dateutil.rrule  # noqa: F401
    except ImportError:
        return "python3-dateutil is missing"
    compare(int(os.environ.get("WAYMARK_SEED", "5545")), int(os.environ.get("WAYMARK_CASES", "200")))


main(globals())
