/* "offers rank" and "offers pay": offers from a file, compared. Pure: no database, no clock. */
#include "cli/offers.h"

#include "cli/cli.h"

#include <glib/gi18n.h>

static GBytes *
read_file (WayCli *cli,
           const WayCommand *command,
           int argc,
           char **argv,
           gsize max_bytes,
           const char **name,
           int *code)
{
  GError *error = NULL;

  *code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);
  if (*code >= 0)
    return NULL;
  *name = argv[1];
  GBytes *bytes = way_cli_read_input (argv[1], max_bytes, &error);
  if (bytes == NULL)
    *code = way_cli_fail (error);
  return bytes;
}

static const char *
text_of (GBytes *bytes, gsize *length)
{
  const char *data = g_bytes_get_data (bytes, length);

  return data != NULL ? data : "";
}

static int
run_rank (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  const char *name;
  gsize length;
  int code;
  g_autoptr (GBytes) bytes = read_file (cli, command, argc, argv, WAY_RANK_MAX_BYTES, &name, &code);

  if (bytes == NULL)
    return code;
  const char *text = text_of (bytes, &length);
  g_autoptr (WayOffersInput) input = way_rank_input_read (text, length, name, &error);
  if (input == NULL)
    return way_cli_fail (error);
  g_autoptr (WayRanking) ranking = way_rank (&input->in);
  way_offers_print_ranking (input, ranking);
  return WAY_EXIT_DONE;
}

static int
run_pay (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  const char *name;
  gsize length;
  int code;
  g_autoptr (GBytes) bytes = read_file (cli, command, argc, argv, WAY_PAY_MAX_BYTES, &name, &code);

  if (bytes == NULL)
    return code;
  const char *text = text_of (bytes, &length);
  g_autoptr (WayPayInput) input = way_pay_input_read (text, length, name, &error);
  if (input == NULL)
    return way_cli_fail (error);
  g_autoptr (WayPay) pay = way_pay (&input->offer);
  way_offers_print_pay (input, pay);
  return WAY_EXIT_DONE;
}

const WayCommand way_offers_commands[] = {
  { "offers rank", "FILE",
    N_ ("rank offers given as JSON, with how sure that is, and print JSON; no database"),
    "  waymark-cli offers rank offers.json\n", run_rank },
  { "offers pay", "FILE",
    N_ ("tell what an offer given as JSON pays each year, as JSON; no database"),
    "  waymark-cli offers pay offer.json\n", run_pay },
  { 0 },
};
