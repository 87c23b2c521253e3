-- Version 5: what the person does with blocks and phases by hand.

-- A block that is worked on. Paused: state 'started' without started_utc.
ALTER TABLE block ADD COLUMN started_utc INTEGER;          -- since when the clock runs; NULL: it does not
ALTER TABLE block ADD COLUMN actual_minutes INTEGER        -- worked so far, less the running stretch; NULL: unknown
  CHECK (actual_minutes >= 0);
ALTER TABLE block ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- Dates that the person set instead of the plan's own.
ALTER TABLE phase ADD COLUMN release_date INTEGER;         -- no block before it; NULL: as soon as there is room
ALTER TABLE phase ADD COLUMN due_date INTEGER;             -- NULL: when the hours have done its work
ALTER TABLE phase ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE checklist_item ADD COLUMN due_date INTEGER;    -- NULL: by its rule

-- What work left behind, to be shown to others.
CREATE TABLE artifact (
  id INTEGER PRIMARY KEY,
  guide_id INTEGER NOT NULL REFERENCES guide ON DELETE CASCADE,
  phase_id INTEGER REFERENCES phase ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('rfc', 'change', 'postmortem', 'demo', 'other')),
  title TEXT NOT NULL,
  link TEXT NOT NULL DEFAULT '',               -- an address or a path, as it was typed
  made_date INTEGER NOT NULL,
  created_utc INTEGER NOT NULL
) STRICT;
CREATE INDEX artifact_phase ON artifact (phase_id);

-- The roadmap as it was on a day, to compare with.
CREATE TABLE baseline (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  taken_date INTEGER NOT NULL
) STRICT;

CREATE TABLE baseline_phase (
  id INTEGER PRIMARY KEY,
  baseline_id INTEGER NOT NULL REFERENCES baseline ON DELETE CASCADE,
  phase_id INTEGER NOT NULL REFERENCES phase ON DELETE CASCADE,
  start_date INTEGER NOT NULL,
  early_finish_date INTEGER,                   -- NULL: ongoing
  late_finish_date INTEGER,
  UNIQUE (baseline_id, phase_id)
) STRICT;

CREATE TABLE baseline_milestone (
  id INTEGER PRIMARY KEY,
  baseline_id INTEGER NOT NULL REFERENCES baseline ON DELETE CASCADE,
  milestone_id INTEGER NOT NULL REFERENCES milestone ON DELETE CASCADE,
  due_date INTEGER NOT NULL,
  UNIQUE (baseline_id, milestone_id)
) STRICT;
