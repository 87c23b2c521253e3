-- A database as version 3 wrote it: a small plan, exported, beside a calendar, with its history.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE availability (
  id INTEGER PRIMARY KEY,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),        -- 1 = Monday
  kinds INTEGER NOT NULL CHECK (kinds BETWEEN 1 AND 15),           -- mask of 1 << WayBlockKind
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440)  -- <= from: ends on the next day
, preferred INTEGER NOT NULL DEFAULT 0 CHECK (preferred IN (0, 1))) STRICT;
INSERT INTO "availability" VALUES(1,1,15,1110,1290,0);
INSERT INTO "availability" VALUES(2,2,15,1110,1290,0);
INSERT INTO "availability" VALUES(3,3,15,1110,1290,0);
INSERT INTO "availability" VALUES(4,4,15,1110,1290,0);
INSERT INTO "availability" VALUES(5,5,15,1110,1290,0);
INSERT INTO "availability" VALUES(6,6,15,540,780,0);
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
INSERT INTO "block" VALUES(1,'21a7a110-b000-4a26-8674-9b3e1e904460','study',1,1,'Map: Course syllabus, job ads, one system in production to study',1799083800,1799087400,0,'planned','{"serves":"Map","due":"2027-01-08","ideal":"","other_days":[],"day_minutes":0,"week_minutes":90,"urgent":true,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(2,'1314b1ba-6b0a-44c1-9b7d-94a5de56f5fd','study',1,2,'Core: One course and something built each day',1799170200,1799173800,0,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":["2027-01-04","2027-01-06","2027-01-07","2027-01-08","2027-01-09"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(3,'7fd792f4-8874-4c41-91dc-a303efa8ab2c','drill',1,NULL,'Question drill',1799256600,1799258400,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-01-10","ideal":"2027-01-06","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(4,'94bd805b-e278-44b0-9cbc-5f4ebde62cc8','study',1,2,'Core: One course and something built each day',1799688600,1799692200,0,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":["2027-01-12","2027-01-13","2027-01-14","2027-01-15","2027-01-16"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(5,'9bc5866d-6234-4264-8897-1448574e8580','study',1,2,'Core: One course and something built each day',1799775000,1799778600,0,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":["2027-01-11","2027-01-13","2027-01-14","2027-01-15","2027-01-16"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(6,'bd7808ef-b7d3-4a05-ad57-6b90ffb92e85','drill',1,NULL,'Question drill',1799861400,1799863200,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-01-17","ideal":"2027-01-13","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(7,'c309f504-b74d-4804-90d0-e204e009841f','study',1,2,'Core: One course and something built each day',1800293400,1800297000,0,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":["2027-01-19","2027-01-20","2027-01-21","2027-01-22","2027-01-23"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(8,'376b2eca-1013-4de0-bb27-ab1cce24ff87','study',1,2,'Core: One course and something built each day',1800379800,1800383400,0,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":["2027-01-18","2027-01-20","2027-01-21","2027-01-22","2027-01-23"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(9,'e4508aee-2751-4a1c-bdc8-318467365e64','drill',1,NULL,'Question drill',1800466200,1800468000,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-01-24","ideal":"2027-01-20","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(10,'b3f27401-e357-4e56-841c-a40bdcab27f1','study',1,2,'Core: One course and something built each day',1800898200,1800901800,0,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":["2027-01-26","2027-01-27","2027-01-28","2027-01-29","2027-01-30"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(11,'9ca82310-97bf-41df-86a7-559b76342abd','study',1,2,'Core: One course and something built each day',1800984600,1800988200,0,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":["2027-01-25","2027-01-27","2027-01-28","2027-01-29","2027-01-30"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(12,'577592d0-b275-4fe4-98ec-c36f9015eb28','drill',1,NULL,'Question drill',1801071000,1801072800,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-01-31","ideal":"2027-01-27","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(13,'5aeb70aa-6379-4fe7-a4c9-16e5729a6895','study',1,2,'Core: One course and something built each day',1801503000,1801506600,0,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":["2027-02-02","2027-02-03","2027-02-04","2027-02-05","2027-02-06"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(14,'023b2c54-c9a0-4ea4-9891-de84531bebc3','study',1,2,'Core: One course and something built each day',1801589400,1801593000,0,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":["2027-02-01","2027-02-03","2027-02-04","2027-02-05","2027-02-06"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(15,'568c3d32-fef8-42f9-9f5e-6aaa35484215','drill',1,NULL,'Question drill',1801675800,1801677600,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-02-07","ideal":"2027-02-03","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(16,'113753f5-112d-4afd-9efd-cc41655ab028','study',1,2,'Core: One course and something built each day',1802107800,1802111400,0,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":["2027-02-09","2027-02-10","2027-02-11","2027-02-12","2027-02-13"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(17,'adccf0e3-709a-4587-a985-7e5154d7411e','study',1,2,'Core: One course and something built each day',1802194200,1802197800,0,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":["2027-02-08","2027-02-10","2027-02-11","2027-02-12","2027-02-13"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(18,'bd94b612-fee5-490e-b3f1-b862d61d33c6','drill',1,NULL,'Question drill',1802280600,1802282400,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-02-14","ideal":"2027-02-10","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(19,'95663c32-8559-4ad2-b3e6-78529ea0f8d0','study',1,2,'Core: One course and something built each day',1802712600,1802716200,0,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":[],"day_minutes":0,"week_minutes":90,"urgent":true,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(20,'1c03da3c-5c62-4825-853f-1cff2191d3ac','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1802799000,1802802600,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-02-15","2027-02-17","2027-02-18","2027-02-19","2027-02-20"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(21,'913082c3-37f5-449d-8e1b-b482e54b1a10','drill',1,NULL,'Question drill',1802885400,1802887200,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-02-21","ideal":"2027-02-17","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(22,'eb3b335c-888b-4a59-ada6-c112fac6674f','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1803317400,1803321000,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-02-23","2027-02-24","2027-02-25","2027-02-26","2027-02-27"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(23,'0a586798-efee-403c-b8f3-2cd0c335077d','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1803403800,1803407400,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-02-22","2027-02-24","2027-02-25","2027-02-26","2027-02-27"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(24,'af1098c7-55b1-453a-8cdd-7744f1bb0a5a','drill',1,NULL,'Question drill',1803490200,1803492000,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-02-28","ideal":"2027-02-24","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(25,'ef2484cf-bfcf-44d2-a2d5-52e322999f4a','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1803922200,1803925800,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-03-02","2027-03-03","2027-03-04","2027-03-05","2027-03-06"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(26,'121bc57e-21bc-46b1-9c6d-4ac7c15ca531','drill',1,NULL,'Question drill',1804095000,1804096800,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-03-07","ideal":"2027-03-03","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(27,'7f003e13-4028-440b-986c-6afcdce16650','mock',1,4,'Mock interview',1804320000,1804323600,0,'planned','{"serves":"Signal","due":"2027-03-12","ideal":"2027-03-06","other_days":[],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(28,'46b86e8d-f4e5-485b-9a53-ad0c36f47c92','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1804527000,1804530600,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-03-09","2027-03-10","2027-03-11","2027-03-12","2027-03-13"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(29,'949f871f-1ad2-4000-8d43-cb89061cacb1','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1804613400,1804617000,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-03-08","2027-03-10","2027-03-11","2027-03-12","2027-03-13"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(30,'60db3722-8e72-40c0-b3ae-ff28ced0024b','drill',1,NULL,'Question drill',1804699800,1804701600,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-03-14","ideal":"2027-03-10","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(31,'6a3b932a-3086-4893-9cf7-fb77a41d0615','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1805131800,1805135400,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-03-16","2027-03-17","2027-03-18","2027-03-19","2027-03-20"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(32,'7de29174-447f-4f05-907a-0d687362870e','drill',1,NULL,'Question drill',1805304600,1805306400,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-03-21","ideal":"2027-03-17","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(33,'927787c3-8370-4125-ad0f-d36069f1dbd1','mock',1,4,'Mock interview',1805529600,1805533200,0,'planned','{"serves":"Signal","due":"2027-03-26","ideal":"2027-03-20","other_days":[],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(34,'76c5aea0-e047-4f2d-8650-e398552ad094','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1805736600,1805740200,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-03-23","2027-03-24","2027-03-25","2027-03-26","2027-03-27"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(35,'cd9cf6ff-75d7-42a2-a074-637c8142ac83','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1805823000,1805826600,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-03-22","2027-03-24","2027-03-25","2027-03-26","2027-03-27"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(36,'d3fd204e-a659-46bc-9bd1-e581c22dc41f','drill',1,NULL,'Question drill',1805909400,1805911200,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-03-28","ideal":"2027-03-24","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(37,'14a1b80d-2796-40cb-b92d-4408a42084fa','drill',1,NULL,'Question drill',1806510600,1806512400,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-04-04","ideal":"2027-03-31","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(38,'1270b92f-337a-48f1-b7b2-43501c4a169e','mock',1,4,'Mock interview',1806735600,1806739200,0,'planned','{"serves":"Signal","due":"2027-04-09","ideal":"2027-04-03","other_days":[],"day_minutes":60,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(39,'14c1825e-b9b1-4a63-9bcf-16f545e07763','review',1,NULL,'Quarterly review',1806739800,1806743400,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-04-18","ideal":"2027-04-04","other_days":[],"day_minutes":60,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(40,'373fcea9-992f-4916-9b38-82e98337d587','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1806942600,1806946200,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-04-06","2027-04-07","2027-04-08","2027-04-09","2027-04-10"],"day_minutes":0,"week_minutes":30,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(41,'821072a9-508a-4b24-850e-6813384c37c3','drill',1,NULL,'Question drill',1807115400,1807117200,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-04-11","ideal":"2027-04-07","other_days":[],"day_minutes":0,"week_minutes":60,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(42,'797cf513-77a1-4ef3-a5d9-51fde08163d8','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1807547400,1807551000,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":[],"day_minutes":0,"week_minutes":90,"urgent":true,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(43,'e4f80b6d-2f9b-400e-af6d-e9530727e9c4','drill',1,NULL,'Question drill',1807720200,1807722000,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-04-18","ideal":"2027-04-14","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(44,'9781ecc1-ff86-4aa0-97f7-86a0227dffb8','mock',1,4,'Mock interview',1807945200,1807948800,0,'planned','{"serves":"Signal","due":"2027-04-20","ideal":"2027-04-17","other_days":[],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(45,'3d843297-c865-4b2d-bb49-a5d1730a42e6','study',1,4,'Signal: Writing, open source, mock interviews',1808238600,1808242200,0,'planned','{"serves":"Signal","due":"2027-04-20","ideal":"2027-04-20","other_days":[],"day_minutes":30,"week_minutes":30,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
INSERT INTO "block" VALUES(46,'28255406-32d6-49de-80f6-f5b9fceaff25','drill',1,NULL,'Question drill',1808242800,1808244600,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-04-20","ideal":"2027-04-20","other_days":[],"day_minutes":60,"week_minutes":60,"urgent":false,"stayed":false,"regular":false}',0,1795597012,1795597012);
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
INSERT INTO "busy_calendar" VALUES(1,'busy.ics','/home/ada/busy.ics','Europe/Berlin',1,'042ed018418d21aa499f19550dffdb29e271bf7e5ea7d91ac40171a80887621c',1763942400,1922054400,1795597012);
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
INSERT INTO "busy_event" VALUES(1,1,'team','Team',1799139600,1799143200,0);
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
INSERT INTO "checklist_item" VALUES(1,1,'find-yourself-among-the-readers-and-pick-your-experience-band',0,0,'Find yourself among the readers and pick your experience band','P14D',NULL,'e58d6bed-a4d4-4693-b79b-76fc6d436add',1795597012);
INSERT INTO "checklist_item" VALUES(2,1,'finish-this-month-s-milestone-of-the-roadmap',1,0,'Finish this month''s milestone of the roadmap','P1M',NULL,'549b15b7-5dc5-4cd0-9f59-656bbb3aef37',1795597012);
INSERT INTO "checklist_item" VALUES(3,1,'add-one-bullet-with-a-number-to-the-resume-or-story-bank',2,0,'Add one bullet with a number to the résumé or story bank','P14D',NULL,'ee6fc757-0745-4252-9d31-e1a81b6a4ddb',1795597012);
INSERT INTO "checklist_item" VALUES(4,1,'practise-one-of-the-questions-explain-distributed-systems',3,0,'Practise one of the questions: explain distributed systems','P14D',NULL,'4a1b8a61-12f4-4c8f-a652-7e1670349500',1795597012);
INSERT INTO "checklist_item" VALUES(5,1,'arrange-a-mock-interview-or-a-peer-review',4,0,'Arrange a mock interview or a peer review','P14D',NULL,'db8ae0e9-4760-49a0-8cfb-e9e66faa168b',1795597012);
INSERT INTO "checklist_item" VALUES(6,1,'write-down-the-gaps-and-choose-one-resource-to-finish-this-quarter',5,0,'Write down the gaps and choose one resource to finish this quarter','P3M',NULL,'8ba55c32-2336-4204-8a56-3f0a4b2a2c5c',1795597012);
INSERT INTO "checklist_item" VALUES(7,1,'show-your-progress-to-a-mentor-or-partner',6,0,'Show your progress to a mentor or partner','P14D',NULL,'f51105f2-fc55-4c4d-aeef-c5ea6493b353',1795597012);
CREATE TABLE day_off (
  id INTEGER PRIMARY KEY,
  from_date INTEGER NOT NULL,
  to_date INTEGER NOT NULL CHECK (to_date >= from_date),           -- inclusive
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE extra_hours (
  id INTEGER PRIMARY KEY,
  date INTEGER NOT NULL,
  kinds INTEGER NOT NULL CHECK (kinds BETWEEN 1 AND 15),           -- mask of 1 << WayBlockKind
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440)  -- <= from: ends on the next day
) STRICT;
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
INSERT INTO "guide" VALUES(1,'learning-distributed-systems','Learning Distributed Systems','A dated way from a first map of the field to work that others can confirm: phases with gates, skills to score, drills and reviews.','July 2026','built-in','1cd07a939e5edaa7333dc881204657064d323aba62ca498a590e4becbdc72796',1,3,14);
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
INSERT INTO "guide_item" VALUES(1,1,'expectation','core-technical',0,0,'Core technical','Builds with guidance','Designs, and defends the trade-offs');
INSERT INTO "guide_item" VALUES(2,1,'expectation','communication',1,0,'Communication','Reports status clearly','Writes RFCs and summaries for leaders; brings people into line');
INSERT INTO "guide_item" VALUES(3,1,'expectation','ownership',2,0,'Ownership','A task','A service or an initiative');
INSERT INTO "guide_item" VALUES(4,1,'expectation','mentorship',3,0,'Mentorship','Takes feedback','Gives feedback with structure');
INSERT INTO "guide_item" VALUES(5,1,'band','0-2',0,0,'0–2','Build the fundamentals; write up one project that shipped; ask for feedback every week','');
INSERT INTO "guide_item" VALUES(6,1,'band','3-5',1,0,'3–5','Own an outcome from end to end; lead one initiative; begin with mock interviews','');
INSERT INTO "guide_item" VALUES(7,1,'band','5-8',2,0,'5–8','Have impact across teams; mentor others; put numbers on reliability or speed gained','');
INSERT INTO "guide_item" VALUES(8,1,'band','8-12',3,0,'8–12','Shape standards and the hiring bar; weigh trade-offs over a whole portfolio','');
INSERT INTO "guide_item" VALUES(9,1,'band','12-plus',4,0,'12+','Give the organisation leverage through strategy; prepare successors; communicate with executives','');
INSERT INTO "guide_item" VALUES(10,1,'role-emphasis','backend',0,0,'Backend','APIs, consistent data, performance, stories from on-call','');
INSERT INTO "guide_item" VALUES(11,1,'role-emphasis','frontend',1,0,'Frontend','User-experience metrics, performance budgets, work with designers','');
INSERT INTO "guide_item" VALUES(12,1,'role-emphasis','devops-sre',2,0,'DevOps/SRE','Service-level objectives, automation, learning from incidents, safe deployments','');
INSERT INTO "guide_item" VALUES(13,1,'role-emphasis','ai',3,0,'AI','Evaluation, grounding, cost against latency, guardrails','');
INSERT INTO "guide_item" VALUES(14,1,'role-emphasis','staff-plus',4,0,'Staff+','Agreement across teams, quality of RFCs, trade-offs put on record','');
INSERT INTO "guide_item" VALUES(15,1,'role-emphasis','em',5,0,'EM','Outcomes for people, predictable delivery, trust of stakeholders','');
INSERT INTO "guide_item" VALUES(16,1,'mistake','reading-the-guide-without-a-checklist-that-has-dates',0,0,'Reading the guide without a checklist that has dates','','');
INSERT INTO "guide_item" VALUES(17,1,'mistake','passing-over-what-your-role-should-emphasise',1,0,'Passing over what your role should emphasise','','');
INSERT INTO "guide_item" VALUES(18,1,'mistake','taking-one-path-for-startups-and-large-companies-alike',2,0,'Taking one path for startups and large companies alike','','');
INSERT INTO "guide_item" VALUES(19,1,'mistake','holding-back-a-small-public-step-until-everything-is-clear',3,0,'Holding back a small public step until everything is clear','','');
INSERT INTO "guide_item" VALUES(20,1,'mistake','leaving-materials-as-they-were-after-a-large-project-or-a-change-in-metrics',4,0,'Leaving materials as they were after a large project or a change in metrics','','');
INSERT INTO "guide_item" VALUES(21,1,'practice','put-learning-and-job-search-blocks-of-fixed-length-into-the-calendar',0,0,'Put learning and job-search blocks of fixed length into the calendar','','');
INSERT INTO "guide_item" VALUES(22,1,'practice','keep-a-living-log-of-projects-metrics-and-decisions',1,0,'Keep a living log of projects, metrics and decisions','','');
INSERT INTO "guide_item" VALUES(23,1,'practice','rehearse-stories-aloud-against-a-timer-not-only-in-silence',2,0,'Rehearse stories aloud against a timer, not only in silence','','');
INSERT INTO "guide_item" VALUES(24,1,'practice','pair-each-framework-with-one-artifact-an-rfc-a-pull-request-a-postmortem-or-a-de',3,0,'Pair each framework with one artifact: an RFC, a pull request, a postmortem or a demo','','');
INSERT INTO "guide_item" VALUES(25,1,'practice','compare-offers-and-roles-on-a-written-scorecard-not-by-feeling-alone',4,0,'Compare offers and roles on a written scorecard, not by feeling alone','','');
INSERT INTO "guide_item" VALUES(26,1,'practice-reason','written-artifacts',0,0,'Written artifacts','They force clear thought, and feed the résumé and the interview','');
INSERT INTO "guide_item" VALUES(27,1,'practice-reason','mock-practice',1,0,'Mock practice','It shows rambling and weak numbers before the real interviews do','');
INSERT INTO "guide_item" VALUES(28,1,'practice-reason','scorecards-for-decisions',2,0,'Scorecards for decisions','Fewer regrets about offers and project bets','');
INSERT INTO "guide_item" VALUES(29,1,'practice-reason','quarterly-review',3,0,'Quarterly review','The profile keeps up with your present scope','');
INSERT INTO "guide_item" VALUES(30,1,'question','explain-distributed-systems',0,0,'Explain distributed systems','','');
INSERT INTO "guide_item" VALUES(31,1,'question','explain-kafka',1,0,'Explain Kafka','','');
INSERT INTO "guide_item" VALUES(32,1,'question','explain-the-cap-theorem',2,0,'Explain the CAP theorem','','');
INSERT INTO "guide_item" VALUES(33,1,'question','design-a-url-shortener',3,0,'Design a URL shortener','','');
INSERT INTO "guide_item" VALUES(34,1,'faq','who-is-this-guide-for',0,0,'Who is this guide for?','Engineers on the way to backend or staff roles who want a structure that knows production, rather than general advice.','');
INSERT INTO "guide_item" VALUES(35,1,'faq','how-long-until-it-shows-an-effect',1,0,'How long until it shows an effect?','Most get through the first checklist in one to two weeks: take stock, choose one milestone, and rehearse one story.','');
INSERT INTO "guide_item" VALUES(36,1,'faq','which-skills-does-it-stress',2,0,'Which skills does it stress?','Distributed systems, Kafka and system design, each tied to outcomes and trade-offs instead of a list of tools.','');
INSERT INTO "guide_item" VALUES(37,1,'faq','is-it-a-substitute-for-interview-practice',3,0,'Is it a substitute for interview practice?','No. Use it beside the practice questions: the guide gives the frame, the questions show whether you can tell your experience.','');
INSERT INTO "guide_item" VALUES(38,1,'faq','does-it-suit-a-change-of-career',4,0,'Does it suit a change of career?','Yes. Choose examples whose scope carries over; stress how fast you learn, what you shipped, and gaps stated plainly, not larger titles.','');
INSERT INTO "guide_item" VALUES(39,1,'faq','how-often-should-i-come-back-to-it',5,0,'How often should I come back to it?','Every quarter, and before a promotion, a job search or a change of team. Update your materials when projects or metrics change.','');
INSERT INTO "guide_item" VALUES(40,1,'faq','what-mistake-weighs-most',6,0,'What mistake weighs most?','Borrowing senior examples that are beyond the scope one really had.','');
INSERT INTO "guide_item" VALUES(41,1,'faq','how-do-i-tell-that-i-am-getting-ahead',7,0,'How do I tell that I am getting ahead?','By leading indicators: milestones shipped, feedback from mock interviews, the rate of callbacks, or metrics of the team. Certificates alone say little.','');
INSERT INTO "guide_item" VALUES(42,1,'faq','is-it-of-use-to-managers-with-a-team',8,0,'Is it of use to managers with a team?','Yes. It has prompts for one-to-ones and tables by role. Share single checklists, not the whole, to keep talks to the point.','');
INSERT INTO "guide_item" VALUES(43,1,'faq','how-does-waymark-help',9,0,'How does Waymark help?','It builds stories from your own projects and lets you rehearse them against the skills and questions here, in your own words.','');
INSERT INTO "guide_item" VALUES(44,1,'faq','for-which-level-is-it-written',10,0,'For which level is it written?','For 0 to 12 and more years, with a table for each band. Juniors put fundamentals first; staff and above put leverage first.','');
INSERT INTO "guide_item" VALUES(45,1,'faq','where-do-i-begin',11,0,'Where do I begin?','With the readers and the roadmap, then the checklist. Look over the tables for your role before you read every part.','');
INSERT INTO "guide_item" VALUES(46,1,'role','backend-engineer',0,0,'Backend engineer','','');
INSERT INTO "guide_item" VALUES(47,1,'role','staff-engineer',1,0,'Staff engineer','','');
INSERT INTO "guide_item" VALUES(48,1,'role','devops-engineer',2,0,'DevOps engineer','','');
INSERT INTO "guide_item" VALUES(49,1,'reader','early-career-0-2-years',0,0,'Early career (0–2 years)','Structure, first projects, and a scope stated honestly','');
INSERT INTO "guide_item" VALUES(50,1,'reader','mid-level-3-5-years',1,0,'Mid-level (3–5 years)','You own features or services and want to be ready for promotion or a move','');
INSERT INTO "guide_item" VALUES(51,1,'reader','senior-5-8-years',2,0,'Senior (5–8 years)','You bring about outcomes across teams and mentor others','');
INSERT INTO "guide_item" VALUES(52,1,'reader','staff-and-above-8-12-years',3,0,'Staff and above (8–12 years)','You work for leverage, standards and a portfolio of bets','');
INSERT INTO "guide_item" VALUES(53,1,'reader','leadership',4,0,'Leadership','You balance people, delivery and technical judgement','');
INSERT INTO "guide_item" VALUES(54,1,'example','startup-that-grows',0,0,'Startup that grows','Led the response to an incident and published the postmortem.','');
INSERT INTO "guide_item" VALUES(55,1,'example','large-company',1,0,'Large company','Took a release with many compliance checks to its end.','');
INSERT INTO "guide_item" VALUES(56,1,'example','change-of-career',2,0,'Change of career','Contributed a fix to open source that came up in interviews.','');
INSERT INTO "guide_item" VALUES(57,1,'trigger','a-large-launch',0,0,'A large launch','','');
INSERT INTO "guide_item" VALUES(58,1,'trigger','a-performance-review',1,0,'A performance review','','');
INSERT INTO "guide_item" VALUES(59,1,'trigger','an-interview-loop',2,0,'An interview loop','','');
INSERT INTO "guide_item" VALUES(60,1,'related','learning-ai-engineering',0,0,'Learning AI engineering','','');
INSERT INTO "guide_item" VALUES(61,1,'related','learning-postgresql',1,0,'Learning PostgreSQL','','');
INSERT INTO "guide_item" VALUES(62,1,'related','learning-frontend-development',2,0,'Learning frontend development','','');
INSERT INTO "guide_item" VALUES(63,1,'related','networking-for-engineers',3,0,'Networking for engineers','','');
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
INSERT INTO "milestone" VALUES(1,1,'3-5/1',0,'Own an outcome from end to end',NULL,NULL,'a1a61cf2-6fd8-4805-bec2-7348d03658f8',1795597012);
INSERT INTO "milestone" VALUES(2,1,'3-5/2',1,'Lead one initiative',NULL,NULL,'37dafc89-2f30-494f-bd2d-1cac54cf839f',1795597012);
INSERT INTO "milestone" VALUES(3,1,'3-5/3',2,'Begin with mock interviews',NULL,NULL,'1e0cc470-f793-4860-b169-a7342e9c5649',1795597012);
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
INSERT INTO "phase" VALUES(1,1,'map',0,0,'Map','Course syllabus, job ads, one system in production to study','A written list of gaps, ranked by how often interviews and job ads ask for them',3,5,0,NULL,'','');
INSERT INTO "phase" VALUES(2,1,'core',1,0,'Core','One course and something built each day','A small project is deployed, with a README and metrics',28,42,0,NULL,'','');
INSERT INTO "phase" VALUES(3,1,'depth',2,0,'Depth','Postmortems of production incidents; a fix or a design document contributed','You can explain trade-offs and failure modes aloud',28,56,0,NULL,'','');
INSERT INTO "phase" VALUES(4,1,'signal',3,0,'Signal','Writing, open source, mock interviews','Others confirm it: reviews, callbacks, merged changes',0,0,1,NULL,'','');
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
, target_date INTEGER, guide_minutes INTEGER NOT NULL DEFAULT 360  -- of work in a week of the guide
  CHECK (guide_minutes BETWEEN 30 AND 4800), days_in_row INTEGER NOT NULL DEFAULT 0      -- at most; 0: no limit
  CHECK (days_in_row BETWEEN 0 AND 365), range_end TEXT NOT NULL DEFAULT 'high'      -- of the guide's ranges
  CHECK (range_end IN ('low', 'high'))) STRICT;
INSERT INTO "plan" VALUES(1,'Europe/Berlin',20822,20928,180,60,10,0,120,'3-5','backend',NULL,180,0,'high');
CREATE TABLE plan_guide (
  id INTEGER PRIMARY KEY,
  guide_id INTEGER NOT NULL UNIQUE REFERENCES guide ON DELETE CASCADE,
  share INTEGER NOT NULL DEFAULT 100 CHECK (share BETWEEN 1 AND 100)
) STRICT;
INSERT INTO "plan_guide" VALUES(1,1,100);
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
INSERT INTO "resource" VALUES(1,1,'engineering-blogs-and-postmortems-of-companies-for-what-production-is-like',0,0,'Engineering blogs and postmortems of companies, for what production is like','to-read');
INSERT INTO "resource" VALUES(2,1,'the-official-documentation-of-the-stack-you-aim-for-not-tutorials-only',1,0,'The official documentation of the stack you aim for, not tutorials only','to-read');
INSERT INTO "resource" VALUES(3,1,'leaddev',2,0,'LeadDev','to-read');
INSERT INTO "resource" VALUES(4,1,'peers-for-mock-interviews-who-ask-follow-up-questions',3,0,'Peers for mock interviews, who ask follow-up questions','to-read');
INSERT INTO "resource" VALUES(5,1,'rfcs-and-design-documents-of-your-present-team-with-names-taken-out-where-needed',4,0,'RFCs and design documents of your present team, with names taken out where needed','to-read');
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
INSERT INTO "sent_entry" VALUES(1,1,'21a7a110-b000-4a26-8674-9b3e1e904460','event',0,'Map: Course syllabus, job ads, one system in production to study',0,1799083800,1799087400,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(2,1,'1314b1ba-6b0a-44c1-9b7d-94a5de56f5fd','event',0,'Core: One course and something built each day',0,1799170200,1799173800,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(3,1,'7fd792f4-8874-4c41-91dc-a303efa8ab2c','event',0,'Question drill',0,1799256600,1799258400,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(4,1,'94bd805b-e278-44b0-9cbc-5f4ebde62cc8','event',0,'Core: One course and something built each day',0,1799688600,1799692200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(5,1,'9bc5866d-6234-4264-8897-1448574e8580','event',0,'Core: One course and something built each day',0,1799775000,1799778600,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(6,1,'bd7808ef-b7d3-4a05-ad57-6b90ffb92e85','event',0,'Question drill',0,1799861400,1799863200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(7,1,'c309f504-b74d-4804-90d0-e204e009841f','event',0,'Core: One course and something built each day',0,1800293400,1800297000,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(8,1,'376b2eca-1013-4de0-bb27-ab1cce24ff87','event',0,'Core: One course and something built each day',0,1800379800,1800383400,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(9,1,'e4508aee-2751-4a1c-bdc8-318467365e64','event',0,'Question drill',0,1800466200,1800468000,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(10,1,'b3f27401-e357-4e56-841c-a40bdcab27f1','event',0,'Core: One course and something built each day',0,1800898200,1800901800,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(11,1,'9ca82310-97bf-41df-86a7-559b76342abd','event',0,'Core: One course and something built each day',0,1800984600,1800988200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(12,1,'577592d0-b275-4fe4-98ec-c36f9015eb28','event',0,'Question drill',0,1801071000,1801072800,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(13,1,'5aeb70aa-6379-4fe7-a4c9-16e5729a6895','event',0,'Core: One course and something built each day',0,1801503000,1801506600,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(14,1,'023b2c54-c9a0-4ea4-9891-de84531bebc3','event',0,'Core: One course and something built each day',0,1801589400,1801593000,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(15,1,'568c3d32-fef8-42f9-9f5e-6aaa35484215','event',0,'Question drill',0,1801675800,1801677600,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(16,1,'113753f5-112d-4afd-9efd-cc41655ab028','event',0,'Core: One course and something built each day',0,1802107800,1802111400,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(17,1,'adccf0e3-709a-4587-a985-7e5154d7411e','event',0,'Core: One course and something built each day',0,1802194200,1802197800,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(18,1,'bd94b612-fee5-490e-b3f1-b862d61d33c6','event',0,'Question drill',0,1802280600,1802282400,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(19,1,'95663c32-8559-4ad2-b3e6-78529ea0f8d0','event',0,'Core: One course and something built each day',0,1802712600,1802716200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(20,1,'1c03da3c-5c62-4825-853f-1cff2191d3ac','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1802799000,1802802600,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(21,1,'913082c3-37f5-449d-8e1b-b482e54b1a10','event',0,'Question drill',0,1802885400,1802887200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(22,1,'eb3b335c-888b-4a59-ada6-c112fac6674f','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1803317400,1803321000,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(23,1,'0a586798-efee-403c-b8f3-2cd0c335077d','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1803403800,1803407400,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(24,1,'af1098c7-55b1-453a-8cdd-7744f1bb0a5a','event',0,'Question drill',0,1803490200,1803492000,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(25,1,'ef2484cf-bfcf-44d2-a2d5-52e322999f4a','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1803922200,1803925800,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(26,1,'121bc57e-21bc-46b1-9c6d-4ac7c15ca531','event',0,'Question drill',0,1804095000,1804096800,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(27,1,'7f003e13-4028-440b-986c-6afcdce16650','event',0,'Mock interview',0,1804320000,1804323600,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(28,1,'46b86e8d-f4e5-485b-9a53-ad0c36f47c92','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1804527000,1804530600,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(29,1,'949f871f-1ad2-4000-8d43-cb89061cacb1','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1804613400,1804617000,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(30,1,'60db3722-8e72-40c0-b3ae-ff28ced0024b','event',0,'Question drill',0,1804699800,1804701600,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(31,1,'6a3b932a-3086-4893-9cf7-fb77a41d0615','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1805131800,1805135400,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(32,1,'7de29174-447f-4f05-907a-0d687362870e','event',0,'Question drill',0,1805304600,1805306400,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(33,1,'927787c3-8370-4125-ad0f-d36069f1dbd1','event',0,'Mock interview',0,1805529600,1805533200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(34,1,'76c5aea0-e047-4f2d-8650-e398552ad094','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1805736600,1805740200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(35,1,'cd9cf6ff-75d7-42a2-a074-637c8142ac83','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1805823000,1805826600,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(36,1,'d3fd204e-a659-46bc-9bd1-e581c22dc41f','event',0,'Question drill',0,1805909400,1805911200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(37,1,'14a1b80d-2796-40cb-b92d-4408a42084fa','event',0,'Question drill',0,1806510600,1806512400,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(38,1,'1270b92f-337a-48f1-b7b2-43501c4a169e','event',0,'Mock interview',0,1806735600,1806739200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(39,1,'14c1825e-b9b1-4a63-9bcf-16f545e07763','event',0,'Quarterly review',0,1806739800,1806743400,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(40,1,'373fcea9-992f-4916-9b38-82e98337d587','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1806942600,1806946200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(41,1,'821072a9-508a-4b24-850e-6813384c37c3','event',0,'Question drill',0,1807115400,1807117200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(42,1,'797cf513-77a1-4ef3-a5d9-51fde08163d8','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1807547400,1807551000,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(43,1,'e4f80b6d-2f9b-400e-af6d-e9530727e9c4','event',0,'Question drill',0,1807720200,1807722000,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(44,1,'9781ecc1-ff86-4aa0-97f7-86a0227dffb8','event',0,'Mock interview',0,1807945200,1807948800,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(45,1,'3d843297-c865-4b2d-bb49-a5d1730a42e6','event',0,'Signal: Writing, open source, mock interviews',0,1808238600,1808242200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(46,1,'28255406-32d6-49de-80f6-f5b9fceaff25','event',0,'Question drill',0,1808242800,1808244600,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(47,1,'e58d6bed-a4d4-4693-b79b-76fc6d436add','event',0,'Find yourself among the readers and pick your experience band',1,1800230400,1800316800,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(48,1,'ee6fc757-0745-4252-9d31-e1a81b6a4ddb','event',0,'Add one bullet with a number to the résumé or story bank',1,1800230400,1800316800,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(49,1,'4a1b8a61-12f4-4c8f-a652-7e1670349500','event',0,'Practise one of the questions: explain distributed systems',1,1800230400,1800316800,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(50,1,'db8ae0e9-4760-49a0-8cfb-e9e66faa168b','event',0,'Arrange a mock interview or a peer review',1,1800230400,1800316800,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(51,1,'f51105f2-fc55-4c4d-aeef-c5ea6493b353','event',0,'Show your progress to a mentor or partner',1,1800230400,1800316800,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(52,1,'549b15b7-5dc5-4cd0-9f59-656bbb3aef37','event',0,'Finish this month''s milestone of the roadmap',1,1801699200,1801785600,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(53,1,'a1a61cf2-6fd8-4805-bec2-7348d03658f8','event',0,'Own an outcome from end to end',1,1801785600,1801872000,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(54,1,'37dafc89-2f30-494f-bd2d-1cac54cf839f','event',0,'Lead one initiative',1,1804636800,1804723200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(55,1,'8ba55c32-2336-4204-8a56-3f0a4b2a2c5c','event',0,'Write down the gaps and choose one resource to finish this quarter',1,1806796800,1806883200,1795597012,NULL);
INSERT INTO "sent_entry" VALUES(56,1,'1e0cc470-f793-4860-b169-a7342e9c5649','event',0,'Begin with mock interviews',1,1807488000,1807574400,1795597012,NULL);
CREATE TABLE sent_identity (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL
) STRICT;
INSERT INTO "sent_identity" VALUES(1,'dd3d15838461f2f8043f934e5c47fe0c');
CREATE TABLE sent_revision (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('event', 'todo')),
  content_hash TEXT NOT NULL,                  -- of all but SEQUENCE and the stamps; '' cancelled
  sequence INTEGER NOT NULL,
  stamp_utc INTEGER NOT NULL,                  -- DTSTAMP and LAST-MODIFIED
  UNIQUE (uid, form)
) STRICT;
INSERT INTO "sent_revision" VALUES(1,'21a7a110-b000-4a26-8674-9b3e1e904460','event','b48fb22d39834e9e9d6e90cadb31c80f395e6e0d790615a837bcaf1324d3f895',0,1795597012);
INSERT INTO "sent_revision" VALUES(2,'1314b1ba-6b0a-44c1-9b7d-94a5de56f5fd','event','d90d82e081945c69d074fe2aab0f87b501487684e9b589ddf6fb440c0b592783',0,1795597012);
INSERT INTO "sent_revision" VALUES(3,'7fd792f4-8874-4c41-91dc-a303efa8ab2c','event','eaf6debaa5735ba908f43a6f9e28a399e3e3e60890fd739005e21d8471491c94',0,1795597012);
INSERT INTO "sent_revision" VALUES(4,'94bd805b-e278-44b0-9cbc-5f4ebde62cc8','event','bd42305eccf1d7ca06437f9cba8fd352649254b3071bf0cbafe0960923d4237c',0,1795597012);
INSERT INTO "sent_revision" VALUES(5,'9bc5866d-6234-4264-8897-1448574e8580','event','3e52019942468f595d341ee7121a459a1f7f5f57a0f43cd9cfe1fbc000c106ba',0,1795597012);
INSERT INTO "sent_revision" VALUES(6,'bd7808ef-b7d3-4a05-ad57-6b90ffb92e85','event','1940e391d5eaac4f16b802a05013266a8cf32647de411e8335b77b9d252b8966',0,1795597012);
INSERT INTO "sent_revision" VALUES(7,'c309f504-b74d-4804-90d0-e204e009841f','event','7a476338846a1946a834e3eeda8f8194b6dd9474746a35c7ac5cf81c1e290dfb',0,1795597012);
INSERT INTO "sent_revision" VALUES(8,'376b2eca-1013-4de0-bb27-ab1cce24ff87','event','160f26a5b18e93febc559ba82b855f63dfadcbef0ef5c88087d7de9748653629',0,1795597012);
INSERT INTO "sent_revision" VALUES(9,'e4508aee-2751-4a1c-bdc8-318467365e64','event','9e8edbaa74960b7385e9c6a9fa63c64fbe2aa6c4b7e14e8253621a84ebcde03c',0,1795597012);
INSERT INTO "sent_revision" VALUES(10,'b3f27401-e357-4e56-841c-a40bdcab27f1','event','f7ebf26583bc1f59d025715513808af6a2a5d26d7501ece615993a3382bed043',0,1795597012);
INSERT INTO "sent_revision" VALUES(11,'9ca82310-97bf-41df-86a7-559b76342abd','event','6e79f51d973de52636d87edce5a1d3c63a3f537656c95db7d956b3ace66381a0',0,1795597012);
INSERT INTO "sent_revision" VALUES(12,'577592d0-b275-4fe4-98ec-c36f9015eb28','event','98e55afef7f8e8dbc05ec4089d2db6ec69c7f6fb884063b06453bc5408b8b7e0',0,1795597012);
INSERT INTO "sent_revision" VALUES(13,'5aeb70aa-6379-4fe7-a4c9-16e5729a6895','event','56429f332e207b21ac91273e8ac93935af48b79d123b100c9b41e974d6fee355',0,1795597012);
INSERT INTO "sent_revision" VALUES(14,'023b2c54-c9a0-4ea4-9891-de84531bebc3','event','07ce290a9e2dad0c8f1cf5e336a0fc3076fc9d8ad6269498834d7108764b71f6',0,1795597012);
INSERT INTO "sent_revision" VALUES(15,'568c3d32-fef8-42f9-9f5e-6aaa35484215','event','ec37e63d109a6288a0696114215c992b6fa402bd96740a427fb5a32a83f6a4d0',0,1795597012);
INSERT INTO "sent_revision" VALUES(16,'113753f5-112d-4afd-9efd-cc41655ab028','event','50b4392eef103b1da6a557faf39d8671eedd790e71fce8b1492703bd9c4d059b',0,1795597012);
INSERT INTO "sent_revision" VALUES(17,'adccf0e3-709a-4587-a985-7e5154d7411e','event','90cc8e7e138e841002da0c5346065babef4d466c13ecb3275e230c4f0292cb4a',0,1795597012);
INSERT INTO "sent_revision" VALUES(18,'bd94b612-fee5-490e-b3f1-b862d61d33c6','event','507cf699f0f8cc64fc33c4bc81ca8212350c40e5061c5ab63cc396e0908c35ad',0,1795597012);
INSERT INTO "sent_revision" VALUES(19,'95663c32-8559-4ad2-b3e6-78529ea0f8d0','event','cc4dd79762313d5bba6ff9d668a6332d52f901a57d37d26d3b21117a07578be6',0,1795597012);
INSERT INTO "sent_revision" VALUES(20,'1c03da3c-5c62-4825-853f-1cff2191d3ac','event','c743440392ac2c5751a0a2ec1595c535a9d6c93946989fac130cab28c3c4f4f2',0,1795597012);
INSERT INTO "sent_revision" VALUES(21,'913082c3-37f5-449d-8e1b-b482e54b1a10','event','a8f97ec20513e27b15c7d584e856d5b85c4430a36f1a276e49b2177f90684c94',0,1795597012);
INSERT INTO "sent_revision" VALUES(22,'eb3b335c-888b-4a59-ada6-c112fac6674f','event','f9bc423552f7c73b1efb7f2fa6a28a437905574e78dd5221655668e2e91fd0ce',0,1795597012);
INSERT INTO "sent_revision" VALUES(23,'0a586798-efee-403c-b8f3-2cd0c335077d','event','35cc5b7556b8fd6b8f7c149b53bc7c9d15213c067104ec171968b080bb59f085',0,1795597012);
INSERT INTO "sent_revision" VALUES(24,'af1098c7-55b1-453a-8cdd-7744f1bb0a5a','event','2c07a21a87cfd68965c170c37148320fb6f0e9e39618457df517943f56d2c132',0,1795597012);
INSERT INTO "sent_revision" VALUES(25,'ef2484cf-bfcf-44d2-a2d5-52e322999f4a','event','3a5bf696d993632264fd0cf7b7537821098bfff150bc335841bf0858c394c18e',0,1795597012);
INSERT INTO "sent_revision" VALUES(26,'121bc57e-21bc-46b1-9c6d-4ac7c15ca531','event','05510c0326c2966203874d7a56b011351431b45ef5999cfe99bf770901793df2',0,1795597012);
INSERT INTO "sent_revision" VALUES(27,'7f003e13-4028-440b-986c-6afcdce16650','event','c5ac9e64c6cf3accf574059a2ea0f133a3f40d425ac4088bae956f9474fd916b',0,1795597012);
INSERT INTO "sent_revision" VALUES(28,'46b86e8d-f4e5-485b-9a53-ad0c36f47c92','event','22c415ddc3754dc191c01eacc298a5ca2c66971dba2180a3760c45b8b79f0c90',0,1795597012);
INSERT INTO "sent_revision" VALUES(29,'949f871f-1ad2-4000-8d43-cb89061cacb1','event','e698fd1a8d1ea8666d9168d750b48e76d203fe5a5fdacc9baa5737d0b6f155ac',0,1795597012);
INSERT INTO "sent_revision" VALUES(30,'60db3722-8e72-40c0-b3ae-ff28ced0024b','event','74b760a7a5c2ab04878ec973dd68d446fdbdcf9863de7381405e21068f5758fe',0,1795597012);
INSERT INTO "sent_revision" VALUES(31,'6a3b932a-3086-4893-9cf7-fb77a41d0615','event','81b1fa662541af3682b2118d8b8fadf826439f23e1aef99ae2d8df6507269a80',0,1795597012);
INSERT INTO "sent_revision" VALUES(32,'7de29174-447f-4f05-907a-0d687362870e','event','09041c47319a3c479b1d0d8655b7f420cc8b274c75d912e8a05d42e5893ef70f',0,1795597012);
INSERT INTO "sent_revision" VALUES(33,'927787c3-8370-4125-ad0f-d36069f1dbd1','event','c00bc94ca6a221c69d10160a87802d34b3e6f4ecc6b5d8559e54814a77ad494e',0,1795597012);
INSERT INTO "sent_revision" VALUES(34,'76c5aea0-e047-4f2d-8650-e398552ad094','event','1b371ba48728be148f7790e1c28a39cde6196100cebfa310e43737d97c1f5d12',0,1795597012);
INSERT INTO "sent_revision" VALUES(35,'cd9cf6ff-75d7-42a2-a074-637c8142ac83','event','493e7d495d8829fd08833db879ac03217fb3db44fd25c6f6cfa4b76b26cb5b55',0,1795597012);
INSERT INTO "sent_revision" VALUES(36,'d3fd204e-a659-46bc-9bd1-e581c22dc41f','event','e49d08fc8abb8cffe7890303c98c64439fcfd749157a63c25244974c997a5d90',0,1795597012);
INSERT INTO "sent_revision" VALUES(37,'14a1b80d-2796-40cb-b92d-4408a42084fa','event','6bf8859afb7d2c149da061860e94b06f7e51c6c9883ae7dbbcc0388601284bea',0,1795597012);
INSERT INTO "sent_revision" VALUES(38,'1270b92f-337a-48f1-b7b2-43501c4a169e','event','0434a310d6167dc88a68941e15ac455b84e272f69b6578241e38741e41cc04c1',0,1795597012);
INSERT INTO "sent_revision" VALUES(39,'14c1825e-b9b1-4a63-9bcf-16f545e07763','event','8739fdb40afec789289b03be7a6851ba73b620890fcd24ccae72a0a2f555cf44',0,1795597012);
INSERT INTO "sent_revision" VALUES(40,'373fcea9-992f-4916-9b38-82e98337d587','event','7c0231465bcb9b48723641212dcfe829707d825d3fc4c42f168789e758a7b47f',0,1795597012);
INSERT INTO "sent_revision" VALUES(41,'821072a9-508a-4b24-850e-6813384c37c3','event','53603899816ea550899cecb5e50539390790954a8c890fe1821b27103c225075',0,1795597012);
INSERT INTO "sent_revision" VALUES(42,'797cf513-77a1-4ef3-a5d9-51fde08163d8','event','857c1e96f864f767876517e8a0ae2dfaf62f654c7d335762e06a32315f216f00',0,1795597012);
INSERT INTO "sent_revision" VALUES(43,'e4f80b6d-2f9b-400e-af6d-e9530727e9c4','event','69a5c19f6d5fe22f2fbf6970a14a9623092b6f2737e4343b53d6506b9a2c337d',0,1795597012);
INSERT INTO "sent_revision" VALUES(44,'9781ecc1-ff86-4aa0-97f7-86a0227dffb8','event','8a44d8e0970d404e77d1b07f22195bfbb715dc70f6124f55722de72d5e36a6ac',0,1795597012);
INSERT INTO "sent_revision" VALUES(45,'3d843297-c865-4b2d-bb49-a5d1730a42e6','event','a9a0aab5b5c0cda2ae933948c1d269b3d464f4082087c18467d689819613181d',0,1795597012);
INSERT INTO "sent_revision" VALUES(46,'28255406-32d6-49de-80f6-f5b9fceaff25','event','370298e53f163ce9fe072d74f8d4bcc4033979b892713d60cb3c0dada3126014',0,1795597012);
INSERT INTO "sent_revision" VALUES(47,'e58d6bed-a4d4-4693-b79b-76fc6d436add','event','46827b5e3d0e344ed5de97f312ef8b1ac3133f7b5daefe233abf07e47ffce808',0,1795597012);
INSERT INTO "sent_revision" VALUES(48,'ee6fc757-0745-4252-9d31-e1a81b6a4ddb','event','cff1a2889adc53b8ca127ee387a35dc6f4d622bd4c7b459e22b8e3fa52547e8d',0,1795597012);
INSERT INTO "sent_revision" VALUES(49,'4a1b8a61-12f4-4c8f-a652-7e1670349500','event','205e559c3bf9ad1fe1ab48c4dcd42b6d78ab614f776d84a0456aa53d2d8f8f21',0,1795597012);
INSERT INTO "sent_revision" VALUES(50,'db8ae0e9-4760-49a0-8cfb-e9e66faa168b','event','6575bdd30e882f8898f5b05202c043586fe24152aacbc32185c9aeef841a81c3',0,1795597012);
INSERT INTO "sent_revision" VALUES(51,'f51105f2-fc55-4c4d-aeef-c5ea6493b353','event','df602bde989a1a473e08b5d56ab12b94561fde3a5b8e70084da2411b22899fc0',0,1795597012);
INSERT INTO "sent_revision" VALUES(52,'549b15b7-5dc5-4cd0-9f59-656bbb3aef37','event','1d006b026859d69963e703d1577f5fc5b1dbf8f8d9802783a5c3eefc482eb1ef',0,1795597012);
INSERT INTO "sent_revision" VALUES(53,'a1a61cf2-6fd8-4805-bec2-7348d03658f8','event','7a6b3701a64a894b5b42b8185102c8effca04ce30d3a2fbd9111f7e47f421200',0,1795597012);
INSERT INTO "sent_revision" VALUES(54,'37dafc89-2f30-494f-bd2d-1cac54cf839f','event','c6c18d83f35d14c02cb5d33153f19355632b5f2f1460b325f0f93072695edfcb',0,1795597012);
INSERT INTO "sent_revision" VALUES(55,'8ba55c32-2336-4204-8a56-3f0a4b2a2c5c','event','897f850de87876d1c1a0d058cdd1f46e01dc6f52db11d189445c577f048cae43',0,1795597012);
INSERT INTO "sent_revision" VALUES(56,'1e0cc470-f793-4860-b169-a7342e9c5649','event','f570cf5cc88f8ee580a51b710011922e5cb8d7aacebce530e2cb1df3bdac3e5f',0,1795597012);
CREATE TABLE sent_target (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,                   -- absolute
  content_hash TEXT NOT NULL,                  -- SHA-256 of the file as it was written
  sent_utc INTEGER NOT NULL                    -- when these bytes were written for the first time
) STRICT;
INSERT INTO "sent_target" VALUES(1,'/home/ada/plan.ics','03b8240deb1d7c3a00a246400f0ff09e23a9570b5eadbbfba5bec8cee251aee1',1795597013);
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
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
INSERT INTO "skill" VALUES(1,1,'fundamentals',0,0,'area','Fundamentals','',NULL,NULL,'');
INSERT INTO "skill" VALUES(2,1,'production-ops',1,0,'area','Production ops','',NULL,NULL,'');
INSERT INTO "skill" VALUES(3,1,'system-design',2,0,'area','System design','',NULL,NULL,'');
INSERT INTO "skill" VALUES(4,1,'communication',3,0,'area','Communication','',NULL,NULL,'');
INSERT INTO "skill" VALUES(5,1,'skill/distributed-systems',0,0,'skill','Distributed systems','Apply it with outcomes that can be measured',NULL,NULL,'');
INSERT INTO "skill" VALUES(6,1,'skill/kafka',1,0,'skill','Kafka','Apply it with outcomes that can be measured',NULL,NULL,'');
INSERT INTO "skill" VALUES(7,1,'skill/system-design',2,0,'skill','System design','Show it in interviews through STAR stories',NULL,NULL,'');
CREATE TABLE undo_action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  time_utc INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
INSERT INTO "undo_action" VALUES(1,'Make Plan',1795597012,0);
CREATE TABLE undo_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action_id INTEGER NOT NULL REFERENCES undo_action ON DELETE CASCADE,
  sql TEXT NOT NULL
) STRICT;
INSERT INTO "undo_log" VALUES(1,1,'DELETE FROM "guide" WHERE id=1');
INSERT INTO "undo_log" VALUES(2,1,'DELETE FROM "phase" WHERE id=1');
INSERT INTO "undo_log" VALUES(3,1,'DELETE FROM "phase" WHERE id=2');
INSERT INTO "undo_log" VALUES(4,1,'DELETE FROM "phase" WHERE id=3');
INSERT INTO "undo_log" VALUES(5,1,'DELETE FROM "phase" WHERE id=4');
INSERT INTO "undo_log" VALUES(6,1,'DELETE FROM "skill" WHERE id=1');
INSERT INTO "undo_log" VALUES(7,1,'DELETE FROM "skill" WHERE id=2');
INSERT INTO "undo_log" VALUES(8,1,'DELETE FROM "skill" WHERE id=3');
INSERT INTO "undo_log" VALUES(9,1,'DELETE FROM "skill" WHERE id=4');
INSERT INTO "undo_log" VALUES(10,1,'DELETE FROM "guide_item" WHERE id=1');
INSERT INTO "undo_log" VALUES(11,1,'DELETE FROM "guide_item" WHERE id=2');
INSERT INTO "undo_log" VALUES(12,1,'DELETE FROM "guide_item" WHERE id=3');
INSERT INTO "undo_log" VALUES(13,1,'DELETE FROM "guide_item" WHERE id=4');
INSERT INTO "undo_log" VALUES(14,1,'DELETE FROM "guide_item" WHERE id=5');
INSERT INTO "undo_log" VALUES(15,1,'DELETE FROM "guide_item" WHERE id=6');
INSERT INTO "undo_log" VALUES(16,1,'DELETE FROM "guide_item" WHERE id=7');
INSERT INTO "undo_log" VALUES(17,1,'DELETE FROM "guide_item" WHERE id=8');
INSERT INTO "undo_log" VALUES(18,1,'DELETE FROM "guide_item" WHERE id=9');
INSERT INTO "undo_log" VALUES(19,1,'DELETE FROM "guide_item" WHERE id=10');
INSERT INTO "undo_log" VALUES(20,1,'DELETE FROM "guide_item" WHERE id=11');
INSERT INTO "undo_log" VALUES(21,1,'DELETE FROM "guide_item" WHERE id=12');
INSERT INTO "undo_log" VALUES(22,1,'DELETE FROM "guide_item" WHERE id=13');
INSERT INTO "undo_log" VALUES(23,1,'DELETE FROM "guide_item" WHERE id=14');
INSERT INTO "undo_log" VALUES(24,1,'DELETE FROM "guide_item" WHERE id=15');
INSERT INTO "undo_log" VALUES(25,1,'DELETE FROM "checklist_item" WHERE id=1');
INSERT INTO "undo_log" VALUES(26,1,'DELETE FROM "checklist_item" WHERE id=2');
INSERT INTO "undo_log" VALUES(27,1,'DELETE FROM "checklist_item" WHERE id=3');
INSERT INTO "undo_log" VALUES(28,1,'DELETE FROM "checklist_item" WHERE id=4');
INSERT INTO "undo_log" VALUES(29,1,'DELETE FROM "checklist_item" WHERE id=5');
INSERT INTO "undo_log" VALUES(30,1,'DELETE FROM "checklist_item" WHERE id=6');
INSERT INTO "undo_log" VALUES(31,1,'DELETE FROM "checklist_item" WHERE id=7');
INSERT INTO "undo_log" VALUES(32,1,'DELETE FROM "guide_item" WHERE id=16');
INSERT INTO "undo_log" VALUES(33,1,'DELETE FROM "guide_item" WHERE id=17');
INSERT INTO "undo_log" VALUES(34,1,'DELETE FROM "guide_item" WHERE id=18');
INSERT INTO "undo_log" VALUES(35,1,'DELETE FROM "guide_item" WHERE id=19');
INSERT INTO "undo_log" VALUES(36,1,'DELETE FROM "guide_item" WHERE id=20');
INSERT INTO "undo_log" VALUES(37,1,'DELETE FROM "guide_item" WHERE id=21');
INSERT INTO "undo_log" VALUES(38,1,'DELETE FROM "guide_item" WHERE id=22');
INSERT INTO "undo_log" VALUES(39,1,'DELETE FROM "guide_item" WHERE id=23');
INSERT INTO "undo_log" VALUES(40,1,'DELETE FROM "guide_item" WHERE id=24');
INSERT INTO "undo_log" VALUES(41,1,'DELETE FROM "guide_item" WHERE id=25');
INSERT INTO "undo_log" VALUES(42,1,'DELETE FROM "guide_item" WHERE id=26');
INSERT INTO "undo_log" VALUES(43,1,'DELETE FROM "guide_item" WHERE id=27');
INSERT INTO "undo_log" VALUES(44,1,'DELETE FROM "guide_item" WHERE id=28');
INSERT INTO "undo_log" VALUES(45,1,'DELETE FROM "guide_item" WHERE id=29');
INSERT INTO "undo_log" VALUES(46,1,'DELETE FROM "guide_item" WHERE id=30');
INSERT INTO "undo_log" VALUES(47,1,'DELETE FROM "guide_item" WHERE id=31');
INSERT INTO "undo_log" VALUES(48,1,'DELETE FROM "guide_item" WHERE id=32');
INSERT INTO "undo_log" VALUES(49,1,'DELETE FROM "guide_item" WHERE id=33');
INSERT INTO "undo_log" VALUES(50,1,'DELETE FROM "guide_item" WHERE id=34');
INSERT INTO "undo_log" VALUES(51,1,'DELETE FROM "guide_item" WHERE id=35');
INSERT INTO "undo_log" VALUES(52,1,'DELETE FROM "guide_item" WHERE id=36');
INSERT INTO "undo_log" VALUES(53,1,'DELETE FROM "guide_item" WHERE id=37');
INSERT INTO "undo_log" VALUES(54,1,'DELETE FROM "guide_item" WHERE id=38');
INSERT INTO "undo_log" VALUES(55,1,'DELETE FROM "guide_item" WHERE id=39');
INSERT INTO "undo_log" VALUES(56,1,'DELETE FROM "guide_item" WHERE id=40');
INSERT INTO "undo_log" VALUES(57,1,'DELETE FROM "guide_item" WHERE id=41');
INSERT INTO "undo_log" VALUES(58,1,'DELETE FROM "guide_item" WHERE id=42');
INSERT INTO "undo_log" VALUES(59,1,'DELETE FROM "guide_item" WHERE id=43');
INSERT INTO "undo_log" VALUES(60,1,'DELETE FROM "guide_item" WHERE id=44');
INSERT INTO "undo_log" VALUES(61,1,'DELETE FROM "guide_item" WHERE id=45');
INSERT INTO "undo_log" VALUES(62,1,'DELETE FROM "resource" WHERE id=1');
INSERT INTO "undo_log" VALUES(63,1,'DELETE FROM "resource" WHERE id=2');
INSERT INTO "undo_log" VALUES(64,1,'DELETE FROM "resource" WHERE id=3');
INSERT INTO "undo_log" VALUES(65,1,'DELETE FROM "resource" WHERE id=4');
INSERT INTO "undo_log" VALUES(66,1,'DELETE FROM "resource" WHERE id=5');
INSERT INTO "undo_log" VALUES(67,1,'DELETE FROM "skill" WHERE id=5');
INSERT INTO "undo_log" VALUES(68,1,'DELETE FROM "skill" WHERE id=6');
INSERT INTO "undo_log" VALUES(69,1,'DELETE FROM "skill" WHERE id=7');
INSERT INTO "undo_log" VALUES(70,1,'DELETE FROM "guide_item" WHERE id=46');
INSERT INTO "undo_log" VALUES(71,1,'DELETE FROM "guide_item" WHERE id=47');
INSERT INTO "undo_log" VALUES(72,1,'DELETE FROM "guide_item" WHERE id=48');
INSERT INTO "undo_log" VALUES(73,1,'DELETE FROM "guide_item" WHERE id=49');
INSERT INTO "undo_log" VALUES(74,1,'DELETE FROM "guide_item" WHERE id=50');
INSERT INTO "undo_log" VALUES(75,1,'DELETE FROM "guide_item" WHERE id=51');
INSERT INTO "undo_log" VALUES(76,1,'DELETE FROM "guide_item" WHERE id=52');
INSERT INTO "undo_log" VALUES(77,1,'DELETE FROM "guide_item" WHERE id=53');
INSERT INTO "undo_log" VALUES(78,1,'DELETE FROM "guide_item" WHERE id=54');
INSERT INTO "undo_log" VALUES(79,1,'DELETE FROM "guide_item" WHERE id=55');
INSERT INTO "undo_log" VALUES(80,1,'DELETE FROM "guide_item" WHERE id=56');
INSERT INTO "undo_log" VALUES(81,1,'DELETE FROM "guide_item" WHERE id=57');
INSERT INTO "undo_log" VALUES(82,1,'DELETE FROM "guide_item" WHERE id=58');
INSERT INTO "undo_log" VALUES(83,1,'DELETE FROM "guide_item" WHERE id=59');
INSERT INTO "undo_log" VALUES(84,1,'DELETE FROM "guide_item" WHERE id=60');
INSERT INTO "undo_log" VALUES(85,1,'DELETE FROM "guide_item" WHERE id=61');
INSERT INTO "undo_log" VALUES(86,1,'DELETE FROM "guide_item" WHERE id=62');
INSERT INTO "undo_log" VALUES(87,1,'DELETE FROM "guide_item" WHERE id=63');
INSERT INTO "undo_log" VALUES(88,1,'DELETE FROM "plan" WHERE id=1');
INSERT INTO "undo_log" VALUES(89,1,'DELETE FROM "availability" WHERE id=1');
INSERT INTO "undo_log" VALUES(90,1,'DELETE FROM "availability" WHERE id=2');
INSERT INTO "undo_log" VALUES(91,1,'DELETE FROM "availability" WHERE id=3');
INSERT INTO "undo_log" VALUES(92,1,'DELETE FROM "availability" WHERE id=4');
INSERT INTO "undo_log" VALUES(93,1,'DELETE FROM "availability" WHERE id=5');
INSERT INTO "undo_log" VALUES(94,1,'DELETE FROM "availability" WHERE id=6');
INSERT INTO "undo_log" VALUES(95,1,'DELETE FROM "plan_guide" WHERE id=1');
INSERT INTO "undo_log" VALUES(96,1,'DELETE FROM "milestone" WHERE id=1');
INSERT INTO "undo_log" VALUES(97,1,'DELETE FROM "milestone" WHERE id=2');
INSERT INTO "undo_log" VALUES(98,1,'DELETE FROM "milestone" WHERE id=3');
INSERT INTO "undo_log" VALUES(99,1,'DELETE FROM "busy_calendar" WHERE id=1');
INSERT INTO "undo_log" VALUES(100,1,'DELETE FROM "busy_event" WHERE id=1');
INSERT INTO "undo_log" VALUES(101,1,'DELETE FROM "block" WHERE id=1');
INSERT INTO "undo_log" VALUES(102,1,'DELETE FROM "block" WHERE id=2');
INSERT INTO "undo_log" VALUES(103,1,'DELETE FROM "block" WHERE id=3');
INSERT INTO "undo_log" VALUES(104,1,'DELETE FROM "block" WHERE id=4');
INSERT INTO "undo_log" VALUES(105,1,'DELETE FROM "block" WHERE id=5');
INSERT INTO "undo_log" VALUES(106,1,'DELETE FROM "block" WHERE id=6');
INSERT INTO "undo_log" VALUES(107,1,'DELETE FROM "block" WHERE id=7');
INSERT INTO "undo_log" VALUES(108,1,'DELETE FROM "block" WHERE id=8');
INSERT INTO "undo_log" VALUES(109,1,'DELETE FROM "block" WHERE id=9');
INSERT INTO "undo_log" VALUES(110,1,'DELETE FROM "block" WHERE id=10');
INSERT INTO "undo_log" VALUES(111,1,'DELETE FROM "block" WHERE id=11');
INSERT INTO "undo_log" VALUES(112,1,'DELETE FROM "block" WHERE id=12');
INSERT INTO "undo_log" VALUES(113,1,'DELETE FROM "block" WHERE id=13');
INSERT INTO "undo_log" VALUES(114,1,'DELETE FROM "block" WHERE id=14');
INSERT INTO "undo_log" VALUES(115,1,'DELETE FROM "block" WHERE id=15');
INSERT INTO "undo_log" VALUES(116,1,'DELETE FROM "block" WHERE id=16');
INSERT INTO "undo_log" VALUES(117,1,'DELETE FROM "block" WHERE id=17');
INSERT INTO "undo_log" VALUES(118,1,'DELETE FROM "block" WHERE id=18');
INSERT INTO "undo_log" VALUES(119,1,'DELETE FROM "block" WHERE id=19');
INSERT INTO "undo_log" VALUES(120,1,'DELETE FROM "block" WHERE id=20');
INSERT INTO "undo_log" VALUES(121,1,'DELETE FROM "block" WHERE id=21');
INSERT INTO "undo_log" VALUES(122,1,'DELETE FROM "block" WHERE id=22');
INSERT INTO "undo_log" VALUES(123,1,'DELETE FROM "block" WHERE id=23');
INSERT INTO "undo_log" VALUES(124,1,'DELETE FROM "block" WHERE id=24');
INSERT INTO "undo_log" VALUES(125,1,'DELETE FROM "block" WHERE id=25');
INSERT INTO "undo_log" VALUES(126,1,'DELETE FROM "block" WHERE id=26');
INSERT INTO "undo_log" VALUES(127,1,'DELETE FROM "block" WHERE id=27');
INSERT INTO "undo_log" VALUES(128,1,'DELETE FROM "block" WHERE id=28');
INSERT INTO "undo_log" VALUES(129,1,'DELETE FROM "block" WHERE id=29');
INSERT INTO "undo_log" VALUES(130,1,'DELETE FROM "block" WHERE id=30');
INSERT INTO "undo_log" VALUES(131,1,'DELETE FROM "block" WHERE id=31');
INSERT INTO "undo_log" VALUES(132,1,'DELETE FROM "block" WHERE id=32');
INSERT INTO "undo_log" VALUES(133,1,'DELETE FROM "block" WHERE id=33');
INSERT INTO "undo_log" VALUES(134,1,'DELETE FROM "block" WHERE id=34');
INSERT INTO "undo_log" VALUES(135,1,'DELETE FROM "block" WHERE id=35');
INSERT INTO "undo_log" VALUES(136,1,'DELETE FROM "block" WHERE id=36');
INSERT INTO "undo_log" VALUES(137,1,'DELETE FROM "block" WHERE id=37');
INSERT INTO "undo_log" VALUES(138,1,'DELETE FROM "block" WHERE id=38');
INSERT INTO "undo_log" VALUES(139,1,'DELETE FROM "block" WHERE id=39');
INSERT INTO "undo_log" VALUES(140,1,'DELETE FROM "block" WHERE id=40');
INSERT INTO "undo_log" VALUES(141,1,'DELETE FROM "block" WHERE id=41');
INSERT INTO "undo_log" VALUES(142,1,'DELETE FROM "block" WHERE id=42');
INSERT INTO "undo_log" VALUES(143,1,'DELETE FROM "block" WHERE id=43');
INSERT INTO "undo_log" VALUES(144,1,'DELETE FROM "block" WHERE id=44');
INSERT INTO "undo_log" VALUES(145,1,'DELETE FROM "block" WHERE id=45');
INSERT INTO "undo_log" VALUES(146,1,'DELETE FROM "block" WHERE id=46');
CREATE TABLE undo_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  action_id INTEGER                            -- of the running action; NULL: writes are refused
) STRICT;
INSERT INTO "undo_state" VALUES(1,NULL);
CREATE INDEX undo_log_action ON undo_log (action_id);
CREATE INDEX block_start ON block (start_utc);
CREATE INDEX busy_event_start ON busy_event (start_utc);
CREATE TRIGGER "undo_availability_INSERT" AFTER INSERT ON "availability"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "availability" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_availability_DELETE" AFTER DELETE ON "availability"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "availability" ("id","weekday","kinds","from_minute","to_minute","preferred") VALUES (' || quote (old."id") || ',' || quote (old."weekday") || ',' || quote (old."kinds") || ',' || quote (old."from_minute") || ',' || quote (old."to_minute") || ',' || quote (old."preferred") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_availability_UPDATE" AFTER UPDATE ON "availability" WHEN old."id" IS NOT new."id" OR old."weekday" IS NOT new."weekday" OR old."kinds" IS NOT new."kinds" OR old."from_minute" IS NOT new."from_minute" OR old."to_minute" IS NOT new."to_minute" OR old."preferred" IS NOT new."preferred" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "availability" SET ' || '"id"=' || quote (old."id") || ',"weekday"=' || quote (old."weekday") || ',"kinds"=' || quote (old."kinds") || ',"from_minute"=' || quote (old."from_minute") || ',"to_minute"=' || quote (old."to_minute") || ',"preferred"=' || quote (old."preferred") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
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
CREATE TRIGGER "undo_extra_hours_INSERT" AFTER INSERT ON "extra_hours"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "extra_hours" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_extra_hours_DELETE" AFTER DELETE ON "extra_hours"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "extra_hours" ("id","date","kinds","from_minute","to_minute") VALUES (' || quote (old."id") || ',' || quote (old."date") || ',' || quote (old."kinds") || ',' || quote (old."from_minute") || ',' || quote (old."to_minute") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_extra_hours_UPDATE" AFTER UPDATE ON "extra_hours" WHEN old."id" IS NOT new."id" OR old."date" IS NOT new."date" OR old."kinds" IS NOT new."kinds" OR old."from_minute" IS NOT new."from_minute" OR old."to_minute" IS NOT new."to_minute" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "extra_hours" SET ' || '"id"=' || quote (old."id") || ',"date"=' || quote (old."date") || ',"kinds"=' || quote (old."kinds") || ',"from_minute"=' || quote (old."from_minute") || ',"to_minute"=' || quote (old."to_minute") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
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
CREATE TRIGGER "undo_plan_DELETE" AFTER DELETE ON "plan"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "plan" ("id","zone","start_date","until_date","weekly_minutes","block_minutes","break_minutes","buffer_minutes","daily_minutes","band","role","target_date","guide_minutes","days_in_row","range_end") VALUES (' || quote (old."id") || ',' || quote (old."zone") || ',' || quote (old."start_date") || ',' || quote (old."until_date") || ',' || quote (old."weekly_minutes") || ',' || quote (old."block_minutes") || ',' || quote (old."break_minutes") || ',' || quote (old."buffer_minutes") || ',' || quote (old."daily_minutes") || ',' || quote (old."band") || ',' || quote (old."role") || ',' || quote (old."target_date") || ',' || quote (old."guide_minutes") || ',' || quote (old."days_in_row") || ',' || quote (old."range_end") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_plan_UPDATE" AFTER UPDATE ON "plan" WHEN old."id" IS NOT new."id" OR old."zone" IS NOT new."zone" OR old."start_date" IS NOT new."start_date" OR old."until_date" IS NOT new."until_date" OR old."weekly_minutes" IS NOT new."weekly_minutes" OR old."block_minutes" IS NOT new."block_minutes" OR old."break_minutes" IS NOT new."break_minutes" OR old."buffer_minutes" IS NOT new."buffer_minutes" OR old."daily_minutes" IS NOT new."daily_minutes" OR old."band" IS NOT new."band" OR old."role" IS NOT new."role" OR old."target_date" IS NOT new."target_date" OR old."guide_minutes" IS NOT new."guide_minutes" OR old."days_in_row" IS NOT new."days_in_row" OR old."range_end" IS NOT new."range_end" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "plan" SET ' || '"id"=' || quote (old."id") || ',"zone"=' || quote (old."zone") || ',"start_date"=' || quote (old."start_date") || ',"until_date"=' || quote (old."until_date") || ',"weekly_minutes"=' || quote (old."weekly_minutes") || ',"block_minutes"=' || quote (old."block_minutes") || ',"break_minutes"=' || quote (old."break_minutes") || ',"buffer_minutes"=' || quote (old."buffer_minutes") || ',"daily_minutes"=' || quote (old."daily_minutes") || ',"band"=' || quote (old."band") || ',"role"=' || quote (old."role") || ',"target_date"=' || quote (old."target_date") || ',"guide_minutes"=' || quote (old."guide_minutes") || ',"days_in_row"=' || quote (old."days_in_row") || ',"range_end"=' || quote (old."range_end") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('undo_action',1);
INSERT INTO "sqlite_sequence" VALUES('undo_log',146);
COMMIT;
PRAGMA user_version=3;
PRAGMA application_id=1465470283;
