/* show-skills DATABASE fill N: skills with scores over two years, for the others.
 * show-skills DATABASE history|sparklines|evidence|ads: what the view of the skills has, each in a window of its own. */
#include "app/session.h"
#include "app/skills/evidence-group.h"
#include "app/skills/history-page.h"
#include "app/skills/job-ads-dialog.h"
#include "app/skills/sparkline.h"
#include "core/base/locale.h"
#include "core/skills/change.h"

#include <adwaita.h>
#include <stdlib.h>

static WayStore *store;
static const char *page;

static WaySkillTexts
texts_of (int i, char **title)
{
  static const char *const titles[] = {
    "System design",
    "Distributed systems",
    "Databases and storage engines",
    "Operating what you build: alerts, dashboards, incident response and postmortems",
    "Testing",
    "CI/CD",
    "C++",
    "Code review",
    "Mentoring",
    "Writing design documents",
    "Estimation",
    "Security basics",
  };
  gboolean first = i < (int) G_N_ELEMENTS (titles);

  *title = first ? g_strdup (titles[i]) : g_strdup_printf ("Skill number %d", i + 1);
  return (WaySkillTexts) { .title = *title,
                           .group = i % 12 < 7 ? "Technical" : "Working with others",
                           .gap_action = "",
                           .note = "",
                           .synonyms = i == 5 ? "continuous delivery" : "",
                           .interview_percent = WAY_SKILL_UNKNOWN,
                           .ad_percent = WAY_SKILL_UNKNOWN };
}

/* Each skill is looked at now and then; some never, some are blank in between. */
static gboolean
fill_skill (int i, GError **error)
{
  g_autofree char *title = NULL;
  WaySkillTexts texts = texts_of (i, &title);
  WayDate today = way_session_today (store);
  gint64 id;

  if (!way_skill_add (store, &texts, way_session_now (), &id, error) ||
      (i % 5 != 3 &&
       !way_skill_set_target (store, id, 3 + i % 3, today - 800, way_session_now (), error)))
    return FALSE;
  for (int quarter = 8; i % 4 != 2 && quarter >= 0; quarter -= 1 + i % 3)
    {
      int score = CLAMP (1 + (8 - quarter + i) / 3, WAY_SKILL_MIN, WAY_SKILL_MAX);
      if (quarter == 4 && i % 7 == 1)
        score = WAY_SKILL_BLANK;
      if (!way_skill_set_score (store, id, "", score,
                                way_date_add_months (today, -3 * quarter) - i % 20,
                                way_session_now () - quarter, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (int n, GError **error)
{
  if (!way_store_begin (store, "Fill", way_session_now (), error))
    return FALSE;
  for (int i = 0; i < n; i++)
    if (!fill_skill (i, error))
      return FALSE;
  return way_store_commit (store, error);
}

static GtkWidget *
make_sparklines (const WayMatrix *matrix)
{
  GtkWidget *preferences = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  g_autoptr (GHashTable) points = way_skill_points (store, NULL);

  for (guint i = 0; i < matrix->skills->len; i++)
    {
      const WaySkill *skill = g_ptr_array_index (matrix->skills, i);
      GtkWidget *row = adw_action_row_new (), *line = way_sparkline_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), skill->title);
      way_sparkline_set_points (WAY_SPARKLINE (line), g_hash_table_lookup (points, &skill->id),
                                matrix->date);
      gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), line);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (preferences), ADW_PREFERENCES_GROUP (group));
  return preferences;
}

static GtkWidget *
make_evidence (const WayMatrix *matrix)
{
  GtkWidget *preferences = adw_preferences_page_new (), *group = way_evidence_group_new (store);
  const WaySkill *skill = g_ptr_array_index (matrix->skills, 0);

  way_evidence_group_set_skill (WAY_EVIDENCE_GROUP (group), skill->id);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (preferences), ADW_PREFERENCES_GROUP (group));
  return preferences;
}

static GtkWidget *
make_page (const WayMatrix *matrix)
{
  if (g_str_equal (page, "sparklines"))
    return make_sparklines (matrix);
  if (g_str_equal (page, "evidence"))
    return make_evidence (matrix);
  return way_history_page_new (store);
}

/* As the window does for other programs. */
static gboolean
on_poll (gpointer data)
{
  way_store_poll (store);
  return G_SOURCE_CONTINUE;
}

static void
on_activate (GtkApplication *application)
{
  g_autoptr (WayMatrix) matrix = way_matrix_load (store, way_session_today (store), NULL);
  gboolean ads = g_str_equal (page, "ads");
  GtkWidget *window = ads ? way_job_ads_dialog_new (store) : adw_window_new ();

  if (!ads)
    {
      GtkWidget *content = make_page (matrix), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_set_vexpand (content, TRUE);
      gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
      gtk_box_append (GTK_BOX (box), content);
      adw_window_set_content (ADW_WINDOW (window), box);
      gtk_window_set_title (GTK_WINDOW (window), "Skills");
      gtk_window_set_default_size (GTK_WINDOW (window), 900, 640);
    }
  gtk_window_set_application (GTK_WINDOW (window), application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  way_locale_init ();
  if (argc < 3)
    g_error ("show-skills DATABASE fill N|history|sparklines|evidence|ads");
  store = way_store_open (argv[1], &error);
  page = argv[2];
  if (store != NULL && g_str_equal (page, "fill"))
    fill (argc > 3 ? atoi (argv[3]) : 8, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  if (!g_str_equal (page, "fill"))
    {
      g_autoptr (AdwApplication) application =
          adw_application_new ("io.github.waymark.Waymark", G_APPLICATION_NON_UNIQUE);
      g_timeout_add (100, on_poll, NULL);
      g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
      g_application_run (G_APPLICATION (application), 1, argv);
    }
  g_object_unref (store);
  return EXIT_SUCCESS;
}
