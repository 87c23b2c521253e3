"""Random recurrence rules against two oracles: oracle.py, which counts off every period as RFC 5545 has it, and
python-dateutil, which others wrote. Not compared with dateutil is what it reads in another way on purpose:
BYWEEKNO without BYDAY (RFC 5545 takes the weekday of the start, dateutil every day of the week), with INTERVAL
or BYSETPOS (it goes by years of the calendar), the first week of WEEKLY;BYSETPOS (it begins at the start), and
weekdays with a number beside others without (RFC 5545 takes either, dateutil what is both) and negative BYWEEKNO
(of -52 dateutil has no days in the year before).

Argument: the program list-instances. WAYMARK_SEED and WAYMARK_CASES change what is tried."""
import datetime
import os
import pathlib
import random
import subprocess
import sys
import warnings

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "cli")]
from oracle import DAYS, UNITS, Rule  # noqa: E402
from waymark import main  # noqa: E402

FROM, TO = datetime.datetime(2026, 1, 1), datetime.datetime(2029, 1, 1)
MOST_PERIODS = 600  # of less than a day: the oracle looks at each
PER_DAY = ("SECONDLY", "MINUTELY", "HOURLY")
SEED = os.environ.get("WAYMARK_SEED", "5545")


def seconds(time):
    if not isinstance(time, datetime.datetime):
        time = datetime.datetime(time.year, time.month, time.day)
    return int((time - datetime.datetime(1970, 1, 1)).total_seconds())


def stamp(time):
    return time.strftime("%Y%m%dT%H%M%SZ" if isinstance(time, datetime.datetime) else "%Y%m%d")


def found_times(cases):
    """What we make of each case, all from one file: starts in seconds, and what is reported."""
    text = ["BEGIN:VCALENDAR"]
    for number, (rule, start, _) in enumerate(cases):
        times = isinstance(start, datetime.datetime)
        text += ["BEGIN:VEVENT", f"UID:{number}", f"DTSTART{'' if times else ';VALUE=DATE'}:{stamp(start)}",
                 f"RRULE:{rule}", *["DURATION:PT1S"] * times, "END:VEVENT"]
    run = subprocess.run([sys.argv[1], str(seconds(FROM)), str(seconds(TO))], capture_output=True, text=True,
                         timeout=120, input="\r\n".join(text + ["END:VCALENDAR", ""]), check=True)
    times, report = [[] for _ in cases], [[] for _ in cases]
    for line in run.stdout.splitlines():
        uid, word, *reason = line.split(" ", 2)
        if word == "!":
            report[int(uid)].append(reason[0])
        else:
            times[int(uid)].append(int(word))
    return times, report


def compare(cases):
    wrong = []
    for number, ((rule, start, wanted), times, report) in enumerate(zip(cases, *found_times(cases))):
        wanted = [seconds(time) for time in wanted if seconds(FROM) <= seconds(time) < seconds(TO)]
        if sorted(times) != wanted or report:
            def show(these):
                return [str(datetime.datetime.utcfromtimestamp(time)) for time in sorted(these)[:3]]
            wrong.append(f"seed {SEED}, case {number}: {start} {rule}: {report}, only here "
                         f"{show(set(times) - set(wanted))}, only there {show(set(wanted) - set(times))}")
    assert not wrong, f"{len(wrong)} of {len(cases)}\n" + "\n".join(wrong[:12])


def some(rng, values, most):
    return ",".join(map(str, rng.sample(list(values), rng.randint(1, most))))


def both_ways(n):
    return [value for value in range(-n, n + 1) if value]


class Maker:
    """A random rule that RFC 5545 allows; without @mixed one that dateutil reads as we do."""

    def __init__(self, rng, freqs, all_day=False, mixed=True):
        self.rng, self.freq, self.all_day = rng, rng.choice(freqs), all_day
        self.parts = [f"FREQ={self.freq}"]
        self.week, self.mixed = False, mixed

    def maybe(self, chance, name, values, most):
        if self.rng.random() < chance:
            self.parts.append(f"{name}={some(self.rng, values, most)}")
            return True
        return False

    def days(self):
        freq, rng = self.freq, self.rng
        months = self.maybe(.35, "BYMONTH", range(1, 13), 6)
        self.week = freq == "YEARLY" and self.maybe(.3, "BYWEEKNO", both_ways(53) if self.mixed else range(1, 54), 5)
        if freq != "WEEKLY":
            self.maybe(.3, "BYMONTHDAY", both_ways(31), 12)
        if freq in ("YEARLY", *PER_DAY):
            self.maybe(.2, "BYYEARDAY", both_ways(366), 60)
        if rng.random() < .45:
            days = rng.sample(DAYS, rng.randint(1, 4))
            if freq in ("YEARLY", "MONTHLY") and not self.week and rng.random() < .5:
                far = 5 if months or freq == "MONTHLY" else 53
                days = [day if self.mixed and rng.random() < .2 else f"{rng.choice(both_ways(far))}{day}" for day in days]
            self.parts.append("BYDAY=" + ",".join(days))

    def times(self, leap=1):
        if self.all_day:
            return
        self.maybe(.25, "BYHOUR", range(24), 8 if self.freq in PER_DAY else 3)
        self.maybe(.25, "BYMINUTE", range(60), 40 if self.freq in PER_DAY[:2] else 3)
        self.maybe(.2, "BYSECOND", range(60 + leap), 40 if self.freq == "SECONDLY" else 3)

    def positions(self):
        if len(self.parts) > 1:
            self.maybe(.35, "BYSETPOS", both_ways(4) + [-300, 30], 3)
        if self.freq in ("WEEKLY", "YEARLY"):
            self.maybe(.4, "WKST", DAYS, 1)


def make_long(rng):
    """Days, weeks, months and years."""
    all_day = rng.random() < .25
    make = Maker(rng, ["YEARLY", "YEARLY", "MONTHLY", "WEEKLY", "DAILY"], all_day)
    old = rng.random() < .15
    day = datetime.date(rng.randint(1975, 2010) if old else rng.randint(2019, 2027), rng.randint(1, 12),
                        rng.randint(1, 28))
    if rng.random() < .2:  # days that not every month, year or week has
        day = rng.choice([datetime.date(2024, 2, 29), datetime.date(2025, 1, 31), datetime.date(2024, 12, 30),
                          datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)])
    make.days()
    make.times()
    make.positions()
    interval = rng.choice([1] * 10 + [2, 2, 2, 3, 3, 4, 5, 7, 13, 100, 70000, 2**31 - 1])
    if old and make.freq in ("DAILY", "WEEKLY"):
        interval = rng.randint(5, 50)
    if interval > 1:
        make.parts.append(f"INTERVAL={interval}")
    start = day if all_day else datetime.datetime(day.year, day.month, day.day, rng.randint(0, 23),
                                                  rng.choice([0, 30, 59]), rng.choice([0, 0, 59]))
    limit = rng.random()
    if limit < .3:
        make.parts.append(f"COUNT={rng.randint(1, 60)}")
    elif limit < .5:
        until = datetime.datetime(rng.randint(2026, 2028), rng.randint(1, 12), 15, 12)
        make.parts.append(f"UNTIL={stamp(until.date() if all_day else until)}")
    rng.shuffle(make.parts)
    return ";".join(make.parts), start


def make_short(rng):
    """Hours, minutes and seconds, of as many periods as the oracle can look at, some of them over years."""
    make = Maker(rng, PER_DAY)
    start = datetime.datetime(rng.choice([1985, 2026, 2027, 2028]), rng.randint(1, 12), rng.randint(1, 28),
                              rng.randint(0, 23), rng.randint(0, 59), rng.randint(0, 59))
    make.days()
    make.times()
    plain = len(make.parts) == 1
    make.positions()
    unit = UNITS[make.freq]
    interval = rng.choice([1, 1, 2, 7, 15, 20, 45, 61, 90, 1440, 3601, 86400])
    if start.year < 2020:
        interval = max(interval, int((TO - start) / unit / MOST_PERIODS) + rng.randint(1, 1000))
    periods = rng.randint(MOST_PERIODS // 2, MOST_PERIODS)
    until = start + periods * interval * unit
    if start.year < 2020:
        until = FROM + datetime.timedelta(rng.randint(1, 1000))
    if interval > 1:
        make.parts.append(f"INTERVAL={interval}")
    if plain and rng.random() < .5:
        make.parts.append(f"COUNT={periods}")
    else:
        make.parts.append(f"UNTIL={stamp(min(until, datetime.datetime(2199, 1, 1)))}")
    return ";".join(make.parts), start


def with_answers(rng, n):
    cases = []
    while len(cases) < n:
        rule, start = rng.choice([make_long, make_short])(rng)
        wanted = Rule(rule, start).occurrences(TO.date() if not isinstance(start, datetime.datetime) else TO)
        if len(wanted) < 4000:  # else we would cut it
            cases.append((rule, start, wanted))
    return cases


def test_random_rules_are_those_of_the_rfc():
    compare(with_answers(random.Random(SEED), int(os.environ.get("WAYMARK_CASES", "2000"))))


def of_dateutil(text, start):
    """The starts in the range, and that of the series, which always counts; %None for more than we follow."""
    from dateutil.rrule import rrulestr
    utc = datetime.timezone.utc
    found = {start}
    rule = rrulestr(text, dtstart=start.replace(tzinfo=utc)).replace(until=TO.replace(tzinfo=utc))
    # "The DTSTART property value always counts as the first occurrence": to dateutil only where the rule meets it.
    if rule._count is not None and next(iter(rule), None) != rule._dtstart:
        rule = rule.replace(count=rule._count - 1)
    for time in rule:
        if len(found) > 1200:
            return None
        found.add(time.replace(tzinfo=None))
    return sorted(found)


def make_for_dateutil(rng):
    """One that goes on behind the range: one that never comes dateutil follows to the year 9999."""
    make = Maker(rng, ["YEARLY", "MONTHLY", "WEEKLY", "DAILY"], mixed=False)
    make.days()
    make.times(leap=0)
    if make.week and not any(part.startswith("BYDAY") for part in make.parts):
        make.parts.append("BYDAY=MO,FR")
    if make.freq != "WEEKLY" and not make.week:
        make.positions()
    interval = 1 if make.week else rng.choice([1, 1, 1, 2, 3, 4, 5, 7, 13])
    if interval > 1:
        make.parts.append(f"INTERVAL={interval}")
    rule = ";".join(make.parts)
    start = datetime.datetime(rng.randint(2022, 2027), rng.randint(1, 12), rng.randint(1, 28), rng.randint(0, 23),
                              rng.choice([0, 30]))
    if Rule(rule, start).occurrences(TO.replace(TO.year + 8))[-1] < TO:
        return make_for_dateutil(rng)
    return rule + (f";COUNT={rng.randint(1, 40)}" if rng.random() < .3 else ""), start


def test_random_rules_are_those_of_dateutil():
    try:
        import dateutil.rrule  # noqa: F401
    except ImportError:
        return "python3-dateutil is missing"
    warnings.simplefilter("ignore")
    rng = random.Random(SEED)
    cases = []
    while len(cases) < int(os.environ.get("WAYMARK_CASES", "150")):
        rule, start = make_for_dateutil(rng)
        wanted = of_dateutil(rule, start)
        if wanted is not None:
            cases.append((rule, start, wanted))
    compare(cases)


main(globals())
