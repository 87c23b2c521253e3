"""Runs "waymark-cli planner solve"."""
import json
import os
import subprocess


def run(problem, *options, file="-", timeout=60):
    """@problem: a dict, or the bytes themselves."""
    data = problem if isinstance(problem, bytes) else json.dumps(problem).encode()
    return subprocess.run([os.environ["WAYMARK_CLI"], "planner", "solve", *options, file], input=data,
                          capture_output=True, timeout=timeout, env={**os.environ, "LC_ALL": "C.UTF-8"})


def solve(problem):
    done = run(problem)
    assert done.returncode == 0, f"exit {done.returncode}: {done.stderr.decode()[-2000:]}"
    return json.loads(done.stdout)


def is_fine(data):
    return not data["unplaced"] and data["max_lateness_days"] <= 0


def figures(data):
    """In the order of the objectives."""
    return (sum(u["blocks"] for u in data["unplaced"]), data["max_lateness_days"],
            data["sum_squared_daily_load"], data["moved"])
