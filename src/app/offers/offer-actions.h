/* The actions "scorecard.…", "offer.…" and "criterion.…" of a widget that shows a scorecard: what its buttons, menus,
 * shortcuts and cells reach the data and the dialogs by.
 *
 * Without a parameter, of the scorecard that is shown: scorecard.edit, scorecard.swing, scorecard.lock (a toggle),
 * scorecard.export, scorecard.remove, scorecard.decide, scorecard.undecide, offer.new, criterion.new; scorecard.new of
 * none. By id: offer.edit, offer.remove, offer.needs, criterion.edit, criterion.remove. Besides offer.move and
 * criterion.move (xx) to before another, offer.set-state (xs), scorecard.look-back (xbs) with whether it is done, and the
 * note. */
#pragma once

#include "core/offers/scorecard.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Once. */
void way_offer_actions_install (GtkWidget *view, WayStore *store);

/* What the actions are about from now on; %NULL: no scorecard. */
void way_offer_actions_set_card (GtkWidget *view, const WayScorecard *card);

G_END_DECLS
