-- Version 1. Every table of the person's data is an ordinary STRICT rowid table with an INTEGER
-- PRIMARY KEY: the undo triggers are generated from exactly that shape.
-- Times: *_utc are seconds since 1970-01-01T00:00:00Z; *_date are days since 1970-01-01.

-- The store's own tables: the running action, the history, and the inverse of each row change.
CREATE TABLE undo_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  action_id INTEGER                            -- of the running action; NULL: writes are refused
) STRICT;
INSERT INTO undo_state VALUES (1, NULL);

CREATE TABLE undo_action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  time_utc INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE undo_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action_id INTEGER NOT NULL REFERENCES undo_action ON DELETE CASCADE,
  sql TEXT NOT NULL
) STRICT;
CREATE INDEX undo_log_action ON undo_log (action_id);

CREATE TABLE guide (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  summary TEXT NOT NULL DEFAULT '',
  updated TEXT NOT NULL DEFAULT '',            -- as the guide states it
  origin TEXT NOT NULL CHECK (origin IN ('text', 'pack', 'built-in')),
  content_hash TEXT NOT NULL,                  -- SHA-256 of what was read
  drills_per_week INTEGER NOT NULL DEFAULT 0 CHECK (drills_per_week BETWEEN 0 AND 14),
  review_months INTEGER NOT NULL DEFAULT 0 CHECK (review_months BETWEEN 0 AND 12),
  mock_days INTEGER NOT NULL DEFAULT 0 CHECK (mock_days BETWEEN 0 AND 365)
) STRICT;

-- What the guide says and the person does not edit: bands, roles, questions, mistakes, ...
CREATE TABLE guide_item (
  id INTEGER PRIMARY KEY,
  guide_id INTEGER NOT NULL REFERENCES guide ON DELETE CASCADE,
  kind TEXT NOT NULL,                          -- way_guide_kind_to_string()
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL DEFAULT 0,             -- in the source; 0 unknown
  title TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  extra TEXT NOT NULL DEFAULT '',
  UNIQUE (guide_id, kind, key)
) STRICT;

CREATE TABLE phase (
  id INTEGER PRIMARY KEY,
  guide_id INTEGER NOT NULL REFERENCES guide ON DELETE CASCADE,
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL,
  activities TEXT NOT NULL DEFAULT '',
  exit_criteria TEXT NOT NULL DEFAULT '',
  min_days INTEGER NOT NULL CHECK (min_days >= 0),     -- 0 when ongoing
  max_days INTEGER NOT NULL CHECK (max_days >= min_days),
  ongoing INTEGER NOT NULL DEFAULT 0 CHECK (ongoing IN (0, 1)),
  gate_closed_date INTEGER,
  gate_evidence TEXT NOT NULL DEFAULT '',
  gate_override TEXT NOT NULL DEFAULT '',
  UNIQUE (guide_id, key)
) STRICT;

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  guide_id INTEGER NOT NULL REFERENCES guide ON DELETE CASCADE,
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  due_date INTEGER,                            -- set by the person; NULL: by the plan's rule
  done_date INTEGER,
  uid TEXT NOT NULL UNIQUE,
  created_utc INTEGER NOT NULL,
  UNIQUE (guide_id, key)
) STRICT;

CREATE TABLE checklist_item (
  id INTEGER PRIMARY KEY,
  guide_id INTEGER NOT NULL REFERENCES guide ON DELETE CASCADE,
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL,
  due_rule TEXT NOT NULL,                      -- ISO 8601 duration from the plan's start: P14D, P1M, P3M
  done_date INTEGER,
  uid TEXT NOT NULL UNIQUE,
  created_utc INTEGER NOT NULL,
  UNIQUE (guide_id, key)
) STRICT;

CREATE TABLE skill (
  id INTEGER PRIMARY KEY,
  guide_id INTEGER NOT NULL REFERENCES guide ON DELETE CASCADE,
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL CHECK (kind IN ('area', 'skill')),  -- a matrix row, or a listed skill
  title TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  current INTEGER CHECK (current BETWEEN 1 AND 5),       -- NULL is blank, never 0
  target INTEGER CHECK (target BETWEEN 1 AND 5),
  gap_action TEXT NOT NULL DEFAULT '',
  UNIQUE (guide_id, key)
) STRICT;

CREATE TABLE resource (
  id INTEGER PRIMARY KEY,
  guide_id INTEGER NOT NULL REFERENCES guide ON DELETE CASCADE,
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'to-read' CHECK (state IN ('to-read', 'reading', 'done')),
  UNIQUE (guide_id, key)
) STRICT;

-- The person's hours and limits: one row.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  zone TEXT NOT NULL,                          -- IANA name
  start_date INTEGER NOT NULL,
  until_date INTEGER,                          -- NULL: as far as the dated phases reach
  weekly_minutes INTEGER NOT NULL CHECK (weekly_minutes BETWEEN 30 AND 4800),
  block_minutes INTEGER NOT NULL CHECK (block_minutes BETWEEN 25 AND 180),
  break_minutes INTEGER NOT NULL CHECK (break_minutes BETWEEN 0 AND 240),
  buffer_minutes INTEGER NOT NULL CHECK (buffer_minutes BETWEEN 0 AND 240),
  daily_minutes INTEGER NOT NULL CHECK (daily_minutes BETWEEN 25 AND 1440),
  band TEXT NOT NULL DEFAULT '',               -- guide_item.key of a band, '' not chosen
  role TEXT NOT NULL DEFAULT ''                -- guide_item.key of a role, '' not chosen
) STRICT;

CREATE TABLE plan_guide (
  id INTEGER PRIMARY KEY,
  guide_id INTEGER NOT NULL UNIQUE REFERENCES guide ON DELETE CASCADE,
  share INTEGER NOT NULL DEFAULT 100 CHECK (share BETWEEN 1 AND 100)
) STRICT;

CREATE TABLE availability (
  id INTEGER PRIMARY KEY,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),        -- 1 = Monday
  kinds INTEGER NOT NULL CHECK (kinds BETWEEN 1 AND 15),           -- mask of 1 << WayBlockKind
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440)  -- <= from: ends on the next day
) STRICT;

CREATE TABLE day_off (
  id INTEGER PRIMARY KEY,
  from_date INTEGER NOT NULL,
  to_date INTEGER NOT NULL CHECK (to_date >= from_date),           -- inclusive
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE block (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,                    -- the calendar UID, for life
  kind TEXT NOT NULL CHECK (kind IN ('study', 'mock', 'drill', 'review')),
  guide_id INTEGER NOT NULL REFERENCES guide ON DELETE CASCADE,
  phase_id INTEGER REFERENCES phase ON DELETE CASCADE,
  title TEXT NOT NULL,
  start_utc INTEGER NOT NULL,
  end_utc INTEGER NOT NULL CHECK (end_utc > start_utc),
  pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'started', 'done', 'missed', 'skipped')),
  reason TEXT NOT NULL DEFAULT '{}',           -- JSON: why here
  sequence INTEGER NOT NULL DEFAULT 0,         -- RFC 5545 3.8.7.4
  created_utc INTEGER NOT NULL,
  changed_utc INTEGER NOT NULL
) STRICT;
CREATE INDEX block_start ON block (start_utc);

CREATE TABLE busy_calendar (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  path TEXT NOT NULL UNIQUE,                   -- absolute
  zone TEXT NOT NULL,                          -- of its floating and all-day times
  all_day_busy INTEGER NOT NULL DEFAULT 1 CHECK (all_day_busy IN (0, 1)),
  content_hash TEXT NOT NULL,
  from_utc INTEGER NOT NULL,                   -- the range its series were expanded over
  to_utc INTEGER NOT NULL,
  imported_utc INTEGER NOT NULL
) STRICT;

CREATE TABLE busy_event (
  id INTEGER PRIMARY KEY,
  calendar_id INTEGER NOT NULL REFERENCES busy_calendar ON DELETE CASCADE,
  uid TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  start_utc INTEGER NOT NULL,
  end_utc INTEGER NOT NULL CHECK (end_utc > start_utc),
  all_day INTEGER NOT NULL DEFAULT 0 CHECK (all_day IN (0, 1)),
  UNIQUE (calendar_id, uid, start_utc, end_utc)
) STRICT;
CREATE INDEX busy_event_start ON busy_event (start_utc);

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;
