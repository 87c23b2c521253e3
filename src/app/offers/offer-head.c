#include "app/offers/offer-head.h"

#include "app/offers/offer-words.h"
#include "app/offers/range-text.h"
#include "app/widgets/tooltip.h"

#include <glib/gi18n.h>

struct _WayOfferHead
{
  GtkWidget parent_instance;

  gint64 id;
  GtkLabel *company;
  GtkLabel *role;
  GtkImage *state_icon;
  GtkLabel *state;
  GtkLabel *deadline;
  GtkLabel *left;
  GtkLabel *total;
  GtkLabel *rank;
  GtkWidget *veto;
  GtkLabel *veto_reason;
};

G_DEFINE_FINAL_TYPE (WayOfferHead, way_offer_head, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *text)
{
  if (text != NULL && *text != '\0' && g_str_equal (gtk_label_get_text (label), text))
    return;
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* How many ranked offers have a larger total. */
static int
place_of (const WayRanking *ranking, int at)
{
  int place = 1;

  for (guint i = 0; i < ranking->n_offers; i++)
    place += !ranking->offers[i].vetoed && way_range_middle (ranking->offers[i].total) >
                                               way_range_middle (ranking->offers[at].total) + 1e-12;
  return place;
}

/* "Rank 1 of 3"; %NULL: it has none. */
static char *
rank_text (const WayComparison *comparison, guint offer)
{
  int at = way_comparison_rank_index (comparison, offer);

  if (at < 0 || comparison->ranking->offers[at].vetoed)
    return NULL;
  /* Translators: a place, and how many there are. */
  return g_strdup_printf (_ ("Rank %d of %u"), place_of (comparison->ranking, at),
                          comparison->ranking->n_ranked);
}

static char *
total_text (const WayComparison *comparison, guint offer)
{
  int at = way_comparison_rank_index (comparison, offer);

  return at >= 0 ? way_points_range_text (comparison->ranking->offers[at].total, 1) : NULL;
}

static void
show_deadline (WayOfferHead *self, const WayOffer *offer, WayDate today)
{
  g_autofree char *day = NULL, *left = NULL;
  gboolean late = FALSE;

  way_offer_deadline_texts (offer, today, &day, &left, &late);
  set_text (self->deadline, day);
  set_text (self->left, left);
  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (self->left), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->left), "error");
}

static void
show_figures (WayOfferHead *self,
              const WayScorecard *card,
              const WayComparison *comparison,
              guint offer)
{
  g_autofree char *total = total_text (comparison, offer);
  g_autofree char *rank = rank_text (comparison, offer);
  g_autofree char *veto = way_offer_veto_text (card, comparison, offer);

  gtk_label_set_text (self->total, total != NULL ? total : "–");
  set_text (self->rank, rank);
  gtk_widget_set_visible (self->veto, veto != NULL);
  gtk_label_set_text (self->veto_reason, veto != NULL ? veto : "");
  way_tooltip_set (self->veto, veto);
}

/* All that is shown, in one name. */
static void
tell (WayOfferHead *self)
{
  GtkLabel *const labels[] = { self->company, self->role,  self->state, self->deadline,
                               self->left,    self->total, self->rank,  self->veto_reason };
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (*gtk_label_get_text (labels[i]) != '\0')
      g_ptr_array_add (texts, (char *) gtk_label_get_text (labels[i]));
  g_ptr_array_add (texts, NULL);
  /* Translators: between the words of a list */
  g_autofree char *name = g_strjoinv (_ (", "), (char **) texts->pdata);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
way_offer_head_show (WayOfferHead *self,
                     const WayScorecard *card,
                     const WayComparison *comparison,
                     guint offer,
                     WayDate today)
{
  const WayOffer *it = g_ptr_array_index (card->offers, offer);

  self->id = it->id;
  set_text (self->company, it->company);
  set_text (self->role, it->role);
  gtk_image_set_from_icon_name (self->state_icon, way_offer_state_icon (it->state));
  gtk_label_set_text (self->state, way_offer_state_title (it->state));
  show_deadline (self, it, today);
  show_figures (self, card, comparison, offer);
  tell (self);
}

static void
edit (WayOfferHead *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "offer.edit", "x", self->id);
}

static gboolean
on_key (WayOfferHead *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_space && key != GDK_KEY_F2)
    return FALSE;
  edit (self);
  return TRUE;
}

static void
on_pressed (WayOfferHead *self, int n)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n == 2)
    edit (self);
}

static void
way_offer_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_offer_head_parent_class)->dispose (object);
}

static void
way_offer_head_class_init (WayOfferHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_offer_head_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/offer-head.ui");
  gtk_widget_class_bind_template_child (widget_class, WayOfferHead, company);
  gtk_widget_class_bind_template_child (widget_class, WayOfferHead, role);
  gtk_widget_class_bind_template_child (widget_class, WayOfferHead, state_icon);
  gtk_widget_class_bind_template_child (widget_class, WayOfferHead, state);
  gtk_widget_class_bind_template_child (widget_class, WayOfferHead, deadline);
  gtk_widget_class_bind_template_child (widget_class, WayOfferHead, left);
  gtk_widget_class_bind_template_child (widget_class, WayOfferHead, total);
  gtk_widget_class_bind_template_child (widget_class, WayOfferHead, rank);
  gtk_widget_class_bind_template_child (widget_class, WayOfferHead, veto);
  gtk_widget_class_bind_template_child (widget_class, WayOfferHead, veto_reason);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "offerhead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
way_offer_head_init (WayOfferHead *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
way_offer_head_new (void)
{
  return g_object_new (WAY_TYPE_OFFER_HEAD, NULL);
}
