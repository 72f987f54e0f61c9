# The resource provider. Arguments: subscription.
provider_is_so() {
  must provider show --namespace=Microsoft.PowerPlatform --subscription="$1" --query=registrationState
  same "$ANSWER" Registered
}

provider_make() {
  local deadline=$(( SECONDS + CMK_READY_TIMEOUT_SECONDS ))
  must provider register --namespace=Microsoft.PowerPlatform --subscription="$1"
  until provider_is_so "$1"; do
    pause_until "$deadline" 'Microsoft.PowerPlatform is still being registered. Run the script again later.'
  done
}
