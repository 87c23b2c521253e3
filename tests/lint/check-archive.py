"""data/archive.schema.json describes what “archive export” writes: every table and column of the database, and
the same limits as the database has. Arguments: the program, the folder data/."""
import copy
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    sys.exit(77)

program, data = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
schema = json.loads((data / 'archive.schema.json').read_text(encoding='utf-8'))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
CALENDAR = '''BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Office
END:VTIMEZONE
BEGIN:VEVENT
UID:dinner@test
DTSTART;TZID=Office:20270104T183000
DURATION:PT1H
RRULE:FREQ=WEEKLY;COUNT=3
END:VEVENT
END:VCALENDAR
'''


def run(*args, code=0):
    result = subprocess.run([program, *map(str, args), '--database', folder / 'waymark.db'],
                            capture_output=True, text=True, cwd=folder,
                            env={'LC_ALL': 'C.UTF-8', 'HOME': str(folder), 'WAYMARK_NOW': '2026-11-23T08:00:00Z',
                                 'ASAN_OPTIONS': 'detect_leaks=0'})
    assert result.returncode == code, (args, result.returncode, result.stderr)
    return result.stderr


def write(document):
    path = folder / 'changed.json'
    path.write_text(json.dumps(document, ensure_ascii=False), encoding='utf-8')
    return path


def limits(column):
    """Values that the schema forbids for a column, by what it says of it."""
    for part in column.get('anyOf', [column]):
        if '$ref' in part:
            part = schema['$defs'][part['$ref'].rsplit('/')[-1]]
        if 'const' in part:
            yield part['const'] + 1
        if 'enum' in part:
            yield 'neither' if isinstance(part['enum'][0], str) else max(part['enum']) + 1
        if 'minimum' in part:
            yield part['minimum'] - 1
        if 'maximum' in part:
            yield part['maximum'] + 1


with tempfile.TemporaryDirectory(prefix='waymark-test-') as name:
    folder = pathlib.Path(name)
    (folder / 'work.ics').write_text(CALENDAR)
    run('plan', '--guide', 'learning-distributed-systems', '--start', '2027-01-04', '--hours', '6', '--zone',
        'Europe/Berlin', '--busy', 'work.ics', '--map-zone', 'Office=Europe/Berlin', '--day-off',
        '2027-02-01..2027-02-05', '--extra', '2027-02-06 10:00-12:00', '--export', 'plan.ics')
    run('live', 'start', folder / 'live.ics')
    run('archive', 'export', 'a.json')
    archive = json.loads((folder / 'a.json').read_text(encoding='utf-8'))
    validator.validate(archive)

    with sqlite3.connect(folder / 'waymark.db') as db:
        assert schema['properties']['schema']['const'] == db.execute('PRAGMA user_version').fetchone()[0]
        tables = {name: [row[1] for row in db.execute(f'PRAGMA table_info ("{name}")')]
                  for name, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB "
                                          "'undo_*' AND name NOT GLOB 'sqlite_*'")}
    header = ['format', 'version', 'program', 'schema']
    assert set(schema['properties']) == {*header, *tables}
    assert set(schema['required']) == {*header, *tables} - {'program'}
    assert list(archive) == list(schema['properties']), 'the order of the schema is that of the file'
    for table, columns in tables.items():
        row = schema['$defs'][table]
        assert row['additionalProperties'] is False
        assert list(row['properties']) == columns == row['required'], table

    # What the schema forbids, the program refuses in the same place.
    n_refused = 0
    empty = [table for table in tables if not archive[table]]
    for table in tables:
        for column, rule in schema['$defs'][table]['properties'].items():
            for value in limits(rule) if table not in empty else ():
                changed = copy.deepcopy(archive)
                changed[table][0][column] = value
                assert not validator.is_valid(changed), (table, column, value)
                message = run('archive', 'import', write(changed), '--dry-run', code=1)
                assert f'$.{table}[0].{column}: ' in message, (table, column, value, message)
                n_refused += 1
    print(f'{len(tables)} tables, {n_refused} forbidden values refused, no rows of {", ".join(empty)}')
