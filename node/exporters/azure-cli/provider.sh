# The resource provider. Arguments: its id as an address.
provider_is_so() {
  must rest --method=get --url="$1?api-version=@RESOURCES_VERSION@" --query=registrationState
  same "$ANSWER" Registered
}

provider_make() {
  local deadline=$(( SECONDS + CMK_READY_TIMEOUT_SECONDS ))
  must rest --method=post --url="$1/register?api-version=@RESOURCES_VERSION@"
  until provider_is_so "$@"; do
    pause_until "$deadline" "${1##*/} is still being registered. Run the script again later."
  done
}
