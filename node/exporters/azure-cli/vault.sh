# The key vault. Arguments: its id as an address, its body as JSON. One that exists is used as it is: creating it again would replace its settings.
vault_state() { look rest --method=get --url="$1?api-version=@KEY_VAULT_VERSION@" --query=properties.provisioningState; }

vault_is_so() { vault_state "$@" && same "$ANSWER" Succeeded; }

vault_make() {
  local deadline=$(( SECONDS + CMK_READY_TIMEOUT_SECONDS ))
  vault_state "$@" || must rest --method=put --url="$1?api-version=@KEY_VAULT_VERSION@" --body="$2"
  until vault_is_so "$@"; do
    if same "$ANSWER" Failed || same "$ANSWER" Canceled; then stop "Azure made the key vault, but its state is $ANSWER."; fi
    pause_until "$deadline" 'the key vault is still being made. Run the script again later.'
  done
}
