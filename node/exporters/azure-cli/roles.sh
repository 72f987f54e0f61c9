# Role assignments are read and written without the directory's own API, which not every account and cloud can reach.

# Seconds since 1970 of a moment such as 2026-11-24T12:00:00Z, kept in EPOCH; 0 when it is none. Every system's date reads it in another way.
EPOCH=0
epoch_of() {
  local year month day
  EPOCH=0
  [[ "$1" =~ ^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2}) ]] || return 0
  year=$(( 10#${BASH_REMATCH[1]} )) month=$(( 10#${BASH_REMATCH[2]} )) day=$(( 10#${BASH_REMATCH[3]} ))
  if (( month <= 2 )); then year=$(( year - 1 )) month=$(( month + 12 )); fi
  day=$(( 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 719469 ))
  EPOCH=$(( ((day * 24 + 10#${BASH_REMATCH[4]}) * 60 + 10#${BASH_REMATCH[5]}) * 60 + 10#${BASH_REMATCH[6]} ))
}

# True when one of the roles reaches a principal at a scope, given there or above, to it or to a group it is in. Keeps when in ROLE_GIVEN_AT.
# Arguments: scope, principal, its type, ids of the roles.
ROLE_GIVEN_AT=0
has_role() {
  local url="$1/providers/Microsoft.Authorization/roleAssignments?api-version=@ROLES_VERSION@&\$filter="
  local what value since role found=1
  # Of a group, Azure lists what was given to it by another filter, which lists those below the scope as well: below a policy there are none.
  if [[ "$3" == Group ]]; then url+="principalId%20eq%20'$2'"; else url+="atScope()%20and%20assignedTo('$2')"; fi
  shift 3
  while [[ -n "$url" ]]; do
    must rest --method=get --url="$url" --query="[value[].join(' ', ['role', properties.roleDefinitionId, properties.createdOn || '-']), [join(' ', ['next', nextLink || ''])]][]"
    url=''
    while read -r what value since; do
      if [[ "$what" == next ]]; then next_page "$value"; url="$NEXT"; fi
      for role in "$@"; do
        if [[ "$what" == role ]] && same "${value##*/}" "$role"; then
          epoch_of "$since"
          if (( found != 0 || EPOCH < ROLE_GIVEN_AT )); then ROLE_GIVEN_AT=$EPOCH; fi
          found=0
        fi
      done
    done <<<"$ANSWER"
  done
  return "$found"
}

# Gives a role. A new identity takes up to a minute and a half until the directory knows it everywhere.
# Arguments: scope, name of the assignment, principal, its type, id of the role's definition as a JSON string.
give_role() {
  local deadline=$(( SECONDS + CMK_READY_TIMEOUT_SECONDS ))
  until ask rest --method=put --url="$1/providers/Microsoft.Authorization/roleAssignments/$2?api-version=@ROLES_VERSION@" \
    --body="{\"properties\":{\"roleDefinitionId\":$5,\"principalId\":\"$3\",\"principalType\":\"$4\"}}"; do
    if said RoleAssignmentExists; then return 0; fi
    said PrincipalNotFound || refused
    pause_until "$deadline" 'the directory still does not know whom the role is for. Run the script again later.'
  done
}
