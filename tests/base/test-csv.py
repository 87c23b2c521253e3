"""Tables read and written as Python's csv module does: an outside oracle, over random tables and dialects."""
import csv
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'cli'))
from waymark import main  # noqa: E402

SEED = int(os.environ.get('WAYMARK_SEED', random.randrange(1 << 30)))
PIECES = ['', ',', ';', '\t', '"', '\n', '\r\n', "'", ' ', 'a', 'bc', '1', 'ä', '中', '""', '=']


def helper(mode, document):
    with tempfile.NamedTemporaryFile('w', suffix='.json', encoding='utf-8') as file:
        json.dump(document, file)
        file.flush()
        run = subprocess.run([os.environ['WAYMARK_CSV_JSON'], mode, file.name], capture_output=True, check=True)
    return json.loads(run.stdout)


def random_table(rng):
    width = rng.randrange(1, 6)
    return [[''.join(rng.choices(PIECES, k=rng.randrange(5))) for _ in range(width)]
            for _ in range(rng.randrange(1, 9))]


def written(table, **dialect):
    out = io.StringIO()
    csv.writer(out, **dialect).writerows(table)
    return out.getvalue()


def test_what_the_oracle_writes_is_read():
    rng = random.Random(SEED)
    tables, texts = [], []
    for _ in range(600):
        # A heading without anything special tells the separator, as those of real tables do.
        table = random_table(rng)
        width = max(2, len(table[0]))
        table = [['h'] * width] + [row + [''] * (width - len(row)) for row in table]
        tables.append(table)
        # All quoted: else the other separators inside could make a table, too.
        texts.append(written(table, delimiter=rng.choice(',;\t'), quoting=csv.QUOTE_ALL,
                             lineterminator=rng.choice(['\r\n', '\n', '\r'])))
    for table, text, found in zip(tables, texts, helper('read', texts)):
        assert found == table, (SEED, text, found)


def test_minimal_quotes_are_read():
    rng = random.Random(SEED)
    tables = [[['h', 'i', 'j']] + [row for row in random_table(rng) if len(row) == 3] for _ in range(600)]
    texts = [written(table, lineterminator='\r\n') for table in tables]
    plain = [(table, text) for table, text in zip(tables, texts) if ';' not in text and '\t' not in text]
    assert len(plain) > 50, SEED
    for (table, text), found in zip(plain, helper('read', [text for _, text in plain])):
        assert found == table, (SEED, text, found)


def test_what_is_written_the_oracle_reads():
    rng = random.Random(SEED)
    tables = [random_table(rng) for _ in range(600)]
    for table, text in zip(tables, helper('write', tables)):
        assert list(csv.reader(io.StringIO(text, newline=''), strict=True)) == table, (SEED, text)


def test_both_refuse_the_same_quotes():
    texts = ['a,"b', 'a,"b"c', '"', '""a', '"a""', 'a"b', 'a,"b\nc"\nd,e']
    for text, found in zip(texts, helper('read', texts)):
        try:
            expected = list(csv.reader(io.StringIO(text, newline=''), strict=True))
        except csv.Error:
            expected = None
        assert found == expected, (text, found, expected)


main(globals())
