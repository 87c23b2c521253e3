/* What the files of this room share. */
#pragma once

#include "core/skills/matrix.h"

G_BEGIN_DECLS

/* A blank one; its texts are %NULL yet. */
WaySkill *way_skill_new (void);
void way_skill_free (WaySkill *skill);

/* The word in the database: "area", "skill", "own". */
WaySkillKind way_skill_kind_from_string (const char *word);

/* (element-type WaySkill) the skills in the order of the matrix, as they came with their guides: without what is known of
 * them by date (transfer full). */
GPtrArray *way_skills_load_rows (WayStore *store, GError **error);

/* Fills ad_count and n_ads of @skills. */
gboolean way_skills_count_ads (WayStore *store, GPtrArray *skills, GError **error);

/* The heading of a guide's skills of its kind, or of own ones. @guide_title: %NULL where there is only one guide
 * (transfer full). */
char *way_skill_default_group (WaySkillKind kind, const char *guide_title);

/* One line, without space around it; %NULL is "" (transfer full). */
char *way_skill_tidy (const char *text);

/* Ends the action that @ran in, when it changed the one row that it is about; else @gone is what is said. */
gboolean way_skill_end (WayStore *store, gboolean ran, const char *gone, GError **error);

/* "This skill is no longer there." */
const char *way_skill_gone (void);

/* How a word hangs on the one before it. */
typedef enum
{
  WAY_GLUE_NONE, /* nothing is between them */
  WAY_GLUE_GAP, /* space, at most one line break in it, or a hyphen: the words may be of one name */
  WAY_GLUE_BREAK, /* more than that: a new paragraph, an item of a list, a dash */
} WayGlue;

/* A run of letters and digits, or one sign that is neither those nor space. */
typedef struct
{
  guint from, to;  /* bytes [from, to) of the text */
  guint folded;    /* where the word, without its case and accents, begins among the folded ones */
  WayGlue glue;    /* to the word before */
  gunichar symbol; /* 0: a word */
  gboolean digit;  /* a word that begins with one */
} WayWord;

/* Appends the words of @text to @words, and each one folded, with a zero behind it, to @folded. */
void way_words_split (const char *text, GArray *words, GString *folded);

/* Whether both say the same words, whatever their case, accents, hyphens and line breaks. */
gboolean way_words_equal (const char *a, const char *b);

/* The names to look for, made ready. */
typedef struct _WayNames WayNames;

WayNames *way_names_new (const GPtrArray *skills);
void way_names_free (WayNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayNames, way_names_free)

/* Adds the id of each skill that @text names to @ids, once, also where several skills have the same name. */
void way_names_find_skills (const WayNames *names, const char *text, GArray *ids);

G_END_DECLS
