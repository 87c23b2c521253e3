"""Evolution Data Server, the calendar behind GNOME Calendar and Evolution: the plan imported, and the plan's
file as a live calendar."""
import datetime
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from client import UTC, check_changes, check_same, make_plan, missing, plan, run_in_session, wait_for  # noqa: E402
from waymark import Home, main  # noqa: E402

LIVE_S = 20
NO_WAIT = 0xffffffff  # for a connection: a local calendar has none


def load():
    """The bindings, or %None: a module for the calendar, its sources and its times."""
    try:
        import gi
        for name, version in (("ECal", "2.0"), ("EDataServer", "1.2"), ("ICalGLib", "3.0")):
            gi.require_version(name, version)
        from gi.repository import ECal, EDataServer, Gio, GLib, ICalGLib
    except (ImportError, ValueError):
        return None
    return ECal, EDataServer, Gio, GLib, ICalGLib


def open_calendar(name, file=None):
    """A new local calendar; with @file, one that reads this file and writes nothing into it."""
    ECal, EDataServer, Gio, GLib, _ = load()
    registry = EDataServer.SourceRegistry.new_sync(None)
    source = EDataServer.Source.new_with_uid(name, None)
    source.set_display_name(name)
    source.set_parent("local-stub")
    source.get_extension("Calendar").set_backend_name("local")
    if file:
        local = source.get_extension("Local Backend")
        local.set_custom_file(Gio.File.new_for_path(str(file)))
        local.set_writable(False)
    registry.commit_source_sync(source, None)
    context, end = GLib.MainContext.default(), time.monotonic() + 20
    while registry.ref_source(name) is None and time.monotonic() < end:
        if not context.iteration(False):
            time.sleep(0.02)
    while True:
        try:
            return ECal.Client.connect_sync(registry.ref_source(name), ECal.ClientSourceType.EVENTS, NO_WAIT, None)
        except GLib.Error:
            # The service for calendars hears of a new source by itself, and maybe later than we do.
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def events(client):
    """(uid, start, end, summary) of every instance, as the server works them out."""
    ICalGLib = load()[4]
    utc = ICalGLib.Timezone.get_utc_timezone()
    found = []

    def value(time):
        if time.is_date():
            return datetime.date(time.get_year(), time.get_month(), time.get_day())
        time = time.convert_to_zone(utc)
        return datetime.datetime(time.get_year(), time.get_month(), time.get_day(), time.get_hour(),
                                 time.get_minute(), time.get_second(), tzinfo=UTC)

    def add(component, start, end, *rest):
        found.append((component.get_uid(), value(start), value(end), component.get_summary()))
        return True

    first, last = (int(datetime.datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (2026, 2029))
    client.generate_instances_sync(first, last, None, add, None)
    _, objects = client.get_object_list_sync("#t", None)
    # Two questions: the file may have been read again between them.
    same = {event[0] for event in found} == {component.get_uid() for component in objects}
    return sorted(found) if same else [("differ", len(objects), len(found))]


def needs():
    if not load():
        return missing("gir1.2-ecal-2.0")
    return None


def test_an_import_shows_the_plan_and_a_second_one_doubles_nothing():
    if needs():
        return needs()
    ECal, ICalGLib = load()[0], load()[4]
    with Home() as home:
        make_plan(home, 3)
        wanted = plan(home)
        client = open_calendar("import")
        for time_of in ("first import", "second import"):
            component = ICalGLib.Component.new_from_string(home.plan.read_text(encoding="utf-8"))
            client.receive_objects_sync(component, ECal.OperationFlags.NONE, None)
            check_same(events(client), wanted, time_of)


def test_a_calendar_on_the_file_follows_the_plan():
    if needs():
        return needs()
    with Home() as home:
        make_plan(home, 3)
        first = plan(home)
        client = open_calendar("live", home.plan)
        check_same(events(client), first, "opened")

        make_plan(home, 6)
        second, file = plan(home), home.plan.read_bytes()
        check_changes(first, second)
        check_same(wait_for(lambda: events(client), second, LIVE_S), second, "planned with other hours")
        assert client.is_readonly() and home.plan.read_bytes() == file

        home.run("undo")
        check_same(plan(home), first, "the undone plan")
        check_same(wait_for(lambda: events(client), first, LIVE_S), first, "undone")


if load():  # here, before the variables that make GLib strict are there again
    run_in_session(__file__, 150)
main(globals())
