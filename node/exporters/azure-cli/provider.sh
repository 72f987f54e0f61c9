# The resource provider. Arguments: subscription, namespace.
provider_is_so() {
  must provider show --namespace="$2" --subscription="$1" --query=registrationState
  same "$ANSWER" Registered
}

provider_make() {
  local deadline=$(( SECONDS + CMK_READY_TIMEOUT_SECONDS ))
  must provider register --namespace="$2" --subscription="$1"
  until provider_is_so "$@"; do
    pause_until "$deadline" "$2 is still being registered. Run the script again later."
  done
}
