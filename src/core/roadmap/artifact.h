/* Artifacts: what the work of a phase left behind, to be shown to others. */
#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_ARTIFACT_RFC,        /* a design, written to be discussed */
  WAY_ARTIFACT_CHANGE,     /* a pull request, a patch */
  WAY_ARTIFACT_POSTMORTEM, /* what failed, and why */
  WAY_ARTIFACT_DEMO,       /* something that runs */
  WAY_ARTIFACT_OTHER,
  WAY_ARTIFACT_N_KINDS,
} WayArtifactKind;

/* "rfc", "change", …: the word used in the database and on the command line. */
const char *way_artifact_kind_to_string (WayArtifactKind kind);

/* %WAY_ERROR_INVALID lists the words. */
gboolean way_artifact_kind_parse (const char *word, WayArtifactKind *kind, GError **error);

/* "RFC", "Change", …: for a person. */
const char *way_artifact_kind_title (WayArtifactKind kind);

typedef struct
{
  gint64 id;
  WayArtifactKind kind;
  char *title;
  char *link; /* an address or a path, as it was typed; "" none */
  WayDate made_date;
} WayArtifact;

void way_artifact_free (WayArtifact *artifact);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayArtifact, way_artifact_free)

/* (element-type WayArtifact) by date. */
GPtrArray *way_artifact_list (WayStore *store, gint64 phase_id, GError **error);

/* Each one is one action. What is added or changed has the kind, title, link and day of @artifact; without a title it
 * is refused with %WAY_ERROR_INVALID. @id: (out) (optional). */
gboolean way_artifact_add (WayStore *store,
                           gint64 phase_id,
                           const WayArtifact *artifact,
                           gint64 now_utc,
                           gint64 *id,
                           GError **error);
gboolean
way_artifact_change (WayStore *store, const WayArtifact *artifact, gint64 now_utc, GError **error);
gboolean way_artifact_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error);

/* What to open for @link: an address as it is, a path (also "~/…") as a file: address (transfer full); %NULL for what
 * is neither. */
char *way_artifact_link_to_uri (const char *link);

G_END_DECLS
