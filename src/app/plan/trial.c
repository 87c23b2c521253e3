#include "app/plan/trial.h"

#include "app/format.h"
#include "app/session.h"

#include <glib/gi18n.h>

struct _WayTrial
{
  GObject parent_instance;

  WayStore *store; /* which this belongs to */
  WayVariant *now;
  WayVariant *then;
};

G_DEFINE_FINAL_TYPE (WayTrial, way_trial, G_TYPE_OBJECT)

static guint changed_signal;

static void
clear (WayTrial *self)
{
  g_clear_pointer (&self->now, way_variant_free);
  g_clear_pointer (&self->then, way_variant_free);
}

void
way_trial_close (WayTrial *self)
{
  if (self->then == NULL)
    return;
  clear (self);
  g_signal_emit (self, changed_signal, 0);
}

gboolean
way_trial_show (WayTrial *self, const WayPlanSettings *settings, GError **error)
{
  g_autoptr (WayPlanSettings) stored = way_plan_settings_load (self->store, error);
  gint64 now_utc = way_session_now ();
  g_autoptr (WayVariant) now =
      stored != NULL ? way_variant_new (self->store, stored, now_utc, error) : NULL;
  g_autoptr (WayVariant) then =
      now != NULL ? way_variant_new (self->store, settings, now_utc, error) : NULL;

  if (then == NULL)
    return FALSE;
  clear (self);
  self->now = g_steal_pointer (&now);
  self->then = g_steal_pointer (&then);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

/* With the data of now, as long as that can still be planned. */
static void
on_store_changed (WayTrial *self)
{
  if (self->then == NULL)
    return;
  g_autoptr (WayPlanSettings) settings = way_plan_settings_copy (self->then->settings);
  if (!way_trial_show (self, settings, NULL))
    way_trial_close (self);
}

const WayVariant *
way_trial_get_then (WayTrial *self)
{
  return self->then;
}

const WayVariant *
way_trial_get_now (WayTrial *self)
{
  return self->now;
}

static void
add_text (GPtrArray *texts, char *text)
{
  g_ptr_array_add (texts, text);
}

char *
way_trial_describe (WayTrial *self)
{
  const WayPlanSettings *now = self->now->settings, *then = self->then->settings;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *hours = way_format_minutes (then->weekly_minutes);
  g_autofree char *finish =
      then->target_date != WAY_DATE_NONE ? way_format_date (then->target_date) : NULL;

  if (now->weekly_minutes != then->weekly_minutes)
    /* Translators: a length of time */
    add_text (texts, g_strdup_printf (_ ("%s a week"), hours));
  if (now->low_end != then->low_end)
    add_text (texts, g_strdup (then->low_end ? _ ("the low end of the ranges")
                                             : _ ("the high end of the ranges")));
  if (now->target_date != then->target_date)
    add_text (texts, finish != NULL ? g_strdup_printf (_ ("finished by %s"), finish)
                                    : g_strdup (_ ("no finish date")));
  if (!g_str_equal (now->band, then->band))
    add_text (texts, g_strdup (_ ("other experience")));
  if (!g_str_equal (now->role, then->role))
    add_text (texts, g_strdup (_ ("another role")));
  g_ptr_array_add (texts, NULL);
  g_autofree char *list = g_strjoinv (", ", (char **) texts->pdata);
  /* Translators: what is tried: "What if: 9 h a week, the low end of the ranges" */
  return g_strdup_printf (_ ("What if: %s"), list);
}

static WayDate
finish_of (const WayVariant *variant)
{
  return variant->settings->low_end ? variant->early_finish_date : variant->late_finish_date;
}

char *
way_trial_compare (WayTrial *self)
{
  WayDate before = finish_of (self->now), after = finish_of (self->then);

  if (before == WAY_DATE_NONE || after == WAY_DATE_NONE)
    return g_strdup (_ ("Not all phases find a place"));
  g_autofree char *then = way_format_date (after);
  g_autofree char *now = way_format_date (before);
  g_autofree char *difference = way_format_difference (after - before);
  /* Translators: two days, and "5 weeks earlier" */
  return g_strdup_printf (_ ("Finished on %s instead of %s, %s"), then, now, difference);
}

static void
way_trial_finalize (GObject *object)
{
  clear (WAY_TRIAL (object));
  G_OBJECT_CLASS (way_trial_parent_class)->finalize (object);
}

static void
way_trial_class_init (WayTrialClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_trial_finalize;
  changed_signal = g_signal_new ("changed", WAY_TYPE_TRIAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
way_trial_init (WayTrial *self)
{
}

WayTrial *
way_trial_of (WayStore *store)
{
  WayTrial *self = g_object_get_data (G_OBJECT (store), "way-trial");

  if (self != NULL)
    return self;
  self = g_object_new (WAY_TYPE_TRIAL, NULL);
  self->store = store;
  g_object_set_data_full (G_OBJECT (store), "way-trial", self, g_object_unref);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}
