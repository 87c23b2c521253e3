-- Version 4: reviews are sent as events that repeat; a calendar to plan around says more than busy time.

-- Start of the last time of an event that repeats; 0: it does not.
ALTER TABLE sent_entry ADD COLUMN last_utc INTEGER NOT NULL DEFAULT 0;

-- What a person said a TZID means that nobody knows.
CREATE TABLE busy_zone (
  id INTEGER PRIMARY KEY,
  calendar_id INTEGER NOT NULL REFERENCES busy_calendar ON DELETE CASCADE,
  tzid TEXT NOT NULL,                          -- as in the file
  zone TEXT NOT NULL,                          -- IANA name
  UNIQUE (calendar_id, tzid)
) STRICT;

-- Our own events as the calendar has them: one that was moved there can be followed.
CREATE TABLE busy_own (
  id INTEGER PRIMARY KEY,
  calendar_id INTEGER NOT NULL REFERENCES busy_calendar ON DELETE CASCADE,
  uid TEXT NOT NULL,
  recurrence_utc INTEGER NOT NULL DEFAULT 0,   -- which time of a series; 0: it is none
  start_utc INTEGER NOT NULL,
  end_utc INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  modified_utc INTEGER NOT NULL,               -- LAST-MODIFIED, or DTSTAMP without it; 0: neither
  UNIQUE (calendar_id, uid, recurrence_utc)
) STRICT;
