"""RFC 5545 section 3.3.10 written down as lists, to be compared with: every period of a rule from its start on,
one after the other, the days and times of each from the table of the section, by counting them off. Slow, and
shares no thought with src/core/calendar: no day is computed from a number, none is skipped."""
import calendar
import datetime
import functools

DAY = datetime.timedelta(1)
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
UNITS = {"SECONDLY": datetime.timedelta(seconds=1), "MINUTELY": datetime.timedelta(minutes=1),
         "HOURLY": datetime.timedelta(hours=1), "DAILY": DAY, "WEEKLY": 7 * DAY}


def pick(items, numbers):
    """Of a list the 1st, 2nd … and the -1st, -2nd …: those that there are."""
    return {items[n - 1 if n > 0 else n] for n in numbers if abs(n) <= len(items)}


@functools.lru_cache(None)
def days_of_month(year, month):
    return [datetime.date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]


@functools.lru_cache(None)
def days_of_year(year):
    return [day for month in range(1, 13) for day in days_of_month(year, month)]


@functools.lru_cache(None)
def weeks_of_year(year, first):
    """Seven days each: those with four days or more in the year."""
    day = datetime.date(year - 1, 12, 22)
    while day.weekday() != first:
        day += DAY
    weeks = [[day + (7 * week + n) * DAY for n in range(7)] for week in range(56)]
    return [week for week in weeks if sum(day.year == year for day in week) >= 4]


def parse(text):
    parts = dict(part.split("=") for part in text.split(";"))
    rule = {name: [int(n) for n in value.split(",")] for name, value in parts.items()
            if name.startswith("BY") and name != "BYDAY"}
    rule["BYDAY"] = [(int(day[:-2] or 0), DAYS.index(day[-2:])) for day in parts.get("BYDAY", "").split(",") if day]
    return rule, parts


class Rule:
    def __init__(self, text, start):
        self.by, parts = parse(text)
        self.start, self.all_day = start, not isinstance(start, datetime.datetime)
        self.day = start if self.all_day else start.date()
        self.freq, self.interval = parts["FREQ"], int(parts.get("INTERVAL", 1))
        self.count, self.until = int(parts.get("COUNT", 0)), parts.get("UNTIL")
        self.first = DAYS.index(parts.get("WKST", "MO"))

    def get(self, name):
        return self.by.get(name) or []

    @functools.lru_cache(None)
    def right_days(self, name, year, month):
        """Of all days of a month, or of a year when it is None, those that a part names there."""
        days = days_of_month(year, month) if month else days_of_year(year)
        if name != "BYDAY":
            return pick(days, self.get(name))
        found = set()
        for nth, weekday in self.by["BYDAY"]:
            these = [day for day in days if day.weekday() == weekday]
            found |= pick(these, [nth]) if nth else set(these)
        return found

    def limit(self, days):
        """The parts that name days."""
        of_year = self.freq == "YEARLY" and not self.get("BYMONTH")
        if self.get("BYMONTH"):
            days = [day for day in days if day.month in self.get("BYMONTH")]
        for name, whole_year in (("BYYEARDAY", True), ("BYMONTHDAY", False), ("BYDAY", of_year)):
            if self.get(name):
                days = [day for day in days
                        if day in self.right_days(name, day.year, None if whole_year else day.month)]
        return days

    def from_start(self, days):
        """What no part says comes from the start."""
        if any(self.get(name) for name in ("BYDAY", "BYMONTHDAY", "BYYEARDAY")):
            return days
        if self.freq == "WEEKLY" or self.freq == "YEARLY" and self.get("BYWEEKNO"):
            return [day for day in days if day.weekday() == self.day.weekday()]
        if self.freq in ("MONTHLY", "YEARLY"):
            days = [day for day in days if day.day == self.day.day]
        if self.freq == "YEARLY" and not self.get("BYMONTH"):
            days = [day for day in days if day.month == self.day.month]
        return days

    def times(self, day, begin=None):
        """Of a day, or of the hour, minute or second that begins at @begin."""
        if self.all_day:
            return [day]
        fixed = {"HOURLY": 1, "MINUTELY": 2, "SECONDLY": 3}.get(self.freq, 0)
        lists = []
        for n, (name, field) in enumerate((("BYHOUR", "hour"), ("BYMINUTE", "minute"), ("BYSECOND", "second"))):
            given = [min(value, 59) for value in self.get(name)]  # no clock of ours shows a leap second
            if n >= fixed:
                lists.append(given or [getattr(self.start, field)])
            else:
                value = getattr(begin, field)
                lists.append([value] if not given or value in given else [])
        return [datetime.datetime(day.year, day.month, day.day, hour, minute, second)
                for hour in lists[0] for minute in lists[1] for second in lists[2]]

    def periods(self, end):
        """The times of each period before @end."""
        if self.freq in ("SECONDLY", "MINUTELY", "HOURLY"):
            begin = {"SECONDLY": self.start, "MINUTELY": self.start.replace(second=0),
                     "HOURLY": self.start.replace(minute=0, second=0)}[self.freq]
            while begin < end:
                yield [time for day in self.limit([begin.date()]) for time in self.times(day, begin)]
                begin += self.interval * UNITS[self.freq]
            return
        for days in self.day_periods(end.date() + DAY if isinstance(end, datetime.datetime) else end):
            yield [time for day in self.from_start(self.limit(days)) for time in self.times(day)]

    def day_periods(self, end):
        if self.freq in ("DAILY", "WEEKLY"):
            day, length = self.day, 7 if self.freq == "WEEKLY" else 1
            while length == 7 and day.weekday() != self.first:
                day -= DAY
            while day < end:
                yield [day + n * DAY for n in range(length)]
                day += min(self.interval, 10**5) * UNITS[self.freq]  # further is beyond all ends
        elif self.freq == "MONTHLY":
            for number in range(self.day.year * 12 + self.day.month - 1, end.year * 12 + end.month, self.interval):
                yield days_of_month(number // 12, number % 12 + 1)
        elif self.get("BYWEEKNO"):
            year = next(year for year in range(self.day.year - 1, self.day.year + 2)
                        if any(self.day in week for week in weeks_of_year(year, self.first)))
            for year in range(year, end.year + 2, self.interval):
                weeks = weeks_of_year(year, self.first)
                numbers = pick(range(1, len(weeks) + 1), self.get("BYWEEKNO"))
                yield [day for number, week in enumerate(weeks, 1) if number in numbers for day in week]
        else:
            for year in range(self.day.year, end.year + 1, self.interval):
                yield days_of_year(year)

    def occurrences(self, end):
        """All before @end, from the start on, which is always one of them."""
        if self.until:
            until = datetime.datetime.strptime(self.until.rstrip("Z"), "%Y%m%d" if self.all_day else "%Y%m%dT%H%M%S")
            end = min(end, until.date() + DAY if self.all_day else until + UNITS["SECONDLY"])
        found = [self.start]
        for times in self.periods(end):
            times = sorted(set(times))
            if self.get("BYSETPOS"):
                times = sorted(pick(times, self.get("BYSETPOS")))
            found += [time for time in times if self.start < time < end]
            if self.count and len(found) >= self.count:
                return found[:self.count]
        return found
