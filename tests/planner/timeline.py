"""Free time of a planning problem ("planner solve" in waymark-cli(1)), worked out by itself: zoneinfo, and
seconds of UTC. Only what the manual promises is used."""
import datetime
import zoneinfo

MINUTE = 60
UTC = datetime.timezone.utc


def day(text):
    return datetime.date.fromisoformat(text)


def instant(text):
    return int(datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp())


def stamp(seconds):
    return datetime.datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def clock(text):
    return int(text[:2]) * 60 + int(text[3:])


def local_day(zone, seconds):
    return datetime.datetime.fromtimestamp(seconds, zone).date()


def wall(zone, date, minute):
    """The instant of a wall clock; a time in a gap is read with the offset before it, one that comes twice is
    the first (RFC 5545, 3.3.5)."""
    date += datetime.timedelta(days=minute // 1440)
    local = datetime.datetime(date.year, date.month, date.day, minute % 1440 // 60, minute % 60,
                              tzinfo=zone, fold=0)
    return int(local.timestamp())


def merged(stretches):
    out = []
    for start, end in sorted((s, e) for s, e in stretches if s < e):
        if out and start <= out[-1][1]:
            out[-1][1] = max(out[-1][1], end)
        else:
            out.append([start, end])
    return out


def without(stretches, taken):
    """@stretches less @taken; both merged."""
    for start, end in taken:
        rest = []
        for s, e in stretches:
            rest += [part for part in ((s, min(e, start)), (max(s, end), e)) if part[0] < part[1]]
        stretches = rest
    return stretches


class Timeline:
    """Days, their windows, and the places for blocks in them."""

    def __init__(self, problem):
        self.problem = problem
        self.zone = zoneinfo.ZoneInfo(problem["zone"])
        self.block = problem["block_minutes"] * MINUTE
        self.rest = problem.get("break_minutes", 0) * MINUTE
        self.first, self.last = day(problem["from"]), day(problem["to"])
        buffer = problem.get("buffer_minutes", 0) * MINUTE
        self.busy = merged((instant(a) - buffer, instant(b) + buffer) for a, b in problem.get("busy", [])
                           if a < b)
        self.pinned = sorted((instant(p["start"]), p["id"]) for p in problem.get("pinned", []))
        self.now = instant(problem["now"]) if "now" in problem else wall(self.zone, self.first, 0)
        self.days = [self.first + datetime.timedelta(days=i) for i in range((self.last - self.first).days + 1)]

    def is_off(self, date):
        return any(day(a) <= date <= day(b) for a, b in self.problem.get("days_off", []))

    def windows(self, date):
        """Of one day, whatever is in them; those that cross midnight belong to the day they begin on."""
        hours = [] if self.is_off(date) else [w for w in self.problem.get("availability", [])
                                              if w["weekday"] == date.isoweekday()]
        hours = hours + [w for w in self.problem.get("extra_hours", []) if day(w["date"]) == date]
        out = []
        for w in hours:
            start, end = clock(w["from"]), clock(w["to"])
            out.append((wall(self.zone, date, start), wall(self.zone, date, end if end > start else end + 1440)))
        return merged(out)

    def free(self, date):
        """Without busy time, pinned blocks with their breaks, and the past."""
        taken = [(s - self.rest, s + self.block + self.rest) for s, _ in self.pinned] + [(0, self.now)]
        return without(self.windows(date), merged(self.busy + taken))

    def segments(self, date):
        """The places for blocks on a day, as [starts] for each part between pinned blocks."""
        parts = {}
        earliest = 0
        for start, end in self.free(date):
            part = parts.setdefault(sum(s < start for s, _ in self.pinned), [])
            at = max(start, earliest)
            while at + self.block <= end:
                part.append(at)
                at = earliest = at + self.block + self.rest
        return [parts[k] for k in sorted(parts) if parts[k]]
