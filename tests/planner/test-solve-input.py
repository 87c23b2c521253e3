"""What waymark-cli planner solve reads and refuses, and cases that were solved by hand."""
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(here), str(here.parent / "cli")]

import waymark
from solver import figures, run, solve

GOOD = {
    "zone": "Europe/Berlin", "from": "2027-01-04", "to": "2027-01-31", "block_minutes": 60, "break_minutes": 10,
    "buffer_minutes": 0, "daily_cap": 2, "weekly_cap": 6,
    "availability": [{"weekday": 1, "from": "18:00", "to": "21:00"},
                     {"weekday": 3, "from": "22:00", "to": "24:00", "preferred": True},
                     {"weekday": 6, "from": "23:00", "to": "01:00"}],
    "days_off": [["2027-01-20", "2027-01-21"]],
    "extra_hours": [{"date": "2027-01-20", "from": "09:00", "to": "12:00"}],
    "days_in_row": 5, "busy": [["2027-01-04T17:00:00Z", "2027-01-04T18:00:00Z"]],
    "items": [{"id": "a", "blocks": 3, "blocks_low": 2, "due": "2027-01-20"},
              {"id": "b", "blocks": 2, "release": "2027-01-05", "after": ["a"], "due": None},
              {"id": "c", "blocks": 1, "ongoing": True, "due": "2027-01-05"}],
    "pinned": [{"id": "a", "start": "2027-01-06T10:00:00Z"}],
    "previous": [{"id": "b", "start": "2027-01-11T17:00:00Z"}], "now": "2027-01-04T12:00:00Z",
}


def changed(path, value):
    """GOOD with the member at @path ("items[0].blocks" as ["items", 0, "blocks"]) set, or taken out."""
    problem = copy.deepcopy(GOOD)
    at = problem
    for step in path[:-1]:
        at = at[step]
    if value is MISSING:
        del at[path[-1]]
    elif isinstance(at, list) and path[-1] == len(at):
        at.append(value)
    else:
        at[path[-1]] = value
    return problem


MISSING = object()
LONG = "x" * 100000
DAYS = (LONG, "2026-02-30", "2027-13-01", "1969-12-31", "2201-01-01", "27-01-04", "today", "+3d", "", 20270104, True,
        {}, [])
CLOCKS = ("25:00", "9:00", "18.30", "24:01", "-1:00", "", 18, [])
INSTANTS = ("2027-01-04", "2027-01-04T08:00", "2027-01-04T08:00:00+01:00", "2027-01-04T24:00:00Z",
            "1969-12-31T23:59:59Z", 0, {})

# (where it is in GOOD, the values that are refused there)
REFUSED = [
    (["zone"], [MISSING, None, "", "Europe/Nowhere", "UTC+1", "../etc/passwd", LONG, 1, []]),
    (["from"], [MISSING, None, *DAYS]),
    (["to"], [MISSING, None, *DAYS, "2027-01-03", "2127-01-05"]),
    (["block_minutes"], [MISSING, None, 0, 4, 1441, -60, 60.5, "60", 1e300, 2 ** 70, [], True]),
    (["break_minutes"], [-1, 1441, "10", 0.5, {}]),
    (["buffer_minutes"], [-1, 10081, "10", []]),
    (["daily_cap"], [-1, 100001, 2 ** 40, "2", 1.5]),
    (["weekly_cap"], [-1, 100001, 2 ** 40, "2", False]),
    (["days_in_row"], [-1, 2 ** 31, "2"]),
    (["availability"], [{}, "18:00", 1]),
    (["availability", 0], [1, None, [], "18:00"]),
    (["availability", 0, "weekday"], [MISSING, 0, 8, -1, "1", 1.5]),
    (["availability", 0, "from"], [MISSING, "24:00", *CLOCKS]),
    (["availability", 0, "to"], [MISSING, "18:00", *CLOCKS]),
    (["availability", 0, "preferred"], [1, "yes", []]),
    (["days_off"], [{}, 1]),
    (["days_off", 0], [[], ["2027-01-20"], ["2027-01-20"] * 3, ["2027-01-21", "2027-01-20"], "2027-01-20", {}]),
    (["days_off", 0, 1], [1, *DAYS]),
    (["extra_hours", 0], [[], 1]),
    (["extra_hours", 0, "date"], [MISSING, *DAYS]),
    (["extra_hours", 0, "to"], [MISSING, "09:00", *CLOCKS]),
    (["busy"], [{}, "x"]),
    (["busy", 0], [[], ["2027-01-04T08:00:00Z"], ["2027-01-04T08:00:01Z", "2027-01-04T08:00:00Z"], None, 3]),
    (["busy", 0, 0], [*INSTANTS, None]),
    (["items"], [MISSING, None, {}, 1, "a", [{"id": str(i), "blocks": 0} for i in range(2001)]]),
    (["items", 1], [None, 1, [], "b"]),
    (["items", 1, "id"], [MISSING, None, "", "a", 1, [], LONG]),
    (["items", 1, "blocks"], [MISSING, None, -3, 0.5, "2", 100001, 99999, 2 ** 40, []]),
    (["items", 0, "blocks_low"], [-1, 4, "2", 1.5]),
    (["items", 1, "release"], DAYS),
    (["items", 1, "due"], DAYS),
    (["items", 1, "ongoing"], [1, "no"]),
    (["items", 1, "after"], ["a", {}, ["b"]]),
    (["items", 1, "after", 0], ["d", "", None, 1, ["a"], "c", LONG]),
    (["pinned"], [{}, 1]),
    (["pinned", 0], [None, "a", []]),
    (["pinned", 0, "id"], [MISSING, "d", "", 1, LONG]),
    (["pinned", 0, "start"], [MISSING, *INSTANTS]),
    (["previous", 0, "id"], [MISSING, "d", 1]),
    (["previous", 0, "start"], [MISSING, *INSTANTS]),
    (["now"], [*INSTANTS]),
]


def place(path):
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)[1:]


def refuse(problem, named, what):
    done = run(problem)
    message = done.stderr.decode()
    assert done.returncode == 1, f"{what}: exit {done.returncode}\n{message[-1500:]}"
    assert done.stdout == b"", f"{what}: something is printed"
    assert message.startswith(f"waymark-cli: -: {named}"), f"{what}: {message}"
    assert message.count("\n") == 1 and len(message) < 500, f"{what}: {message[:1500]}"
    assert not any(word in message for word in ("ERROR", "CRITICAL", "Sanitizer", "runtime error")), message


def test_good_is_good():
    answer = solve(GOOD)
    assert figures(answer)[0] == 0, answer
    assert sum(b["id"] == "c" and b["reason"]["due"] is None for b in answer["blocks"]) == 1


def test_bad_values_are_named():
    n = 0
    for path, values in REFUSED:
        for value in values:
            problem = changed(path, value)
            text = "missing" if value is MISSING else json.dumps(value)[:60]
            refuse(problem, f"{place(path)}: ", f"{place(path)} = {text}")
            n += 1
    print(f"# {n} values")


def test_more_pinned_than_blocks():
    problem = {**GOOD, "pinned": [{"id": "c", "start": f"2027-01-0{d}T10:00:00Z"} for d in (6, 7)]}
    refuse(problem, "pinned[1]: ", "two of one")


def test_low_end_below_what_is_pinned():
    problem = copy.deepcopy(GOOD)
    problem["items"][0]["blocks_low"] = 0
    refuse(problem, "items[0].blocks_low: ", "low end")


def test_more_than_a_plan_holds():
    problem = {**GOOD, "to": "2126-12-31", "pinned": [], "previous": [],
               "items": [{"id": str(i), "blocks": 1} for i in range(200)]}
    refuse(problem, "items: ", "200 items over a century")


def test_what_is_no_problem_at_all():
    good = json.dumps(GOOD).encode()
    for data in (b"", b" \n", b"hello", b"3", b"null", b"[]", b'"text"', b"{", good[:-1], good[:200], good + b"x",
                 good + good, b"[" * 200000, b'{"a":' * 200000, good.replace(b"Berlin", b"\xff\xfe"),
                 good.replace(b"Berlin", b"Ber\0lin"), good.replace(b"60", b"NaN"), good.replace(b"60", b"6" * 400),
                 good.replace(b'"blocks": 3', b'"blocks": -99999999999999999999'),
                 good.replace(b"{", b"{,"), b"\x00" * 1000, b"%PDF-1.4 \x80\x81"):
        refuse(data, "", data[:40])


def test_circles_are_named():
    problem = copy.deepcopy(GOOD)
    problem["items"] = [{"id": i, "blocks": 1, "after": [a]} for i, a in zip("abcd", "dabb")]
    problem["pinned"] = problem["previous"] = []
    problem["items"][0]["after"] = ["c"]
    done = run(problem)
    assert done.returncode == 1, done
    message = done.stderr.decode()
    assert "items[" in message and all(f"“{i}”" in message for i in "abc") and "“d”" not in message, message


def test_a_file_that_is_not_there():
    done = run({}, file="/nonexistent/problem.json")
    assert done.returncode == 1 and b"/nonexistent/problem.json" in done.stderr, done


def refused_as_too_large(file, stdin=None):
    done = subprocess.run([os.environ["WAYMARK_CLI"], "planner", "solve", file], stdin=stdin, capture_output=True,
                          timeout=20, check=False)
    assert done.returncode == 1 and not done.stdout, done
    assert done.stderr.decode() == f"waymark-cli: {file} is too large: the limit is 64 MB.\n", done.stderr


def test_input_without_an_end_is_not_read_without_end():
    refused_as_too_large("/dev/zero")
    with subprocess.Popen(["yes", "[]"], stdout=subprocess.PIPE) as endless:
        refused_as_too_large("-", endless.stdout)
        endless.kill()
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        file.truncate(64 * 1024 * 1024 + 1)
        refused_as_too_large(file.name)
        # One byte less is read, and is no JSON.
        file.truncate(64 * 1024 * 1024)
        message = run({}, file=file.name).stderr.decode()
        assert message.startswith(f"waymark-cli: {file.name}: "), message[:300]


def test_a_wrong_call():
    assert run({}, "--nonsense").returncode == 2
    assert run({}, "more").returncode == 2


def test_a_file_is_read_like_standard_input():
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(GOOD, file)
        file.flush()
        assert run({}, file=file.name).stdout == run(GOOD).stdout


def test_strict_fails_when_a_block_has_no_place():
    for windows, code in (([], 1), (GOOD["availability"], 0)):
        problem = {**GOOD, "availability": windows, "extra_hours": [], "pinned": []}
        done = run(problem, "--strict")
        assert done.returncode == code, done
        assert json.loads(done.stdout) == solve(problem)


def test_no_windows_are_not_an_error():
    answer = solve({**GOOD, "availability": [], "extra_hours": [], "pinned": []})
    assert answer["blocks"] == [] and answer["max_lateness_days"] == 0
    assert answer["unplaced"] == [{"id": i["id"], "blocks": i["blocks"], "limits": ["availability"]}
                                  for i in GOOD["items"]], answer["unplaced"]


def test_nothing_to_do():
    answer = solve({k: GOOD[k] for k in ("zone", "from", "to", "block_minutes")} | {"items": []})
    assert answer == {"max_lateness_days": 0, "blocks": [], "unplaced": [], "sum_squared_daily_load": 0, "moved": 0,
                      "binding": [], "fixes": []}, answer


def test_sizes_that_must_work():
    """A hundred years, a hundred thousand blocks, a hundred thousand busy times."""
    century = {**GOOD, "to": "2127-01-04"}
    much = copy.deepcopy({**GOOD, "daily_cap": 0, "weekly_cap": 0})
    much["items"][0] = {"id": "a", "blocks": 99997}
    busy = [[f"2027-{1 + i % 12:02}-{1 + i % 28:02}T{i % 23:02}:{minute:02}:00Z" for minute in (i % 59, i % 59 + 1)]
            for i in range(100000)]
    for name, problem in (("century", century), ("much", much), ("busy", {**GOOD, "to": "2027-12-31", "busy": busy})):
        answer = solve(problem)
        placed = len(answer["blocks"]) + figures(answer)[0]
        assert placed == sum(i["blocks"] for i in problem["items"]), name


def frame(zone, first, last, **members):
    return {"zone": zone, "from": first, "to": last, "block_minutes": 60, **members}


def starts(answer, id):
    return [b["start"] for b in answer["blocks"] if b["id"] == id]


def test_a_weekly_cap_keeps_hours_for_the_urgent():
    """By due dates alone, "early" takes both blocks of the week, and "late" is released too late for any."""
    every = [{"weekday": w, "from": "10:00", "to": "11:00"} for w in range(1, 8)]
    answer = solve(frame("UTC", "2027-01-04", "2027-01-17", weekly_cap=2, availability=every, items=[
        {"id": "early", "blocks": 2, "due": "2027-01-15"},
        {"id": "late", "blocks": 1, "release": "2027-01-08", "due": "2027-01-09"}]))
    assert figures(answer)[:2] == (0, -1), figures(answer)
    assert starts(answer, "late") == ["2027-01-08T10:00:00Z"]


def test_days_of_23_and_25_hours():
    """Berlin, from 1:00 to 5:00: three hours on 28 March, five on 31 October."""
    for date, n in (("2027-03-21", 4), ("2027-03-28", 3), ("2027-10-31", 5)):
        answer = solve(frame("Europe/Berlin", date, date, availability=[{"weekday": 7, "from": "01:00", "to": "05:00"}],
                             items=[{"id": "a", "blocks": 9}]))
        assert len(answer["blocks"]) == n, (date, answer["blocks"])


def test_half_an_hour_on_lord_howe():
    """4 April 2027: clocks go back by 30 minutes at 2:00."""
    answer = solve(frame("Australia/Lord_Howe", "2027-04-04", "2027-04-04", block_minutes=30,
                         availability=[{"weekday": 7, "from": "01:00", "to": "03:00"}], items=[{"id": "a", "blocks": 9}]))
    assert len(answer["blocks"]) == 5, answer["blocks"]


def test_order_around_a_pinned_block_of_the_same_day():
    """"b" waits for the pinned "a" at noon, "c" must be over before it: each on its side of that day."""
    answer = solve(frame("UTC", "2027-01-04", "2027-01-04", availability=[{"weekday": 1, "from": "08:00", "to": "16:00"}],
                         items=[{"id": "a", "blocks": 1, "after": ["c"]}, {"id": "b", "blocks": 4, "after": ["a"]},
                                {"id": "c", "blocks": 5}], pinned=[{"id": "a", "start": "2027-01-04T12:00:00Z"}]))
    assert starts(answer, "c") == [f"2027-01-04T{h:02}:00:00Z" for h in (8, 9, 10, 11)], answer["blocks"]
    assert starts(answer, "b") == [f"2027-01-04T{h}:00:00Z" for h in (13, 14, 15)], answer["blocks"]
    assert answer["sum_squared_daily_load"] == 64 and figures(answer)[0] == 2


def test_buffer_and_breaks():
    """9:00 to 13:00 with 10:00 to 10:30 busy and 15 minutes around: 45 minutes before, 135 behind."""
    answer = solve(frame("UTC", "2027-01-04", "2027-01-04", block_minutes=45, break_minutes=30, buffer_minutes=15,
                         availability=[{"weekday": 1, "from": "09:00", "to": "13:00"}],
                         busy=[["2027-01-04T10:00:00Z", "2027-01-04T10:20:00Z"], ["2027-01-04T10:10:00Z",
                                                                                 "2027-01-04T10:30:00Z"]],
                         items=[{"id": "a", "blocks": 9}]))
    assert starts(answer, "a") == ["2027-01-04T09:00:00Z", "2027-01-04T10:45:00Z", "2027-01-04T12:00:00Z"]


def test_each_fix_of_a_late_plan():
    """Three blocks due on Thursday with one a day, on Wednesday to Friday: another a day, another day, a later
    target or the low end."""
    problem = frame("UTC", "2027-01-04", "2027-01-10", daily_cap=1, weekly_cap=3,
                    availability=[{"weekday": w, "from": "10:00", "to": "12:00"} for w in (3, 4, 5)],
                    items=[{"id": "a", "blocks": 3, "blocks_low": 2, "due": "2027-01-07"}])
    answer = solve(problem)
    assert answer["max_lateness_days"] == 1
    assert answer["fixes"] == [
        {"kind": "daily_cap", "value": 2, "max_lateness_days": 0, "unplaced": 0},
        {"kind": "availability", "add": {"weekday": 2, "from": "10:00", "to": "12:00"}, "max_lateness_days": 0,
         "unplaced": 0},
        {"kind": "target", "to": "2027-01-10", "due_days": 1, "max_lateness_days": 0, "unplaced": 0},
        {"kind": "blocks_low", "max_lateness_days": 0, "unplaced": 0}], answer["fixes"]


if __name__ == "__main__":
    waymark.main(globals())
