-- Version 3: what calendar files were sent. Tables named sent_… tell of the world outside, so that no undo
-- takes back what is in them, and they are written without an action.

CREATE TABLE sent_target (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,                   -- absolute
  content_hash TEXT NOT NULL,                  -- SHA-256 of the file as it was written
  sent_utc INTEGER NOT NULL                    -- when these bytes were written for the first time
) STRICT;

-- The newest revision of an event or to-do in any file.
CREATE TABLE sent_revision (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('event', 'todo')),
  content_hash TEXT NOT NULL,                  -- of all but SEQUENCE and the stamps; '' cancelled
  sequence INTEGER NOT NULL,
  stamp_utc INTEGER NOT NULL,                  -- DTSTAMP and LAST-MODIFIED
  UNIQUE (uid, form)
) STRICT;

-- What a file was sent of it, and what its cancellation has to say.
CREATE TABLE sent_entry (
  id INTEGER PRIMARY KEY,
  target_id INTEGER NOT NULL REFERENCES sent_target ON DELETE CASCADE,
  uid TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('event', 'todo')),
  sequence INTEGER NOT NULL,
  summary TEXT NOT NULL,
  all_day INTEGER NOT NULL CHECK (all_day IN (0, 1)),
  start_utc INTEGER NOT NULL,                  -- all-day: midnight of the day, as if in UTC
  end_utc INTEGER NOT NULL,
  created_utc INTEGER NOT NULL,
  cancelled_utc INTEGER,                       -- NULL: it is in the plan
  UNIQUE (target_id, uid, form)
) STRICT;

-- What the UIDs of this database's files are made of that belong to no row: one row, for life.
CREATE TABLE sent_identity (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL
) STRICT;
INSERT INTO sent_identity VALUES (1, lower (hex (randomblob (16))));
