# Managed Environment. Arguments: id of the environment.
managed_is_so() {
  read_environment "$1"
  same "$PROTECTION" Standard
}

managed_make() {
  local earlier
  read_operations "$1"
  earlier="$OPERATIONS"
  platform post "/environments/$1/governanceConfiguration?api-version=@GOVERNANCE_VERSION@" \
    --body='{"protectionLevel":"Standard","settings":{"extendedSettings":{}}}' || refused
  follow "$1" "$earlier" managed_is_so "$1"
}
