# Several environments. Each is confirmed by its own name and comes to its end before the next one begins. Where one stops, the rest stay as they are.
# True when a part is to be done. Arguments: its number, and what was asked for: an environment by name or ID, or nothing for all.
is_wanted() { [[ -z "$2" ]] || same "$2" "${ENVIRONMENT_NAMES[$1]}" || same "$2" "${ENVIRONMENT_IDS[$1]}"; }

# Arguments: what was asked for.
show_each() {
  local part before found=0
  printf 'What this changes:\n'
  for part in "${!ENVIRONMENT_IDS[@]}"; do
    LEFT[part]=0
    if ! is_wanted "$part" "$1"; then continue; fi
    found=1 before=$TO_DO
    "plan_$part"
    LEFT[part]=$(( TO_DO - before ))
  done
  if (( found == 0 )); then stop "this script is about no environment called $1."; fi
  if (( TO_DO == 0 )); then printf '\nNo changes are left.\n'; fi
}

# Arguments: --yes or ask, and what was asked for.
change_each() {
  local part
  for part in "${!ENVIRONMENT_IDS[@]}"; do
    if ! is_wanted "$part" "$2"; then continue; fi
    if (( LEFT[part] > 0 )); then
      CONFIRMATION="${ENVIRONMENT_NAMES[part]}"
      if [[ "$1" == ask ]]; then confirm; fi
      MODE=change
      printf '\n'
      "plan_$part"
      MODE=show
    fi
    "proof_$part"
  done
  printf '\nChanged: %s.\n' "$CHANGED"
}

LEFT=()
main_each() {
  local wish=ask only=''
  while (( $# > 0 )); do
    case "$1" in
      --yes|--show) wish="$1" ;;
      --only) only="${2:-}"; if [[ -z "$only" ]]; then stop '--only needs the name or the ID of an environment.'; fi; shift ;;
      *)
        printf 'Usage: bash %s [--show | --yes] [--only ENVIRONMENT]\n  --show  only shows what would change\n  --yes   makes the changes without asking\n  --only  does one environment, by its name or ID\n' "$0"
        if [[ "$1" == --help ]]; then exit 0; else exit 2; fi
        ;;
    esac
    shift
  done
  check_sign_in
  show_each "$only"
  if [[ "$wish" != --show ]]; then change_each "$wish" "$only"; fi
}
