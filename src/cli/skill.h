/* What the commands for skills share. */
#pragma once

#include "cli/cli.h"
#include "core/skills/matrix.h"

G_BEGIN_DECLS

/* The matrix of today; %NULL after it has printed why not, with the exit code in @code. */
WayMatrix *way_cli_load_matrix (WayCli *cli, WayDate date, int *code);

/* The skill that @name says: its number, its key or its title; %NULL with %WAY_ERROR_NOT_FOUND, or %WAY_ERROR_INVALID and
 * a list where there are several. */
const WaySkill *way_cli_find_skill (const WayMatrix *matrix, const char *name, GError **error);

/* Opens the store and finds a skill in the matrix of today, which goes to @matrix; %NULL after it has printed why not, with
 * the exit code in @code. */
const WaySkill *way_cli_open_skill (WayCli *cli, const char *name, WayMatrix **matrix, int *code);

/* Reads a day; today for %NULL. */
gboolean way_cli_parse_day (WayCli *cli, const char *text, WayDate *date, GError **error);

void way_cli_print_matrix (WayCli *cli, const WayMatrix *matrix);

/* One skill as it is now; the exit code. */
int way_cli_print_skill (WayCli *cli, gint64 skill_id);

void way_cli_print_gaps (WayCli *cli, const WayMatrix *matrix);

/* What was set, of the skills in @matrix: (element-type WaySkillEvent). */
void way_cli_print_skill_history (WayCli *cli, const WayMatrix *matrix, const GPtrArray *events);

/* null for a blank */
void way_cli_json_score (JsonBuilder *builder, const char *name, int score);

G_END_DECLS
