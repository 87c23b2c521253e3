"""waymark-cli offers rank and offers pay: rank acceptabilities against exact areas on the triangle of weights, and
what is read and refused."""
import copy
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

here = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(here.parent / "cli")]

import waymark

ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}


def run(command, data, file="-", environment=ENVIRONMENT):
    data = data if isinstance(data, bytes) else json.dumps(data).encode()
    return subprocess.run([os.environ["WAYMARK_CLI"], "offers", command, file], input=data, capture_output=True,
                          timeout=60, env=environment)


def answer(command, data):
    done = run(command, data)
    assert done.returncode == 0, f"exit {done.returncode}: {done.stderr.decode()[-2000:]}"
    return json.loads(done.stdout)


# Exact areas. A weighting of three criteria is the point (w1, w2); w3 is what is left.

def clip(polygon, a, b, c):
    """The part of a convex polygon where a·x + b·y + c ≥ 0 (Sutherland and Hodgman)."""
    out = []
    for i, p in enumerate(polygon):
        q = polygon[(i + 1) % len(polygon)]
        at_p, at_q = a * p[0] + b * p[1] + c, a * q[0] + b * q[1] + c
        if at_p >= 0:
            out.append(p)
        if at_p > 0 > at_q or at_p < 0 < at_q:
            t = at_p / (at_p - at_q)
            out.append((p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])))
    return out


def area(polygon):
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(polygon, polygon[1:] + polygon[:1])) / 2


def centroid(polygon):
    pairs = [(p, q, p[0] * q[1] - q[0] * p[1]) for p, q in zip(polygon, polygon[1:] + polygon[:1])]
    return [sum((p[k] + q[k]) * cross for p, q, cross in pairs) / (6 * area(polygon)) for k in (0, 1)]


def first_areas(values, ranges):
    """The share of the weightings within @ranges in which each row of @values has the largest sum, and the mean of
    these weightings."""
    whole = [(Fraction(0), Fraction(0)), (Fraction(1), Fraction(0)), (Fraction(0), Fraction(1))]
    for k, (low, high) in enumerate(ranges):
        a, b, c = [(1, 0, 0), (0, 1, 0), (-1, -1, 1)][k]
        whole = clip(clip(whole, a, b, c - low), -a, -b, high - c)
    shares, means = [], []
    for own in values:
        part = whole
        for other in values:
            d = [x - y for x, y in zip(own, other)]
            if own is not other and part:
                part = clip(part, d[0] - d[2], d[1] - d[2], d[2])
        share = area(part) / area(whole) if part else Fraction(0)
        shares.append(share)
        means.append(centroid(part) if share else None)
    return shares, means


def rank_of(scores, ranges=None, **more):
    """An input for @scores (of 1 to 5) and weight ranges in shares."""
    criteria = [{"id": f"c{k}"} for k in range(3)]
    for k, (low, high) in enumerate(ranges or ()):
        criteria[k] |= {"weight": None, "weight_range": [float(low) * 100, float(high) * 100]}
    return {"criteria": criteria, "offers": [{"id": f"o{i}", "scores": {f"c{k}": s for k, s in enumerate(row)}}
                                             for i, row in enumerate(scores)]} | \
        ({} if ranges else {"weights": "any"}) | more


ANY = [(Fraction(0), Fraction(1))] * 3


def distances(scores, ranges, data):
    """How many standard errors each share of the first rank is from the exact one."""
    values = [[Fraction(s - 1, 4) for s in row] for row in scores]
    shares, means = first_areas(values, ranges)
    assert sum(shares) == 1
    for share, mean, offer in zip(shares, means, data["offers"]):
        exact, sampled, n = float(share), offer["acceptability"][0], data["samples"]
        error = math.sqrt(exact * (1 - exact) / n)
        assert abs(offer["standard_error"][0] - math.sqrt(sampled * (1 - sampled) / n)) < 1e-8
        if error == 0:
            assert sampled == exact, (sampled, exact)
            continue
        yield abs(sampled - exact) / error
        if sampled * n < 1000:
            continue
        for k in (0, 1):  # weights within a polygon vary by less than ½
            off = abs(offer["central_weights"][f"c{k}"] - float(mean[k]))
            assert off < 4 * 0.5 / math.sqrt(sampled * n), (offer, float(mean[k]))


def test_areas_by_hand():
    """The three corners of the triangle: a third each. Better on one criterion against equal on all others: A leads
    where w1 > w2, one half."""
    corners = [[5, 1, 1], [1, 5, 1], [1, 1, 5]]
    assert first_areas([[Fraction(s - 1, 4) for s in row] for row in corners], ANY)[0] == [Fraction(1, 3)] * 3
    for scores in (corners, [[5, 1, 3], [1, 5, 3]]):
        assert max(distances(scores, ANY, answer("rank", rank_of(scores)))) < 3


def test_exact_areas():
    scores = [[5, 2, 1], [2, 5, 2], [1, 2, 5], [3, 3, 3], [4, 4, 1]]
    assert max(distances(scores, ANY, answer("rank", rank_of(scores)))) < 3


def test_exact_areas_within_ranges():
    scores = [[5, 2, 1], [2, 5, 2], [1, 2, 5], [3, 3, 3]]
    cases = [[(20, 45), (20, 45), (20, 45)], [(10, 60), (10, 60), (10, 60)], [(0, 100), (0, 30), (0, 30)],
             [(44, 52), (2, 50), (0, 52)]]
    for case in cases:
        # A weight is the middle of its range; so that these add up to 100 and shares are what they are here.
        middles = sum(low + high for low, high in case) / 2
        ranges = [(Fraction(low) / Fraction(middles), min(Fraction(high) / Fraction(middles), Fraction(1)))
                  for low, high in case]
        data = answer("rank", rank_of(scores, [(low / 100, high / 100) for low, high in case]))
        assert max(distances(scores, ranges, data)) < 3, case


def test_exact_areas_of_skewed_ranges():
    """Weights that are near one end of all their ranges: densities are steep, either way."""
    scores = [[5, 2, 3], [2, 5, 3], [3, 3, 3], [1, 2, 4]]
    for weights, case in (((15, 15, 70), [(10, 80), (10, 80), (60, 90)]),
                          ((12, 13, 75), [(10, 100), (10, 40), (50, 100)]),
                          ((34, 33, 33), [(0, 36), (0, 40), (0, 40)])):
        ranges = [(Fraction(low, 100), Fraction(high, 100)) for low, high in case]
        problem = rank_of(scores, ranges)
        for criterion, weight in zip(problem["criteria"], weights):
            criterion["weight"] = weight
        found = []
        for seed in range(6):
            found += distances(scores, ranges, answer("rank", problem | {"seed": seed}))
        # By chance 0.27 % lie beyond three.
        assert len(found) >= 12 and sum(d > 3 for d in found) <= 1 and max(found) < 4.5, (case, found)


def test_exact_areas_of_random_scores():
    """Of many, 0.27 % lie beyond three standard errors by chance."""
    dice = random.Random(1998)
    found = []
    for seed in range(40):
        scores = [[dice.randint(1, 5) for _ in range(3)] for _ in range(dice.randint(2, 6))]
        scores = [row for i, row in enumerate(scores) if row not in scores[:i]]
        found += distances(scores, ANY, answer("rank", rank_of(scores, seed=seed)))
    assert len(found) > 50
    assert sum(d > 3 for d in found) <= 2 and max(found) < 4.5, sorted(found)[-5:]


CONTRACT = {"criteria": [{"id": "pay", "weight": 30, "weight_range": [20, 40], "must_at_least": 2},
                         {"id": "growth", "weight": 50}, {"id": "hours", "weight": 20, "scale": [30, 60],
                                                          "direction": "less", "must_at_most": 55}],
            "offers": [{"id": "A", "scores": {"pay": 4, "growth": [3, 5], "hours": 40}},
                       {"id": "B", "scores": {"pay": 2, "growth": 3}},
                       {"id": "C", "scores": {"pay": 1, "growth": 5, "hours": 30}}],
            "samples": 20000, "seed": 1}


def test_contract():
    data = answer("rank", CONTRACT)
    a, b, c = data["offers"]
    assert data["weights"] == {"pay": 0.3, "growth": 0.5, "hours": 0.2}
    assert a["contributions"] == {"pay": 0.225, "growth": [0.25, 0.5], "hours": 0.133333333}
    assert a["total"] == [0.608333333, 0.858333333] and b["total"] == [0.325, 0.525] and c["total"] == 0.7
    assert b["missing"] == ["hours"] and b["must_open"] == ["hours"] and b["dominated_by"] == []
    assert c["vetoed"] and c["must_missed"] == ["pay"] and c["acceptability"] == [0, 0] and c["central_weights"] is None
    assert a["acceptability"] == [1, 0] and a["confidence"] == 1 and not a["vetoed"]
    assert data["leader"] == data["winner"] == "A" and data["unclear"] is None and data["share"] == 1
    assert data["margin"] == 0.308333333 and data["margin_needed"] == 0.05


def test_same_answer_in_every_locale():
    texts = {run("rank", CONTRACT, environment={**ENVIRONMENT, "LC_ALL": locale, "LANGUAGE": ""}).stdout
             for locale in ("C", "C.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8")}
    assert len(texts) == 1 and b'"total" : 0.7,' in texts.pop()


def test_file_and_usage():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "offers.json"
        file.write_text(json.dumps(CONTRACT))
        assert run("rank", b"", str(file)).stdout == run("rank", CONTRACT).stdout
        done = run("rank", b"", str(file) + "x")
        assert done.returncode == 1 and str(file).encode() + b"x" in done.stderr
    assert subprocess.run([os.environ["WAYMARK_CLI"], "offers", "rank"], capture_output=True,
                          env=ENVIRONMENT).returncode == 2


MISSING = object()
LONG = "x" * 1000


def changed(good, path, value):
    problem = copy.deepcopy(good)
    at = problem
    for step in path[:-1]:
        at = at[step]
    if value is MISSING:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return problem


def refuses(command, good, cases):
    """Each value is refused with exit 1 and a line that names the place."""
    for path, place, values in cases:
        for value in values:
            done = run(command, changed(good, path, value))
            message = done.stderr.decode()
            assert done.returncode == 1 and not done.stdout, (path, value, done)
            assert message.count("\n") == 1 and f": {place}: " in message, (path, value, message)


NUMBERS = ("3", True, {}, 1e300, 2 ** 70)


def test_rank_refuses():
    refuses("rank", CONTRACT, [
        (["criteria"], "criteria", [MISSING, None, [], {}, [{"id": str(i), "weight": 1} for i in range(61)]]),
        (["criteria", 0], "criteria[0]", [1, None, []]),
        (["criteria", 0, "id"], "criteria[0].id", [MISSING, "", 1, LONG]),
        (["criteria", 1, "id"], "criteria[1].id", ["pay"]),
        (["criteria", 1, "weight"], "criteria[1].weight", [MISSING, None, -1, [1, 2], *NUMBERS]),
        (["criteria", 0, "weight"], "criteria[0].weight", [19, 41]),
        (["criteria", 0, "weight_range"], "criteria[0].weight_range", [[40, 20], [20], 30, [20, 30, 40]]),
        (["criteria", 0, "weight_range"], "criteria[0].weight_range[0]", [[-1, 40], [None, 40]]),
        (["criteria", 0, "must_at_least"], "criteria[0].must_at_least", [0, 6, *NUMBERS]),
        (["criteria", 2, "scale"], "criteria[2].scale", [[30, 30], [60, 30]]),
        (["criteria", 2, "direction"], "criteria[2].direction", ["up", 1]),
        (["offers"], "offers", [MISSING, [], {}]),
        (["offers", 1, "id"], "offers[1].id", ["A", "", None]),
        (["offers", 0, "scores"], "offers[0].scores", [[], 1]),
        (["offers", 0, "scores", "pay"], "offers[0].scores.pay", [0, 5.1, -3, [5, 3], [3], *NUMBERS]),
        (["offers", 0, "scores", "fun"], "offers[0].scores.fun", [3]),
        (["weights"], "weights", ["all", 1]),
        (["samples"], "samples", [0, -1, 100001, 1.5]),
        (["seed"], "seed", [-1, 0.5, "x"]),
        (["margin_needed"], "margin_needed", [-0.1, 1.1])])
    for weights in ([0, 0], [0, 0, 0]):
        done = run("rank", {"criteria": [{"id": str(i), "weight": w} for i, w in enumerate(weights)],
                            "offers": [{"id": "A"}]})
        assert done.returncode == 1 and b": criteria: " in done.stderr
    some = {"weights": "any", "criteria": [{"id": "a", "weight": 1}, {"id": "b"}], "offers": [{"id": "A"}]}
    assert b": criteria[1].weight: " in run("rank", some).stderr
    for data in (b"", b"[]", b"{", b"\xff", b"{} {}", b"null"):
        assert run("rank", data).returncode == 1 and run("pay", data).returncode == 1


def test_ids_stay_as_they_are():
    """Numbers are written short, but not inside of texts."""
    ids = ['1.5000000000000001', 'a"0.10\\', '\\', '"', '-0.0e1 "2.50"']
    data = answer("rank", {"criteria": [{"id": i, "weight": 1} for i in ids], "offers": [{"id": i} for i in ids]})
    assert list(data["weights"]) == ids and [o["id"] for o in data["offers"]] == ids
    text = run("rank", {"criteria": [{"id": i, "weight": 1} for i in ids], "offers": [{"id": "A"}]}).stdout
    assert b" : 0.2," in text and b"0.20000" not in text, text


def test_offer_without_scores_is_unknown():
    data = answer("rank", {"criteria": [{"id": "a", "weight": 1}], "offers": [{"id": "A"}, {"id": "B", "scores": {
        "a": None}}]})
    assert [o["total"] for o in data["offers"]] == [[0, 1], [0, 1]] and data["winner"] is None
    assert [o["missing"] for o in data["offers"]] == [["a"], ["a"]] and data["unclear"] == "close"


OFFER = {"currency": "EUR", "exchange": [{"currency": "USD", "rate": 0.9, "date": "2027-01-04"}], "years": 5,
         "base": 90000, "raise": 0.03, "bonus": {"share": 0.1, "payout": [0.5, 1, 1.2], "guaranteed": 2000},
         "sign_on": [{"year": 1, "amount": {"amount": 10000, "currency": "USD"}, "clawback_months": 24}],
         "equity": [{"kind": "private", "value": [0, 36000, 72000], "discount": 0.25, "months": 48,
                     "cliff_months": 12, "every_months": 3},
                    {"kind": "listed", "value": 8000, "start_month": 12, "by_year": [0.75, 0.25]},
                    {"kind": "options", "value": 1000, "discount": 1,
                     "table": [{"month": 12, "share": 0.4}, {"month": 30, "share": 0.6}]}],
         "pension": {"share": 0.04}, "allowance": 1200, "commute": {"cost": 1800, "hours": 200}, "rate": 0.05,
         "timing": "mid"}


def test_pay():
    data = answer("pay", OFFER)
    first, second = data["years"][:2]
    assert len(data["years"]) == 5 and data["missing"] == [] and data["commute_hours"] == 200
    assert first["equity"] == {"low": 0, "mid": 6750, "high": 13500}
    assert second["equity"] == {"low": 6000, "mid": 12750, "high": 19500}
    assert first["total"] == first["known"] == {"low": 106500, "mid": 117750, "high": 126300}
    assert first["guaranteed"] == 90000 + 2000 + 9000 + 3600 + 1200 - 1800 and first["owed_when_leaving"] == 9000
    assert second["base"] == 92700 and second["guaranteed"] == 95000 and second["owed_when_leaving"] == 0
    assert data["exchange"] == [{"currency": "USD", "rate": 0.9, "date": "2027-01-04"}]
    present = sum(y["total"]["mid"] / 1.05 ** (y["year"] - 0.5) for y in data["years"])
    assert abs(data["present_value"]["total"]["mid"] - present) < 0.02
    assert data["present_value"]["timing"] == "mid"


def test_pay_names_what_is_missing():
    data = answer("pay", {"currency": "EUR", "base": 50000})
    assert data["missing"] == ["bonus", "sign_on", "equity", "pension", "allowance", "commute"]
    assert len(data["years"]) == 4 and data["present_value"] is None and data["sum"]["total"] is None
    for year in data["years"]:
        assert year["total"] is None and year["bonus"] is None and year["known"]["mid"] == 50000
    none = {"currency": "EUR", "base": 50000, "bonus": 0, "sign_on": [], "equity": [], "pension": 0, "allowance": 0,
            "commute": {"cost": 0}}
    assert answer("pay", none)["sum"]["total"]["mid"] == 200000
    for path, word in ((["base"], "base"), (["bonus", "payout"], "bonus"), (["equity", 0, "discount"], "equity"),
                       (["equity", 0, "value"], "equity"), (["commute", "cost"], "commute")):
        for value in (MISSING, None):
            assert word in answer("pay", changed(OFFER, path, value))["missing"], path


def test_pay_refuses():
    refuses("pay", OFFER, [
        (["currency"], "currency", [MISSING, "", 1, LONG]),
        (["years"], "years", [3, 41, 4.5]),
        (["base"], "base", [-1, 1e13, [1, 2, 3], "90000", True]),
        (["raise"], "raise", [-0.1, 3]),
        (["bonus", "amount"], "bonus.share", [5000]),
        (["bonus", "payout"], "bonus.payout", [[1, 2], [1.2, 1, 0.5], -1, 11]),
        (["sign_on"], "sign_on", [{}, 1]),
        (["sign_on", 0, "year"], "sign_on[0].year", [0, 41]),
        (["sign_on", 0, "amount"], "sign_on[0].amount", [MISSING, None, -1]),
        (["sign_on", 0, "amount", "currency"], "sign_on[0].amount.currency", ["GBP", MISSING, ""]),
        (["sign_on", 0, "clawback_months"], "sign_on[0].clawback_months", [-1, 121]),
        (["exchange", 0, "date"], "exchange[0].date", [MISSING, None, "today", "2027-02-30"]),
        (["exchange", 0, "rate"], "exchange[0].rate", [MISSING, 0, -1]),
        (["exchange", 0, "currency"], "exchange[0].currency", ["EUR"]),
        (["equity", 0, "kind"], "equity[0].kind", [MISSING, "gold"]),
        (["equity", 0, "discount"], "equity[0].discount", [-0.1, 1.1]),
        (["equity", 0, "months"], "equity[0].months", [MISSING, 0, 121]),
        (["equity", 0, "cliff_months"], "equity[0].cliff_months", [-1, 49]),
        (["equity", 0, "every_months"], "equity[0].every_months", [0, 49]),
        (["equity", 1, "by_year"], "equity[1].by_year", [[], [0.5, 0.4], [0.1] * 11]),
        (["equity", 2, "table"], "equity[2].table", [[], [{"month": 12, "share": 0.9}]]),
        (["equity", 2, "table", 0, "month"], "equity[2].table[0].month", [0, 121, None]),
        (["pension", "share"], "pension.share", [-1, "4%"]),
        (["commute", "hours"], "commute.hours", [-1, 9000]),
        (["rate"], "rate", [-0.01, 5]),
        (["timing"], "timing", ["start"])])


if __name__ == "__main__":
    waymark.main(globals())
