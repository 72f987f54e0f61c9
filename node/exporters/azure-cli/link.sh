# The environment's place in the policy. Arguments: id of the environment, id of the policy.
link_is_so() {
  read_environment "$1"
  same "$LINKED_POLICY" "$2" && same "$LINK_STATUS" Linked
}

# True when a key operation that was begun earlier still runs; leaves only the operations before it in OPERATIONS.
link_runs() {
  local id type state line
  read_operations "$1"
  line="${OPERATIONS%%$'\n'*}"
  read -r id type state <<<"$line"
  if [[ -n "$id" && "$(lower "$type")" == *customermanagedkey ]] && { same "$state" Running || same "$state" NotStarted; }; then
    OPERATIONS="${OPERATIONS#"$line"}"
    return 0
  fi
  same "$LINK_STATUS" Linking
}

link_make() {
  local earlier
  if [[ "$LINKED_POLICY" != - ]] && ! same "$LINKED_POLICY" "$2" && ! [[ "$(lower "$LINK_STATUS")" =~ ^(notlinked|linkfailed|failed)$ ]]; then
    stop "the environment is in another encryption policy: $LINKED_POLICY"
  fi
  if link_runs "$1"; then
    printf '          it runs already and is looked at until it ends\n'
    earlier="$OPERATIONS"
  else
    earlier="$OPERATIONS"
    wait_for_access
    must resource show --ids="$2" --api-version=@POLICIES_VERSION@ --query=properties.systemId
    [[ "$ANSWER" =~ ^[A-Za-z0-9/._-]+$ ]] || stop "the policy names no system id that can be used: $ANSWER"
    # Only this route: the one with the administrator's scope does not exist for policies.
    platform post "/environments/$1/enterprisePolicies/Encryption/link?api-version=@LINK_VERSION@" --body="{\"SystemId\":\"$ANSWER\"}" || refused
  fi
  follow "$1" "$earlier" link_is_so "$1" "$2"
}

# The last word is the service's: the environment itself must name the policy. Arguments: as above.
prove_linked() {
  link_is_so "$1" "$2" || stop "the environment names $LINKED_POLICY with status $LINK_STATUS."
  printf '\nLinked: the environment names %s, status %s.\n' "$LINKED_POLICY" "$LINK_STATUS"
}
