/* What the commands share: the common options, the store, output and exit codes. */
#pragma once

#include "core/base/zone.h"
#include "core/planner/schedule.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Exit codes; part of the contract with scripts. */
typedef enum
{
  WAY_EXIT_DONE = 0,
  WAY_EXIT_FAILED = 1, /* the work could not be done */
  WAY_EXIT_USAGE = 2,
  WAY_EXIT_DATA = 3,        /* the data file cannot be used */
  WAY_EXIT_INTERRUPTED = 4, /* by a signal; what was under way is rolled back */
} WayExit;

typedef struct
{
  char *database; /* --database */
  gboolean json;
  gboolean quiet;
  gint64 now_utc;   /* of the clock, or of $WAYMARK_NOW */
  WayStore *store;  /* after way_cli_open() */
  gboolean changed; /* the command has written to the store */
} WayCli;

typedef struct _WayCommand WayCommand;
struct _WayCommand
{
  const char *name;  /* "guide import" */
  const char *usage; /* "FILE" */
  const char *summary;
  const char *examples; /* lines for --help */
  int (*run) (WayCli *cli, const WayCommand *command, int argc, char **argv);
};

/* The commands, ended by an entry without a name; one array per file. */
extern const WayCommand way_archive_commands[];
extern const WayCommand way_block_commands[];
extern const WayCommand way_block_place_commands[];
extern const WayCommand way_busy_commands[];
extern const WayCommand way_calendar_commands[];
extern const WayCommand way_export_commands[];
extern const WayCommand way_data_commands[];
extern const WayCommand way_gap_work_commands[];
extern const WayCommand way_guide_commands[];
extern const WayCommand way_live_commands[];
extern const WayCommand way_offer_card_commands[];
extern const WayCommand way_offer_commands[];
extern const WayCommand way_offer_compare_commands[];
extern const WayCommand way_offer_criterion_commands[];
extern const WayCommand way_offer_decide_commands[];
extern const WayCommand way_offer_needs_commands[];
extern const WayCommand way_offer_settings_commands[];
extern const WayCommand way_offer_export_commands[];
extern const WayCommand way_offers_commands[];
extern const WayCommand way_phase_commands[];
extern const WayCommand way_plan_commands[];
extern const WayCommand way_planner_commands[];
extern const WayCommand way_replan_commands[];
extern const WayCommand way_skill_commands[];
extern const WayCommand way_skill_evidence_commands[];
extern const WayCommand way_skill_file_commands[];
extern const WayCommand way_today_commands[];
extern const WayCommand way_roadmap_date_commands[];
extern const WayCommand way_view_commands[];
extern const WayCommand way_what_if_commands[];

/* Parses the options of a command: the common ones and @entries. What is left is in @argc and @argv,
 * after the command's name. -1 to go on, or the exit code to end with. @n_words: how many words must
 * be left; -1: any number. */
int way_cli_parse (WayCli *cli,
                   const WayCommand *command,
                   const GOptionEntry *entries,
                   int n_words,
                   int *argc,
                   char ***argv);

/* Opens the store; %FALSE after it has printed why not. */
gboolean way_cli_open (WayCli *cli);

/* Prints @error (and frees it) on standard error; the exit code that belongs to it. */
int way_cli_fail (GError *error);

/* Prints what was wrong with the call; WAY_EXIT_USAGE. */
int way_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* A line on standard output, unless --quiet or --json. */
void way_cli_say (const WayCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Ends @builder and prints its document on standard output. */
void way_cli_print_json (JsonBuilder *builder);

void way_cli_json_string (JsonBuilder *builder, const char *name, const char *value);
void way_cli_json_bool (JsonBuilder *builder, const char *name, gboolean value);
void way_cli_json_int (JsonBuilder *builder, const char *name, gint64 value);
/* Rounded to so many decimals; null for NAN. */
void way_cli_json_number (JsonBuilder *builder, const char *name, double value, int decimals);
/* null for WAY_DATE_NONE */
void way_cli_json_date (JsonBuilder *builder, const char *name, WayDate date);
void way_cli_json_instant (JsonBuilder *builder, const char *name, gint64 utc);

/* The zone of the plan, or of this machine without a plan (transfer full). */
WayZone *way_cli_zone (WayCli *cli);
WayDate way_cli_today (WayCli *cli);

/* "2027-01-04 18:30" in @zone (transfer full). */
char *way_cli_local_time (WayZone *zone, gint64 utc);

/* The file, or standard input for "-" (transfer full). %WAY_ERROR_LIMIT when it has more than @max_bytes, without
 * reading further. */
GBytes *way_cli_read_input (const char *path, gsize max_bytes, GError **error);

/* Reads "mon-fri 18:30-21:30" or "sat,sun 09:00-12:00 preferred" and appends its windows to @availability. */
gboolean way_cli_parse_window (const char *text, GArray *availability, GError **error);

/* The options that say how to plan; plan and what-if take them. */
typedef struct
{
  char *start;
  char *until;
  char *target;
  char *hours;
  char *guide_hours;
  char *daily;
  int block_minutes;
  int break_minutes;  /* -1: not given */
  int buffer_minutes; /* -1: not given */
  int days_in_row;    /* -1: not given */
  char *range;
  char *band;
  char *role;
  char *zone;
  char **windows;
  char **days_off;
  char **extra_hours;
} WayCliSettings;

#define WAY_CLI_SETTINGS_INIT                                                                      \
  {                                                                                                \
    .break_minutes = -1, .buffer_minutes = -1, .days_in_row = -1                                   \
  }

void way_cli_settings_clear (WayCliSettings *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayCliSettings, way_cli_settings_clear)

/* The options, followed by @more (transfer full); freed with g_free(). */
GOptionEntry *way_cli_settings_entries (WayCliSettings *options, const GOptionEntry *more);

/* The stored settings, or the defaults, with what @options say on top (transfer full). */
WayPlanSettings *way_cli_settings_make (WayCli *cli, const WayCliSettings *options, GError **error);

/* A block as an object. */
void way_cli_json_block (JsonBuilder *builder, const WayBlock *block);

/* The block with its state and minutes, as text or as JSON; the exit code. */
int way_cli_print_block (WayCli *cli, gint64 id);

/* Reads a number of a block; %FALSE after it has printed what is wrong, with the exit code in @code. */
gboolean way_cli_parse_id (const char *text, gint64 *id, int *code);

/* "45 min", "1 h 30 min" (transfer full). */
char *way_cli_minutes (int minutes);

/* The roadmap as a table, or as JSON. */
int way_cli_print_roadmap (WayCli *cli);

G_END_DECLS
