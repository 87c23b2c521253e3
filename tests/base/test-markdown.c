#include "core/base/markdown.h"

static void
assert_appends (void (*append) (GString *, const char *), const char *text, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append (out, text);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_no_text_becomes_markup (void)
{
  assert_appends (way_markdown_append, "a *b* _c_ `d`", "a \\*b\\* \\_c\\_ \\`d\\`");
  assert_appends (way_markdown_append, "[a](b) ![c] <d> &amp; # | ~ \\",
                  "\\[a\\](b) \\!\\[c\\] \\<d\\> \\&amp; \\# \\| \\~ \\\\");
  assert_appends (way_markdown_append, "a\r\nb\nc\rd", "a<br>b<br>c<br>d");
}

static void
test_no_paragraph_becomes_a_list (void)
{
  assert_appends (way_markdown_append_paragraph, "- a", "\\- a\n\n");
  assert_appends (way_markdown_append_paragraph, "12. a", "12\\. a\n\n");
  assert_appends (way_markdown_append_paragraph, "===", "\\===\n\n");
  assert_appends (way_markdown_append_paragraph, "12 a - b", "12 a - b\n\n");
}

static void
test_tables_say_which_columns_are_numbers (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  way_markdown_append_heading (out, (char *[]) { (char *) "a|b", (char *) "c", NULL }, 1);
  way_markdown_append_row (out, (char *[]) { (char *) "x\ny", (char *) "", NULL });
  g_assert_cmpstr (out->str, ==, "| a\\|b | c |\n|---|---:|\n| x<br>y |  |\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/no-text-becomes-markup", test_no_text_becomes_markup);
  g_test_add_func ("/markdown/no-paragraph-becomes-a-list", test_no_paragraph_becomes_a_list);
  g_test_add_func ("/markdown/tables-say-which-columns-are-numbers",
                   test_tables_say_which_columns_are_numbers);
  return g_test_run ();
}
