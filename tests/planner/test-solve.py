"""waymark-cli planner solve against an oracle of its own: random problems, the best figures that any plan of
them can have, and what must be true of every answer. Arguments: how many problems, and the seed.
$WAYMARK_THOROUGH: more of them.
$WAYMARK_SMALL: how many failures of each kind are made small (1)."""
import functools
import json
import multiprocessing
import os
import pathlib
import random
import re
import sys
import time

here = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(here), str(here.parent / "cli")]

import oracle
import problems
import waymark
from plancheck import Answer
from shrink import shrink
from solver import figures, is_fine, run, solve

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 600 if "WAYMARK_THOROUGH" in os.environ else 240
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 20270104
SHOWN, SMALL = 10, int(os.environ.get("WAYMARK_SMALL", "1"))
NAMES = ("unplaced", "max_lateness_days", "sum_squared_daily_load", "moved")


def is_tame(problem):
    """Whether the oracle knows the optimum: no hours near midnight, no limit of days in a row."""
    return not problem.get("days_in_row") and all(
        "01:00" <= w["from"] < w["to"] <= "23:00" for w in problem["availability"] + problem.get("extra_hours", []))


def must_choose(problem, data):
    """Whether blocks are left out of a plan with an order: which ones decides how late the rest is."""
    return data["unplaced"] and any(i.get("after") for i in problem["items"])


def compare(problem, data):
    best = oracle.Oracle(problem)
    unplaced, lateness = best.find_first()
    numbers = (unplaced, 0 if lateness == oracle.NONE else lateness, *best.find_rest())
    assert figures(data) == numbers, " ".join(f"{name}: {own}, best {number}" for name, own, number in
                                              zip(NAMES, figures(data), numbers) if own != number)


def check_optimum(maker, problem, data):
    if not must_choose(problem, data):
        compare(problem, data)


def check_choice(maker, problem, data):
    if must_choose(problem, data):
        compare(problem, data)


def check_low_end(maker, problem, data):
    """The other end of the ranges is a problem like any."""
    if any("blocks_low" in i for i in problem["items"]):
        low = problems.fixed(problem, {"kind": "blocks_low"})
        answer = solve(low)
        Answer(low, answer).check()
        check_optimum(maker, low, answer)
        assert figures(answer)[0] <= figures(data)[0], "less work leaves more without a place"


def check_proof(maker, problem, data):
    """What binds is a proof: with every other limit lifted, no plan is better."""
    weeks = {b["week"] for b in data["binding"] if b["limit"] == "weekly_cap"}
    days = {b["day"] for b in data["binding"] if b["limit"] != "weekly_cap"}
    free = oracle.Oracle(problem, lambda d: d.isoformat() not in days, lambda w: w.isoformat() not in weeks)
    unplaced, lateness = free.find_first()
    assert unplaced == figures(data)[0], f"binding: {unplaced} unplaced without the other limits"
    if unplaced == 0 and lateness != oracle.NONE:
        assert lateness == data["max_lateness_days"], f"binding: {lateness} days late without the other limits"


def check_limits(maker, problem, data):
    """Limits that do not stop anything may go; where only limits of blocks do, one of them must."""
    limits = {l for u in data["unplaced"] for l in u["limits"]}
    without = {k: v for k, v in problem.items() if k not in ("daily_cap", "weekly_cap")}
    unplaced = oracle.Oracle(without).find_first()[0]
    if limits and limits <= {"availability", "dates"}:
        assert unplaced == figures(data)[0], f"limits: {unplaced} unplaced without caps, which are not named"
    elif limits and limits <= {"daily_cap", "weekly_cap"}:
        assert unplaced < figures(data)[0], "limits: caps are named, and nothing is won without them"


def check_fixes(maker, problem, data):
    fixes = {f["kind"]: f for f in data["fixes"]}
    assert len(fixes) == len(data["fixes"]), "two fixes of one kind"
    for kind, fix in fixes.items():
        after = solve(problems.fixed(problem, fix))
        promised = (fix["unplaced"], fix["max_lateness_days"])
        assert is_fine(after), f"fix leaves {figures(after)[:2]}, promised {promised}: {fix}"
        assert figures(after)[:2] == promised, f"fix gives {figures(after)[:2]}, promised {promised}: {fix}"
        if kind in ("weekly_cap", "daily_cap") and fix["value"] - 1 > problem[kind] and is_tame(problem):
            less = oracle.Oracle(problems.fixed(problem, {**fix, "value": fix["value"] - 1})).find_first()
            assert less[0] > 0 or less[1] > 0, f"fix is more than it takes: {fix}"
    if not is_fine(data) and is_tame(problem) and any("blocks_low" in i for i in problem["items"]):
        low = oracle.Oracle(problems.fixed(problem, {"kind": "blocks_low"})).find_first()
        assert ("blocks_low" in fixes) == (low[0] == 0 and low[1] <= 0), f"fixes: the low end gives {low}"


def check_stability(maker, problem, data):
    first, again, permuted = run(problem), run(problem), run(maker.permuted(problem))
    assert json.loads(first.stdout) == data and again.stdout == first.stdout, "not the same bytes again"
    assert json.loads(permuted.stdout)["blocks"] == data["blocks"], "blocks differ when the input is permuted"
    own = [{"id": b["id"], "start": b["start"]} for b in data["blocks"]]
    after = figures(solve({**problem, "previous": own}))
    assert after == (*figures(data)[:3], 0), f"its own plan moves: {after}, before {figures(data)}"


CHECKS = {
    "holds": lambda maker, problem, data: Answer(problem, data).check(),
    "explains": lambda maker, problem, data: Answer(problem, data).check_explanations(),
    "is-best": check_optimum,
    "is-best-with-blocks-left-out-of-an-order": check_choice,
    "low-end-is-best": check_low_end,
    "binding-is-a-proof": check_proof,
    "limits-stop": check_limits,
    "fixes-work": check_fixes,
    "is-stable": check_stability,
}
# What the oracle knows nothing of.
WILD_CHECKS = ("holds", "explains", "fixes-work", "is-stable")
# Those that run the program often: for one problem in so many.
RARE = {"is-stable": 3, "low-end-is-best": 4}


def places(problem):
    line = oracle.Timeline(problem)
    return {start for date in line.days for part in line.segments(date) for start in part}


def known(problem, block):
    """Whether the oracle can tell if a block stays: it was on one of the places, or is pinned there."""
    return oracle.instant(block["start"]) in places(problem) or block in problem.get("pinned", [])


def with_previous(maker, problem):
    """Where blocks were in the plan of a problem like this one, without those that lie nowhere."""
    if any(w.get("preferred") for w in problem["availability"]):
        return problem
    ids = {i["id"] for i in problem["items"]}
    blocks = [{"id": b["id"], "start": b["start"]} for b in solve(maker.changed(problem))["blocks"]]
    return {**problem, "previous": [b for b in blocks if b["id"] in ids and known(problem, b)]}


def failure_of(check, problem, data=None, maker=None):
    """The message when @check fails on @problem, or None."""
    try:
        CHECKS[check](maker or problems.Maker(random.Random(SEED)), problem, data or solve(problem))
    except AssertionError as error:
        return str(error)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def try_problem(number):
    """The checks that fail on problem @number: (check, message, problem)."""
    maker = problems.Maker(random.Random(f"{SEED}-{number}"))
    wild = number % 8 == 7
    problem = maker.make_wild() if wild else maker.make()
    try:
        if number % 3 == 0 and not wild:
            problem = with_previous(maker, problem)
        data = solve(problem)
    except Exception as error:
        return number, False, [("holds", str(error), problem)]
    checks = [c for c in (WILD_CHECKS if wild else CHECKS) if number % RARE.get(c, 1) == RARE.get(c, 1) - 1]
    failures = [(check, failure_of(check, problem, data, maker), problem) for check in checks]
    return number, is_fine(data), [f for f in failures if f[1] is not None]


def kind_of(message):
    """What is said without the figures."""
    return re.sub(r"[\d'-].*", "", message)


def small(check, message, problem):
    """The problem, with what its failure does not need left out."""
    def fails(q):
        if not all(known(q, b) for b in q.get("previous", [])):
            return False
        found = failure_of(check, q)
        return found is not None and kind_of(found) == kind_of(message)

    return shrink(problem, fails, 400)


@functools.cache
def results():
    start = time.monotonic()
    with multiprocessing.Pool(min(2, os.cpu_count() or 1)) as pool:
        found = pool.map(try_problem, range(COUNT), chunksize=5)
    print(f"# {COUNT} problems, seed {SEED}, {sum(not fine for _, fine, _ in found)} of them late or without a "
          f"place: {time.monotonic() - start:.1f} s", flush=True)
    return found


def tell(check):
    failures = [(number, message, problem) for number, _, all in results()
                for name, message, problem in all if name == check]
    for number, message, _ in failures[:SHOWN]:
        print(f"# problem {number}: {message}")
    for number, message, problem in failures[:SMALL]:
        problem = small(check, message, problem)
        print(f"# problem {number} made small: {failure_of(check, problem)}\n# {json.dumps(problem)}", flush=True)
    assert not failures, f"{len(failures)} of {COUNT}: {[n for n, _, _ in failures]}"


def check_test(check):
    return (lambda: "libglpk is not here") if oracle.glpk is None else (lambda: tell(check))


if __name__ == "__main__":
    waymark.main({f"test_{check}": check_test(check) for check in CHECKS})
