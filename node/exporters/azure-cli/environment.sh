# What is written of the environment by the Power Platform administration API.
PLATFORM=/providers/Microsoft.BusinessAppPlatform

platform() {
  local method="$1" path="$2"
  shift 2
  ask rest --method="$method" --resource="$POWER_PLATFORM_AUDIENCE" --url="$POWER_PLATFORM_URL$PLATFORM$path" "$@"
}

# Reads the environment into PROTECTION, LINKED_POLICY and LINK_STATUS; a dash stands for what it does not say. Arguments: its id.
PROTECTION='-' LINKED_POLICY='-' LINK_STATUS='-'
read_environment() {
  local link='(properties.enterprisePolicies.customerManagedKeys || properties.enterprisePolicies.CustomerManagedKeys)'
  platform get "/scopes/admin/environments/$1?\$expand=properties%2FenterprisePolicies%2Cproperties.permissions&api-version=@ENVIRONMENTS_VERSION@" \
    --query="[[properties.governanceConfiguration.protectionLevel || '-', $link.id || '-', $link.linkStatus || '-']]" || refused
  # shellcheck disable=SC2034 # Not every plan looks at all three.
  IFS=$'\t' read -r PROTECTION LINKED_POLICY LINK_STATUS <<<"$ANSWER"
}

# The environment's operations, newest first, one a line (id, type, state), in OPERATIONS; none when the service does not tell. Arguments: its id.
OPERATIONS=''
read_operations() {
  OPERATIONS=''
  platform get "/lifecycleOperations?api-version=@OPERATIONS_VERSION@&\$filter=environment%20eq%20'$1'" --query="value[].join(' ', [id, type.id || '-', state.id])" || return 0
  OPERATIONS="$ANSWER"
}

# Looks until something holds. Stops when an operation that was not among the earlier ones ended badly.
# Arguments: id of the environment, its earlier operations, and the command that says whether it holds.
follow() {
  local environment="$1" earlier="$2" deadline=$(( SECONDS + CMK_OPERATION_TIMEOUT_SECONDS )) id type state told=''
  shift 2
  until "$@"; do
    read_operations "$environment"
    while read -r id type state; do
      if [[ -z "$id" || $'\n'"$earlier" == *$'\n'"$id "* ]]; then continue; fi
      if [[ "$told" != "$id $state" ]]; then printf '          %s: %s (operation %s)\n' "$type" "$state" "$id"; fi
      told="$id $state"
      if same "$state" Failed || same "$state" Canceled || same "$state" Cancelled; then
        stop "operation $id ended $state. The admin center's history of the environment says more; the environment can be added again."
      fi
      break
    done <<<"$OPERATIONS"
    pause_until "$deadline" 'the operation still runs, and goes on by itself. Run the script again later: it looks on.'
  done
}
