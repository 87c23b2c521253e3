"""The exported file, published by vdirsyncer to a CalDAV server (Radicale, on the loopback): what is on the
server is the plan, and follows it."""
import base64
import contextlib
import http.client
import pathlib
import shutil
import socket
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from client import check_changes, check_same, environment, make_plan, missing, plan, read_events, run  # noqa: E402
from waymark import Home, main  # noqa: E402

SERVER = """[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[rights]
type = authenticated
[web]
type = none
[storage]
filesystem_folder = {folder}/server
[logging]
level = warning
"""

PAIR = """[general]
status_path = "{folder}/status/"
[pair plan]
a = "file"
b = "server"
collections = null
conflict_resolution = "a wins"
[storage file]
type = "singlefile"
path = "{plan}"
encoding = "utf-8"
[storage server]
type = "caldav"
url = "http://127.0.0.1:{port}/me/plan/"
username = "me"
password = "x"
"""


class Server:
    def __init__(self, folder):
        for _ in range(5):
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = free.getsockname()[1]
            config, self.log = folder / "radicale.conf", folder / "radicale.log"
            config.write_text(SERVER.format(port=self.port, folder=folder))
            with open(self.log, "wb") as log:
                self.process = subprocess.Popen(["radicale", "--config", str(config)], stdout=log, stderr=log,
                                                stdin=subprocess.DEVNULL, env=environment(folder))
            if self.answers():
                return
            self.stop()
        raise AssertionError(f"Radicale does not start:\n{self.log.read_text()}")

    def answers(self):
        end = time.monotonic() + 20
        while self.process.poll() is None and time.monotonic() < end:
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return True
            time.sleep(0.05)
        return False

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stop()

    def ask(self, method, status, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with contextlib.closing(connection):
            word = base64.b64encode(b"me:x").decode()
            connection.request(method, "/me/plan/", headers={"Authorization": f"Basic {word}", **headers})
            answer = connection.getresponse()
            body = answer.read().decode()
        assert answer.status == status, f"{method}: {answer.status}\n{body}\n{self.log.read_text()}"
        return body

    def events(self):
        """What is in the collection, and that each event is a resource of its own there."""
        events = sorted(read_events(self.ask("GET", 200)))
        resources = self.ask("PROPFIND", 207, Depth="1").count("<response>") - 1
        assert resources == len({event[0] for event in events}), (resources, len(events))
        return events


def test_the_server_follows_the_plan():
    for program in ("radicale", "vdirsyncer"):
        if not shutil.which(program):
            return missing(program)
    with Home() as home, Server(home.folder) as server:
        pair = home.folder / "vdirsyncer.conf"
        pair.write_text(PAIR.format(port=server.port, folder=home.folder, plan=home.plan))

        def sync(*command):
            # vdirsyncer writes its file anew in every run, read-only or not: it must be the same plan.
            before = sorted(read_events(home.plan.read_bytes()))
            run(home.folder, "vdirsyncer", "-c", str(pair), *command)
            check_same(sorted(read_events(home.plan.read_bytes())), before, "the file itself")

        make_plan(home, 3)
        first = plan(home)
        server.ask("MKCALENDAR", 201)
        sync("discover")
        sync("sync")
        check_same(server.events(), first, "first upload")

        make_plan(home, 6)
        second = plan(home)
        check_changes(first, second)
        sync("sync")
        check_same(server.events(), second, "planned with other hours")
        sync("sync")
        check_same(server.events(), second, "nothing new")

        home.run("undo")
        check_same(plan(home), first, "the undone plan")
        sync("sync")
        check_same(server.events(), first, "undone")


main(globals())
