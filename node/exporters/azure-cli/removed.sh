# Something that goes. Arguments: its id as an address, the version of its interface. What isn't there is gone already.
removed_is_so() {
  if ask rest --method=get --url="$1?api-version=$2" --query=id; then return 1; fi
  # In a subscription that this account doesn't see, everything seems gone.
  if ! said 'SubscriptionNotFound' && said 'NotFound|not found'; then return 0; fi
  refused
}

removed_make() {
  local deadline=$(( SECONDS + CMK_READY_TIMEOUT_SECONDS ))
  must rest --method=delete --url="$1?api-version=$2"
  until removed_is_so "$1" "$2"; do pause_until "$deadline" 'it is still being deleted. Run the script again later.'; done
}

# Stops where a list holds anything but these names. Arguments: the list as an address, the version of its interface, the names.
only_these() {
  local url="$1?api-version=$2" what value name known
  shift 2
  while [[ -n "$url" ]]; do
    must rest --method=get --url="$url" --query="[value[].join(' ', ['name', name]), [join(' ', ['next', nextLink || ''])]][]"
    url=''
    while read -r what value; do
      if [[ "$what" == next ]]; then next_page "$value"; url="$NEXT"; fi
      if [[ "$what" == name ]]; then
        known=1
        for name in "$@"; do if same "$name" "$value"; then known=0; fi; done
        if (( known )); then stop "it holds $value, which wasn't there when this script was written. It isn't deleted."; fi
      fi
    done <<<"$ANSWER"
  done
}

# A key vault. Its id as an address, the version of its interface, the names of the keys that may be in it.
vault_removed_is_so() { removed_is_so "$1" "$2"; }

vault_removed_make() {
  only_these "$1/keys" "$2" "${@:3}"
  only_these "$1/secrets" "$2"
  removed_make "$1" "$2"
}

# A resource group, which takes with it whatever is in it.
group_removed_is_so() { removed_is_so "$1" "$2"; }

group_removed_make() {
  only_these "$1/resources" "$2"
  removed_make "$1" "$2"
}

# A key. Arguments: the name of its key vault, its own.
key_removed_is_so() { ! look keyvault key show --vault-name="$1" --name="$2" --query=key.kid; }

key_removed_make() { must keyvault key delete --vault-name="$1" --name="$2"; }

# What hangs on these things is known from the time when it was read, and from no later one.
still_fresh() {
  (( $(date +%s) <= WRITTEN_AT + 86400 )) || stop 'this script is older than a day, and what it deletes may be in use by now. Save a new one in the wizard.'
}
