"""Makes a failing problem small: parts are left out as long as it fails."""
import copy

OPTIONAL = ("break_minutes", "buffer_minutes", "daily_cap", "weekly_cap", "days_in_row", "now")
LISTS = ("previous", "busy", "pinned", "days_off", "extra_hours", "items", "availability")


def steps(p):
    """Functions that each take one thing out of a copy; the biggest first."""
    for key in LISTS:
        yield lambda q, key=key: q.pop(key) if key not in ("items", "availability") else q[""]
    for key in OPTIONAL:
        yield lambda q, key=key: q.pop(key)
    for key in LISTS:
        for i in reversed(range(len(p.get(key, [])))):
            yield lambda q, key=key, i=i: without_entry(q, key, i)
    for i, item in enumerate(p["items"]):
        for key in set(item) - {"id", "blocks"}:
            yield lambda q, key=key, i=i: q["items"][i].pop(key)
        for part in (2, 1):
            yield lambda q, part=part, i=i: q["items"][i].update(
                blocks=q["items"][i]["blocks"] // 2 if part == 2 else q["items"][i]["blocks"] - 1)


def without_entry(q, key, i):
    gone = q[key].pop(i)
    for item in q["items"] if key == "items" else []:
        item["after"] = [id for id in item.get("after", []) if id != gone["id"]]
    for place in ("pinned", "previous") if key == "items" else ():
        q[place] = [b for b in q.get(place, []) if b["id"] != gone["id"]]


def shrink(problem, fails, tries):
    """@fails: whether a problem fails in the same way; other errors are its own affair."""
    size = None
    while size != len(str(problem)) and tries > 0:
        size = len(str(problem))
        for step in list(steps(problem)):
            smaller = copy.deepcopy(problem)
            try:
                step(smaller)
            except (KeyError, IndexError):
                continue
            tries -= 1
            if tries > 0 and fails(smaller):
                problem = smaller
    return problem
