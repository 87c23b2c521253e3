"""Random planning problems. Maker.make() makes those whose places for blocks are the same however one looks: no
window comes near midnight, and what was there before lies on the places of the day."""
import copy
import datetime
import zoneinfo

from timeline import MINUTE, Timeline, day, local_day, stamp, wall

ZONES = ["UTC", "Europe/Berlin", "Europe/London", "America/New_York", "America/Santiago", "America/Havana",
         "Australia/Lord_Howe", "Pacific/Auckland", "Africa/Cairo", "Asia/Beirut", "Asia/Kolkata",
         "Atlantic/Azores", "Pacific/Chatham"]
DAY = datetime.timedelta(days=1)


def days_of_change(zone):
    """Days of 2027 that have not 24 hours."""
    first = datetime.date(2027, 1, 1)
    days = [first + i * DAY for i in range(365)]
    return [d for d in days if wall(zone, d + DAY, 0) - wall(zone, d, 0) != 86400]


CHANGES = {name: days_of_change(zoneinfo.ZoneInfo(name)) for name in ZONES}


def hhmm(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


class Maker:
    def __init__(self, random):
        self.random = random

    def some(self, chance):
        return self.random.random() < chance

    def between(self, low, high):
        return self.random.randint(low, high)

    def date(self, low=0, high=None):
        """Of the plan; @low, @high: days from its first one."""
        return (self.first + self.between(low, self.n_days - 1 if high is None else high) * DAY).isoformat()

    def make(self):
        p = self.frame()
        self.add_hours(p)
        self.add_items(p)
        self.add_order(p)
        self.add_busy(p)
        if self.some(0.4):
            self.add_pinned(p)
        if self.some(0.15):
            p["now"] = stamp(wall(self.zone, day(self.date(0, 6)), self.between(0, 1439)))
        return p

    def make_wild(self):
        """Hours across and around midnight, whole days, few days in a row: what has no simple optimum."""
        p = self.make()
        for _ in range(self.between(1, 3)):
            w = {"weekday": self.between(1, 7), "from": hhmm(5 * self.between(228, 287)),
                 "to": hhmm(5 * self.between(0, 36))}
            p["availability"].append(self.random.choice([w, {**w, "from": "00:00"}, {**w, "to": "24:00"},
                                                         {**w, "from": "00:00", "to": "24:00"}]))
        p["availability"] = [w for w in p["availability"] if w["from"] != w["to"]]
        if self.some(0.6):
            p["days_in_row"] = self.between(1, 4)
        return p

    def frame(self):
        name = self.random.choice(ZONES)
        self.zone = zoneinfo.ZoneInfo(name)
        self.n_days = self.between(14, 42) if self.some(0.8) else self.between(3, 14)
        near = self.random.choice(CHANGES[name]) if CHANGES[name] and self.some(0.6) else \
            datetime.date(2027, 1, 4) + self.between(0, 300) * DAY
        self.first = near - self.between(0, self.n_days - 1) * DAY
        p = {"zone": name, "from": self.first.isoformat(), "to": self.date(self.n_days - 1),
             "block_minutes": self.random.choice([25, 30, 45, 50, 60, 60, 60, 90, 120])}
        if self.some(0.7):
            p["break_minutes"] = self.random.choice([0, 5, 10, 15, 30])
        if self.some(0.5):
            p["buffer_minutes"] = self.random.choice([0, 5, 10, 15, 30])
        self.total = self.between(2, 25)
        if self.some(0.7):
            p["daily_cap"] = self.random.choice([1, 1, 2, 2, 3])
        if self.some(0.8):
            # Mostly so that all find a place, with little to spare.
            p["weekly_cap"] = max(1, self.total * 7 // self.n_days + self.random.choice([-1, 0, 1, 1, 2, 2, 3]))
        return p

    def stretch(self, p):
        """Hours of a day for one to three blocks and a bit, away from midnight."""
        length = self.between(1, 3) * (p["block_minutes"] + p.get("break_minutes", 0)) + 5 * self.between(0, 4)
        start = 5 * self.between(12, max(12, (23 * 60 - length) // 5))
        if self.some(0.3):
            start = 5 * self.between(12, 42)  # about the hours that clocks change in
        return {"from": hhmm(start), "to": hhmm(min(start + length, 23 * 60))}

    def add_hours(self, p):
        share = self.random.choice([0.4, 0.8, 1.2])
        p["availability"] = [{"weekday": w, **self.stretch(p)} for w in range(1, 8) for _ in range(2)
                             if self.some(share / 2)] or [{"weekday": self.between(1, 7), **self.stretch(p)}]
        if self.some(0.2):
            for window in p["availability"]:
                window["preferred"] = self.some(0.5)
        if self.some(0.2):
            start = self.between(0, self.n_days - 1)
            p["days_off"] = [[self.date(start, start), self.date(start, start + 5)]]
            p["days_off"] = [sorted(pair) for pair in p["days_off"]]
        if self.some(0.2):
            p["extra_hours"] = [{"date": self.date(), **self.stretch(p)} for _ in range(self.between(1, 3))]

    def add_items(self, p):
        n, total = self.between(1, 5), self.total
        cuts = sorted(self.between(0, total) for _ in range(n - 1))
        p["items"] = []
        for i, blocks in enumerate(b - a for a, b in zip([0] + cuts, cuts + [total])):
            item = {"id": "abcde"[i], "blocks": blocks}
            if self.some(0.5):
                item["release"] = self.date(-3)
            if self.some(0.7):
                item["due"] = self.date(self.random.choice([0, self.n_days // 2, self.n_days * 3 // 4]), self.n_days + 5)
            if self.some(0.1):
                item["ongoing"] = True
            if self.some(0.3):
                item["blocks_low"] = self.between(0, blocks)
            p["items"].append(item)

    def add_order(self, p):
        share = self.random.choice([0, 0.3, 0.6])
        items = p["items"]
        for i, item in enumerate(items):
            after = [o["id"] for o in items[:i] if not o.get("ongoing") and self.some(share)]
            if after:
                item["after"] = after
        self.random.shuffle(items)

    def add_busy(self, p):
        p["busy"] = []
        for _ in range(self.random.choice([0, 0, self.n_days // 3, self.n_days // 3, self.n_days])):
            start = wall(self.zone, day(self.date()), 5 * self.between(0, 287))
            p["busy"].append([stamp(start), stamp(start + 5 * MINUTE * self.between(0, 60))])
        if self.some(0.2):
            start = wall(self.zone, day(self.date()), 0)
            p["busy"].append([stamp(start), stamp(start + 86400 * self.between(1, 5))])

    def add_pinned(self, p):
        """In hours for blocks or outside, on days with other blocks and without; never two at once."""
        length = p["block_minutes"] * MINUTE
        time = Timeline(p)
        taken, pinned = [], []
        for item in p["items"]:
            for _ in range(min(item["blocks"], self.random.choice([0, 0, 1, 2]))):
                date = day(self.date(-2, self.n_days + 2))
                windows = time.windows(date)
                if windows and self.some(0.7):
                    start, end = self.random.choice(windows)
                    start += 5 * MINUTE * self.between(-6, (end - start) // (5 * MINUTE))
                else:
                    start = wall(self.zone, date, 5 * self.between(12, 260))
                if any(abs(start - other) < length for other in taken) or \
                        local_day(self.zone, start) != local_day(self.zone, start + length):
                    continue
                taken.append(start)
                pinned.append({"id": item["id"], "start": stamp(start)})
        if pinned:
            p["pinned"] = pinned
        for item in p["items"]:
            if "blocks_low" in item:
                item["blocks_low"] = max(item["blocks_low"], sum(x["id"] == item["id"] for x in pinned))

    def changed(self, p):
        """The same times of day with other work: its plan is where blocks of @p were before."""
        q = copy.deepcopy(p)
        for cap in ("daily_cap", "weekly_cap"):
            if cap in q and self.some(0.3):
                q[cap] = max(1, q[cap] + self.between(-1, 2))
        pinned = [x["id"] for x in p.get("pinned", [])]
        for item in q["items"]:
            item.pop("blocks_low", None)
            if self.some(0.3):
                item["blocks"] = max(pinned.count(item["id"]), item["blocks"] + self.between(-2, 2))
            if self.some(0.3):
                item["due"] = self.date(self.random.choice([0, self.n_days // 2, self.n_days * 3 // 4]), self.n_days + 5)
            if self.some(0.2):
                item["release"] = self.date(-3)
        return q

    def permuted(self, p):
        """The same problem, told in another order."""
        q = copy.deepcopy(p)
        for name in ("availability", "days_off", "extra_hours", "busy", "items", "pinned", "previous"):
            self.random.shuffle(q.get(name, []))
        for item in q["items"]:
            self.random.shuffle(item.get("after", []))
        return dict(sorted(q.items(), key=lambda _: self.random.random()))


def fixed(p, fix):
    """The problem with a fix applied, as a script would do it."""
    q = copy.deepcopy(p)
    if fix["kind"] in ("weekly_cap", "daily_cap"):
        q[fix["kind"]] = fix["value"]
    elif fix["kind"] == "availability":
        q["availability"] = q.get("availability", []) + [fix["add"]]
    elif fix["kind"] == "target":
        q["to"] = fix["to"]
        for item in q["items"]:
            if item.get("due"):
                item["due"] = (day(item["due"]) + fix["due_days"] * DAY).isoformat()
    elif fix["kind"] == "blocks_low":
        for item in q["items"]:
            item["blocks"] = item.get("blocks_low", item["blocks"])
    else:
        raise AssertionError(f"unknown fix {fix}")
    return q
