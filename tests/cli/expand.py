"""Events of a calendar file as they take place: python-icalendar reads the lines, dateutil follows the rules."""
import datetime


def local(value, zone):
    """A time on the wall clock of the file; @zone: a tzinfo that is used in the place of the reader's own."""
    if not isinstance(value, datetime.datetime) or value.tzinfo is None:
        return value
    return value.replace(tzinfo=zone) if zone and value.tzinfo != datetime.timezone.utc else value


def exceptions(event):
    lists = event.get("EXDATE", [])
    return {date.dt for dates in (lists if isinstance(lists, list) else [lists]) for date in dates.dts}


def instances(text, zone=None):
    """(uid, start, end, summary) of all that takes place in @text; of a rule with COUNT, each of its times."""
    import dateutil.rrule
    import icalendar
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    moved = {(event["UID"], event["RECURRENCE-ID"].dt) for event in events if "RECURRENCE-ID" in event}
    found = []
    for event in events:
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        starts = [start]
        if "RRULE" in event:
            rule = event["RRULE"].to_ical().decode()
            assert "COUNT=" in rule, rule
            # On the wall clock: the zone goes back on afterwards.
            times = dateutil.rrule.rrulestr(rule, dtstart=start.replace(tzinfo=None))
            starts = [time.replace(tzinfo=start.tzinfo) for time in times]
            taken = {value.replace(tzinfo=None) for value in exceptions(event)}
            taken |= {value.replace(tzinfo=None) for uid, value in moved if uid == event["UID"]}
            starts = [time for time in starts if time.replace(tzinfo=None) not in taken]
        for time in starts:
            found.append((str(event["UID"]), local(time, zone), local(time + (end - start), zone),
                          str(event["SUMMARY"])))
    return found
