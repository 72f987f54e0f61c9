in_no_policy() {
  [[ "$LINKED_POLICY" == - || "$(lower "$LINK_STATUS")" =~ ^(notlinked|linkfailed|failed)$ ]]
}

# The environment outside of its policy: in none, or in the one it was changed to. Arguments: id of the environment, id of the policy.
unlink_is_so() {
  read_environment "$1"
  in_no_policy || ! same "$LINKED_POLICY" "$2"
}

# True when the removal was begun earlier and still runs; leaves only the operations before it in OPERATIONS.
unlink_runs() {
  local id type state line
  read_operations "$1"
  line="${OPERATIONS%%$'\n'*}"
  read -r id type state <<<"$line"
  if [[ -n "$id" ]] && same "$type" RevertToMicrosoftKey && { same "$state" Running || same "$state" NotStarted; }; then
    OPERATIONS="${OPERATIONS#"$line"}"
    return 0
  fi
  same "$LINK_STATUS" Unlinking
}

unlink_make() {
  local earlier
  if unlink_runs "$1"; then
    printf '          it runs already and is looked at until it ends\n'
    earlier="$OPERATIONS"
  else
    earlier="$OPERATIONS"
    must resource show --ids="$2" --api-version=@POLICIES_VERSION@ --query=properties.systemId
    [[ "$ANSWER" =~ ^[A-Za-z0-9/._-]+$ ]] || stop "the policy names no system id that can be used: $ANSWER"
    platform post "/environments/$1/enterprisePolicies/Encryption/unlink?api-version=@LINK_VERSION@" --body="{\"SystemId\":\"$ANSWER\"}" || refused
  fi
  follow "$1" "$earlier" unlink_is_so "$1" "$2"
}

# The last word is the service's: the environment itself must name no policy. Arguments: id of the environment.
prove_unlinked() {
  read_environment "$1"
  in_no_policy || stop "the environment still names $LINKED_POLICY with status $LINK_STATUS."
  printf '\nRemoved: the environment names no encryption policy. Keep the key, the vault and the access for 30 days.\n'
}
