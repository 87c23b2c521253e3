#include "app/skills/job-ad-marks.h"

#include "app/widgets/draw.h"

#define NAMED  "way-named"
#define CHOSEN "way-chosen"

void
way_job_ad_marks_set_up (GtkTextBuffer *buffer, GtkWidget *widget)
{
  GdkRGBA ground = way_draw_color (widget, "way_score", 0.25f);

  gtk_text_buffer_create_tag (buffer, NAMED, "background-rgba", &ground, "underline",
                              PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, CHOSEN, "weight", PANGO_WEIGHT_BOLD, "underline",
                              PANGO_UNDERLINE_DOUBLE, NULL);
}

gboolean
way_job_ad_marks_show (GtkTextBuffer *buffer,
                       const char *text,
                       const GArray *mentions,
                       gint64 skill_id,
                       GtkTextIter *first)
{
  GtkTextIter start, end;
  guint byte = 0;
  glong character = 0;
  gboolean found = FALSE;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
  for (guint i = 0; i < mentions->len; i++)
    {
      const WayMention *mention = &g_array_index (mentions, WayMention, i);
      /* Places are in bytes, those of a buffer in characters: counted on from the one before. */
      character += g_utf8_strlen (text + byte, mention->from - byte);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) character);
      character += g_utf8_strlen (text + mention->from, mention->to - mention->from);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) character);
      byte = mention->to;
      gtk_text_buffer_apply_tag_by_name (buffer, NAMED, &start, &end);
      if (mention->skill_id != skill_id)
        continue;
      gtk_text_buffer_apply_tag_by_name (buffer, CHOSEN, &start, &end);
      if (!found)
        *first = start;
      found = TRUE;
    }
  return found;
}
