"""What is no calendar file at all, given to waymark-cli by real processes: a message that names it and says what
it is, exit code 1, at once; nothing is read without end, and nothing hangs."""
import contextlib
import glob
import hashlib
import json
import os
import pathlib
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "cli"))
from waymark import Home, main  # noqa: E402

CLI = os.environ["WAYMARK_CLI"]
RANGE = ["--from", "2027-01-01T00:00:00Z", "--to", "2028-01-01T00:00:00Z"]
LIMIT_S = 10


def refused(command, words, **how):
    begin = time.monotonic()
    done = subprocess.run([CLI, *command], capture_output=True, timeout=LIMIT_S, check=False, **how)
    message = done.stderr.decode()
    assert done.returncode == 1, (command, done.returncode, message)
    assert words in message and not done.stdout, (command, message)
    assert message.count("\n") == 1, message
    return time.monotonic() - begin


def both(path, words, **how):
    """By the pure command, and by the one with a database, which stays as it was."""
    refused(["calendar", "busy", str(path), *RANGE], words, **how)
    with Home() as home:
        home.run("busy", "list")
        refused(["busy", "add", str(path), "--database", str(home.database)], words, **how)
        assert home.json("busy", "list") == []


def test_a_folder_is_named():
    with tempfile.TemporaryDirectory() as folder:
        both(folder, f"{folder} cannot be read: it is a folder")


def test_a_missing_file_is_named():
    both("/nonexistent/x.ics", "/nonexistent/x.ics cannot be read: ")


def test_a_fifo_is_not_waited_for():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "fifo")
        os.mkfifo(path)
        both(path, f"{path} cannot be read: it is a pipe")
        # Nor is one that never ends.
        with subprocess.Popen(f"exec yes > {path}", shell=True, stderr=subprocess.DEVNULL) as endless:
            both(path, f"{path} cannot be read: it is a pipe")
            endless.kill()


def test_a_device_is_not_read():
    both("/dev/zero", "/dev/zero cannot be read: it is a device")


def test_a_socket_is_not_read():
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as it:
        path = os.path.join(folder, "socket")
        it.bind(path)
        both(path, f"{path} cannot be read: it is a socket")


def test_a_file_over_the_limit_is_not_read():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "sparse.ics")
        with open(path, "wb") as it:
            it.truncate(300 * 1024 * 1024)
        both(path, f"{path} is too large for a calendar file: the limit is 256 MB")


def test_endless_standard_input_ends_at_the_limit():
    with open("/dev/zero", "rb") as zeros:
        both("-", "- is too large for a calendar file", stdin=zeros)
    with subprocess.Popen(["yes"], stdout=subprocess.PIPE) as endless:
        refused(["calendar", "busy", "-", *RANGE], "- is too large for a calendar file", stdin=endless.stdout)
        endless.kill()


def child_of(pid):
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(path, encoding="utf-8", errors="replace") as it:
                fields = it.read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            return int(path.split("/")[2])
    return None


def ended_by(number):
    """Ends the child that reads, by a signal; what the program says then."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "large.ics")
        event = "BEGIN:VEVENT\r\nUID:{}\r\nDTSTART:20270105T090000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
        with open(path, "w", encoding="utf-8", newline="") as it:
            it.write("BEGIN:VCALENDAR\r\n" + "".join(map(event.format, range(300000))) + "END:VCALENDAR\r\n")
        with subprocess.Popen([CLI, "calendar", "busy", path, *RANGE], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as run:
            child = None
            while child is None and run.poll() is None:
                child = child_of(run.pid)
            # Before it has become the program again, it is not the reader yet.
            while b"--calendar-worker" not in pathlib.Path(f"/proc/{child}/cmdline").read_bytes():
                time.sleep(0.001)
            os.kill(child, number)
            out, err = run.communicate(timeout=LIMIT_S)
            assert run.returncode == 1 and not out, (run.returncode, out[:200])
            assert not os.path.exists(f"/proc/{child}"), "a zombie"
            return err.decode()


def test_a_reader_that_is_killed_ends_as_a_message():
    assert "large.ics could not be read: reading it took too much memory" in ended_by(signal.SIGKILL)
    assert "large.ics could not be read: reading it ended unexpectedly" in ended_by(signal.SIGTERM)


EVENT = "BEGIN:VEVENT\r\nUID:{}\r\nDTSTART:20270105T090000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"


def test_a_file_that_changes_meanwhile_breaks_nothing():
    """Cut and written again as fast as it goes: what is read is read, and no signal ends the reader."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "changing.ics")
        text = ("BEGIN:VCALENDAR\r\n" + "".join(map(EVENT.format, range(20000))) + "END:VCALENDAR\r\n").encode()
        change = ("import sys\nwhile True:\n  with open(sys.argv[1], 'r+b') as it:\n    it.truncate(0)\n"
                  f"    it.write(b'BEGIN:VCALENDAR\\r\\n' + b'X' * {len(text)})\n")
        pathlib.Path(path).write_bytes(text)
        with subprocess.Popen([sys.executable, "-c", change, path]) as changing:
            for _ in range(20):
                done = subprocess.run([CLI, "calendar", "busy", path, *RANGE], capture_output=True, timeout=LIMIT_S,
                                      check=False)
                assert done.returncode in (0, 1) and b"ended unexpectedly" not in done.stderr, done
            changing.kill()
        pathlib.Path(path).write_bytes(text)
        done = subprocess.run([CLI, "calendar", "busy", path, *RANGE], capture_output=True, check=True)
        assert json.loads(done.stdout)["report"]["events"] == 20000, done.stdout[-300:]


def test_standard_input_may_be_closed():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x.ics")
        pathlib.Path(path).write_text("BEGIN:VCALENDAR\r\n" + EVENT.format(1) + "END:VCALENDAR\r\n", newline="")
        done = subprocess.run(["sh", "-c", 'exec "$@" <&-', "sh", CLI, "calendar", "busy", path, *RANGE],
                              capture_output=True, timeout=LIMIT_S, check=False)
        assert done.returncode == 0 and json.loads(done.stdout)["report"]["events"] == 1, done


def test_the_stored_hash_is_that_of_the_file():
    with Home() as home:
        home.run("busy", "add", home.busy)
        home.run("busy", "add", "-", data=home.busy.read_bytes())
        with contextlib.closing(sqlite3.connect(home.database)) as database:
            hashes = database.execute("SELECT DISTINCT content_hash FROM busy_calendar").fetchall()
        assert hashes == [(hashlib.sha256(home.busy.read_bytes()).hexdigest(),)], hashes


def test_what_is_exported_reads_as_the_same_busy_time():
    with Home() as home:
        home.make_plan()
        home.run("export", "--free-busy", home.folder / "when.ifb")
        wide = ["--from", "2026-01-01T00:00:00Z", "--to", "2031-01-01T00:00:00Z"]
        home.run("export", "--kinds", "study,mock,drill,review", home.plan)
        events = home.json("calendar", "busy", home.plan, *wide)["busy"]
        periods = home.json("calendar", "busy", home.folder / "when.ifb", *wide)["busy"]
        assert events and events == periods, (events[:3], periods[:3])


main(globals())
