#include "core/offers/report-markup.h"

void
way_report_append_html (GString *html, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '&':
        g_string_append (html, "&amp;");
        break;
      case '<':
        g_string_append (html, "&lt;");
        break;
      case '>':
        g_string_append (html, "&gt;");
        break;
      case '"':
        g_string_append (html, "&quot;");
        break;
      case '\'':
        g_string_append (html, "&#39;");
        break;
      default:
        /* HTML has no other control characters. */
        if ((guchar) *at >= 0x20 || *at == '\n' || *at == '\t')
          g_string_append_c (html, *at);
      }
}
