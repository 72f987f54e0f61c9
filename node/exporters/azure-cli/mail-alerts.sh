# Who gets mail of alerts. Arguments: id of the action group as an address, a new group's body as JSON, and for each person the address
# and the receiver as JSON. People who get mail already keep getting it.
GROUP_EXISTS=no
RECEIVERS_TO_ADD=()

mail_alerts_is_so() {
  local url="$1?api-version=@ACTION_GROUPS_VERSION@" what value enabled=False mailed=() email found
  shift 2
  GROUP_EXISTS=no RECEIVERS_TO_ADD=()
  look rest --method=get --url="$url" --query="[[join(' ', ['enabled', to_string(properties.enabled)])], properties.emailReceivers[?status!='Disabled'].join(' ', ['mail', emailAddress])][]" || return 1
  GROUP_EXISTS=yes
  while read -r what value; do
    if [[ "$what" == enabled ]]; then enabled="$value"; fi
    if [[ "$what" == mail ]]; then mailed+=("$value"); fi
  done <<<"$ANSWER"
  while (( $# > 0 )); do
    found=no
    for email in ${mailed[@]+"${mailed[@]}"}; do if same "$email" "$1"; then found=yes; fi; done
    if [[ "$found" == no ]]; then RECEIVERS_TO_ADD+=("$2"); fi
    shift 2
  done
  same "$enabled" true && (( ${#RECEIVERS_TO_ADD[@]} == 0 ))
}

mail_alerts_make() {
  local receiver
  if [[ "$GROUP_EXISTS" == no ]]; then
    must rest --method=put --url="$1?api-version=@ACTION_GROUPS_VERSION@" --body="$2"
    return
  fi
  must resource update --ids="$1" --api-version=@ACTION_GROUPS_VERSION@ --set properties.enabled=true
  for receiver in ${RECEIVERS_TO_ADD[@]+"${RECEIVERS_TO_ADD[@]}"}; do
    must resource update --ids="$1" --api-version=@ACTION_GROUPS_VERSION@ --add properties.emailReceivers "$receiver"
  done
}
