"""What must be true of every answer of "planner solve", whatever its problem."""
from oracle import monday
from timeline import Timeline, day, instant, local_day, merged, without

LIMITS = {"availability", "daily_cap", "weekly_cap", "days_in_row", "dates"}


class Answer:
    """An answer with its problem, and what can be counted in it."""

    def __init__(self, problem, data):
        self.problem, self.data, self.time = problem, data, Timeline(problem)
        self.blocks = [(instant(b["start"]), instant(b["end"]), b["id"], b["reason"]) for b in data["blocks"]]
        self.items = {i["id"]: i for i in problem["items"]}
        self.pins = sorted((instant(p["start"]), p["id"]) for p in problem.get("pinned", []))
        self.days, self.weeks = {}, {}
        for start, _, _, _ in self.blocks:
            date = local_day(self.time.zone, start)
            self.days[date] = self.days.get(date, 0) + 1
            self.weeks[monday(date)] = self.weeks.get(monday(date), 0) + 1
        self.unplaced = sum(u["blocks"] for u in data["unplaced"])

    def free_blocks(self):
        return [b for b in self.blocks if "pinned" not in b[3]]

    def due(self, id):
        item = self.items[id]
        return day(item["due"]) if item.get("due") and not item.get("ongoing") else None

    def check(self):
        self.check_shape()
        self.check_times()
        self.check_limits()
        self.check_order()
        self.check_figures()
        self.check_reasons()

    def check_shape(self):
        assert list(self.data) == ["max_lateness_days", "blocks", "unplaced", "sum_squared_daily_load", "moved",
                                   "binding", "fixes"], list(self.data)
        starts = [b[0] for b in self.blocks]
        assert starts == sorted(starts), "blocks are not in order of time"
        pins = sorted((b[0], b[2]) for b in self.blocks if "pinned" in b[3])
        assert pins == self.pins, f"pinned blocks moved: {pins}"
        unplaced = {u["id"]: u["blocks"] for u in self.data["unplaced"]}
        for id, item in self.items.items():
            placed = sum(b[2] == id for b in self.blocks)
            assert placed + unplaced.get(id, 0) == item["blocks"], f"{id}: {placed} and {unplaced.get(id, 0)}"
        assert all(n > 0 for n in unplaced.values())

    def check_times(self):
        """Windows, buffers, breaks, days and now. Pinned blocks lie where they are, but the others keep clear of
        them."""
        length, rest = self.time.block, self.time.rest
        free = merged(w for date in self.time.days for w in self.time.windows(date))
        free = without(free, self.time.busy)
        for start, end, id, reason in self.blocks:
            assert end - start == length, f"{id} at {start}: {end - start} seconds"
            if "pinned" in reason:
                continue
            assert any(s <= start and end <= e for s, e in free), f"{id} at {start} is outside the free time"
            assert start >= self.time.now, f"{id} at {start} is before now"
            date = local_day(self.time.zone, start)
            release = self.items[id].get("release")
            assert not release or date >= day(release), f"{id} on {date} is before its release"
        for a, b in zip(self.blocks, self.blocks[1:]):
            if not ("pinned" in a[3] and "pinned" in b[3]):
                assert b[0] >= a[1] + rest, f"no break between {a} and {b}"

    def check_limits(self):
        for cap, loads, place in (("daily_cap", self.days, lambda d: d), ("weekly_cap", self.weeks, monday)):
            for start, _, id, _ in self.free_blocks():
                date = place(local_day(self.time.zone, start))
                assert not self.problem.get(cap) or loads[date] <= self.problem[cap], \
                    f"{cap}: {loads[date]} on {date}, {id} among them"
        row = self.problem.get("days_in_row", 0)
        pinned = {local_day(self.time.zone, s) for s, _ in self.pins}
        for start, _, id, _ in self.free_blocks() if row else []:
            used = {d.toordinal() for d in self.days}
            low = high = local_day(self.time.zone, start).toordinal()
            if local_day(self.time.zone, start) in pinned:
                continue  # the row is as long without it
            while low - 1 in used:
                low -= 1
            while high + 1 in used:
                high += 1
            assert high - low < row, f"days in a row: {high - low + 1} with {id}"

    def check_order(self):
        for id, item in self.items.items():
            for other in item.get("after") or []:
                first = min((b[0] for b in self.blocks if b[2] == id and "pinned" not in b[3]), default=None)
                last = max((b[0] for b in self.blocks if b[2] == other), default=None)
                assert first is None or last is None or last < first, f"{id} begins before {other} is over"
                first = min((b[0] for b in self.blocks if b[2] == id), default=None)
                last = max((b[0] for b in self.blocks if b[2] == other and "pinned" not in b[3]), default=None)
                assert first is None or last is None or last < first, f"{other} goes on when {id} has begun"

    def check_figures(self):
        late = [(local_day(self.time.zone, b[0]) - self.due(b[2])).days for b in self.blocks if self.due(b[2])]
        assert self.data["max_lateness_days"] == max(late, default=0), max(late, default=0)
        assert self.data["sum_squared_daily_load"] == sum(n * n for n in self.days.values())
        places = {(b[2], b[0]) for b in self.blocks}
        moved = sum((p["id"], instant(p["start"])) not in places for p in self.problem.get("previous", []))
        assert self.data["moved"] == moved, moved

    def check_reasons(self):
        previous = {(p["id"], instant(p["start"])) for p in self.problem.get("previous", [])}
        minutes = self.problem["block_minutes"]
        for start, _, id, reason in self.free_blocks():
            date = local_day(self.time.zone, start)
            due = self.due(id)
            assert reason["due"] == (due.isoformat() if due else None), reason
            assert reason["day_minutes"] == (self.days[date] - 1) * minutes, reason
            assert reason["week_minutes"] == (self.weeks[monday(date)] - 1) * minutes, reason
            assert 1 <= reason["days_open"] <= 7, reason
            assert reason["stayed"] == ((id, start) in previous), reason

    def check_explanations(self):
        """Limits are some that the problem has; bindings are days of the plan."""
        has = {"daily_cap": self.problem.get("daily_cap"), "weekly_cap": self.problem.get("weekly_cap"),
               "days_in_row": self.problem.get("days_in_row")}
        for limit in [l for u in self.data["unplaced"] for l in u["limits"]] + \
                [b["limit"] for b in self.data["binding"]]:
            assert limit in LIMITS and has.get(limit, True), f"there is no {limit}"
        for u in self.data["unplaced"]:
            assert u["limits"], f"nothing stops {u['id']}, and it has no place"
        for b in self.data["binding"]:
            date = day(b["week" if b["limit"] == "weekly_cap" else "day"])
            if b["limit"] == "weekly_cap":
                assert date == monday(date), f"no Monday: {b}"
                assert monday(self.time.first) <= date <= self.time.last, f"outside the plan: {b}"
            else:
                assert self.time.first <= date <= self.time.last, f"outside the plan: {b}"
        if self.unplaced == 0 and self.data["max_lateness_days"] <= 0:
            assert self.data["fixes"] == [], "nothing is to be fixed"
