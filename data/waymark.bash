# bash completion for waymark-cli

_waymark_cli() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  local commands="plan replan what-if roadmap schedule today block skill export live guide busy calendar planner offer offers undo redo history backup restore archive doctor"
  local settings="--start --until --target --hours --guide-hours --daily --block --break --buffer --days-in-row --range --band --role --zone --window --day-off --extra"
  local common="--database --json --quiet --help"
  local word command="" sub="" options="" skip=0
  COMPREPLY=()

  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [ $skip = 1 ]; then skip=0; continue; fi
    case $word in
      --database) skip=1 ;;
      -*) ;;
      *) if [ -z "$command" ]; then command=$word; elif [ -z "$sub" ]; then sub=$word; fi ;;
    esac
  done

  case $prev in
    --database | --busy | --export) compopt -o filenames; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    --to)
      if [ "$command" = backup ]; then compopt -o filenames; COMPREPLY=($(compgen -f -- "$cur")); return; fi
      COMPREPLY=($(compgen -W "today tomorrow +1w +2w +1m" -- "$cur")); return ;;
    --start | --until | --target | --finish | --from | --due | --deadline | --look-back) COMPREPLY=($(compgen -W "today tomorrow +1w +2w +1m" -- "$cur")); return ;;
    --guide)
      compopt -o filenames
      COMPREPLY=($(compgen -f -- "$cur") $(compgen -W "learning-distributed-systems" -- "$cur")); return ;;
    --template) COMPREPLY=($(compgen -W "engineering-job remote-first first-job" -- "$cur")); return ;;
    --state) COMPREPLY=($(compgen -W "applied interviewing offered accepted declined rejected withdrawn" -- "$cur")); return ;;
    --measure) COMPREPLY=($(compgen -W "typed first-year yearly guaranteed present commute" -- "$cur")); return ;;
    --only) COMPREPLY=($(compgen -W "Drills Reviews" -- "$cur")); return ;;
    --kinds) COMPREPLY=($(compgen -W "study mock drill review milestone checklist offer" -- "$cur")); return ;;
    --kind)
      if [ "$command" = skill ]; then COMPREPLY=($(compgen -W "artifact drill mock feedback" -- "$cur")); return; fi
      COMPREPLY=($(compgen -W "study mock drill review rfc change postmortem demo other" -- "$cur")); return ;;
    --range) COMPREPLY=($(compgen -W "low high" -- "$cur")); return ;;
    --encoding) COMPREPLY=($(compgen -W "auto UTF-8 UTF-16LE UTF-16BE Windows-1252 Latin-1" -- "$cur")); return ;;
    --separator) COMPREPLY=($(compgen -W "comma semicolon tab" -- "$cur")); return ;;
    --format) COMPREPLY=($(compgen -W "csv markdown html" -- "$cur")); return ;;
    --with) COMPREPLY=($(compgen -W "names pay notes names,pay,notes" -- "$cur")); return ;;
    --all-day-busy | --any-weights | --private | --blind) COMPREPLY=($(compgen -W "yes no" -- "$cur")); return ;;
  esac

  case $command in
    "") options="$commands --version" ;;
    plan) options="--guide --share --busy --map-zone --export $settings" ;;
    what-if) options="--finish $settings" ;;
    roadmap)
      if [ -z "$sub" ]; then options="show gate note artifact set baseline --baseline"
      elif [ "$sub" = gate ]; then options="--evidence --override --open"
      elif [ "$sub" = artifact ]; then options="add list remove --kind --link --date"
      elif [ "$sub" = set ]; then options="--from --due --clear --apply"
      else options="take list remove"; fi ;;
    replan) options="--apply --only" ;;
    schedule) options="--from --to" ;;
    export) options="--kinds --from --to --utc --todo --free-busy --changes-only --dry-run" ;;
    live)
      if [ -z "$sub" ]; then options="show start stop"
      elif [ "$sub" = start ]; then options="--gnome"; fi ;;
    block)
      if [ -z "$sub" ]; then options="show add move pin unpin remove start pause finish skip minutes plan"
      elif [ "$sub" = plan ]; then options="mock review --guide"
      elif [ "$sub" = add ]; then options="--from --minutes --kind --for --title"
      elif [ "$sub" = move ]; then options="--from --minutes"; fi ;;
    skill)
      if [ -z "$sub" ]; then options="list set add remove gap history evidence ad plan import export"
      elif [ "$sub" = list ]; then options="--date"
      elif [ "$sub" = evidence ]; then options="add list remove --kind --title --link --by --rating --date --artifact"
      elif [ "$sub" = ad ]; then options="add list remove --title"
      elif [ "$sub" = plan ]; then options="list remove --hours --due --title --apply"
      elif [ "$sub" = set ] || [ "$sub" = add ]; then
        options="--by --date --target --gap-action --note --synonyms --interviews --ads --group --title"
      fi ;;
    guide) [ -z "$sub" ] && options="import check list show" ;;
    busy)
      if [ -z "$sub" ]; then options="add follow list moved refresh remove"
      elif [ "$sub" = add ]; then options="--zone --map-zone --ignore-all-day --dry-run"
      elif [ "$sub" = follow ]; then options="--keep"; fi ;;
    calendar)
      if [ -z "$sub" ]; then options="busy"; else options="--from --to --zone --map-zone --all-day-busy"; fi ;;
    planner) [ -z "$sub" ] && options="solve" || options="--strict" ;;
    offer)
      local of_offers="--role --place --currency --deadline --state --note --base --raise --bonus --bonus-percent --payout-low --payout --payout-high --bonus-promised --pension --pension-percent --allowance --commute-cost --commute-hours --sign-on --no-sign-on --grant --no-equity --card"
      if [ -z "$sub" ]; then options="cards new list add set remove criterion score weight rate lock unlock compare decide undecide look-back needs settings"
      elif [ "$sub" = new ]; then options="--currency --template --like"
      elif [ "$sub" = add ]; then options="$of_offers"
      elif [ "$sub" = set ]; then options="--company $of_offers"
      elif [ "$sub" = criterion ]; then options="add set remove list --title --weight --scale --unit --less-is-better --more-is-better --at-least --at-most --measure --note --card"
      elif [ "$sub" = score ]; then options="--note --card"
      elif [ "$sub" = rate ]; then options="--date --card"
      elif [ "$sub" = decide ]; then options="--reason --expect --look-back --decline --card"
      elif [ "$sub" = look-back ]; then options="--note --date --open"
      elif [ "$sub" = settings ]; then options="--title --currency --years --discount --lead --any-weights --private --blind --card"
      else options="--card"; fi ;;
    offers) [ -z "$sub" ] && options="rank pay" ;;
    backup) options="--to --list" ;;
    doctor) options="--fix" ;;
    restore) options="--dry-run" ;;
    archive)
      if [ -z "$sub" ]; then options="export import"
      elif [ "$sub" = import ]; then options="--dry-run"; fi ;;
  esac
  case "$command $sub" in
    "skill import") options="--dry-run --map --encoding --separator --skip-bad" ;;
    "skill export") options="--format --history" ;;
    "offer export") options="--card --format --with" ;;
  esac
  COMPREPLY=($(compgen -W "$options $common" -- "$cur"))

  case "$command $sub" in
    "export "* | "restore "* | "archive export" | "archive import" | "guide import" | "guide check" | "busy add" | "calendar busy" | "planner solve" | "offers "* | \
      "skill import" | "skill export" | "skill ad" | "offer export")
      case $cur in
        -*) ;;
        *) compopt -o filenames; COMPREPLY+=($(compgen -f -- "$cur")) ;;
      esac ;;
  esac
}
complete -F _waymark_cli waymark-cli
