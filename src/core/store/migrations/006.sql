-- Version 6: the skill matrix with its history, and offers compared on scorecards.

-- A skill of the person's own is of no guide. What a skill had stays under the same names: steps of the history that
-- were taken before still apply.
CREATE TABLE skill_6 (
  id INTEGER PRIMARY KEY,
  guide_id INTEGER REFERENCES guide ON DELETE CASCADE,   -- NULL: the person's own
  key TEXT NOT NULL,
  position INTEGER NOT NULL,                             -- in the guide, among its kind
  line INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL CHECK (kind IN ('area', 'skill', 'own')),  -- a matrix row, a listed skill, the person's own
  title TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  current INTEGER CHECK (current BETWEEN 1 AND 5),       -- as the guide has it; skill_score comes before it
  target INTEGER CHECK (target BETWEEN 1 AND 5),         -- as the guide has it; skill_target comes before it
  gap_action TEXT NOT NULL DEFAULT '',
  group_name TEXT NOT NULL DEFAULT '',                   -- '': that of the guide, or of own skills
  place INTEGER,                                         -- in the group, as dragged; NULL: by the guide
  note TEXT NOT NULL DEFAULT '',
  synonyms TEXT NOT NULL DEFAULT '',                     -- other names in job descriptions, one a line
  interview_percent INTEGER CHECK (interview_percent BETWEEN 0 AND 100),  -- of interviews that ask for it; NULL: not known
  ad_percent INTEGER CHECK (ad_percent BETWEEN 0 AND 100),  -- of job descriptions, as typed; NULL: counted in job_ad
  UNIQUE (guide_id, key)
) STRICT;
INSERT INTO skill_6 (id, guide_id, key, position, line, kind, title, detail, current, target, gap_action)
  SELECT id, guide_id, key, position, line, kind, title, detail, current, target, gap_action FROM skill;
DROP TABLE skill;
ALTER TABLE skill_6 RENAME TO skill;

-- Every score there ever was; the last of a rater is the one that counts.
CREATE TABLE skill_score (
  id INTEGER PRIMARY KEY,
  skill_id INTEGER NOT NULL REFERENCES skill ON DELETE CASCADE,
  rater TEXT NOT NULL DEFAULT '',                        -- '': the person; else who it was
  score INTEGER CHECK (score BETWEEN 1 AND 5),           -- NULL: made blank again
  set_date INTEGER NOT NULL,                             -- when the skill was looked at
  set_utc INTEGER NOT NULL                               -- when that was written down
) STRICT;
CREATE INDEX skill_score_skill ON skill_score (skill_id, set_date, set_utc);

-- Every target there ever was; the last one for a role and a band counts.
CREATE TABLE skill_target (
  id INTEGER PRIMARY KEY,
  skill_id INTEGER NOT NULL REFERENCES skill ON DELETE CASCADE,
  role TEXT NOT NULL DEFAULT '',                         -- as plan.role; '': whatever the role
  band TEXT NOT NULL DEFAULT '',                         -- as plan.band; '': whatever the band
  target INTEGER CHECK (target BETWEEN 1 AND 5),         -- NULL: made blank again
  set_date INTEGER NOT NULL,
  set_utc INTEGER NOT NULL
) STRICT;
CREATE INDEX skill_target_skill ON skill_target (skill_id, set_date, set_utc);

CREATE TABLE skill_evidence (
  id INTEGER PRIMARY KEY,
  skill_id INTEGER NOT NULL REFERENCES skill ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('artifact', 'drill', 'mock', 'feedback')),
  title TEXT NOT NULL DEFAULT '',                        -- '': that of the artifact
  link TEXT NOT NULL DEFAULT '',
  given_by TEXT NOT NULL DEFAULT '',                     -- who gave the feedback, or led the interview
  rating INTEGER CHECK (rating BETWEEN 1 AND 5),         -- of a mock interview; NULL: none was given
  made_date INTEGER NOT NULL,
  artifact_id INTEGER REFERENCES artifact ON DELETE CASCADE,
  created_utc INTEGER NOT NULL
) STRICT;
CREATE INDEX skill_evidence_skill ON skill_evidence (skill_id);

-- Job descriptions as they were pasted, to count skills in.
CREATE TABLE job_ad (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  added_date INTEGER NOT NULL
) STRICT;

-- Time set aside for the action that closes a gap; the planner places it.
CREATE TABLE gap_work (
  id INTEGER PRIMARY KEY,
  skill_id INTEGER NOT NULL REFERENCES skill ON DELETE CASCADE,
  guide_id INTEGER NOT NULL REFERENCES guide ON DELETE CASCADE,  -- in whose share of the hours it is done
  title TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 60000),
  due_date INTEGER NOT NULL,
  created_utc INTEGER NOT NULL
) STRICT;
ALTER TABLE block ADD COLUMN gap_work_id INTEGER REFERENCES gap_work ON DELETE SET NULL;

CREATE TABLE scorecard (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  currency TEXT NOT NULL,                                -- ISO 4217; all is compared in it
  years INTEGER NOT NULL DEFAULT 4 CHECK (years BETWEEN 4 AND 40),
  discount_percent REAL,                                 -- a year; NULL: no present value
  any_weights INTEGER NOT NULL DEFAULT 0 CHECK (any_weights IN (0, 1)),  -- every weighting is plausible
  lead_percent REAL NOT NULL DEFAULT 5,                  -- of the scale: below it there is no clear winner
  private INTEGER NOT NULL DEFAULT 1 CHECK (private IN (0, 1)),  -- calendar files do not say which companies
  blind INTEGER NOT NULL DEFAULT 0 CHECK (blind IN (0, 1)),      -- money is not shown before all is scored
  locked_utc INTEGER,                                    -- since when a changed weight is written down; NULL: it is not
  created_utc INTEGER NOT NULL
) STRICT;

CREATE TABLE criterion (
  id INTEGER PRIMARY KEY,
  scorecard_id INTEGER NOT NULL REFERENCES scorecard ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  weight REAL NOT NULL CHECK (weight >= 0),              -- points
  weight_low REAL CHECK (weight_low >= 0),               -- NULL both: the weight is exact
  weight_high REAL CHECK (weight_high >= weight_low),
  scale_low REAL NOT NULL DEFAULT 1,
  scale_high REAL NOT NULL DEFAULT 5 CHECK (scale_high > scale_low),
  unit TEXT NOT NULL DEFAULT '',                         -- of a measured value; '': scores
  less_is_better INTEGER NOT NULL DEFAULT 0 CHECK (less_is_better IN (0, 1)),
  must_at_least REAL,
  must_at_most REAL,
  measure TEXT NOT NULL DEFAULT 'typed'                  -- what is compared: typed, or computed from the pay
    CHECK (measure IN ('typed', 'first-year', 'yearly', 'guaranteed', 'present', 'commute'))
) STRICT;

CREATE TABLE offer (
  id INTEGER PRIMARY KEY,
  scorecard_id INTEGER NOT NULL REFERENCES scorecard ON DELETE CASCADE,
  position INTEGER NOT NULL,
  company TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL,                                -- ISO 4217
  state TEXT NOT NULL DEFAULT 'applied'
    CHECK (state IN ('applied', 'interviewing', 'offered', 'accepted', 'declined', 'rejected', 'withdrawn')),
  deadline_date INTEGER,                                 -- to answer by
  note TEXT NOT NULL DEFAULT '',
  uid TEXT NOT NULL UNIQUE,                              -- of the deadline in calendars, for life
  created_utc INTEGER NOT NULL,
  base REAL,                                             -- amounts are a year's; NULL: not known
  raise_percent REAL NOT NULL DEFAULT 0,
  bonus_amount REAL,                                     -- at target; an amount, or a share of the base
  bonus_percent REAL,
  payout_low REAL,                                       -- percent of the target
  payout_middle REAL,
  payout_high REAL,
  bonus_promised REAL NOT NULL DEFAULT 0,
  no_sign_on INTEGER NOT NULL DEFAULT 0 CHECK (no_sign_on IN (0, 1)),  -- known to have none
  no_equity INTEGER NOT NULL DEFAULT 0 CHECK (no_equity IN (0, 1)),
  pension_amount REAL,
  pension_percent REAL,
  allowance REAL,
  commute_cost REAL,
  commute_hours REAL
) STRICT;

CREATE TABLE offer_sign_on (
  id INTEGER PRIMARY KEY,
  offer_id INTEGER NOT NULL REFERENCES offer ON DELETE CASCADE,
  year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 40),
  amount REAL NOT NULL,
  clawback_months INTEGER NOT NULL DEFAULT 0 CHECK (clawback_months BETWEEN 0 AND 480),
  prorated INTEGER NOT NULL DEFAULT 0 CHECK (prorated IN (0, 1))
) STRICT;

CREATE TABLE offer_grant (
  id INTEGER PRIMARY KEY,
  offer_id INTEGER NOT NULL REFERENCES offer ON DELETE CASCADE,
  title TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CHECK (kind IN ('stock', 'options', 'phantom', 'other')),
  low REAL,                                              -- value of the whole grant
  middle REAL,                                           -- NULL: not known
  high REAL,
  discount_percent REAL,                                 -- off that value; NULL: not known
  start_month INTEGER NOT NULL DEFAULT 0 CHECK (start_month BETWEEN 0 AND 480),
  months INTEGER NOT NULL DEFAULT 48 CHECK (months BETWEEN 1 AND 480),
  cliff_months INTEGER NOT NULL DEFAULT 12 CHECK (cliff_months BETWEEN 0 AND 480),
  every_months INTEGER NOT NULL DEFAULT 1 CHECK (every_months BETWEEN 1 AND 120),
  year_percents TEXT NOT NULL DEFAULT '',                -- "5 15 40 40"; '': the same each year
  vest_table TEXT NOT NULL DEFAULT ''                    -- "12:25 18:12.5 …", month and percent; '': by the rest
) STRICT;

CREATE TABLE offer_score (
  id INTEGER PRIMARY KEY,
  offer_id INTEGER NOT NULL REFERENCES offer ON DELETE CASCADE,
  criterion_id INTEGER NOT NULL REFERENCES criterion ON DELETE CASCADE,
  low REAL NOT NULL,                                     -- no row: blank
  high REAL NOT NULL CHECK (high >= low),
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (offer_id, criterion_id)
) STRICT;

CREATE TABLE exchange_rate (
  id INTEGER PRIMARY KEY,
  scorecard_id INTEGER NOT NULL REFERENCES scorecard ON DELETE CASCADE,
  currency TEXT NOT NULL,
  rate REAL NOT NULL CHECK (rate > 0),                   -- of the scorecard's currency for one of this
  rate_date INTEGER NOT NULL,
  UNIQUE (scorecard_id, currency)
) STRICT;

-- What was done to the weights behind their lock.
CREATE TABLE weight_change (
  id INTEGER PRIMARY KEY,
  scorecard_id INTEGER NOT NULL REFERENCES scorecard ON DELETE CASCADE,
  criterion TEXT NOT NULL,                               -- its title then
  old_weight REAL,                                       -- NULL: the criterion is new
  new_weight REAL,                                       -- NULL: it was removed
  changed_utc INTEGER NOT NULL
) STRICT;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  scorecard_id INTEGER NOT NULL UNIQUE REFERENCES scorecard ON DELETE CASCADE,
  offer_id INTEGER REFERENCES offer ON DELETE CASCADE,   -- NULL: none of them
  decided_date INTEGER NOT NULL,
  reason TEXT NOT NULL,
  expectations TEXT NOT NULL DEFAULT ''
) STRICT;

-- Days to look back on a decision.
CREATE TABLE look_back (
  id INTEGER PRIMARY KEY,
  decision_id INTEGER NOT NULL REFERENCES decision ON DELETE CASCADE,
  due_date INTEGER NOT NULL,
  done_date INTEGER,
  note TEXT NOT NULL DEFAULT '',                         -- what became of the expectations
  uid TEXT NOT NULL UNIQUE,
  created_utc INTEGER NOT NULL
) STRICT;
