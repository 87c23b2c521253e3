"""The best figures that any plan of a problem can have, by integer programming. It shares nothing with the
planner: a block of an item in a part of a day is a variable, the rules are rows, and GLPK's branch and bound
finds the optimum. The objectives come one after the other: each one is fixed before the next.

Order reaches through items that find no place: what waits for an item is not released before that item is, and
"a after b after c" holds between a and c."""
import ctypes
import ctypes.util
import datetime

from timeline import Timeline, day, instant, local_day

PLENTY = 1000
NONE = -10 ** 6  # no block with a due date

_name = ctypes.util.find_library("glpk")
glpk = ctypes.CDLL(_name) if _name else None
if glpk:
    _p, _i, _d = ctypes.c_void_p, ctypes.c_int, ctypes.c_double
    for _f, _result, _args in (
            ("glp_create_prob", _p, []), ("glp_delete_prob", None, [_p]), ("glp_term_out", _i, [_i]),
            ("glp_add_rows", _i, [_p, _i]), ("glp_add_cols", _i, [_p, _i]),
            ("glp_set_row_bnds", None, [_p, _i, _i, _d, _d]), ("glp_set_col_bnds", None, [_p, _i, _i, _d, _d]),
            ("glp_set_obj_coef", None, [_p, _i, _d]), ("glp_set_col_kind", None, [_p, _i, _i]),
            ("glp_set_mat_row", None, [_p, _i, _i, ctypes.POINTER(_i), ctypes.POINTER(_d)]),
            ("glp_simplex", _i, [_p, _p]), ("glp_intopt", _i, [_p, _p]), ("glp_get_status", _i, [_p]),
            ("glp_mip_status", _i, [_p]), ("glp_mip_obj_val", _d, [_p]), ("glp_std_basis", None, [_p])):
        getattr(glpk, _f).restype, getattr(glpk, _f).argtypes = _result, _args
    glpk.glp_term_out(0)

OPTIMAL, LOWER, UPPER, DOUBLE, FIXED, INTEGER = 5, 2, 3, 4, 5, 2


class Program:
    """A minimum over integer variables."""

    def __init__(self):
        self.problem = glpk.glp_create_prob()

    def __del__(self):
        glpk.glp_delete_prob(self.problem)

    def bound(self, column, low, high):
        glpk.glp_set_col_bnds(self.problem, column, FIXED if low == high else DOUBLE, low, high)

    def cost(self, column, cost):
        glpk.glp_set_obj_coef(self.problem, column, cost)

    def variable(self, high, whole=True):
        column = glpk.glp_add_cols(self.problem, 1)
        if whole:
            glpk.glp_set_col_kind(self.problem, column, INTEGER)
        self.bound(column, 0, high)
        return column

    def row(self, terms, kind, value):
        """The sum of (factor, column) is ≤ UPPER, ≥ LOWER or = FIXED @value."""
        row = glpk.glp_add_rows(self.problem, 1)
        n = len(terms)
        columns = (ctypes.c_int * (n + 1))(0, *(c for _, c in terms))
        factors = (ctypes.c_double * (n + 1))(0, *(f for f, _ in terms))
        glpk.glp_set_row_bnds(self.problem, row, kind, value, value)
        glpk.glp_set_mat_row(self.problem, row, n, columns, factors)

    def minimum(self):
        """None when there is no solution."""
        if glpk.glp_simplex(self.problem, None) != 0:
            glpk.glp_std_basis(self.problem)
            assert glpk.glp_simplex(self.problem, None) == 0
        if glpk.glp_get_status(self.problem) != OPTIMAL:
            return None
        assert glpk.glp_intopt(self.problem, None) == 0
        if glpk.glp_mip_status(self.problem) != OPTIMAL:
            return None
        return round(glpk.glp_mip_obj_val(self.problem))


class Item:
    def __init__(self, data, pinned):
        self.id = data["id"]
        self.after = set(data.get("after") or [])
        self.pinned = [start for start, id in pinned if id == self.id]
        self.blocks = data["blocks"]
        self.left = data["blocks"] - len(self.pinned)
        self.release = day(data["release"]) if data.get("release") else None
        self.due = day(data["due"]) if data.get("due") and not data.get("ongoing") else None


class Oracle:
    """@open_day, @open_week: whether the limits of a day or of a week (its Monday) are lifted. @inherit: an item
    is late, too, when it is later than what waits for it is due, whether that finds a place or not."""

    def __init__(self, problem, open_day=lambda d: False, open_week=lambda d: False, inherit=False):
        self.problem, self.time = problem, Timeline(problem)
        self.items = {i["id"]: Item(i, self.time.pinned) for i in problem["items"]}
        self.program = Program()
        self.find_order()
        self.limits = {id: self.latest(id, inherit) for id in self.items}
        self.find_parts(open_day)
        self.add_work()
        self.add_limits(open_day, open_week)
        self.add_order()
        self.pinned_lateness = max([NONE] + [(local_day(self.time.zone, s) - i.due).days
                                             for i in self.items.values() if i.due for s in i.pinned])

    def find_order(self):
        """before[x]: all that x waits for, also through others that are to be placed; the latest releases."""
        self.before, self.release = {}, {}

        def visit(id):
            if id in self.before:
                return
            item = self.items[id]
            own = item.release or self.time.first
            before = set()
            for other in item.after:
                visit(other)
                before.add(other)
                if self.items[other].left:
                    before |= self.before[other]
                    own = max(own, self.release[other])
            self.before[id], self.release[id] = before, own

        for id in self.items:
            visit(id)
        self.behind = {id: {o for o in self.items if id in self.before[o]} for id in self.items}

    def latest(self, id, inherit):
        """The day on which an item is in time."""
        waiting = [self.items[o] for o in self.behind[id] if inherit and self.items[o].left]
        return min((i.due for i in [self.items[id], *waiting] if i.due), default=None)

    def find_parts(self, open_day):
        """Parts of days between pinned blocks: (day, starts)."""
        self.parts = []
        for date in self.time.days:
            for starts in self.time.segments(date):
                self.parts.append((date, starts))
        self.rooms = [PLENTY if open_day(date) else len(starts) for date, starts in self.parts]

    def allowed(self, item, k):
        """Whether blocks of an item may lie in a part, as far as days and pinned blocks say."""
        date, starts = self.parts[k]
        first, last = starts[0], starts[-1] + self.time.block
        end = self.time.block
        return (date >= self.release[item.id] and
                not any(first < pin + end for o in self.before[item.id] for pin in self.items[o].pinned) and
                not any(last > pin for o in self.behind[item.id] for pin in self.items[o].pinned))

    def add_work(self):
        self.work = {}
        for item in self.items.values():
            for k in range(len(self.parts)):
                most = min(item.left, self.rooms[k])
                if most and self.allowed(item, k):
                    self.work[item.id, k] = (self.program.variable(most), most)
            own = [(1, c) for (id, _), (c, _) in self.work.items() if id == item.id]
            if own:
                self.program.row(own, UPPER, item.left)

    def in_parts(self, parts):
        parts = set(parts)
        return [(1, c) for (_, k), (c, _) in self.work.items() if k in parts]

    def add_limits(self, open_day, open_week):
        daily, weekly = self.problem.get("daily_cap") or PLENTY, self.problem.get("weekly_cap") or PLENTY
        pins = [local_day(self.time.zone, s) for s, _ in self.time.pinned]
        days, weeks = {}, {}
        for k, (date, _) in enumerate(self.parts):
            days.setdefault(date, []).append(k)
            weeks.setdefault(monday(date), []).append(k)
            if self.in_parts([k]):
                self.program.row(self.in_parts([k]), UPPER, self.rooms[k])
        self.days = days
        for group, cap, is_open, place in ((days, daily, open_day, lambda d: d),
                                           (weeks, weekly, open_week, monday)):
            for date, parts in group.items():
                left = max(0, cap - sum(place(p) == date for p in pins))
                if self.in_parts(parts):
                    self.program.row(self.in_parts(parts), UPPER, PLENTY if is_open(date) else left)

    def add_order(self):
        """begun[x, k]: x may have blocks in part k or before, so what it waits for has none behind k."""
        begun = {}
        ids = sorted((i for i in self.items if self.items[i].left), key=lambda i: len(self.before[i]))
        for id in ids:
            waits = [o for o in self.before[id] if self.items[o].left]
            if not waits:
                continue
            for k in range(len(self.parts)):
                begun[id, k] = flag = self.program.variable(1)
                if k:
                    self.program.row([(1, flag), (-1, begun[id, k - 1])], LOWER, 0)
                so_far = [(1, c) for (x, at), (c, _) in self.work.items() if x == id and at <= k]
                if so_far:
                    self.program.row(so_far + [(-self.items[id].left, flag)], UPPER, 0)
                if (id, k) in self.work:
                    column, most = self.work[id, k]
                    self.program.row([(1, column), (-most, flag)], UPPER, 0)
                for o in waits:
                    rest = [(1, c) for (x, at), (c, _) in self.work.items() if x == o and at > k]
                    if rest:
                        self.program.row(rest + [(self.items[o].left, flag)], UPPER, self.items[o].left)
                    if (o, k + 1) in self.work:
                        column, most = self.work[o, k + 1]
                        self.program.row([(1, column), (most, flag)], UPPER, most)
                    if (o, k) in begun:
                        self.program.row([(1, flag), (-1, begun[o, k])], UPPER, 0)

    def close_after(self, lateness):
        """Lets no item be later than @lateness."""
        for (id, k), (column, most) in self.work.items():
            due = self.limits[id]
            late = due is not None and (self.parts[k][0] - due).days > lateness
            self.program.bound(column, 0, 0 if late else most)

    def find_first(self):
        """Fewest unplaced blocks, smallest maximum lateness (NONE: nothing with a due date is placed)."""
        for column, _ in self.work.values():
            self.program.cost(column, -1)
        placed = self.program.minimum() if self.work else 0
        self.unplaced = sum(i.left for i in self.items.values()) + placed
        values = sorted({(self.parts[k][0] - self.limits[id]).days for id, k in self.work
                         if self.limits[id]} | {NONE})
        low, high = -1, len(values) - 1
        while self.work and high - low > 1:
            middle = (low + high) // 2
            self.close_after(values[middle])
            if self.program.minimum() == placed:
                high = middle
            else:
                low = middle
        self.lateness = max(values[high] if self.work else NONE, self.pinned_lateness)
        self.placed = -placed
        return self.unplaced, self.lateness

    def find_rest(self):
        """Then the smallest sum of squares of daily loads, and the fewest moved."""
        self.close_after(self.lateness)
        for column, _ in self.work.values():
            self.program.cost(column, 0)
        if self.work:
            self.program.row([(1, c) for c, _ in self.work.values()], FIXED, self.placed)
        price = len(self.problem.get("previous", [])) + 1
        base = self.add_squares(price)
        kept = self.add_previous()
        value = (self.program.minimum() if self.work else 0) + base * price
        # value = squares · price − kept
        squares = -(-value // price)
        self.squares, self.moved = squares, price - 1 - kept - (squares * price - value)
        return self.squares, self.moved

    def add_squares(self, price):
        """The n-th block of a day adds 2n − 1. Returns what pinned blocks add by themselves."""
        loads = {}
        for start, _ in self.time.pinned:
            date = local_day(self.time.zone, start)
            loads[date] = loads.get(date, 0) + 1
        for date, parts in self.days.items():
            terms = self.in_parts(parts)
            if not terms:
                continue
            steps = []
            for n in range(sum(self.rooms[k] for k in parts)):
                steps.append(self.program.variable(1, whole=False))
                self.program.cost(steps[-1], price * (2 * (loads.get(date, 0) + n) + 1))
            self.program.row(terms + [(-1, c) for c in steps], FIXED, 0)
        return sum(n * n for n in loads.values())

    def add_previous(self):
        """A variable for each previous block that may keep its time. Returns how many are pinned to it."""
        pinned = {(id, s) for s, id in self.time.pinned}
        kept, stay = 0, {}
        for p in self.problem.get("previous", []):
            place = (p["id"], instant(p["start"]))
            kept += place in pinned
            for k, (_, starts) in enumerate(self.parts):
                if place not in pinned and place[1] in starts and (place[0], k) in self.work:
                    column = self.program.variable(1)
                    self.program.cost(column, -1)
                    stay.setdefault(k, {})[place[0], starts.index(place[1])] = column
        for k, places in stay.items():
            self.add_places(k, places)
        return kept

    def add_places(self, k, stay):
        """Which of the places (item, number) in part @k can be kept together: one block in each, no more of an
        item than it has there, and room for what must come before, between and behind in the order."""
        n = len(self.parts[k][1])

        def work(ids):
            return [(1, self.work[id, k][0]) for id in ids if (id, k) in self.work]

        for number in range(n):
            here = [(1, c) for (_, at), c in stay.items() if at == number]
            if len(here) > 1:
                self.program.row(here, UPPER, 1)
        for id in {id for id, _ in stay}:
            own = [(1, c) for (other, _), c in stay.items() if other == id]
            self.program.row(own + [(-1, self.work[id, k][0])], UPPER, 0)
        for (id, at), column in stay.items():
            for ids, room, side in ((self.before[id], at, lambda o: o < at),
                                    (self.behind[id], n - 1 - at, lambda o: o > at)):
                others = [(1, c) for (o, place), c in stay.items() if side(place) and o not in ids]
                if work(ids):
                    self.program.row(work(ids) + others + [(n, column)], UPPER, room + n)
            for (o, place), other in stay.items():
                if o not in self.behind[id]:
                    continue
                if place < at:
                    self.program.row([(1, column), (1, other)], UPPER, 1)
                between = self.behind[id] & self.before[o]
                if place > at and work(between):
                    inside = [(1, c) for (x, p), c in stay.items() if at < p < place and x not in between]
                    self.program.row(work(between) + inside + [(n, column), (n, other)], UPPER,
                                     place - at - 1 + 2 * n)


def monday(date):
    return date - datetime.timedelta(days=date.isoweekday() - 1)
