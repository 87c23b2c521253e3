-- A database as version 1 wrote it: a small plan, with its history.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE undo_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  action_id INTEGER                            -- of the running action; NULL: writes are refused
) STRICT;
INSERT INTO undo_state VALUES(1,NULL);
CREATE TABLE undo_action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  time_utc INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
INSERT INTO undo_action VALUES(1,'Make Plan',1795420800,0);
CREATE TABLE undo_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action_id INTEGER NOT NULL REFERENCES undo_action ON DELETE CASCADE,
  sql TEXT NOT NULL
) STRICT;
INSERT INTO undo_log VALUES(1,1,'DELETE FROM "guide" WHERE id=1');
INSERT INTO undo_log VALUES(2,1,'DELETE FROM "phase" WHERE id=1');
INSERT INTO undo_log VALUES(3,1,'DELETE FROM "phase" WHERE id=2');
INSERT INTO undo_log VALUES(4,1,'DELETE FROM "phase" WHERE id=3');
INSERT INTO undo_log VALUES(5,1,'DELETE FROM "skill" WHERE id=1');
INSERT INTO undo_log VALUES(6,1,'DELETE FROM "skill" WHERE id=2');
INSERT INTO undo_log VALUES(7,1,'DELETE FROM "skill" WHERE id=3');
INSERT INTO undo_log VALUES(8,1,'DELETE FROM "guide_item" WHERE id=1');
INSERT INTO undo_log VALUES(9,1,'DELETE FROM "guide_item" WHERE id=2');
INSERT INTO undo_log VALUES(10,1,'DELETE FROM "guide_item" WHERE id=3');
INSERT INTO undo_log VALUES(11,1,'DELETE FROM "guide_item" WHERE id=4');
INSERT INTO undo_log VALUES(12,1,'DELETE FROM "checklist_item" WHERE id=1');
INSERT INTO undo_log VALUES(13,1,'DELETE FROM "checklist_item" WHERE id=2');
INSERT INTO undo_log VALUES(14,1,'DELETE FROM "checklist_item" WHERE id=3');
INSERT INTO undo_log VALUES(15,1,'DELETE FROM "checklist_item" WHERE id=4');
INSERT INTO undo_log VALUES(16,1,'DELETE FROM "checklist_item" WHERE id=5');
INSERT INTO undo_log VALUES(17,1,'DELETE FROM "guide_item" WHERE id=5');
INSERT INTO undo_log VALUES(18,1,'DELETE FROM "guide_item" WHERE id=6');
INSERT INTO undo_log VALUES(19,1,'DELETE FROM "guide_item" WHERE id=7');
INSERT INTO undo_log VALUES(20,1,'DELETE FROM "guide_item" WHERE id=8');
INSERT INTO undo_log VALUES(21,1,'DELETE FROM "guide_item" WHERE id=9');
INSERT INTO undo_log VALUES(22,1,'DELETE FROM "guide_item" WHERE id=10');
INSERT INTO undo_log VALUES(23,1,'DELETE FROM "guide_item" WHERE id=11');
INSERT INTO undo_log VALUES(24,1,'DELETE FROM "resource" WHERE id=1');
INSERT INTO undo_log VALUES(25,1,'DELETE FROM "skill" WHERE id=4');
INSERT INTO undo_log VALUES(26,1,'DELETE FROM "skill" WHERE id=5');
INSERT INTO undo_log VALUES(27,1,'DELETE FROM "guide_item" WHERE id=12');
INSERT INTO undo_log VALUES(28,1,'DELETE FROM "guide_item" WHERE id=13');
INSERT INTO undo_log VALUES(29,1,'DELETE FROM "guide_item" WHERE id=14');
INSERT INTO undo_log VALUES(30,1,'DELETE FROM "guide_item" WHERE id=15');
INSERT INTO undo_log VALUES(31,1,'DELETE FROM "guide_item" WHERE id=16');
INSERT INTO undo_log VALUES(32,1,'DELETE FROM "guide_item" WHERE id=17');
INSERT INTO undo_log VALUES(33,1,'DELETE FROM "guide_item" WHERE id=18');
INSERT INTO undo_log VALUES(34,1,'DELETE FROM "guide_item" WHERE id=19');
INSERT INTO undo_log VALUES(35,1,'DELETE FROM "plan" WHERE id=1');
INSERT INTO undo_log VALUES(36,1,'DELETE FROM "availability" WHERE id=1');
INSERT INTO undo_log VALUES(37,1,'DELETE FROM "availability" WHERE id=2');
INSERT INTO undo_log VALUES(38,1,'DELETE FROM "availability" WHERE id=3');
INSERT INTO undo_log VALUES(39,1,'DELETE FROM "availability" WHERE id=4');
INSERT INTO undo_log VALUES(40,1,'DELETE FROM "availability" WHERE id=5');
INSERT INTO undo_log VALUES(41,1,'DELETE FROM "availability" WHERE id=6');
INSERT INTO undo_log VALUES(42,1,'DELETE FROM "day_off" WHERE id=1');
INSERT INTO undo_log VALUES(43,1,'DELETE FROM "plan_guide" WHERE id=1');
INSERT INTO undo_log VALUES(44,1,'DELETE FROM "block" WHERE id=1');
INSERT INTO undo_log VALUES(45,1,'DELETE FROM "block" WHERE id=2');
INSERT INTO undo_log VALUES(46,1,'DELETE FROM "block" WHERE id=3');
INSERT INTO undo_log VALUES(47,1,'DELETE FROM "block" WHERE id=4');
INSERT INTO undo_log VALUES(48,1,'DELETE FROM "block" WHERE id=5');
INSERT INTO undo_log VALUES(49,1,'DELETE FROM "block" WHERE id=6');
INSERT INTO undo_log VALUES(50,1,'DELETE FROM "block" WHERE id=7');
INSERT INTO undo_log VALUES(51,1,'DELETE FROM "block" WHERE id=8');
INSERT INTO undo_log VALUES(52,1,'DELETE FROM "block" WHERE id=9');
INSERT INTO undo_log VALUES(53,1,'DELETE FROM "block" WHERE id=10');
INSERT INTO undo_log VALUES(54,1,'DELETE FROM "block" WHERE id=11');
INSERT INTO undo_log VALUES(55,1,'DELETE FROM "block" WHERE id=12');
INSERT INTO undo_log VALUES(56,1,'DELETE FROM "block" WHERE id=13');
INSERT INTO undo_log VALUES(57,1,'DELETE FROM "block" WHERE id=14');
INSERT INTO undo_log VALUES(58,1,'DELETE FROM "block" WHERE id=15');
INSERT INTO undo_log VALUES(59,1,'DELETE FROM "block" WHERE id=16');
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
INSERT INTO guide VALUES(1,'running-databases-in-production','Running Databases in Production','What it takes to keep data safe and queries quick: skills, milestones and the questions that will come.','May 2026','text','e23f6ff5a4968f122b9bc45d74b2f84ee9df13092f34b5f4418919a8809a6fa6',2,3,10);
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
INSERT INTO guide_item VALUES(1,1,'expectation','restores',0,39,'Restores','Follows a runbook','Writes it');
INSERT INTO guide_item VALUES(2,1,'band','0-1',0,28,'0–1','Learn SQL well; restore a backup','');
INSERT INTO guide_item VALUES(3,1,'band','2-plus',1,29,'2+','Own a cluster; write its runbook','');
INSERT INTO guide_item VALUES(4,1,'role-emphasis','backend',0,33,'Backend','Schemas, queries','');
INSERT INTO guide_item VALUES(5,1,'mistake','a-backup-that-was-never-restored',0,42,'A backup that was never restored','','');
INSERT INTO guide_item VALUES(6,1,'mistake','indexes-for-every-column',1,43,'Indexes for every column','','');
INSERT INTO guide_item VALUES(7,1,'practice','rehearse-restores-on-a-fixed-day',0,45,'Rehearse restores on a fixed day','','');
INSERT INTO guide_item VALUES(8,1,'practice-reason','runbooks',0,48,'Runbooks','They outlive memory','');
INSERT INTO guide_item VALUES(9,1,'question','explain-replication-lag',0,61,'explain replication lag','','');
INSERT INTO guide_item VALUES(10,1,'question','design-a-backup-plan',1,61,'design a backup plan','','');
INSERT INTO guide_item VALUES(11,1,'faq','how-long-does-it-take',0,67,'How long does it take?','About a month, with the restore drill as the hardest part of it for most who try.','');
INSERT INTO guide_item VALUES(12,1,'role','database-administrator',0,59,'database administrator','','');
INSERT INTO guide_item VALUES(13,1,'role','site-reliability-engineer',1,59,'site reliability engineer','','');
INSERT INTO guide_item VALUES(14,1,'reader','beginner-0-1-yrs',0,10,'Beginner (0–1 yrs)','A safe order to learn in','');
INSERT INTO guide_item VALUES(15,1,'reader','operator-2-6-yrs',1,11,'Operator (2–6 yrs)','A view beyond your own cluster','');
INSERT INTO guide_item VALUES(16,1,'example','bank',0,50,'Bank','Moved a ledger without a lost row.','');
INSERT INTO guide_item VALUES(17,1,'trigger','migrations',0,57,'migrations','','');
INSERT INTO guide_item VALUES(18,1,'trigger','outages',1,57,'outages','','');
INSERT INTO guide_item VALUES(19,1,'trigger','audits',2,57,'audits','','');
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
INSERT INTO phase VALUES(1,1,'survey',0,16,'Survey','Read the manual''s table of contents','A list of what you cannot explain',2,4,0,NULL,'','');
INSERT INTO phase VALUES(2,1,'practice',1,17,'Practice','Restore a backup, tune a query','A restore drill done from memory',21,35,0,NULL,'','');
INSERT INTO phase VALUES(3,1,'proof',2,18,'Proof','Talks and reviews','Somebody else runs your runbook',0,0,1,NULL,'','');
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
INSERT INTO checklist_item VALUES(1,1,'restore-last-night-s-backup-this-week',0,52,'Restore last night''s backup this week','P7D',NULL,'f5796ec2-ddc0-4bc9-9ece-eccb35f55dc0',1795420800);
INSERT INTO checklist_item VALUES(2,1,'arrange-a-mock-interview-within-10-days',1,53,'Arrange a mock interview within 10 days','P10D',NULL,'a6539d7c-cf8d-478b-b30f-4f2a02429208',1795420800);
INSERT INTO checklist_item VALUES(3,1,'finish-one-milestone-this-month',2,54,'Finish one milestone this month','P1M',NULL,'428fe66d-2f23-423e-89bc-97540c6badd8',1795420800);
INSERT INTO checklist_item VALUES(4,1,'choose-a-book-for-this-quarter',3,55,'Choose a book for this quarter','P3M',NULL,'73b7a93a-d04a-4621-9a61-f9de93b06e09',1795420800);
INSERT INTO checklist_item VALUES(5,1,'ask-a-colleague-to-review-a-query-plan',4,56,'Ask a colleague to review a query plan','P14D',NULL,'d4d16c26-8ac8-4498-948d-31a1a88d6c59',1795420800);
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
INSERT INTO skill VALUES(1,1,'backups',0,22,'area','Backups','',2,4,'Restore one a week');
INSERT INTO skill VALUES(2,1,'replication',1,23,'area','Replication','',NULL,NULL,'');
INSERT INTO skill VALUES(3,1,'indexes',2,24,'area','Indexes','',NULL,NULL,'');
INSERT INTO skill VALUES(4,1,'skill/replication',0,35,'skill','replication','Explain lag with numbers',NULL,NULL,'');
INSERT INTO skill VALUES(5,1,'skill/vacuum',1,36,'skill','vacuum','Read its statistics',NULL,NULL,'');
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
INSERT INTO resource VALUES(1,1,'the-manual-of-your-database',0,63,'The manual of your database','to-read');
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
INSERT INTO "plan" VALUES(1,'Europe/Berlin',20822,20849,180,60,10,0,120,'','');
CREATE TABLE plan_guide (
  id INTEGER PRIMARY KEY,
  guide_id INTEGER NOT NULL UNIQUE REFERENCES guide ON DELETE CASCADE,
  share INTEGER NOT NULL DEFAULT 100 CHECK (share BETWEEN 1 AND 100)
) STRICT;
INSERT INTO plan_guide VALUES(1,1,100);
CREATE TABLE availability (
  id INTEGER PRIMARY KEY,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),        -- 1 = Monday
  kinds INTEGER NOT NULL CHECK (kinds BETWEEN 1 AND 15),           -- mask of 1 << WayBlockKind
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440)  -- <= from: ends on the next day
) STRICT;
INSERT INTO availability VALUES(1,1,15,1110,1290);
INSERT INTO availability VALUES(2,2,15,1110,1290);
INSERT INTO availability VALUES(3,3,15,1110,1290);
INSERT INTO availability VALUES(4,4,15,1110,1290);
INSERT INTO availability VALUES(5,5,15,1110,1290);
INSERT INTO availability VALUES(6,6,15,540,780);
CREATE TABLE day_off (
  id INTEGER PRIMARY KEY,
  from_date INTEGER NOT NULL,
  to_date INTEGER NOT NULL CHECK (to_date >= from_date),           -- inclusive
  note TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO day_off VALUES(1,20829,20830,'');
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
INSERT INTO block VALUES(1,'e26d0408-459f-4666-8f45-20f07793fe5c','study',1,2,'Practice: Restore a backup, tune a query',1799083800,1799087400,0,'planned','{"serves":"Practice","due":"2027-02-11","ideal":"","days_open":6,"day_minutes":0,"week_minutes":120}',0,1795420800,1795420800);
INSERT INTO block VALUES(2,'a0b0c6d5-687f-483d-8084-7c21d4a7e134','drill',1,NULL,'Question drill',1799170200,1799172000,0,'planned','{"serves":"Running Databases in Production","due":"2027-01-10","ideal":"2027-01-05","days_open":1,"day_minutes":0,"week_minutes":150}',0,1795420800,1795420800);
INSERT INTO block VALUES(3,'9189d1d9-5035-472c-b620-9d73cc0bb0c2','study',1,2,'Practice: Restore a backup, tune a query',1799256600,1799260200,0,'planned','{"serves":"Practice","due":"2027-02-11","ideal":"","days_open":6,"day_minutes":0,"week_minutes":120}',0,1795420800,1795420800);
INSERT INTO block VALUES(4,'28e90948-842f-48db-a4e3-f5418f43ca44','drill',1,NULL,'Question drill',1799343000,1799344800,0,'planned','{"serves":"Running Databases in Production","due":"2027-01-10","ideal":"2027-01-07","days_open":1,"day_minutes":0,"week_minutes":150}',0,1795420800,1795420800);
INSERT INTO block VALUES(5,'a1a3e488-0630-4b7d-af8b-2452cfe72ee7','drill',1,NULL,'Question drill',1799861400,1799863200,0,'planned','{"serves":"Running Databases in Production","due":"2027-01-17","ideal":"2027-01-12","days_open":1,"day_minutes":0,"week_minutes":150}',0,1795420800,1795420800);
INSERT INTO block VALUES(6,'62d96443-3138-4f85-8e8d-096c95f45197','drill',1,NULL,'Question drill',1799947800,1799949600,0,'planned','{"serves":"Running Databases in Production","due":"2027-01-17","ideal":"2027-01-14","days_open":1,"day_minutes":0,"week_minutes":150}',0,1795420800,1795420800);
INSERT INTO block VALUES(7,'5e8de1bc-12f8-442a-ac4f-baca8266d7ef','study',1,2,'Practice: Restore a backup, tune a query',1800034200,1800037800,0,'planned','{"serves":"Practice","due":"2027-02-11","ideal":"","days_open":4,"day_minutes":0,"week_minutes":120}',0,1795420800,1795420800);
INSERT INTO block VALUES(8,'68c72cb0-158d-4f85-a6de-25fe151be924','study',1,2,'Practice: Restore a backup, tune a query',1800086400,1800090000,0,'planned','{"serves":"Practice","due":"2027-02-11","ideal":"","days_open":4,"day_minutes":0,"week_minutes":120}',0,1795420800,1795420800);
INSERT INTO block VALUES(9,'65d86c0b-824a-47b5-8551-24b6b87460cf','mock',1,3,'Mock interview',1800293400,1800297000,0,'planned','{"serves":"Proof","due":"2027-01-22","ideal":"2027-01-18","days_open":1,"day_minutes":0,"week_minutes":120}',0,1795420800,1795420800);
INSERT INTO block VALUES(10,'bbf54648-717e-4d04-af36-65539506ac14','drill',1,NULL,'Question drill',1800379800,1800381600,0,'planned','{"serves":"Running Databases in Production","due":"2027-01-24","ideal":"2027-01-19","days_open":1,"day_minutes":0,"week_minutes":150}',0,1795420800,1795420800);
INSERT INTO block VALUES(11,'6e6fe2aa-4198-4ef9-b107-31776655d557','study',1,2,'Practice: Restore a backup, tune a query',1800466200,1800469800,0,'planned','{"serves":"Practice","due":"2027-02-11","ideal":"","days_open":6,"day_minutes":0,"week_minutes":120}',0,1795420800,1795420800);
INSERT INTO block VALUES(12,'e24b39ad-c48c-4488-83f4-13edb28ee53d','drill',1,NULL,'Question drill',1800552600,1800554400,0,'planned','{"serves":"Running Databases in Production","due":"2027-01-24","ideal":"2027-01-21","days_open":1,"day_minutes":0,"week_minutes":150}',0,1795420800,1795420800);
INSERT INTO block VALUES(13,'ebee262b-fa87-42af-a422-731c1caabff1','study',1,2,'Practice: Restore a backup, tune a query',1800898200,1800901800,0,'planned','{"serves":"Practice","due":"2027-02-11","ideal":"","days_open":1,"day_minutes":0,"week_minutes":120}',0,1795420800,1795420800);
INSERT INTO block VALUES(14,'52d1ebe1-3cc8-4d4f-b6bc-20eccd5768eb','drill',1,NULL,'Question drill',1800984600,1800986400,0,'planned','{"serves":"Running Databases in Production","due":"2027-01-31","ideal":"2027-01-26","days_open":1,"day_minutes":0,"week_minutes":150}',0,1795420800,1795420800);
INSERT INTO block VALUES(15,'04a700f6-3130-448c-9af4-8429289375c8','mock',1,3,'Mock interview',1801157400,1801161000,0,'planned','{"serves":"Proof","due":"2027-01-31","ideal":"2027-01-28","days_open":1,"day_minutes":30,"week_minutes":120}',0,1795420800,1795420800);
INSERT INTO block VALUES(16,'f44b9c3d-274e-4a43-acd2-26497c300a30','drill',1,NULL,'Question drill',1801161600,1801163400,0,'planned','{"serves":"Running Databases in Production","due":"2027-01-31","ideal":"2027-01-28","days_open":1,"day_minutes":60,"week_minutes":150}',0,1795420800,1795420800);
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
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('undo_action',1);
INSERT INTO sqlite_sequence VALUES('undo_log',59);
CREATE INDEX undo_log_action ON undo_log (action_id);
CREATE INDEX block_start ON block (start_utc);
CREATE INDEX busy_event_start ON busy_event (start_utc);
CREATE TRIGGER "undo_availability_INSERT" AFTER INSERT ON "availability"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "availability" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_availability_DELETE" AFTER DELETE ON "availability"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "availability" ("id","weekday","kinds","from_minute","to_minute") VALUES (' || quote (old."id") || ',' || quote (old."weekday") || ',' || quote (old."kinds") || ',' || quote (old."from_minute") || ',' || quote (old."to_minute") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_availability_UPDATE" AFTER UPDATE ON "availability" WHEN old."id" IS NOT new."id" OR old."weekday" IS NOT new."weekday" OR old."kinds" IS NOT new."kinds" OR old."from_minute" IS NOT new."from_minute" OR old."to_minute" IS NOT new."to_minute" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "availability" SET ' || '"id"=' || quote (old."id") || ',"weekday"=' || quote (old."weekday") || ',"kinds"=' || quote (old."kinds") || ',"from_minute"=' || quote (old."from_minute") || ',"to_minute"=' || quote (old."to_minute") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_block_INSERT" AFTER INSERT ON "block"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "block" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_block_DELETE" AFTER DELETE ON "block"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "block" ("id","uid","kind","guide_id","phase_id","title","start_utc","end_utc","pinned","state","reason","sequence","created_utc","changed_utc") VALUES (' || quote (old."id") || ',' || quote (old."uid") || ',' || quote (old."kind") || ',' || quote (old."guide_id") || ',' || quote (old."phase_id") || ',' || quote (old."title") || ',' || quote (old."start_utc") || ',' || quote (old."end_utc") || ',' || quote (old."pinned") || ',' || quote (old."state") || ',' || quote (old."reason") || ',' || quote (old."sequence") || ',' || quote (old."created_utc") || ',' || quote (old."changed_utc") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_block_UPDATE" AFTER UPDATE ON "block" WHEN old."id" IS NOT new."id" OR old."uid" IS NOT new."uid" OR old."kind" IS NOT new."kind" OR old."guide_id" IS NOT new."guide_id" OR old."phase_id" IS NOT new."phase_id" OR old."title" IS NOT new."title" OR old."start_utc" IS NOT new."start_utc" OR old."end_utc" IS NOT new."end_utc" OR old."pinned" IS NOT new."pinned" OR old."state" IS NOT new."state" OR old."reason" IS NOT new."reason" OR old."sequence" IS NOT new."sequence" OR old."created_utc" IS NOT new."created_utc" OR old."changed_utc" IS NOT new."changed_utc" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "block" SET ' || '"id"=' || quote (old."id") || ',"uid"=' || quote (old."uid") || ',"kind"=' || quote (old."kind") || ',"guide_id"=' || quote (old."guide_id") || ',"phase_id"=' || quote (old."phase_id") || ',"title"=' || quote (old."title") || ',"start_utc"=' || quote (old."start_utc") || ',"end_utc"=' || quote (old."end_utc") || ',"pinned"=' || quote (old."pinned") || ',"state"=' || quote (old."state") || ',"reason"=' || quote (old."reason") || ',"sequence"=' || quote (old."sequence") || ',"created_utc"=' || quote (old."created_utc") || ',"changed_utc"=' || quote (old."changed_utc") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_busy_calendar_INSERT" AFTER INSERT ON "busy_calendar"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "busy_calendar" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_busy_calendar_DELETE" AFTER DELETE ON "busy_calendar"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "busy_calendar" ("id","name","path","zone","all_day_busy","content_hash","from_utc","to_utc","imported_utc") VALUES (' || quote (old."id") || ',' || quote (old."name") || ',' || quote (old."path") || ',' || quote (old."zone") || ',' || quote (old."all_day_busy") || ',' || quote (old."content_hash") || ',' || quote (old."from_utc") || ',' || quote (old."to_utc") || ',' || quote (old."imported_utc") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_busy_calendar_UPDATE" AFTER UPDATE ON "busy_calendar" WHEN old."id" IS NOT new."id" OR old."name" IS NOT new."name" OR old."path" IS NOT new."path" OR old."zone" IS NOT new."zone" OR old."all_day_busy" IS NOT new."all_day_busy" OR old."content_hash" IS NOT new."content_hash" OR old."from_utc" IS NOT new."from_utc" OR old."to_utc" IS NOT new."to_utc" OR old."imported_utc" IS NOT new."imported_utc" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "busy_calendar" SET ' || '"id"=' || quote (old."id") || ',"name"=' || quote (old."name") || ',"path"=' || quote (old."path") || ',"zone"=' || quote (old."zone") || ',"all_day_busy"=' || quote (old."all_day_busy") || ',"content_hash"=' || quote (old."content_hash") || ',"from_utc"=' || quote (old."from_utc") || ',"to_utc"=' || quote (old."to_utc") || ',"imported_utc"=' || quote (old."imported_utc") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_busy_event_INSERT" AFTER INSERT ON "busy_event"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "busy_event" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_busy_event_DELETE" AFTER DELETE ON "busy_event"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "busy_event" ("id","calendar_id","uid","title","start_utc","end_utc","all_day") VALUES (' || quote (old."id") || ',' || quote (old."calendar_id") || ',' || quote (old."uid") || ',' || quote (old."title") || ',' || quote (old."start_utc") || ',' || quote (old."end_utc") || ',' || quote (old."all_day") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_busy_event_UPDATE" AFTER UPDATE ON "busy_event" WHEN old."id" IS NOT new."id" OR old."calendar_id" IS NOT new."calendar_id" OR old."uid" IS NOT new."uid" OR old."title" IS NOT new."title" OR old."start_utc" IS NOT new."start_utc" OR old."end_utc" IS NOT new."end_utc" OR old."all_day" IS NOT new."all_day" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "busy_event" SET ' || '"id"=' || quote (old."id") || ',"calendar_id"=' || quote (old."calendar_id") || ',"uid"=' || quote (old."uid") || ',"title"=' || quote (old."title") || ',"start_utc"=' || quote (old."start_utc") || ',"end_utc"=' || quote (old."end_utc") || ',"all_day"=' || quote (old."all_day") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_checklist_item_INSERT" AFTER INSERT ON "checklist_item"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "checklist_item" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_checklist_item_DELETE" AFTER DELETE ON "checklist_item"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "checklist_item" ("id","guide_id","key","position","line","title","due_rule","done_date","uid","created_utc") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."key") || ',' || quote (old."position") || ',' || quote (old."line") || ',' || quote (old."title") || ',' || quote (old."due_rule") || ',' || quote (old."done_date") || ',' || quote (old."uid") || ',' || quote (old."created_utc") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_checklist_item_UPDATE" AFTER UPDATE ON "checklist_item" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."key" IS NOT new."key" OR old."position" IS NOT new."position" OR old."line" IS NOT new."line" OR old."title" IS NOT new."title" OR old."due_rule" IS NOT new."due_rule" OR old."done_date" IS NOT new."done_date" OR old."uid" IS NOT new."uid" OR old."created_utc" IS NOT new."created_utc" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "checklist_item" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"key"=' || quote (old."key") || ',"position"=' || quote (old."position") || ',"line"=' || quote (old."line") || ',"title"=' || quote (old."title") || ',"due_rule"=' || quote (old."due_rule") || ',"done_date"=' || quote (old."done_date") || ',"uid"=' || quote (old."uid") || ',"created_utc"=' || quote (old."created_utc") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_day_off_INSERT" AFTER INSERT ON "day_off"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "day_off" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_day_off_DELETE" AFTER DELETE ON "day_off"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "day_off" ("id","from_date","to_date","note") VALUES (' || quote (old."id") || ',' || quote (old."from_date") || ',' || quote (old."to_date") || ',' || quote (old."note") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_day_off_UPDATE" AFTER UPDATE ON "day_off" WHEN old."id" IS NOT new."id" OR old."from_date" IS NOT new."from_date" OR old."to_date" IS NOT new."to_date" OR old."note" IS NOT new."note" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "day_off" SET ' || '"id"=' || quote (old."id") || ',"from_date"=' || quote (old."from_date") || ',"to_date"=' || quote (old."to_date") || ',"note"=' || quote (old."note") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_guide_INSERT" AFTER INSERT ON "guide"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "guide" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_guide_DELETE" AFTER DELETE ON "guide"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "guide" ("id","slug","title","summary","updated","origin","content_hash","drills_per_week","review_months","mock_days") VALUES (' || quote (old."id") || ',' || quote (old."slug") || ',' || quote (old."title") || ',' || quote (old."summary") || ',' || quote (old."updated") || ',' || quote (old."origin") || ',' || quote (old."content_hash") || ',' || quote (old."drills_per_week") || ',' || quote (old."review_months") || ',' || quote (old."mock_days") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_guide_UPDATE" AFTER UPDATE ON "guide" WHEN old."id" IS NOT new."id" OR old."slug" IS NOT new."slug" OR old."title" IS NOT new."title" OR old."summary" IS NOT new."summary" OR old."updated" IS NOT new."updated" OR old."origin" IS NOT new."origin" OR old."content_hash" IS NOT new."content_hash" OR old."drills_per_week" IS NOT new."drills_per_week" OR old."review_months" IS NOT new."review_months" OR old."mock_days" IS NOT new."mock_days" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "guide" SET ' || '"id"=' || quote (old."id") || ',"slug"=' || quote (old."slug") || ',"title"=' || quote (old."title") || ',"summary"=' || quote (old."summary") || ',"updated"=' || quote (old."updated") || ',"origin"=' || quote (old."origin") || ',"content_hash"=' || quote (old."content_hash") || ',"drills_per_week"=' || quote (old."drills_per_week") || ',"review_months"=' || quote (old."review_months") || ',"mock_days"=' || quote (old."mock_days") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_guide_item_INSERT" AFTER INSERT ON "guide_item"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "guide_item" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_guide_item_DELETE" AFTER DELETE ON "guide_item"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "guide_item" ("id","guide_id","kind","key","position","line","title","detail","extra") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."kind") || ',' || quote (old."key") || ',' || quote (old."position") || ',' || quote (old."line") || ',' || quote (old."title") || ',' || quote (old."detail") || ',' || quote (old."extra") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_guide_item_UPDATE" AFTER UPDATE ON "guide_item" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."kind" IS NOT new."kind" OR old."key" IS NOT new."key" OR old."position" IS NOT new."position" OR old."line" IS NOT new."line" OR old."title" IS NOT new."title" OR old."detail" IS NOT new."detail" OR old."extra" IS NOT new."extra" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "guide_item" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"kind"=' || quote (old."kind") || ',"key"=' || quote (old."key") || ',"position"=' || quote (old."position") || ',"line"=' || quote (old."line") || ',"title"=' || quote (old."title") || ',"detail"=' || quote (old."detail") || ',"extra"=' || quote (old."extra") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_milestone_INSERT" AFTER INSERT ON "milestone"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "milestone" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_milestone_DELETE" AFTER DELETE ON "milestone"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "milestone" ("id","guide_id","key","position","title","due_date","done_date","uid","created_utc") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."key") || ',' || quote (old."position") || ',' || quote (old."title") || ',' || quote (old."due_date") || ',' || quote (old."done_date") || ',' || quote (old."uid") || ',' || quote (old."created_utc") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_milestone_UPDATE" AFTER UPDATE ON "milestone" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."key" IS NOT new."key" OR old."position" IS NOT new."position" OR old."title" IS NOT new."title" OR old."due_date" IS NOT new."due_date" OR old."done_date" IS NOT new."done_date" OR old."uid" IS NOT new."uid" OR old."created_utc" IS NOT new."created_utc" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "milestone" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"key"=' || quote (old."key") || ',"position"=' || quote (old."position") || ',"title"=' || quote (old."title") || ',"due_date"=' || quote (old."due_date") || ',"done_date"=' || quote (old."done_date") || ',"uid"=' || quote (old."uid") || ',"created_utc"=' || quote (old."created_utc") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_phase_INSERT" AFTER INSERT ON "phase"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "phase" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_phase_DELETE" AFTER DELETE ON "phase"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "phase" ("id","guide_id","key","position","line","title","activities","exit_criteria","min_days","max_days","ongoing","gate_closed_date","gate_evidence","gate_override") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."key") || ',' || quote (old."position") || ',' || quote (old."line") || ',' || quote (old."title") || ',' || quote (old."activities") || ',' || quote (old."exit_criteria") || ',' || quote (old."min_days") || ',' || quote (old."max_days") || ',' || quote (old."ongoing") || ',' || quote (old."gate_closed_date") || ',' || quote (old."gate_evidence") || ',' || quote (old."gate_override") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_phase_UPDATE" AFTER UPDATE ON "phase" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."key" IS NOT new."key" OR old."position" IS NOT new."position" OR old."line" IS NOT new."line" OR old."title" IS NOT new."title" OR old."activities" IS NOT new."activities" OR old."exit_criteria" IS NOT new."exit_criteria" OR old."min_days" IS NOT new."min_days" OR old."max_days" IS NOT new."max_days" OR old."ongoing" IS NOT new."ongoing" OR old."gate_closed_date" IS NOT new."gate_closed_date" OR old."gate_evidence" IS NOT new."gate_evidence" OR old."gate_override" IS NOT new."gate_override" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "phase" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"key"=' || quote (old."key") || ',"position"=' || quote (old."position") || ',"line"=' || quote (old."line") || ',"title"=' || quote (old."title") || ',"activities"=' || quote (old."activities") || ',"exit_criteria"=' || quote (old."exit_criteria") || ',"min_days"=' || quote (old."min_days") || ',"max_days"=' || quote (old."max_days") || ',"ongoing"=' || quote (old."ongoing") || ',"gate_closed_date"=' || quote (old."gate_closed_date") || ',"gate_evidence"=' || quote (old."gate_evidence") || ',"gate_override"=' || quote (old."gate_override") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_plan_INSERT" AFTER INSERT ON "plan"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "plan" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_plan_DELETE" AFTER DELETE ON "plan"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "plan" ("id","zone","start_date","until_date","weekly_minutes","block_minutes","break_minutes","buffer_minutes","daily_minutes","band","role") VALUES (' || quote (old."id") || ',' || quote (old."zone") || ',' || quote (old."start_date") || ',' || quote (old."until_date") || ',' || quote (old."weekly_minutes") || ',' || quote (old."block_minutes") || ',' || quote (old."break_minutes") || ',' || quote (old."buffer_minutes") || ',' || quote (old."daily_minutes") || ',' || quote (old."band") || ',' || quote (old."role") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_plan_UPDATE" AFTER UPDATE ON "plan" WHEN old."id" IS NOT new."id" OR old."zone" IS NOT new."zone" OR old."start_date" IS NOT new."start_date" OR old."until_date" IS NOT new."until_date" OR old."weekly_minutes" IS NOT new."weekly_minutes" OR old."block_minutes" IS NOT new."block_minutes" OR old."break_minutes" IS NOT new."break_minutes" OR old."buffer_minutes" IS NOT new."buffer_minutes" OR old."daily_minutes" IS NOT new."daily_minutes" OR old."band" IS NOT new."band" OR old."role" IS NOT new."role" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "plan" SET ' || '"id"=' || quote (old."id") || ',"zone"=' || quote (old."zone") || ',"start_date"=' || quote (old."start_date") || ',"until_date"=' || quote (old."until_date") || ',"weekly_minutes"=' || quote (old."weekly_minutes") || ',"block_minutes"=' || quote (old."block_minutes") || ',"break_minutes"=' || quote (old."break_minutes") || ',"buffer_minutes"=' || quote (old."buffer_minutes") || ',"daily_minutes"=' || quote (old."daily_minutes") || ',"band"=' || quote (old."band") || ',"role"=' || quote (old."role") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_plan_guide_INSERT" AFTER INSERT ON "plan_guide"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "plan_guide" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_plan_guide_DELETE" AFTER DELETE ON "plan_guide"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "plan_guide" ("id","guide_id","share") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."share") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_plan_guide_UPDATE" AFTER UPDATE ON "plan_guide" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."share" IS NOT new."share" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "plan_guide" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"share"=' || quote (old."share") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_resource_INSERT" AFTER INSERT ON "resource"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "resource" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_resource_DELETE" AFTER DELETE ON "resource"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "resource" ("id","guide_id","key","position","line","title","state") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."key") || ',' || quote (old."position") || ',' || quote (old."line") || ',' || quote (old."title") || ',' || quote (old."state") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_resource_UPDATE" AFTER UPDATE ON "resource" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."key" IS NOT new."key" OR old."position" IS NOT new."position" OR old."line" IS NOT new."line" OR old."title" IS NOT new."title" OR old."state" IS NOT new."state" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "resource" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"key"=' || quote (old."key") || ',"position"=' || quote (old."position") || ',"line"=' || quote (old."line") || ',"title"=' || quote (old."title") || ',"state"=' || quote (old."state") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_setting_INSERT" AFTER INSERT ON "setting"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "setting" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_setting_DELETE" AFTER DELETE ON "setting"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "setting" ("id","key","value") VALUES (' || quote (old."id") || ',' || quote (old."key") || ',' || quote (old."value") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_setting_UPDATE" AFTER UPDATE ON "setting" WHEN old."id" IS NOT new."id" OR old."key" IS NOT new."key" OR old."value" IS NOT new."value" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "setting" SET ' || '"id"=' || quote (old."id") || ',"key"=' || quote (old."key") || ',"value"=' || quote (old."value") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_skill_INSERT" AFTER INSERT ON "skill"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "skill" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_skill_DELETE" AFTER DELETE ON "skill"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "skill" ("id","guide_id","key","position","line","kind","title","detail","current","target","gap_action") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."key") || ',' || quote (old."position") || ',' || quote (old."line") || ',' || quote (old."kind") || ',' || quote (old."title") || ',' || quote (old."detail") || ',' || quote (old."current") || ',' || quote (old."target") || ',' || quote (old."gap_action") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_skill_UPDATE" AFTER UPDATE ON "skill" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."key" IS NOT new."key" OR old."position" IS NOT new."position" OR old."line" IS NOT new."line" OR old."kind" IS NOT new."kind" OR old."title" IS NOT new."title" OR old."detail" IS NOT new."detail" OR old."current" IS NOT new."current" OR old."target" IS NOT new."target" OR old."gap_action" IS NOT new."gap_action" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "skill" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"key"=' || quote (old."key") || ',"position"=' || quote (old."position") || ',"line"=' || quote (old."line") || ',"kind"=' || quote (old."kind") || ',"title"=' || quote (old."title") || ',"detail"=' || quote (old."detail") || ',"current"=' || quote (old."current") || ',"target"=' || quote (old."target") || ',"gap_action"=' || quote (old."gap_action") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
COMMIT;
PRAGMA user_version = 1;
PRAGMA application_id = 1465470283;
