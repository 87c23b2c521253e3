"""Runs the busy-time cases of a folder (cases.json beside its .ics files) through "waymark-cli calendar
busy" and compares every interval. Each case's answer comes from an oracle outside this project."""
import json
import os
import subprocess
import sys


def iso(stamp):
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:11]}:{stamp[11:13]}:{stamp[13:]}"


def main(folder):
    path = os.path.join(folder, "cases.json")
    if not os.path.exists(path):
        print("1..0 # SKIP no cases in", folder)
        return 0
    cases = json.load(open(path, encoding="utf-8"))["cases"]
    print(f"1..{len(cases)}")
    failed = 0
    for number, case in enumerate(cases, 1):
        window = [iso(stamp) for stamp in case["window"]]
        command = [os.environ["WAYMARK_CLI"], "calendar", "busy", os.path.join(folder, case["file"]),
                   "--from", window[0], "--to", window[1], "--zone", case.get("assume_tz") or "UTC"]
        run = subprocess.run(command, capture_output=True, text=True, timeout=30)
        busy = json.loads(run.stdout)["busy"] if run.returncode == 0 else run.stderr
        expected = [[iso(start), iso(end)] for start, end in case["busy"]]
        right = busy == expected
        failed += not right
        print("ok" if right else "not ok", number, "-", case["id"])
        if not right:
            print("# expected", expected[:6], len(expected))
            print("# got     ", busy[:6] if isinstance(busy, list) else busy, len(busy))
    return 1 if failed else 0


sys.exit(main(sys.argv[1]))
