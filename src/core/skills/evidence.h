/* What shows that a score is right. */
#pragma once

#include "core/skills/matrix.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_EVIDENCE_ARTIFACT,
  WAY_EVIDENCE_DRILL,
  WAY_EVIDENCE_MOCK,     /* a mock interview, with a rating or not */
  WAY_EVIDENCE_FEEDBACK, /* of another one */
  WAY_EVIDENCE_N_KINDS,
} WayEvidenceKind;

/* "artifact", "drill", "mock", "feedback"; NULL-safe parse lists the words. */
const char *way_evidence_kind_to_string (WayEvidenceKind kind);
gboolean way_evidence_kind_parse (const char *word, WayEvidenceKind *kind, GError **error);
/* "Artifact", …: for a person. */
const char *way_evidence_kind_title (WayEvidenceKind kind);

typedef struct
{
  gint64 id;
  gint64 skill_id;
  WayEvidenceKind kind;
  char *title; /* of the artifact itself where there is one */
  char *link;
  char *given_by; /* "" not said */
  int rating;     /* of a mock interview, 1…5; 0: none */
  WayDate made_date;
  gint64 artifact_id; /* of the roadmap; 0: none */
} WayEvidence;

void way_evidence_free (WayEvidence *evidence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayEvidence, way_evidence_free)

/* (element-type WayEvidence) newest first. */
GPtrArray *way_evidence_list (WayStore *store, gint64 skill_id, GError **error);

/* "Add Evidence", "Change Evidence", "Remove Evidence". Without a title and an artifact it is refused with
 * %WAY_ERROR_INVALID. @id: (out) (optional) */
gboolean way_evidence_add (WayStore *store,
                           const WayEvidence *evidence,
                           gint64 now_utc,
                           gint64 *id,
                           GError **error);
gboolean
way_evidence_change (WayStore *store, const WayEvidence *evidence, gint64 now_utc, GError **error);
gboolean way_evidence_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error);

/* An artifact of the roadmap that can be linked. */
typedef struct
{
  gint64 id;
  char *title;
  char *phase;
  WayDate made_date;
} WayEvidenceArtifact;

/* (element-type WayEvidenceArtifact) newest first, but for those that @skill_id has already. */
GPtrArray *way_evidence_artifacts (WayStore *store, gint64 skill_id, GError **error);

G_END_DECLS
