# How long is waited, in seconds. Rehearsals shorten it by setting these variables.
CMK_ACCESS_WAIT_SECONDS="${CMK_ACCESS_WAIT_SECONDS:-300}"         # until new access counts everywhere
CMK_POLL_SECONDS="${CMK_POLL_SECONDS:-15}"                        # between two looks at something that goes on by itself
CMK_READY_TIMEOUT_SECONDS="${CMK_READY_TIMEOUT_SECONDS:-1200}"    # for Azure to make something ready
CMK_OPERATION_TIMEOUT_SECONDS="${CMK_OPERATION_TIMEOUT_SECONDS:-345600}" # for an operation on the environment: 4 days

# Git for Windows would take ids that begin with a slash for paths of files.
export MSYS_NO_PATHCONV=1

MODE=show
TO_DO=0
CHANGED=0
ANSWER=''
# When the policy was given access to the key, in seconds since 1970; 0 when this plan gives none.
ACCESS_GIVEN_AT=0
SAID="$(mktemp)"
trap 'rm -f "$SAID"' EXIT

stop() {
  printf '\nStopped: %s\n' "$1" >&2
  exit 1
}

lower() { printf '%s' "$1" | tr '[:upper:]' '[:lower:]'; }

# True when two words or ids are the same but for their case, in which the services are not consistent.
same() { [[ "$(lower "$1")" == "$(lower "$2")" ]]; }

# True when az complained in these words.
said() { grep -Eqi -- "$1" "$SAID"; }

# Runs az and keeps what it prints in ANSWER, what it complains of in the file SAID. A service that wants a pause gets it.
ask() {
  local pauses=0 passing='TooManyRequests|Too Many Requests'
  # An operation that was asked for may have begun although its answer was lost, so that is asked again only where it was turned away.
  if [[ "$*" != *--method=post* && "$*" != *--method=patch* ]]; then passing="$passing|ServiceUnavailable|Service Unavailable"; fi
  while true; do
    if ANSWER="$(az "$@" --only-show-errors --output tsv 2>"$SAID" </dev/null)"; then
      ANSWER="${ANSWER//$'\r'/}"
      return 0
    fi
    if (( pauses >= 10 )) || ! said "$passing"; then return 1; fi
    pauses=$(( pauses + 1 ))
    sleep "$CMK_POLL_SECONDS"
  done
}

refused() {
  cat "$SAID" >&2
  stop 'az was refused; the words of the service stand above. What was done so far stays, and the script can be run again.'
}

# As ask, but a refusal ends the script.
must() { ask "$@" || refused; }

# As must, but fails where the thing does not exist.
look() {
  if ask "$@"; then return 0; fi
  if said '(Resource|ResourceGroup|Key|Vault)NotFound'; then return 1; fi
  refused
}

# The next page of a list, kept in NEXT as an address without a host, so that no answer sends az elsewhere. Arguments: the link that Azure gave, or nothing.
NEXT=''
# shellcheck disable=SC2034 # Not every plan reads a list.
next_page() {
  NEXT=''
  if [[ -z "$1" ]]; then return 0; fi
  [[ "$1" == *://*/* ]] || stop "Azure names a next page that is no address: $1"
  NEXT="/${1#*://*/}"
}

# Waits for a moment, at most until a time on the script's own clock. Arguments: that time, and what to say when it is past.
pause_until() {
  if (( SECONDS >= $1 )); then stop "$2"; fi
  sleep "$CMK_POLL_SECONDS"
}

# Microsoft's scripts say that new access can take 5 minutes to count. Adding the environment earlier cuts users off and then fails.
wait_for_access() {
  local left=$(( ACCESS_GIVEN_AT + CMK_ACCESS_WAIT_SECONDS - $(date +%s) ))
  if (( ACCESS_GIVEN_AT == 0 || left <= 0 )); then return 0; fi
  if (( left > CMK_ACCESS_WAIT_SECONDS )); then left=$CMK_ACCESS_WAIT_SECONDS; fi
  printf '          waiting %s seconds until the access counts everywhere\n' "$left"
  sleep "$left"
}

# One line of the plan: its title, what it changes, the name of its two functions, and their arguments.
step() {
  local title="$1" effect="$2" thing="$3" state=0
  shift 3
  "${thing}_is_so" "$@" || state=$?
  if (( state == 0 )); then
    printf '  is so   %s\n' "$title"
  elif [[ "$MODE" == show ]]; then
    TO_DO=$(( TO_DO + 1 ))
    printf '  to do   %s\n          %s\n' "$title" "$effect"
  else
    printf '  doing   %s\n' "$title"
    "${thing}_make" "$@"
    CHANGED=$(( CHANGED + 1 ))
    printf '  done    %s\n' "$title"
  fi
}

# Stops in another tenant than the one the plan was made for.
check_sign_in() {
  local tenant cloud account
  must account show --query='[[tenantId, environmentName, user.name]]'
  IFS=$'\t' read -r tenant cloud account <<<"$ANSWER"
  printf 'Cloud %s, tenant %s, account %s\n\n' "$cloud" "$tenant" "$account"
  same "$tenant" "$TENANT_ID" || stop "az is signed in to tenant $tenant; this plan is for $TENANT_ID. Sign in with: az login --tenant $TENANT_ID"
}

confirm() {
  local typed=''
  printf '\nType %s to make these changes: ' "$CONFIRMATION"
  { read -r typed </dev/tty; } 2>/dev/null || stop 'nobody can be asked here. Run it with --yes to make the changes unasked.'
  [[ "$typed" == "$CONFIRMATION" ]] || stop "that is something else. Nothing $(if (( CHANGED > 0 )); then printf 'else '; fi)was changed."
}

main() {
  local wish="${1:-ask}"
  case "$wish" in
    ask|--yes|--show) ;;
    *)
      printf 'Usage: bash %s [--show | --yes]\n  --show  only shows what would change\n  --yes   makes the changes without asking\n' "$0"
      if [[ "$wish" == --help ]]; then exit 0; else exit 2; fi
      ;;
  esac
  check_sign_in
  printf 'What this changes:\n'
  plan
  if (( TO_DO == 0 )); then printf '\nNo changes are left.\n'; fi
  if [[ "$wish" == --show ]]; then return; fi
  if (( TO_DO > 0 )); then
    if [[ "$wish" == ask ]]; then confirm; fi
    MODE=change
    printf '\n'
    plan
  fi
  proof
  printf '\nChanged: %s.\n' "$CHANGED"
}
