-- A database as version 5 wrote it: a small plan with an artifact, a baseline and a phase with a due date, exported, with its history.
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
INSERT INTO undo_action VALUES(2,'Add Artifact',1795420800,0);
INSERT INTO undo_action VALUES(3,'Take Baseline',1795420800,0);
INSERT INTO undo_action VALUES(4,'Move Phase',1795420800,0);
INSERT INTO undo_action VALUES(5,'Pin Block',1795420800,0);
INSERT INTO undo_action VALUES(6,'Correct Minutes',1795420800,0);
CREATE TABLE undo_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action_id INTEGER NOT NULL REFERENCES undo_action ON DELETE CASCADE,
  sql TEXT NOT NULL
) STRICT;
INSERT INTO undo_log VALUES(1,1,'DELETE FROM "guide" WHERE id=1');
INSERT INTO undo_log VALUES(2,1,'DELETE FROM "phase" WHERE id=1');
INSERT INTO undo_log VALUES(3,1,'DELETE FROM "phase" WHERE id=2');
INSERT INTO undo_log VALUES(4,1,'DELETE FROM "phase" WHERE id=3');
INSERT INTO undo_log VALUES(5,1,'DELETE FROM "phase" WHERE id=4');
INSERT INTO undo_log VALUES(6,1,'DELETE FROM "skill" WHERE id=1');
INSERT INTO undo_log VALUES(7,1,'DELETE FROM "skill" WHERE id=2');
INSERT INTO undo_log VALUES(8,1,'DELETE FROM "skill" WHERE id=3');
INSERT INTO undo_log VALUES(9,1,'DELETE FROM "skill" WHERE id=4');
INSERT INTO undo_log VALUES(10,1,'DELETE FROM "guide_item" WHERE id=1');
INSERT INTO undo_log VALUES(11,1,'DELETE FROM "guide_item" WHERE id=2');
INSERT INTO undo_log VALUES(12,1,'DELETE FROM "guide_item" WHERE id=3');
INSERT INTO undo_log VALUES(13,1,'DELETE FROM "guide_item" WHERE id=4');
INSERT INTO undo_log VALUES(14,1,'DELETE FROM "guide_item" WHERE id=5');
INSERT INTO undo_log VALUES(15,1,'DELETE FROM "guide_item" WHERE id=6');
INSERT INTO undo_log VALUES(16,1,'DELETE FROM "guide_item" WHERE id=7');
INSERT INTO undo_log VALUES(17,1,'DELETE FROM "guide_item" WHERE id=8');
INSERT INTO undo_log VALUES(18,1,'DELETE FROM "guide_item" WHERE id=9');
INSERT INTO undo_log VALUES(19,1,'DELETE FROM "guide_item" WHERE id=10');
INSERT INTO undo_log VALUES(20,1,'DELETE FROM "guide_item" WHERE id=11');
INSERT INTO undo_log VALUES(21,1,'DELETE FROM "guide_item" WHERE id=12');
INSERT INTO undo_log VALUES(22,1,'DELETE FROM "guide_item" WHERE id=13');
INSERT INTO undo_log VALUES(23,1,'DELETE FROM "guide_item" WHERE id=14');
INSERT INTO undo_log VALUES(24,1,'DELETE FROM "guide_item" WHERE id=15');
INSERT INTO undo_log VALUES(25,1,'DELETE FROM "checklist_item" WHERE id=1');
INSERT INTO undo_log VALUES(26,1,'DELETE FROM "checklist_item" WHERE id=2');
INSERT INTO undo_log VALUES(27,1,'DELETE FROM "checklist_item" WHERE id=3');
INSERT INTO undo_log VALUES(28,1,'DELETE FROM "checklist_item" WHERE id=4');
INSERT INTO undo_log VALUES(29,1,'DELETE FROM "checklist_item" WHERE id=5');
INSERT INTO undo_log VALUES(30,1,'DELETE FROM "checklist_item" WHERE id=6');
INSERT INTO undo_log VALUES(31,1,'DELETE FROM "checklist_item" WHERE id=7');
INSERT INTO undo_log VALUES(32,1,'DELETE FROM "guide_item" WHERE id=16');
INSERT INTO undo_log VALUES(33,1,'DELETE FROM "guide_item" WHERE id=17');
INSERT INTO undo_log VALUES(34,1,'DELETE FROM "guide_item" WHERE id=18');
INSERT INTO undo_log VALUES(35,1,'DELETE FROM "guide_item" WHERE id=19');
INSERT INTO undo_log VALUES(36,1,'DELETE FROM "guide_item" WHERE id=20');
INSERT INTO undo_log VALUES(37,1,'DELETE FROM "guide_item" WHERE id=21');
INSERT INTO undo_log VALUES(38,1,'DELETE FROM "guide_item" WHERE id=22');
INSERT INTO undo_log VALUES(39,1,'DELETE FROM "guide_item" WHERE id=23');
INSERT INTO undo_log VALUES(40,1,'DELETE FROM "guide_item" WHERE id=24');
INSERT INTO undo_log VALUES(41,1,'DELETE FROM "guide_item" WHERE id=25');
INSERT INTO undo_log VALUES(42,1,'DELETE FROM "guide_item" WHERE id=26');
INSERT INTO undo_log VALUES(43,1,'DELETE FROM "guide_item" WHERE id=27');
INSERT INTO undo_log VALUES(44,1,'DELETE FROM "guide_item" WHERE id=28');
INSERT INTO undo_log VALUES(45,1,'DELETE FROM "guide_item" WHERE id=29');
INSERT INTO undo_log VALUES(46,1,'DELETE FROM "guide_item" WHERE id=30');
INSERT INTO undo_log VALUES(47,1,'DELETE FROM "guide_item" WHERE id=31');
INSERT INTO undo_log VALUES(48,1,'DELETE FROM "guide_item" WHERE id=32');
INSERT INTO undo_log VALUES(49,1,'DELETE FROM "guide_item" WHERE id=33');
INSERT INTO undo_log VALUES(50,1,'DELETE FROM "guide_item" WHERE id=34');
INSERT INTO undo_log VALUES(51,1,'DELETE FROM "guide_item" WHERE id=35');
INSERT INTO undo_log VALUES(52,1,'DELETE FROM "guide_item" WHERE id=36');
INSERT INTO undo_log VALUES(53,1,'DELETE FROM "guide_item" WHERE id=37');
INSERT INTO undo_log VALUES(54,1,'DELETE FROM "guide_item" WHERE id=38');
INSERT INTO undo_log VALUES(55,1,'DELETE FROM "guide_item" WHERE id=39');
INSERT INTO undo_log VALUES(56,1,'DELETE FROM "guide_item" WHERE id=40');
INSERT INTO undo_log VALUES(57,1,'DELETE FROM "guide_item" WHERE id=41');
INSERT INTO undo_log VALUES(58,1,'DELETE FROM "guide_item" WHERE id=42');
INSERT INTO undo_log VALUES(59,1,'DELETE FROM "guide_item" WHERE id=43');
INSERT INTO undo_log VALUES(60,1,'DELETE FROM "guide_item" WHERE id=44');
INSERT INTO undo_log VALUES(61,1,'DELETE FROM "guide_item" WHERE id=45');
INSERT INTO undo_log VALUES(62,1,'DELETE FROM "resource" WHERE id=1');
INSERT INTO undo_log VALUES(63,1,'DELETE FROM "resource" WHERE id=2');
INSERT INTO undo_log VALUES(64,1,'DELETE FROM "resource" WHERE id=3');
INSERT INTO undo_log VALUES(65,1,'DELETE FROM "resource" WHERE id=4');
INSERT INTO undo_log VALUES(66,1,'DELETE FROM "resource" WHERE id=5');
INSERT INTO undo_log VALUES(67,1,'DELETE FROM "skill" WHERE id=5');
INSERT INTO undo_log VALUES(68,1,'DELETE FROM "skill" WHERE id=6');
INSERT INTO undo_log VALUES(69,1,'DELETE FROM "skill" WHERE id=7');
INSERT INTO undo_log VALUES(70,1,'DELETE FROM "guide_item" WHERE id=46');
INSERT INTO undo_log VALUES(71,1,'DELETE FROM "guide_item" WHERE id=47');
INSERT INTO undo_log VALUES(72,1,'DELETE FROM "guide_item" WHERE id=48');
INSERT INTO undo_log VALUES(73,1,'DELETE FROM "guide_item" WHERE id=49');
INSERT INTO undo_log VALUES(74,1,'DELETE FROM "guide_item" WHERE id=50');
INSERT INTO undo_log VALUES(75,1,'DELETE FROM "guide_item" WHERE id=51');
INSERT INTO undo_log VALUES(76,1,'DELETE FROM "guide_item" WHERE id=52');
INSERT INTO undo_log VALUES(77,1,'DELETE FROM "guide_item" WHERE id=53');
INSERT INTO undo_log VALUES(78,1,'DELETE FROM "guide_item" WHERE id=54');
INSERT INTO undo_log VALUES(79,1,'DELETE FROM "guide_item" WHERE id=55');
INSERT INTO undo_log VALUES(80,1,'DELETE FROM "guide_item" WHERE id=56');
INSERT INTO undo_log VALUES(81,1,'DELETE FROM "guide_item" WHERE id=57');
INSERT INTO undo_log VALUES(82,1,'DELETE FROM "guide_item" WHERE id=58');
INSERT INTO undo_log VALUES(83,1,'DELETE FROM "guide_item" WHERE id=59');
INSERT INTO undo_log VALUES(84,1,'DELETE FROM "guide_item" WHERE id=60');
INSERT INTO undo_log VALUES(85,1,'DELETE FROM "guide_item" WHERE id=61');
INSERT INTO undo_log VALUES(86,1,'DELETE FROM "guide_item" WHERE id=62');
INSERT INTO undo_log VALUES(87,1,'DELETE FROM "guide_item" WHERE id=63');
INSERT INTO undo_log VALUES(88,1,'DELETE FROM "plan" WHERE id=1');
INSERT INTO undo_log VALUES(89,1,'DELETE FROM "availability" WHERE id=1');
INSERT INTO undo_log VALUES(90,1,'DELETE FROM "availability" WHERE id=2');
INSERT INTO undo_log VALUES(91,1,'DELETE FROM "availability" WHERE id=3');
INSERT INTO undo_log VALUES(92,1,'DELETE FROM "availability" WHERE id=4');
INSERT INTO undo_log VALUES(93,1,'DELETE FROM "availability" WHERE id=5');
INSERT INTO undo_log VALUES(94,1,'DELETE FROM "availability" WHERE id=6');
INSERT INTO undo_log VALUES(95,1,'DELETE FROM "plan_guide" WHERE id=1');
INSERT INTO undo_log VALUES(96,1,'DELETE FROM "milestone" WHERE id=1');
INSERT INTO undo_log VALUES(97,1,'DELETE FROM "milestone" WHERE id=2');
INSERT INTO undo_log VALUES(98,1,'DELETE FROM "milestone" WHERE id=3');
INSERT INTO undo_log VALUES(99,1,'DELETE FROM "block" WHERE id=1');
INSERT INTO undo_log VALUES(100,1,'DELETE FROM "block" WHERE id=2');
INSERT INTO undo_log VALUES(101,1,'DELETE FROM "block" WHERE id=3');
INSERT INTO undo_log VALUES(102,1,'DELETE FROM "block" WHERE id=4');
INSERT INTO undo_log VALUES(103,1,'DELETE FROM "block" WHERE id=5');
INSERT INTO undo_log VALUES(104,1,'DELETE FROM "block" WHERE id=6');
INSERT INTO undo_log VALUES(105,1,'DELETE FROM "block" WHERE id=7');
INSERT INTO undo_log VALUES(106,1,'DELETE FROM "block" WHERE id=8');
INSERT INTO undo_log VALUES(107,1,'DELETE FROM "block" WHERE id=9');
INSERT INTO undo_log VALUES(108,1,'DELETE FROM "block" WHERE id=10');
INSERT INTO undo_log VALUES(109,1,'DELETE FROM "block" WHERE id=11');
INSERT INTO undo_log VALUES(110,1,'DELETE FROM "block" WHERE id=12');
INSERT INTO undo_log VALUES(111,1,'DELETE FROM "block" WHERE id=13');
INSERT INTO undo_log VALUES(112,1,'DELETE FROM "block" WHERE id=14');
INSERT INTO undo_log VALUES(113,1,'DELETE FROM "block" WHERE id=15');
INSERT INTO undo_log VALUES(114,1,'DELETE FROM "block" WHERE id=16');
INSERT INTO undo_log VALUES(115,1,'DELETE FROM "block" WHERE id=17');
INSERT INTO undo_log VALUES(116,1,'DELETE FROM "block" WHERE id=18');
INSERT INTO undo_log VALUES(117,1,'DELETE FROM "baseline" WHERE id=1');
INSERT INTO undo_log VALUES(118,1,'DELETE FROM "baseline_phase" WHERE id=1');
INSERT INTO undo_log VALUES(119,1,'DELETE FROM "baseline_phase" WHERE id=2');
INSERT INTO undo_log VALUES(120,1,'DELETE FROM "baseline_phase" WHERE id=3');
INSERT INTO undo_log VALUES(121,1,'DELETE FROM "baseline_phase" WHERE id=4');
INSERT INTO undo_log VALUES(122,1,'DELETE FROM "baseline_milestone" WHERE id=1');
INSERT INTO undo_log VALUES(123,1,'DELETE FROM "baseline_milestone" WHERE id=2');
INSERT INTO undo_log VALUES(124,1,'DELETE FROM "baseline_milestone" WHERE id=3');
INSERT INTO undo_log VALUES(125,2,'DELETE FROM "artifact" WHERE id=1');
INSERT INTO undo_log VALUES(126,3,'DELETE FROM "baseline" WHERE id=2');
INSERT INTO undo_log VALUES(127,3,'DELETE FROM "baseline_phase" WHERE id=5');
INSERT INTO undo_log VALUES(128,3,'DELETE FROM "baseline_phase" WHERE id=6');
INSERT INTO undo_log VALUES(129,3,'DELETE FROM "baseline_phase" WHERE id=7');
INSERT INTO undo_log VALUES(130,3,'DELETE FROM "baseline_phase" WHERE id=8');
INSERT INTO undo_log VALUES(131,3,'DELETE FROM "baseline_milestone" WHERE id=4');
INSERT INTO undo_log VALUES(132,3,'DELETE FROM "baseline_milestone" WHERE id=5');
INSERT INTO undo_log VALUES(133,3,'DELETE FROM "baseline_milestone" WHERE id=6');
INSERT INTO undo_log VALUES(134,4,'UPDATE "phase" SET "id"=2,"guide_id"=1,"key"=''core'',"position"=1,"line"=0,"title"=''Core'',"activities"=''One course and something built each day'',"exit_criteria"=''A small project is deployed, with a README and metrics'',"min_days"=28,"max_days"=42,"ongoing"=0,"gate_closed_date"=NULL,"gate_evidence"='''',"gate_override"='''',"release_date"=NULL,"due_date"=NULL,"note"='''' WHERE id=2');
INSERT INTO undo_log VALUES(135,5,'UPDATE "block" SET "id"=1,"uid"=''141fca57-b4ca-41d1-ab6e-0267d43d7944'',"kind"=''study'',"guide_id"=1,"phase_id"=2,"title"=''Core: One course and something built each day'',"start_utc"=1799083800,"end_utc"=1799087400,"pinned"=0,"state"=''planned'',"reason"=''{"serves":"Core","due":"2027-02-19","ideal":"","other_days":[],"day_minutes":0,"week_minutes":90,"urgent":true,"stayed":false,"regular":false}'',"sequence"=0,"created_utc"=1795420800,"changed_utc"=1795420800,"started_utc"=NULL,"actual_minutes"=NULL,"note"='''' WHERE id=1');
INSERT INTO undo_log VALUES(136,6,'UPDATE "block" SET "id"=1,"uid"=''141fca57-b4ca-41d1-ab6e-0267d43d7944'',"kind"=''study'',"guide_id"=1,"phase_id"=2,"title"=''Core: One course and something built each day'',"start_utc"=1799083800,"end_utc"=1799087400,"pinned"=1,"state"=''planned'',"reason"=''{"serves":"Core","due":"2027-02-19","ideal":"","other_days":[],"day_minutes":0,"week_minutes":90,"urgent":true,"stayed":false,"regular":false}'',"sequence"=0,"created_utc"=1795420800,"changed_utc"=1795420800,"started_utc"=NULL,"actual_minutes"=NULL,"note"='''' WHERE id=1');
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
INSERT INTO guide VALUES(1,'learning-distributed-systems','Learning Distributed Systems','A dated way from a first map of the field to work that others can confirm: phases with gates, skills to score, drills and reviews.','July 2026','built-in','1cd07a939e5edaa7333dc881204657064d323aba62ca498a590e4becbdc72796',1,3,14);
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
INSERT INTO guide_item VALUES(1,1,'expectation','core-technical',0,0,'Core technical','Builds with guidance','Designs, and defends the trade-offs');
INSERT INTO guide_item VALUES(2,1,'expectation','communication',1,0,'Communication','Reports status clearly','Writes RFCs and summaries for leaders; brings people into line');
INSERT INTO guide_item VALUES(3,1,'expectation','ownership',2,0,'Ownership','A task','A service or an initiative');
INSERT INTO guide_item VALUES(4,1,'expectation','mentorship',3,0,'Mentorship','Takes feedback','Gives feedback with structure');
INSERT INTO guide_item VALUES(5,1,'band','0-2',0,0,'0–2','Build the fundamentals; write up one project that shipped; ask for feedback every week','');
INSERT INTO guide_item VALUES(6,1,'band','3-5',1,0,'3–5','Own an outcome from end to end; lead one initiative; begin with mock interviews','');
INSERT INTO guide_item VALUES(7,1,'band','5-8',2,0,'5–8','Have impact across teams; mentor others; put numbers on reliability or speed gained','');
INSERT INTO guide_item VALUES(8,1,'band','8-12',3,0,'8–12','Shape standards and the hiring bar; weigh trade-offs over a whole portfolio','');
INSERT INTO guide_item VALUES(9,1,'band','12-plus',4,0,'12+','Give the organisation leverage through strategy; prepare successors; communicate with executives','');
INSERT INTO guide_item VALUES(10,1,'role-emphasis','backend',0,0,'Backend','APIs, consistent data, performance, stories from on-call','');
INSERT INTO guide_item VALUES(11,1,'role-emphasis','frontend',1,0,'Frontend','User-experience metrics, performance budgets, work with designers','');
INSERT INTO guide_item VALUES(12,1,'role-emphasis','devops-sre',2,0,'DevOps/SRE','Service-level objectives, automation, learning from incidents, safe deployments','');
INSERT INTO guide_item VALUES(13,1,'role-emphasis','ai',3,0,'AI','Evaluation, grounding, cost against latency, guardrails','');
INSERT INTO guide_item VALUES(14,1,'role-emphasis','staff-plus',4,0,'Staff+','Agreement across teams, quality of RFCs, trade-offs put on record','');
INSERT INTO guide_item VALUES(15,1,'role-emphasis','em',5,0,'EM','Outcomes for people, predictable delivery, trust of stakeholders','');
INSERT INTO guide_item VALUES(16,1,'mistake','reading-the-guide-without-a-checklist-that-has-dates',0,0,'Reading the guide without a checklist that has dates','','');
INSERT INTO guide_item VALUES(17,1,'mistake','passing-over-what-your-role-should-emphasise',1,0,'Passing over what your role should emphasise','','');
INSERT INTO guide_item VALUES(18,1,'mistake','taking-one-path-for-startups-and-large-companies-alike',2,0,'Taking one path for startups and large companies alike','','');
INSERT INTO guide_item VALUES(19,1,'mistake','holding-back-a-small-public-step-until-everything-is-clear',3,0,'Holding back a small public step until everything is clear','','');
INSERT INTO guide_item VALUES(20,1,'mistake','leaving-materials-as-they-were-after-a-large-project-or-a-change-in-metrics',4,0,'Leaving materials as they were after a large project or a change in metrics','','');
INSERT INTO guide_item VALUES(21,1,'practice','put-learning-and-job-search-blocks-of-fixed-length-into-the-calendar',0,0,'Put learning and job-search blocks of fixed length into the calendar','','');
INSERT INTO guide_item VALUES(22,1,'practice','keep-a-living-log-of-projects-metrics-and-decisions',1,0,'Keep a living log of projects, metrics and decisions','','');
INSERT INTO guide_item VALUES(23,1,'practice','rehearse-stories-aloud-against-a-timer-not-only-in-silence',2,0,'Rehearse stories aloud against a timer, not only in silence','','');
INSERT INTO guide_item VALUES(24,1,'practice','pair-each-framework-with-one-artifact-an-rfc-a-pull-request-a-postmortem-or-a-de',3,0,'Pair each framework with one artifact: an RFC, a pull request, a postmortem or a demo','','');
INSERT INTO guide_item VALUES(25,1,'practice','compare-offers-and-roles-on-a-written-scorecard-not-by-feeling-alone',4,0,'Compare offers and roles on a written scorecard, not by feeling alone','','');
INSERT INTO guide_item VALUES(26,1,'practice-reason','written-artifacts',0,0,'Written artifacts','They force clear thought, and feed the résumé and the interview','');
INSERT INTO guide_item VALUES(27,1,'practice-reason','mock-practice',1,0,'Mock practice','It shows rambling and weak numbers before the real interviews do','');
INSERT INTO guide_item VALUES(28,1,'practice-reason','scorecards-for-decisions',2,0,'Scorecards for decisions','Fewer regrets about offers and project bets','');
INSERT INTO guide_item VALUES(29,1,'practice-reason','quarterly-review',3,0,'Quarterly review','The profile keeps up with your present scope','');
INSERT INTO guide_item VALUES(30,1,'question','explain-distributed-systems',0,0,'Explain distributed systems','','');
INSERT INTO guide_item VALUES(31,1,'question','explain-kafka',1,0,'Explain Kafka','','');
INSERT INTO guide_item VALUES(32,1,'question','explain-the-cap-theorem',2,0,'Explain the CAP theorem','','');
INSERT INTO guide_item VALUES(33,1,'question','design-a-url-shortener',3,0,'Design a URL shortener','','');
INSERT INTO guide_item VALUES(34,1,'faq','who-is-this-guide-for',0,0,'Who is this guide for?','Engineers on the way to backend or staff roles who want a structure that knows production, rather than general advice.','');
INSERT INTO guide_item VALUES(35,1,'faq','how-long-until-it-shows-an-effect',1,0,'How long until it shows an effect?','Most get through the first checklist in one to two weeks: take stock, choose one milestone, and rehearse one story.','');
INSERT INTO guide_item VALUES(36,1,'faq','which-skills-does-it-stress',2,0,'Which skills does it stress?','Distributed systems, Kafka and system design, each tied to outcomes and trade-offs instead of a list of tools.','');
INSERT INTO guide_item VALUES(37,1,'faq','is-it-a-substitute-for-interview-practice',3,0,'Is it a substitute for interview practice?','No. Use it beside the practice questions: the guide gives the frame, the questions show whether you can tell your experience.','');
INSERT INTO guide_item VALUES(38,1,'faq','does-it-suit-a-change-of-career',4,0,'Does it suit a change of career?','Yes. Choose examples whose scope carries over; stress how fast you learn, what you shipped, and gaps stated plainly, not larger titles.','');
INSERT INTO guide_item VALUES(39,1,'faq','how-often-should-i-come-back-to-it',5,0,'How often should I come back to it?','Every quarter, and before a promotion, a job search or a change of team. Update your materials when projects or metrics change.','');
INSERT INTO guide_item VALUES(40,1,'faq','what-mistake-weighs-most',6,0,'What mistake weighs most?','Borrowing senior examples that are beyond the scope one really had.','');
INSERT INTO guide_item VALUES(41,1,'faq','how-do-i-tell-that-i-am-getting-ahead',7,0,'How do I tell that I am getting ahead?','By leading indicators: milestones shipped, feedback from mock interviews, the rate of callbacks, or metrics of the team. Certificates alone say little.','');
INSERT INTO guide_item VALUES(42,1,'faq','is-it-of-use-to-managers-with-a-team',8,0,'Is it of use to managers with a team?','Yes. It has prompts for one-to-ones and tables by role. Share single checklists, not the whole, to keep talks to the point.','');
INSERT INTO guide_item VALUES(43,1,'faq','how-does-waymark-help',9,0,'How does Waymark help?','It builds stories from your own projects and lets you rehearse them against the skills and questions here, in your own words.','');
INSERT INTO guide_item VALUES(44,1,'faq','for-which-level-is-it-written',10,0,'For which level is it written?','For 0 to 12 and more years, with a table for each band. Juniors put fundamentals first; staff and above put leverage first.','');
INSERT INTO guide_item VALUES(45,1,'faq','where-do-i-begin',11,0,'Where do I begin?','With the readers and the roadmap, then the checklist. Look over the tables for your role before you read every part.','');
INSERT INTO guide_item VALUES(46,1,'role','backend-engineer',0,0,'Backend engineer','','');
INSERT INTO guide_item VALUES(47,1,'role','staff-engineer',1,0,'Staff engineer','','');
INSERT INTO guide_item VALUES(48,1,'role','devops-engineer',2,0,'DevOps engineer','','');
INSERT INTO guide_item VALUES(49,1,'reader','early-career-0-2-years',0,0,'Early career (0–2 years)','Structure, first projects, and a scope stated honestly','');
INSERT INTO guide_item VALUES(50,1,'reader','mid-level-3-5-years',1,0,'Mid-level (3–5 years)','You own features or services and want to be ready for promotion or a move','');
INSERT INTO guide_item VALUES(51,1,'reader','senior-5-8-years',2,0,'Senior (5–8 years)','You bring about outcomes across teams and mentor others','');
INSERT INTO guide_item VALUES(52,1,'reader','staff-and-above-8-12-years',3,0,'Staff and above (8–12 years)','You work for leverage, standards and a portfolio of bets','');
INSERT INTO guide_item VALUES(53,1,'reader','leadership',4,0,'Leadership','You balance people, delivery and technical judgement','');
INSERT INTO guide_item VALUES(54,1,'example','startup-that-grows',0,0,'Startup that grows','Led the response to an incident and published the postmortem.','');
INSERT INTO guide_item VALUES(55,1,'example','large-company',1,0,'Large company','Took a release with many compliance checks to its end.','');
INSERT INTO guide_item VALUES(56,1,'example','change-of-career',2,0,'Change of career','Contributed a fix to open source that came up in interviews.','');
INSERT INTO guide_item VALUES(57,1,'trigger','a-large-launch',0,0,'A large launch','','');
INSERT INTO guide_item VALUES(58,1,'trigger','a-performance-review',1,0,'A performance review','','');
INSERT INTO guide_item VALUES(59,1,'trigger','an-interview-loop',2,0,'An interview loop','','');
INSERT INTO guide_item VALUES(60,1,'related','learning-ai-engineering',0,0,'Learning AI engineering','','');
INSERT INTO guide_item VALUES(61,1,'related','learning-postgresql',1,0,'Learning PostgreSQL','','');
INSERT INTO guide_item VALUES(62,1,'related','learning-frontend-development',2,0,'Learning frontend development','','');
INSERT INTO guide_item VALUES(63,1,'related','networking-for-engineers',3,0,'Networking for engineers','','');
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
  gate_override TEXT NOT NULL DEFAULT '', release_date INTEGER, due_date INTEGER, note TEXT NOT NULL DEFAULT '',
  UNIQUE (guide_id, key)
) STRICT;
INSERT INTO phase VALUES(1,1,'map',0,0,'Map','Course syllabus, job ads, one system in production to study','A written list of gaps, ranked by how often interviews and job ads ask for them',3,5,0,NULL,'','',NULL,NULL,'');
INSERT INTO phase VALUES(2,1,'core',1,0,'Core','One course and something built each day','A small project is deployed, with a README and metrics',28,42,0,NULL,'','',NULL,20859,'');
INSERT INTO phase VALUES(3,1,'depth',2,0,'Depth','Postmortems of production incidents; a fix or a design document contributed','You can explain trade-offs and failure modes aloud',28,56,0,NULL,'','',NULL,NULL,'');
INSERT INTO phase VALUES(4,1,'signal',3,0,'Signal','Writing, open source, mock interviews','Others confirm it: reviews, callbacks, merged changes',0,0,1,NULL,'','',NULL,NULL,'');
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
INSERT INTO milestone VALUES(1,1,'3-5/1',0,'Own an outcome from end to end',NULL,NULL,'ed26acb2-e9a1-461b-ad8a-2cc13be5cdd9',1795420800);
INSERT INTO milestone VALUES(2,1,'3-5/2',1,'Lead one initiative',NULL,NULL,'d49f78d8-02d5-41cc-ab3b-6bff2d873dfd',1795420800);
INSERT INTO milestone VALUES(3,1,'3-5/3',2,'Begin with mock interviews',NULL,NULL,'a3178d1b-3503-4772-a3c2-402f25f8e647',1795420800);
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
  created_utc INTEGER NOT NULL, due_date INTEGER,
  UNIQUE (guide_id, key)
) STRICT;
INSERT INTO checklist_item VALUES(1,1,'find-yourself-among-the-readers-and-pick-your-experience-band',0,0,'Find yourself among the readers and pick your experience band','P14D',NULL,'21a54bd9-3b2d-47e9-aed4-75c1e56d3106',1795420800,NULL);
INSERT INTO checklist_item VALUES(2,1,'finish-this-month-s-milestone-of-the-roadmap',1,0,'Finish this month''s milestone of the roadmap','P1M',NULL,'f5fe5270-623f-4ce2-ad1c-82c660b3a404',1795420800,NULL);
INSERT INTO checklist_item VALUES(3,1,'add-one-bullet-with-a-number-to-the-resume-or-story-bank',2,0,'Add one bullet with a number to the résumé or story bank','P14D',NULL,'f2e9bde1-bd9a-4548-89c5-c2c4f56c0a22',1795420800,NULL);
INSERT INTO checklist_item VALUES(4,1,'practise-one-of-the-questions-explain-distributed-systems',3,0,'Practise one of the questions: explain distributed systems','P14D',NULL,'99450aaa-03ab-4895-a7b8-72f34e86b66b',1795420800,NULL);
INSERT INTO checklist_item VALUES(5,1,'arrange-a-mock-interview-or-a-peer-review',4,0,'Arrange a mock interview or a peer review','P14D',NULL,'ca440250-b350-4b30-922f-0fd0f4f77f48',1795420800,NULL);
INSERT INTO checklist_item VALUES(6,1,'write-down-the-gaps-and-choose-one-resource-to-finish-this-quarter',5,0,'Write down the gaps and choose one resource to finish this quarter','P3M',NULL,'d582abd4-e04f-441d-8ed8-a1eda67dd167',1795420800,NULL);
INSERT INTO checklist_item VALUES(7,1,'show-your-progress-to-a-mentor-or-partner',6,0,'Show your progress to a mentor or partner','P14D',NULL,'a826dad2-e743-454c-aefe-c0b9fb41e4be',1795420800,NULL);
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
INSERT INTO skill VALUES(1,1,'fundamentals',0,0,'area','Fundamentals','',NULL,NULL,'');
INSERT INTO skill VALUES(2,1,'production-ops',1,0,'area','Production ops','',NULL,NULL,'');
INSERT INTO skill VALUES(3,1,'system-design',2,0,'area','System design','',NULL,NULL,'');
INSERT INTO skill VALUES(4,1,'communication',3,0,'area','Communication','',NULL,NULL,'');
INSERT INTO skill VALUES(5,1,'skill/distributed-systems',0,0,'skill','Distributed systems','Apply it with outcomes that can be measured',NULL,NULL,'');
INSERT INTO skill VALUES(6,1,'skill/kafka',1,0,'skill','Kafka','Apply it with outcomes that can be measured',NULL,NULL,'');
INSERT INTO skill VALUES(7,1,'skill/system-design',2,0,'skill','System design','Show it in interviews through STAR stories',NULL,NULL,'');
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
INSERT INTO resource VALUES(1,1,'engineering-blogs-and-postmortems-of-companies-for-what-production-is-like',0,0,'Engineering blogs and postmortems of companies, for what production is like','to-read');
INSERT INTO resource VALUES(2,1,'the-official-documentation-of-the-stack-you-aim-for-not-tutorials-only',1,0,'The official documentation of the stack you aim for, not tutorials only','to-read');
INSERT INTO resource VALUES(3,1,'leaddev',2,0,'LeadDev','to-read');
INSERT INTO resource VALUES(4,1,'peers-for-mock-interviews-who-ask-follow-up-questions',3,0,'Peers for mock interviews, who ask follow-up questions','to-read');
INSERT INTO resource VALUES(5,1,'rfcs-and-design-documents-of-your-present-team-with-names-taken-out-where-needed',4,0,'RFCs and design documents of your present team, with names taken out where needed','to-read');
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
INSERT INTO "plan" VALUES(1,'Europe/Berlin',20822,20863,180,60,10,0,120,'3-5','backend',NULL,180,0,'high');
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
, preferred INTEGER NOT NULL DEFAULT 0 CHECK (preferred IN (0, 1))) STRICT;
INSERT INTO availability VALUES(1,1,15,1110,1290,0);
INSERT INTO availability VALUES(2,2,15,1110,1290,0);
INSERT INTO availability VALUES(3,3,15,1110,1290,0);
INSERT INTO availability VALUES(4,4,15,1110,1290,0);
INSERT INTO availability VALUES(5,5,15,1110,1290,0);
INSERT INTO availability VALUES(6,6,15,540,780,0);
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
, started_utc INTEGER, actual_minutes INTEGER        -- worked so far, less the running stretch; NULL: unknown
  CHECK (actual_minutes >= 0), note TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO block VALUES(1,'141fca57-b4ca-41d1-ab6e-0267d43d7944','study',1,2,'Core: One course and something built each day',1799083800,1799087400,1,'planned','{"serves":"Core","due":"2027-02-19","ideal":"","other_days":[],"day_minutes":0,"week_minutes":90,"urgent":true,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,50,'');
INSERT INTO block VALUES(2,'9b9ee116-651e-4cb3-bef1-b2c11c3675f2','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1799170200,1799173800,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-01-04","2027-01-06","2027-01-07","2027-01-08","2027-01-09"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(3,'7d565943-14a5-482f-8fda-1798eafdcc73','drill',1,NULL,'Question drill',1799256600,1799258400,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-01-10","ideal":"2027-01-06","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(4,'7581ce34-73b7-4b96-bd2d-f4eb5a2cfce8','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1799688600,1799692200,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-01-12","2027-01-13","2027-01-14","2027-01-15","2027-01-16"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(5,'568b526d-cd4e-4c59-8d09-9633c50a8284','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1799775000,1799778600,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-01-11","2027-01-13","2027-01-14","2027-01-15","2027-01-16"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(6,'11c02cf9-cd5e-402d-b92c-5a29a2fe4454','drill',1,NULL,'Question drill',1799861400,1799863200,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-01-17","ideal":"2027-01-13","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(7,'df09c980-083f-4f8b-9f73-0d2cd342a6bc','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1800293400,1800297000,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-01-19","2027-01-20","2027-01-21","2027-01-22","2027-01-23"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(8,'d1317280-db28-4c32-95bf-30b54811c605','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1800379800,1800383400,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-01-18","2027-01-20","2027-01-21","2027-01-22","2027-01-23"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(9,'bad48c80-ca94-4a94-b59d-7c1f2aa1a7db','drill',1,NULL,'Question drill',1800466200,1800468000,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-01-24","ideal":"2027-01-20","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(10,'138ce9f4-d469-4df9-ab81-c7a9427ed12e','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1800898200,1800901800,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-01-26","2027-01-27","2027-01-28","2027-01-29","2027-01-30"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(11,'02e1210d-791d-45ac-9947-385388a9d083','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1800984600,1800988200,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-01-25","2027-01-27","2027-01-28","2027-01-29","2027-01-30"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(12,'06ad6daf-f353-43de-a8f7-d436bc76cd41','drill',1,NULL,'Question drill',1801071000,1801072800,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-01-31","ideal":"2027-01-27","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(13,'205b2be1-b86b-442e-a1e9-d4f496613692','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1801503000,1801506600,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-02-02","2027-02-03","2027-02-04","2027-02-05","2027-02-06"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(14,'bc821d4d-43e2-4b20-8f89-a46a1194f51f','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1801589400,1801593000,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-02-01","2027-02-03","2027-02-04","2027-02-05","2027-02-06"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(15,'ecb8633c-6074-4673-aab0-806e9a293f0b','drill',1,NULL,'Question drill',1801675800,1801677600,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-02-07","ideal":"2027-02-03","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(16,'ed1a53c3-3d5b-415f-8e42-6b81bc671331','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1802107800,1802111400,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-02-09","2027-02-10","2027-02-11","2027-02-12","2027-02-13"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(17,'6581b5f0-fca9-44b4-9b48-e8f282f64436','study',1,3,'Depth: Postmortems of production incidents; a fix or a design document contributed',1802194200,1802197800,0,'planned','{"serves":"Depth","due":"2027-04-16","ideal":"","other_days":["2027-02-08","2027-02-10","2027-02-11","2027-02-12","2027-02-13"],"day_minutes":0,"week_minutes":90,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
INSERT INTO block VALUES(18,'27a93bb0-803c-48a4-97b0-27914f8fde60','drill',1,NULL,'Question drill',1802280600,1802282400,0,'planned','{"serves":"Learning Distributed Systems","due":"2027-02-14","ideal":"2027-02-10","other_days":[],"day_minutes":0,"week_minutes":120,"urgent":false,"stayed":false,"regular":false}',0,1795420800,1795420800,NULL,NULL,'');
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
CREATE TABLE extra_hours (
  id INTEGER PRIMARY KEY,
  date INTEGER NOT NULL,
  kinds INTEGER NOT NULL CHECK (kinds BETWEEN 1 AND 15),           -- mask of 1 << WayBlockKind
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440)  -- <= from: ends on the next day
) STRICT;
CREATE TABLE sent_target (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,                   -- absolute
  content_hash TEXT NOT NULL,                  -- SHA-256 of the file as it was written
  sent_utc INTEGER NOT NULL                    -- when these bytes were written for the first time
) STRICT;
INSERT INTO sent_target VALUES(1,'/tmp/v5/plan.ics','bc89ba94d7926d3082d6494d49242d8b7e6d8123123848041588aa31ba4e19df',1795420800);
CREATE TABLE sent_revision (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('event', 'todo')),
  content_hash TEXT NOT NULL,                  -- of all but SEQUENCE and the stamps; '' cancelled
  sequence INTEGER NOT NULL,
  stamp_utc INTEGER NOT NULL,                  -- DTSTAMP and LAST-MODIFIED
  UNIQUE (uid, form)
) STRICT;
INSERT INTO sent_revision VALUES(1,'141fca57-b4ca-41d1-ab6e-0267d43d7944','event','368223680de77857a5994f9a6f645bb7d16869715ac5ee89963b39afdd49162a',0,1795420800);
INSERT INTO sent_revision VALUES(2,'9b9ee116-651e-4cb3-bef1-b2c11c3675f2','event','8f1b374ab70d71e6230b9c30200517a27a1547c8af08593be23956dfbb1e2160',0,1795420800);
INSERT INTO sent_revision VALUES(3,'7d565943-14a5-482f-8fda-1798eafdcc73','event','eaf6debaa5735ba908f43a6f9e28a399e3e3e60890fd739005e21d8471491c94',0,1795420800);
INSERT INTO sent_revision VALUES(4,'7581ce34-73b7-4b96-bd2d-f4eb5a2cfce8','event','8daa09791350a047100eefe2ae4de6a68206767eb6a4573e59197fe2b2776a1b',0,1795420800);
INSERT INTO sent_revision VALUES(5,'568b526d-cd4e-4c59-8d09-9633c50a8284','event','3c1bebafc677b4cf500bf424c04974b7acb8da365dc968fd3cd57a3c42d2eb46',0,1795420800);
INSERT INTO sent_revision VALUES(6,'11c02cf9-cd5e-402d-b92c-5a29a2fe4454','event','1940e391d5eaac4f16b802a05013266a8cf32647de411e8335b77b9d252b8966',0,1795420800);
INSERT INTO sent_revision VALUES(7,'df09c980-083f-4f8b-9f73-0d2cd342a6bc','event','e88bc8ad04b6a43e4ee950f39d555b818cb577a8912736b76dcd82c952b54f97',0,1795420800);
INSERT INTO sent_revision VALUES(8,'d1317280-db28-4c32-95bf-30b54811c605','event','585848fb07ed50a39f93bcacee3ce5a135d57ed4be388b98b5852c1f231b7cc4',0,1795420800);
INSERT INTO sent_revision VALUES(9,'bad48c80-ca94-4a94-b59d-7c1f2aa1a7db','event','9e8edbaa74960b7385e9c6a9fa63c64fbe2aa6c4b7e14e8253621a84ebcde03c',0,1795420800);
INSERT INTO sent_revision VALUES(10,'138ce9f4-d469-4df9-ab81-c7a9427ed12e','event','7cf43f57556f3e351c21f81be1be07d021d937c3c7baa23da2eb60ca4be6525c',0,1795420800);
INSERT INTO sent_revision VALUES(11,'02e1210d-791d-45ac-9947-385388a9d083','event','eee7f4bfc371934448a3cfb9b8202993c37767bea252a525ad945e53247221ab',0,1795420800);
INSERT INTO sent_revision VALUES(12,'06ad6daf-f353-43de-a8f7-d436bc76cd41','event','98e55afef7f8e8dbc05ec4089d2db6ec69c7f6fb884063b06453bc5408b8b7e0',0,1795420800);
INSERT INTO sent_revision VALUES(13,'205b2be1-b86b-442e-a1e9-d4f496613692','event','117ec1af8ffa5b99ee90f8e5768f1905b3922487a0a835f18dfc9b95ef59bf81',0,1795420800);
INSERT INTO sent_revision VALUES(14,'bc821d4d-43e2-4b20-8f89-a46a1194f51f','event','63df4025dc800c988b992b646e962f867a0991ecdea8a9bbb19fa69a8f579231',0,1795420800);
INSERT INTO sent_revision VALUES(15,'ecb8633c-6074-4673-aab0-806e9a293f0b','event','ec37e63d109a6288a0696114215c992b6fa402bd96740a427fb5a32a83f6a4d0',0,1795420800);
INSERT INTO sent_revision VALUES(16,'ed1a53c3-3d5b-415f-8e42-6b81bc671331','event','2dd3ec377fd813aa795fd2f5a262f123b117ab3ad067e7455fc11d40170e6757',0,1795420800);
INSERT INTO sent_revision VALUES(17,'6581b5f0-fca9-44b4-9b48-e8f282f64436','event','d7d94c3ca82baed34f3f4b5cecb73144c6f6e2f6e7ffd2ca48eedfbe75723d9c',0,1795420800);
INSERT INTO sent_revision VALUES(18,'27a93bb0-803c-48a4-97b0-27914f8fde60','event','507cf699f0f8cc64fc33c4bc81ca8212350c40e5061c5ab63cc396e0908c35ad',0,1795420800);
INSERT INTO sent_revision VALUES(19,'ed26acb2-e9a1-461b-ad8a-2cc13be5cdd9','event','fad8c40c298a26b9f21ee5d38c5a39f34be470c01ab33ce30ce3913cd5072bdb',0,1795420800);
INSERT INTO sent_revision VALUES(20,'21a54bd9-3b2d-47e9-aed4-75c1e56d3106','event','46827b5e3d0e344ed5de97f312ef8b1ac3133f7b5daefe233abf07e47ffce808',0,1795420800);
INSERT INTO sent_revision VALUES(21,'f2e9bde1-bd9a-4548-89c5-c2c4f56c0a22','event','cff1a2889adc53b8ca127ee387a35dc6f4d622bd4c7b459e22b8e3fa52547e8d',0,1795420800);
INSERT INTO sent_revision VALUES(22,'99450aaa-03ab-4895-a7b8-72f34e86b66b','event','205e559c3bf9ad1fe1ab48c4dcd42b6d78ab614f776d84a0456aa53d2d8f8f21',0,1795420800);
INSERT INTO sent_revision VALUES(23,'ca440250-b350-4b30-922f-0fd0f4f77f48','event','6575bdd30e882f8898f5b05202c043586fe24152aacbc32185c9aeef841a81c3',0,1795420800);
INSERT INTO sent_revision VALUES(24,'a826dad2-e743-454c-aefe-c0b9fb41e4be','event','df602bde989a1a473e08b5d56ab12b94561fde3a5b8e70084da2411b22899fc0',0,1795420800);
INSERT INTO sent_revision VALUES(25,'d49f78d8-02d5-41cc-ab3b-6bff2d873dfd','event','657523724a8cb7b080629fe6410abba92934b62ef031f0d3e6c63dd7780e6c9d',0,1795420800);
INSERT INTO sent_revision VALUES(26,'f5fe5270-623f-4ce2-ad1c-82c660b3a404','event','1d006b026859d69963e703d1577f5fc5b1dbf8f8d9802783a5c3eefc482eb1ef',0,1795420800);
INSERT INTO sent_revision VALUES(27,'a3178d1b-3503-4772-a3c2-402f25f8e647','event','c8c4dedcf5066fffa75d1cd211a79fca0a168f8bb3e9c1c0edb784db9e9dc377',0,1795420800);
INSERT INTO sent_revision VALUES(28,'d582abd4-e04f-441d-8ed8-a1eda67dd167','event','897f850de87876d1c1a0d058cdd1f46e01dc6f52db11d189445c577f048cae43',0,1795420800);
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
  cancelled_utc INTEGER, last_utc INTEGER NOT NULL DEFAULT 0,                       -- NULL: it is in the plan
  UNIQUE (target_id, uid, form)
) STRICT;
INSERT INTO sent_entry VALUES(1,1,'141fca57-b4ca-41d1-ab6e-0267d43d7944','event',0,'Core: One course and something built each day',0,1799083800,1799087400,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(2,1,'9b9ee116-651e-4cb3-bef1-b2c11c3675f2','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1799170200,1799173800,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(3,1,'7d565943-14a5-482f-8fda-1798eafdcc73','event',0,'Question drill',0,1799256600,1799258400,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(4,1,'7581ce34-73b7-4b96-bd2d-f4eb5a2cfce8','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1799688600,1799692200,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(5,1,'568b526d-cd4e-4c59-8d09-9633c50a8284','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1799775000,1799778600,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(6,1,'11c02cf9-cd5e-402d-b92c-5a29a2fe4454','event',0,'Question drill',0,1799861400,1799863200,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(7,1,'df09c980-083f-4f8b-9f73-0d2cd342a6bc','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1800293400,1800297000,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(8,1,'d1317280-db28-4c32-95bf-30b54811c605','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1800379800,1800383400,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(9,1,'bad48c80-ca94-4a94-b59d-7c1f2aa1a7db','event',0,'Question drill',0,1800466200,1800468000,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(10,1,'138ce9f4-d469-4df9-ab81-c7a9427ed12e','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1800898200,1800901800,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(11,1,'02e1210d-791d-45ac-9947-385388a9d083','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1800984600,1800988200,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(12,1,'06ad6daf-f353-43de-a8f7-d436bc76cd41','event',0,'Question drill',0,1801071000,1801072800,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(13,1,'205b2be1-b86b-442e-a1e9-d4f496613692','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1801503000,1801506600,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(14,1,'bc821d4d-43e2-4b20-8f89-a46a1194f51f','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1801589400,1801593000,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(15,1,'ecb8633c-6074-4673-aab0-806e9a293f0b','event',0,'Question drill',0,1801675800,1801677600,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(16,1,'ed1a53c3-3d5b-415f-8e42-6b81bc671331','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1802107800,1802111400,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(17,1,'6581b5f0-fca9-44b4-9b48-e8f282f64436','event',0,'Depth: Postmortems of production incidents; a fix or a design document contributed',0,1802194200,1802197800,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(18,1,'27a93bb0-803c-48a4-97b0-27914f8fde60','event',0,'Question drill',0,1802280600,1802282400,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(19,1,'ed26acb2-e9a1-461b-ad8a-2cc13be5cdd9','event',0,'Own an outcome from end to end',1,1800057600,1800144000,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(20,1,'21a54bd9-3b2d-47e9-aed4-75c1e56d3106','event',0,'Find yourself among the readers and pick your experience band',1,1800230400,1800316800,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(21,1,'f2e9bde1-bd9a-4548-89c5-c2c4f56c0a22','event',0,'Add one bullet with a number to the résumé or story bank',1,1800230400,1800316800,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(22,1,'99450aaa-03ab-4895-a7b8-72f34e86b66b','event',0,'Practise one of the questions: explain distributed systems',1,1800230400,1800316800,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(23,1,'ca440250-b350-4b30-922f-0fd0f4f77f48','event',0,'Arrange a mock interview or a peer review',1,1800230400,1800316800,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(24,1,'a826dad2-e743-454c-aefe-c0b9fb41e4be','event',0,'Show your progress to a mentor or partner',1,1800230400,1800316800,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(25,1,'d49f78d8-02d5-41cc-ab3b-6bff2d873dfd','event',0,'Lead one initiative',1,1801094400,1801180800,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(26,1,'f5fe5270-623f-4ce2-ad1c-82c660b3a404','event',0,'Finish this month''s milestone of the roadmap',1,1801699200,1801785600,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(27,1,'a3178d1b-3503-4772-a3c2-402f25f8e647','event',0,'Begin with mock interviews',1,1802131200,1802217600,1795420800,NULL,0);
INSERT INTO sent_entry VALUES(28,1,'d582abd4-e04f-441d-8ed8-a1eda67dd167','event',0,'Write down the gaps and choose one resource to finish this quarter',1,1806796800,1806883200,1795420800,NULL,0);
CREATE TABLE sent_identity (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL
) STRICT;
INSERT INTO sent_identity VALUES(1,'37b65aaf4dd3d84bb9ffbbebf4e0f059');
CREATE TABLE busy_zone (
  id INTEGER PRIMARY KEY,
  calendar_id INTEGER NOT NULL REFERENCES busy_calendar ON DELETE CASCADE,
  tzid TEXT NOT NULL,                          -- as in the file
  zone TEXT NOT NULL,                          -- IANA name
  UNIQUE (calendar_id, tzid)
) STRICT;
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
INSERT INTO artifact VALUES(1,1,1,'other','Gap list','',20780,1795420800);
CREATE TABLE baseline (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  taken_date INTEGER NOT NULL
) STRICT;
INSERT INTO baseline VALUES(1,'Planned on 23 November 2026',20780);
INSERT INTO baseline VALUES(2,'Start',20780);
CREATE TABLE baseline_phase (
  id INTEGER PRIMARY KEY,
  baseline_id INTEGER NOT NULL REFERENCES baseline ON DELETE CASCADE,
  phase_id INTEGER NOT NULL REFERENCES phase ON DELETE CASCADE,
  start_date INTEGER NOT NULL,
  early_finish_date INTEGER,                   -- NULL: ongoing
  late_finish_date INTEGER,
  UNIQUE (baseline_id, phase_id)
) STRICT;
INSERT INTO baseline_phase VALUES(1,1,1,20822,20824,20826);
INSERT INTO baseline_phase VALUES(2,1,2,20822,20822,20822);
INSERT INTO baseline_phase VALUES(3,1,3,20823,20843,20858);
INSERT INTO baseline_phase VALUES(4,1,4,20859,NULL,NULL);
INSERT INTO baseline_phase VALUES(5,2,1,20822,20824,20826);
INSERT INTO baseline_phase VALUES(6,2,2,20822,20822,20822);
INSERT INTO baseline_phase VALUES(7,2,3,20823,20843,20858);
INSERT INTO baseline_phase VALUES(8,2,4,20859,NULL,NULL);
CREATE TABLE baseline_milestone (
  id INTEGER PRIMARY KEY,
  baseline_id INTEGER NOT NULL REFERENCES baseline ON DELETE CASCADE,
  milestone_id INTEGER NOT NULL REFERENCES milestone ON DELETE CASCADE,
  due_date INTEGER NOT NULL,
  UNIQUE (baseline_id, milestone_id)
) STRICT;
INSERT INTO baseline_milestone VALUES(1,1,1,20834);
INSERT INTO baseline_milestone VALUES(2,1,2,20846);
INSERT INTO baseline_milestone VALUES(3,1,3,20858);
INSERT INTO baseline_milestone VALUES(4,2,1,20834);
INSERT INTO baseline_milestone VALUES(5,2,2,20846);
INSERT INTO baseline_milestone VALUES(6,2,3,20858);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('undo_action',6);
INSERT INTO sqlite_sequence VALUES('undo_log',136);
CREATE INDEX undo_log_action ON undo_log (action_id);
CREATE INDEX block_start ON block (start_utc);
CREATE INDEX busy_event_start ON busy_event (start_utc);
CREATE INDEX artifact_phase ON artifact (phase_id);
CREATE TRIGGER "undo_guide_item_UPDATE" AFTER UPDATE ON "guide_item" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."kind" IS NOT new."kind" OR old."key" IS NOT new."key" OR old."position" IS NOT new."position" OR old."line" IS NOT new."line" OR old."title" IS NOT new."title" OR old."detail" IS NOT new."detail" OR old."extra" IS NOT new."extra" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "guide_item" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"kind"=' || quote (old."kind") || ',"key"=' || quote (old."key") || ',"position"=' || quote (old."position") || ',"line"=' || quote (old."line") || ',"title"=' || quote (old."title") || ',"detail"=' || quote (old."detail") || ',"extra"=' || quote (old."extra") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_busy_calendar_DELETE" AFTER DELETE ON "busy_calendar"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "busy_calendar" ("id","name","path","zone","all_day_busy","content_hash","from_utc","to_utc","imported_utc") VALUES (' || quote (old."id") || ',' || quote (old."name") || ',' || quote (old."path") || ',' || quote (old."zone") || ',' || quote (old."all_day_busy") || ',' || quote (old."content_hash") || ',' || quote (old."from_utc") || ',' || quote (old."to_utc") || ',' || quote (old."imported_utc") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_block_INSERT" AFTER INSERT ON "block"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "block" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_skill_DELETE" AFTER DELETE ON "skill"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "skill" ("id","guide_id","key","position","line","kind","title","detail","current","target","gap_action") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."key") || ',' || quote (old."position") || ',' || quote (old."line") || ',' || quote (old."kind") || ',' || quote (old."title") || ',' || quote (old."detail") || ',' || quote (old."current") || ',' || quote (old."target") || ',' || quote (old."gap_action") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_busy_event_INSERT" AFTER INSERT ON "busy_event"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "busy_event" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_artifact_INSERT" AFTER INSERT ON "artifact"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "artifact" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_baseline_DELETE" AFTER DELETE ON "baseline"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "baseline" ("id","name","taken_date") VALUES (' || quote (old."id") || ',' || quote (old."name") || ',' || quote (old."taken_date") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_plan_guide_UPDATE" AFTER UPDATE ON "plan_guide" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."share" IS NOT new."share" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "plan_guide" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"share"=' || quote (old."share") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_availability_UPDATE" AFTER UPDATE ON "availability" WHEN old."id" IS NOT new."id" OR old."weekday" IS NOT new."weekday" OR old."kinds" IS NOT new."kinds" OR old."from_minute" IS NOT new."from_minute" OR old."to_minute" IS NOT new."to_minute" OR old."preferred" IS NOT new."preferred" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "availability" SET ' || '"id"=' || quote (old."id") || ',"weekday"=' || quote (old."weekday") || ',"kinds"=' || quote (old."kinds") || ',"from_minute"=' || quote (old."from_minute") || ',"to_minute"=' || quote (old."to_minute") || ',"preferred"=' || quote (old."preferred") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_busy_zone_UPDATE" AFTER UPDATE ON "busy_zone" WHEN old."id" IS NOT new."id" OR old."calendar_id" IS NOT new."calendar_id" OR old."tzid" IS NOT new."tzid" OR old."zone" IS NOT new."zone" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "busy_zone" SET ' || '"id"=' || quote (old."id") || ',"calendar_id"=' || quote (old."calendar_id") || ',"tzid"=' || quote (old."tzid") || ',"zone"=' || quote (old."zone") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_baseline_phase_UPDATE" AFTER UPDATE ON "baseline_phase" WHEN old."id" IS NOT new."id" OR old."baseline_id" IS NOT new."baseline_id" OR old."phase_id" IS NOT new."phase_id" OR old."start_date" IS NOT new."start_date" OR old."early_finish_date" IS NOT new."early_finish_date" OR old."late_finish_date" IS NOT new."late_finish_date" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "baseline_phase" SET ' || '"id"=' || quote (old."id") || ',"baseline_id"=' || quote (old."baseline_id") || ',"phase_id"=' || quote (old."phase_id") || ',"start_date"=' || quote (old."start_date") || ',"early_finish_date"=' || quote (old."early_finish_date") || ',"late_finish_date"=' || quote (old."late_finish_date") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_checklist_item_UPDATE" AFTER UPDATE ON "checklist_item" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."key" IS NOT new."key" OR old."position" IS NOT new."position" OR old."line" IS NOT new."line" OR old."title" IS NOT new."title" OR old."due_rule" IS NOT new."due_rule" OR old."done_date" IS NOT new."done_date" OR old."uid" IS NOT new."uid" OR old."created_utc" IS NOT new."created_utc" OR old."due_date" IS NOT new."due_date" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "checklist_item" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"key"=' || quote (old."key") || ',"position"=' || quote (old."position") || ',"line"=' || quote (old."line") || ',"title"=' || quote (old."title") || ',"due_rule"=' || quote (old."due_rule") || ',"done_date"=' || quote (old."done_date") || ',"uid"=' || quote (old."uid") || ',"created_utc"=' || quote (old."created_utc") || ',"due_date"=' || quote (old."due_date") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_busy_own_UPDATE" AFTER UPDATE ON "busy_own" WHEN old."id" IS NOT new."id" OR old."calendar_id" IS NOT new."calendar_id" OR old."uid" IS NOT new."uid" OR old."recurrence_utc" IS NOT new."recurrence_utc" OR old."start_utc" IS NOT new."start_utc" OR old."end_utc" IS NOT new."end_utc" OR old."sequence" IS NOT new."sequence" OR old."modified_utc" IS NOT new."modified_utc" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "busy_own" SET ' || '"id"=' || quote (old."id") || ',"calendar_id"=' || quote (old."calendar_id") || ',"uid"=' || quote (old."uid") || ',"recurrence_utc"=' || quote (old."recurrence_utc") || ',"start_utc"=' || quote (old."start_utc") || ',"end_utc"=' || quote (old."end_utc") || ',"sequence"=' || quote (old."sequence") || ',"modified_utc"=' || quote (old."modified_utc") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_day_off_DELETE" AFTER DELETE ON "day_off"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "day_off" ("id","from_date","to_date","note") VALUES (' || quote (old."id") || ',' || quote (old."from_date") || ',' || quote (old."to_date") || ',' || quote (old."note") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_guide_item_INSERT" AFTER INSERT ON "guide_item"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "guide_item" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_checklist_item_INSERT" AFTER INSERT ON "checklist_item"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "checklist_item" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_busy_zone_INSERT" AFTER INSERT ON "busy_zone"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "busy_zone" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_milestone_DELETE" AFTER DELETE ON "milestone"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "milestone" ("id","guide_id","key","position","title","due_date","done_date","uid","created_utc") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."key") || ',' || quote (old."position") || ',' || quote (old."title") || ',' || quote (old."due_date") || ',' || quote (old."done_date") || ',' || quote (old."uid") || ',' || quote (old."created_utc") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_availability_INSERT" AFTER INSERT ON "availability"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "availability" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_resource_UPDATE" AFTER UPDATE ON "resource" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."key" IS NOT new."key" OR old."position" IS NOT new."position" OR old."line" IS NOT new."line" OR old."title" IS NOT new."title" OR old."state" IS NOT new."state" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "resource" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"key"=' || quote (old."key") || ',"position"=' || quote (old."position") || ',"line"=' || quote (old."line") || ',"title"=' || quote (old."title") || ',"state"=' || quote (old."state") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_plan_guide_INSERT" AFTER INSERT ON "plan_guide"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "plan_guide" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_phase_DELETE" AFTER DELETE ON "phase"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "phase" ("id","guide_id","key","position","line","title","activities","exit_criteria","min_days","max_days","ongoing","gate_closed_date","gate_evidence","gate_override","release_date","due_date","note") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."key") || ',' || quote (old."position") || ',' || quote (old."line") || ',' || quote (old."title") || ',' || quote (old."activities") || ',' || quote (old."exit_criteria") || ',' || quote (old."min_days") || ',' || quote (old."max_days") || ',' || quote (old."ongoing") || ',' || quote (old."gate_closed_date") || ',' || quote (old."gate_evidence") || ',' || quote (old."gate_override") || ',' || quote (old."release_date") || ',' || quote (old."due_date") || ',' || quote (old."note") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_busy_own_INSERT" AFTER INSERT ON "busy_own"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "busy_own" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_guide_UPDATE" AFTER UPDATE ON "guide" WHEN old."id" IS NOT new."id" OR old."slug" IS NOT new."slug" OR old."title" IS NOT new."title" OR old."summary" IS NOT new."summary" OR old."updated" IS NOT new."updated" OR old."origin" IS NOT new."origin" OR old."content_hash" IS NOT new."content_hash" OR old."drills_per_week" IS NOT new."drills_per_week" OR old."review_months" IS NOT new."review_months" OR old."mock_days" IS NOT new."mock_days" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "guide" SET ' || '"id"=' || quote (old."id") || ',"slug"=' || quote (old."slug") || ',"title"=' || quote (old."title") || ',"summary"=' || quote (old."summary") || ',"updated"=' || quote (old."updated") || ',"origin"=' || quote (old."origin") || ',"content_hash"=' || quote (old."content_hash") || ',"drills_per_week"=' || quote (old."drills_per_week") || ',"review_months"=' || quote (old."review_months") || ',"mock_days"=' || quote (old."mock_days") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_block_DELETE" AFTER DELETE ON "block"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "block" ("id","uid","kind","guide_id","phase_id","title","start_utc","end_utc","pinned","state","reason","sequence","created_utc","changed_utc","started_utc","actual_minutes","note") VALUES (' || quote (old."id") || ',' || quote (old."uid") || ',' || quote (old."kind") || ',' || quote (old."guide_id") || ',' || quote (old."phase_id") || ',' || quote (old."title") || ',' || quote (old."start_utc") || ',' || quote (old."end_utc") || ',' || quote (old."pinned") || ',' || quote (old."state") || ',' || quote (old."reason") || ',' || quote (old."sequence") || ',' || quote (old."created_utc") || ',' || quote (old."changed_utc") || ',' || quote (old."started_utc") || ',' || quote (old."actual_minutes") || ',' || quote (old."note") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_extra_hours_UPDATE" AFTER UPDATE ON "extra_hours" WHEN old."id" IS NOT new."id" OR old."date" IS NOT new."date" OR old."kinds" IS NOT new."kinds" OR old."from_minute" IS NOT new."from_minute" OR old."to_minute" IS NOT new."to_minute" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "extra_hours" SET ' || '"id"=' || quote (old."id") || ',"date"=' || quote (old."date") || ',"kinds"=' || quote (old."kinds") || ',"from_minute"=' || quote (old."from_minute") || ',"to_minute"=' || quote (old."to_minute") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_busy_event_DELETE" AFTER DELETE ON "busy_event"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "busy_event" ("id","calendar_id","uid","title","start_utc","end_utc","all_day") VALUES (' || quote (old."id") || ',' || quote (old."calendar_id") || ',' || quote (old."uid") || ',' || quote (old."title") || ',' || quote (old."start_utc") || ',' || quote (old."end_utc") || ',' || quote (old."all_day") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_artifact_DELETE" AFTER DELETE ON "artifact"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "artifact" ("id","guide_id","phase_id","kind","title","link","made_date","created_utc") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."phase_id") || ',' || quote (old."kind") || ',' || quote (old."title") || ',' || quote (old."link") || ',' || quote (old."made_date") || ',' || quote (old."created_utc") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_setting_UPDATE" AFTER UPDATE ON "setting" WHEN old."id" IS NOT new."id" OR old."key" IS NOT new."key" OR old."value" IS NOT new."value" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "setting" SET ' || '"id"=' || quote (old."id") || ',"key"=' || quote (old."key") || ',"value"=' || quote (old."value") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_checklist_item_DELETE" AFTER DELETE ON "checklist_item"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "checklist_item" ("id","guide_id","key","position","line","title","due_rule","done_date","uid","created_utc","due_date") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."key") || ',' || quote (old."position") || ',' || quote (old."line") || ',' || quote (old."title") || ',' || quote (old."due_rule") || ',' || quote (old."done_date") || ',' || quote (old."uid") || ',' || quote (old."created_utc") || ',' || quote (old."due_date") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_resource_INSERT" AFTER INSERT ON "resource"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "resource" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_baseline_phase_INSERT" AFTER INSERT ON "baseline_phase"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "baseline_phase" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_baseline_milestone_UPDATE" AFTER UPDATE ON "baseline_milestone" WHEN old."id" IS NOT new."id" OR old."baseline_id" IS NOT new."baseline_id" OR old."milestone_id" IS NOT new."milestone_id" OR old."due_date" IS NOT new."due_date" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "baseline_milestone" SET ' || '"id"=' || quote (old."id") || ',"baseline_id"=' || quote (old."baseline_id") || ',"milestone_id"=' || quote (old."milestone_id") || ',"due_date"=' || quote (old."due_date") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_guide_INSERT" AFTER INSERT ON "guide"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "guide" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_guide_item_DELETE" AFTER DELETE ON "guide_item"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "guide_item" ("id","guide_id","kind","key","position","line","title","detail","extra") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."kind") || ',' || quote (old."key") || ',' || quote (old."position") || ',' || quote (old."line") || ',' || quote (old."title") || ',' || quote (old."detail") || ',' || quote (old."extra") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_busy_own_DELETE" AFTER DELETE ON "busy_own"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "busy_own" ("id","calendar_id","uid","recurrence_utc","start_utc","end_utc","sequence","modified_utc") VALUES (' || quote (old."id") || ',' || quote (old."calendar_id") || ',' || quote (old."uid") || ',' || quote (old."recurrence_utc") || ',' || quote (old."start_utc") || ',' || quote (old."end_utc") || ',' || quote (old."sequence") || ',' || quote (old."modified_utc") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_extra_hours_INSERT" AFTER INSERT ON "extra_hours"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "extra_hours" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_plan_UPDATE" AFTER UPDATE ON "plan" WHEN old."id" IS NOT new."id" OR old."zone" IS NOT new."zone" OR old."start_date" IS NOT new."start_date" OR old."until_date" IS NOT new."until_date" OR old."weekly_minutes" IS NOT new."weekly_minutes" OR old."block_minutes" IS NOT new."block_minutes" OR old."break_minutes" IS NOT new."break_minutes" OR old."buffer_minutes" IS NOT new."buffer_minutes" OR old."daily_minutes" IS NOT new."daily_minutes" OR old."band" IS NOT new."band" OR old."role" IS NOT new."role" OR old."target_date" IS NOT new."target_date" OR old."guide_minutes" IS NOT new."guide_minutes" OR old."days_in_row" IS NOT new."days_in_row" OR old."range_end" IS NOT new."range_end" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "plan" SET ' || '"id"=' || quote (old."id") || ',"zone"=' || quote (old."zone") || ',"start_date"=' || quote (old."start_date") || ',"until_date"=' || quote (old."until_date") || ',"weekly_minutes"=' || quote (old."weekly_minutes") || ',"block_minutes"=' || quote (old."block_minutes") || ',"break_minutes"=' || quote (old."break_minutes") || ',"buffer_minutes"=' || quote (old."buffer_minutes") || ',"daily_minutes"=' || quote (old."daily_minutes") || ',"band"=' || quote (old."band") || ',"role"=' || quote (old."role") || ',"target_date"=' || quote (old."target_date") || ',"guide_minutes"=' || quote (old."guide_minutes") || ',"days_in_row"=' || quote (old."days_in_row") || ',"range_end"=' || quote (old."range_end") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_busy_zone_DELETE" AFTER DELETE ON "busy_zone"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "busy_zone" ("id","calendar_id","tzid","zone") VALUES (' || quote (old."id") || ',' || quote (old."calendar_id") || ',' || quote (old."tzid") || ',' || quote (old."zone") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_setting_INSERT" AFTER INSERT ON "setting"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "setting" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_availability_DELETE" AFTER DELETE ON "availability"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "availability" ("id","weekday","kinds","from_minute","to_minute","preferred") VALUES (' || quote (old."id") || ',' || quote (old."weekday") || ',' || quote (old."kinds") || ',' || quote (old."from_minute") || ',' || quote (old."to_minute") || ',' || quote (old."preferred") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_plan_guide_DELETE" AFTER DELETE ON "plan_guide"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "plan_guide" ("id","guide_id","share") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."share") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_busy_calendar_UPDATE" AFTER UPDATE ON "busy_calendar" WHEN old."id" IS NOT new."id" OR old."name" IS NOT new."name" OR old."path" IS NOT new."path" OR old."zone" IS NOT new."zone" OR old."all_day_busy" IS NOT new."all_day_busy" OR old."content_hash" IS NOT new."content_hash" OR old."from_utc" IS NOT new."from_utc" OR old."to_utc" IS NOT new."to_utc" OR old."imported_utc" IS NOT new."imported_utc" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "busy_calendar" SET ' || '"id"=' || quote (old."id") || ',"name"=' || quote (old."name") || ',"path"=' || quote (old."path") || ',"zone"=' || quote (old."zone") || ',"all_day_busy"=' || quote (old."all_day_busy") || ',"content_hash"=' || quote (old."content_hash") || ',"from_utc"=' || quote (old."from_utc") || ',"to_utc"=' || quote (old."to_utc") || ',"imported_utc"=' || quote (old."imported_utc") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_skill_UPDATE" AFTER UPDATE ON "skill" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."key" IS NOT new."key" OR old."position" IS NOT new."position" OR old."line" IS NOT new."line" OR old."kind" IS NOT new."kind" OR old."title" IS NOT new."title" OR old."detail" IS NOT new."detail" OR old."current" IS NOT new."current" OR old."target" IS NOT new."target" OR old."gap_action" IS NOT new."gap_action" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "skill" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"key"=' || quote (old."key") || ',"position"=' || quote (old."position") || ',"line"=' || quote (old."line") || ',"kind"=' || quote (old."kind") || ',"title"=' || quote (old."title") || ',"detail"=' || quote (old."detail") || ',"current"=' || quote (old."current") || ',"target"=' || quote (old."target") || ',"gap_action"=' || quote (old."gap_action") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_baseline_phase_DELETE" AFTER DELETE ON "baseline_phase"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "baseline_phase" ("id","baseline_id","phase_id","start_date","early_finish_date","late_finish_date") VALUES (' || quote (old."id") || ',' || quote (old."baseline_id") || ',' || quote (old."phase_id") || ',' || quote (old."start_date") || ',' || quote (old."early_finish_date") || ',' || quote (old."late_finish_date") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_baseline_milestone_INSERT" AFTER INSERT ON "baseline_milestone"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "baseline_milestone" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_plan_INSERT" AFTER INSERT ON "plan"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "plan" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_baseline_UPDATE" AFTER UPDATE ON "baseline" WHEN old."id" IS NOT new."id" OR old."name" IS NOT new."name" OR old."taken_date" IS NOT new."taken_date" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "baseline" SET ' || '"id"=' || quote (old."id") || ',"name"=' || quote (old."name") || ',"taken_date"=' || quote (old."taken_date") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_extra_hours_DELETE" AFTER DELETE ON "extra_hours"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "extra_hours" ("id","date","kinds","from_minute","to_minute") VALUES (' || quote (old."id") || ',' || quote (old."date") || ',' || quote (old."kinds") || ',' || quote (old."from_minute") || ',' || quote (old."to_minute") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_resource_DELETE" AFTER DELETE ON "resource"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "resource" ("id","guide_id","key","position","line","title","state") VALUES (' || quote (old."id") || ',' || quote (old."guide_id") || ',' || quote (old."key") || ',' || quote (old."position") || ',' || quote (old."line") || ',' || quote (old."title") || ',' || quote (old."state") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_milestone_UPDATE" AFTER UPDATE ON "milestone" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."key" IS NOT new."key" OR old."position" IS NOT new."position" OR old."title" IS NOT new."title" OR old."due_date" IS NOT new."due_date" OR old."done_date" IS NOT new."done_date" OR old."uid" IS NOT new."uid" OR old."created_utc" IS NOT new."created_utc" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "milestone" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"key"=' || quote (old."key") || ',"position"=' || quote (old."position") || ',"title"=' || quote (old."title") || ',"due_date"=' || quote (old."due_date") || ',"done_date"=' || quote (old."done_date") || ',"uid"=' || quote (old."uid") || ',"created_utc"=' || quote (old."created_utc") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_skill_INSERT" AFTER INSERT ON "skill"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "skill" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_setting_DELETE" AFTER DELETE ON "setting"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "setting" ("id","key","value") VALUES (' || quote (old."id") || ',' || quote (old."key") || ',' || quote (old."value") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_phase_UPDATE" AFTER UPDATE ON "phase" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."key" IS NOT new."key" OR old."position" IS NOT new."position" OR old."line" IS NOT new."line" OR old."title" IS NOT new."title" OR old."activities" IS NOT new."activities" OR old."exit_criteria" IS NOT new."exit_criteria" OR old."min_days" IS NOT new."min_days" OR old."max_days" IS NOT new."max_days" OR old."ongoing" IS NOT new."ongoing" OR old."gate_closed_date" IS NOT new."gate_closed_date" OR old."gate_evidence" IS NOT new."gate_evidence" OR old."gate_override" IS NOT new."gate_override" OR old."release_date" IS NOT new."release_date" OR old."due_date" IS NOT new."due_date" OR old."note" IS NOT new."note" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "phase" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"key"=' || quote (old."key") || ',"position"=' || quote (old."position") || ',"line"=' || quote (old."line") || ',"title"=' || quote (old."title") || ',"activities"=' || quote (old."activities") || ',"exit_criteria"=' || quote (old."exit_criteria") || ',"min_days"=' || quote (old."min_days") || ',"max_days"=' || quote (old."max_days") || ',"ongoing"=' || quote (old."ongoing") || ',"gate_closed_date"=' || quote (old."gate_closed_date") || ',"gate_evidence"=' || quote (old."gate_evidence") || ',"gate_override"=' || quote (old."gate_override") || ',"release_date"=' || quote (old."release_date") || ',"due_date"=' || quote (old."due_date") || ',"note"=' || quote (old."note") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_day_off_UPDATE" AFTER UPDATE ON "day_off" WHEN old."id" IS NOT new."id" OR old."from_date" IS NOT new."from_date" OR old."to_date" IS NOT new."to_date" OR old."note" IS NOT new."note" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "day_off" SET ' || '"id"=' || quote (old."id") || ',"from_date"=' || quote (old."from_date") || ',"to_date"=' || quote (old."to_date") || ',"note"=' || quote (old."note") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_guide_DELETE" AFTER DELETE ON "guide"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "guide" ("id","slug","title","summary","updated","origin","content_hash","drills_per_week","review_months","mock_days") VALUES (' || quote (old."id") || ',' || quote (old."slug") || ',' || quote (old."title") || ',' || quote (old."summary") || ',' || quote (old."updated") || ',' || quote (old."origin") || ',' || quote (old."content_hash") || ',' || quote (old."drills_per_week") || ',' || quote (old."review_months") || ',' || quote (old."mock_days") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_busy_calendar_INSERT" AFTER INSERT ON "busy_calendar"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "busy_calendar" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_block_UPDATE" AFTER UPDATE ON "block" WHEN old."id" IS NOT new."id" OR old."uid" IS NOT new."uid" OR old."kind" IS NOT new."kind" OR old."guide_id" IS NOT new."guide_id" OR old."phase_id" IS NOT new."phase_id" OR old."title" IS NOT new."title" OR old."start_utc" IS NOT new."start_utc" OR old."end_utc" IS NOT new."end_utc" OR old."pinned" IS NOT new."pinned" OR old."state" IS NOT new."state" OR old."reason" IS NOT new."reason" OR old."sequence" IS NOT new."sequence" OR old."created_utc" IS NOT new."created_utc" OR old."changed_utc" IS NOT new."changed_utc" OR old."started_utc" IS NOT new."started_utc" OR old."actual_minutes" IS NOT new."actual_minutes" OR old."note" IS NOT new."note" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "block" SET ' || '"id"=' || quote (old."id") || ',"uid"=' || quote (old."uid") || ',"kind"=' || quote (old."kind") || ',"guide_id"=' || quote (old."guide_id") || ',"phase_id"=' || quote (old."phase_id") || ',"title"=' || quote (old."title") || ',"start_utc"=' || quote (old."start_utc") || ',"end_utc"=' || quote (old."end_utc") || ',"pinned"=' || quote (old."pinned") || ',"state"=' || quote (old."state") || ',"reason"=' || quote (old."reason") || ',"sequence"=' || quote (old."sequence") || ',"created_utc"=' || quote (old."created_utc") || ',"changed_utc"=' || quote (old."changed_utc") || ',"started_utc"=' || quote (old."started_utc") || ',"actual_minutes"=' || quote (old."actual_minutes") || ',"note"=' || quote (old."note") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_baseline_INSERT" AFTER INSERT ON "baseline"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "baseline" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_busy_event_UPDATE" AFTER UPDATE ON "busy_event" WHEN old."id" IS NOT new."id" OR old."calendar_id" IS NOT new."calendar_id" OR old."uid" IS NOT new."uid" OR old."title" IS NOT new."title" OR old."start_utc" IS NOT new."start_utc" OR old."end_utc" IS NOT new."end_utc" OR old."all_day" IS NOT new."all_day" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "busy_event" SET ' || '"id"=' || quote (old."id") || ',"calendar_id"=' || quote (old."calendar_id") || ',"uid"=' || quote (old."uid") || ',"title"=' || quote (old."title") || ',"start_utc"=' || quote (old."start_utc") || ',"end_utc"=' || quote (old."end_utc") || ',"all_day"=' || quote (old."all_day") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_artifact_UPDATE" AFTER UPDATE ON "artifact" WHEN old."id" IS NOT new."id" OR old."guide_id" IS NOT new."guide_id" OR old."phase_id" IS NOT new."phase_id" OR old."kind" IS NOT new."kind" OR old."title" IS NOT new."title" OR old."link" IS NOT new."link" OR old."made_date" IS NOT new."made_date" OR old."created_utc" IS NOT new."created_utc" BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'UPDATE "artifact" SET ' || '"id"=' || quote (old."id") || ',"guide_id"=' || quote (old."guide_id") || ',"phase_id"=' || quote (old."phase_id") || ',"kind"=' || quote (old."kind") || ',"title"=' || quote (old."title") || ',"link"=' || quote (old."link") || ',"made_date"=' || quote (old."made_date") || ',"created_utc"=' || quote (old."created_utc") || ' WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_milestone_INSERT" AFTER INSERT ON "milestone"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "milestone" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_plan_DELETE" AFTER DELETE ON "plan"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "plan" ("id","zone","start_date","until_date","weekly_minutes","block_minutes","break_minutes","buffer_minutes","daily_minutes","band","role","target_date","guide_minutes","days_in_row","range_end") VALUES (' || quote (old."id") || ',' || quote (old."zone") || ',' || quote (old."start_date") || ',' || quote (old."until_date") || ',' || quote (old."weekly_minutes") || ',' || quote (old."block_minutes") || ',' || quote (old."break_minutes") || ',' || quote (old."buffer_minutes") || ',' || quote (old."daily_minutes") || ',' || quote (old."band") || ',' || quote (old."role") || ',' || quote (old."target_date") || ',' || quote (old."guide_minutes") || ',' || quote (old."days_in_row") || ',' || quote (old."range_end") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_baseline_milestone_DELETE" AFTER DELETE ON "baseline_milestone"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'INSERT INTO "baseline_milestone" ("id","baseline_id","milestone_id","due_date") VALUES (' || quote (old."id") || ',' || quote (old."baseline_id") || ',' || quote (old."milestone_id") || ',' || quote (old."due_date") || ')' FROM undo_state; END;
CREATE TRIGGER "undo_phase_INSERT" AFTER INSERT ON "phase"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "phase" WHERE id=' || quote (new.id) FROM undo_state; END;
CREATE TRIGGER "undo_day_off_INSERT" AFTER INSERT ON "day_off"  BEGIN SELECT CASE WHEN (SELECT action_id FROM undo_state) IS NULL THEN RAISE (ABORT, 'write outside an action') END;INSERT INTO undo_log (action_id, sql) SELECT action_id, 'DELETE FROM "day_off" WHERE id=' || quote (new.id) FROM undo_state; END;
COMMIT;
PRAGMA user_version=5;
PRAGMA application_id=1465470283;
