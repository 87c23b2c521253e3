"""Validates every pack in data/packs against data/guide-pack.schema.json."""
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

data = pathlib.Path(sys.argv[1])
schema = json.loads((data / "guide-pack.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
packs = sorted((data / "packs").glob("*.json"))
assert packs, "no packs"
for path in packs:
    jsonschema.validate(json.loads(path.read_text(encoding="utf-8")), schema,
                        cls=jsonschema.Draft202012Validator)
    print("valid:", path.name)
