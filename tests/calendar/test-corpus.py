"""Runs the calendar files of other projects through "waymark-cli calendar busy", two at a time, each twice:
an answer or a message for every one, never a crash, a leak or a hang, and the same bytes again. The files
stay where they are ($WAYMARK_SHARED/ics-corpus); without that folder the test is skipped.

The limit is 5 s for a run, sanitizers included: with them the slowest takes less than one."""
import concurrent.futures
import datetime
import json
import os
import re
import subprocess
import sys
import time

FROM, TO = "2000-01-01T00:00:00Z", "2031-01-01T00:00:00Z"
LIMIT_S = 5
SANITIZER = re.compile(r"Sanitizer|runtime error:|\bCRITICAL\b|\bWARNING \*\*")


def corpus_files(folder):
    """Files of the projects' folders; what lies beside these is about the corpus."""
    for where, folders, names in os.walk(folder):
        folders.sort()
        if where != folder:
            yield from (os.path.join(where, name) for name in sorted(names))


def run(path):
    command = [os.environ["WAYMARK_CLI"], "calendar", "busy", path, "--from", FROM, "--to", TO,
               "--zone", "Europe/Berlin"]
    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, timeout=LIMIT_S, check=False)
    return done, time.monotonic() - start


def instant(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")


def check_document(text):
    """The contract of "calendar busy": raises AssertionError with what is wrong."""
    answer = json.loads(text)
    assert list(answer) == ["busy", "report"], list(answer)
    last = None
    for start, end in answer["busy"]:
        assert instant(FROM) <= instant(start) < instant(end) <= instant(TO), (start, end)
        assert last is None or instant(last) < instant(start), f"not merged or sorted at {start}"
        last = end
    report = answer["report"]
    assert list(report) == ["events", "added", "skipped", "unknown_zones"], list(report)
    assert report["events"] >= 0 and report["added"] >= len(answer["busy"]), report
    for skip in report["skipped"]:
        assert list(skip) == ["line", "uid", "reason"], skip
        assert isinstance(skip["line"], int) and skip["line"] > 0, skip
        assert isinstance(skip["uid"], str) and skip["reason"].strip(), skip
    assert all(isinstance(zone, str) for zone in report["unknown_zones"])
    return report


def check(path):
    """(what is wrong or None, exit code, seconds, report or None)"""
    try:
        done, seconds = run(path)
    except subprocess.TimeoutExpired:
        return f"takes more than {LIMIT_S} s", None, LIMIT_S, None
    message = done.stderr.decode("utf-8", "replace")
    try:
        assert done.returncode in (0, 1), f"ends with {done.returncode}: {message[:2000]}"
        assert not SANITIZER.search(message), message[:2000]
        if done.returncode == 0:
            assert not message, message[:2000]
            report = check_document(done.stdout.decode("utf-8"))
        else:
            report = None
            assert not done.stdout, "prints something and fails"
            # An empty file has no line to name.
            assert re.search(re.escape(path) + (r":\d+: ." if os.path.getsize(path) else " ."), message), message
        again, more = run(path)
        assert (again.returncode, again.stdout, again.stderr) == (done.returncode, done.stdout, done.stderr), \
            "another answer the second time"
        return None, done.returncode, max(seconds, more), report
    except subprocess.TimeoutExpired:
        return f"takes more than {LIMIT_S} s", None, LIMIT_S, None
    except (AssertionError, ValueError) as wrong:
        return str(wrong) or repr(wrong), done.returncode, seconds, None


def main():
    folder = os.path.join(os.environ.get("WAYMARK_SHARED", ""), "ics-corpus")
    if not os.path.isdir(folder):
        print("1..0 # SKIP no corpus in", folder)
        return 0
    paths = list(corpus_files(folder))
    print(f"1..{len(paths)}")
    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(check, paths))
    for number, (path, (wrong, *_)) in enumerate(zip(paths, results), 1):
        print("not ok" if wrong else "ok", number, "-", os.path.relpath(path, folder).replace("#", "_"))
        for line in (wrong or "").splitlines():
            print("#  ", line)
    reports = [report for *_, report in results if report is not None]
    slowest = max(range(len(paths)), key=lambda i: results[i][2])
    print(f"# {len(paths)} files: {sum(r[1] == 0 for r in results)} read, {sum(r[1] == 1 for r in results)} refused, "
          f"{sum(r[0] is not None for r in results)} wrong; {sum(r['events'] for r in reports)} events, "
          f"{sum(len(r['skipped']) for r in reports)} things reported, "
          f"{sum(len(r['unknown_zones']) for r in reports)} unknown zones")
    print(f"# {time.monotonic() - began:.0f} s in all; slowest {results[slowest][2]:.2f} s: "
          f"{os.path.relpath(paths[slowest], folder)}")
    return 1 if any(wrong for wrong, *_ in results) else 0


sys.exit(main())
