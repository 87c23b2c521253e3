-- Version 2: what the planner has to know beyond hours and windows.

ALTER TABLE plan ADD COLUMN target_date INTEGER;           -- NULL: as early as the hours promise
ALTER TABLE plan ADD COLUMN guide_minutes INTEGER NOT NULL DEFAULT 360  -- of work in a week of the guide
  CHECK (guide_minutes BETWEEN 30 AND 4800);
ALTER TABLE plan ADD COLUMN days_in_row INTEGER NOT NULL DEFAULT 0      -- at most; 0: no limit
  CHECK (days_in_row BETWEEN 0 AND 365);
ALTER TABLE plan ADD COLUMN range_end TEXT NOT NULL DEFAULT 'high'      -- of the guide's ranges
  CHECK (range_end IN ('low', 'high'));
-- The undo triggers do not see a column that is new to them.
UPDATE plan SET guide_minutes = weekly_minutes;

ALTER TABLE availability ADD COLUMN preferred INTEGER NOT NULL DEFAULT 0 CHECK (preferred IN (0, 1));

-- Windows of single days, also of days off.
CREATE TABLE extra_hours (
  id INTEGER PRIMARY KEY,
  date INTEGER NOT NULL,
  kinds INTEGER NOT NULL CHECK (kinds BETWEEN 1 AND 15),           -- mask of 1 << WayBlockKind
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440)  -- <= from: ends on the next day
) STRICT;
