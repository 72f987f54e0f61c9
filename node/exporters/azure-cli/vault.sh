# The key vault. Arguments: subscription, resource group, name, location, tags. One that exists is used as it is: creating it again would replace its settings.
vault_state() { look keyvault show --name="$3" --resource-group="$2" --subscription="$1" --query=properties.provisioningState; }

vault_is_so() { vault_state "$@" && same "$ANSWER" Succeeded; }

vault_make() {
  local deadline=$(( SECONDS + CMK_READY_TIMEOUT_SECONDS ))
  vault_state "$@" || must keyvault create --no-wait --name="$3" --resource-group="$2" --location="$4" --subscription="$1" --sku=standard \
    --enable-rbac-authorization=true --enable-purge-protection=true --retention-days=90 \
    --default-action=Allow --bypass=AzureServices --public-network-access=Enabled ${5+--tags "${@:5}"}
  until vault_is_so "$@"; do
    if same "$ANSWER" Failed || same "$ANSWER" Canceled; then stop "Azure made the key vault, but its state is $ANSWER."; fi
    pause_until "$deadline" 'the key vault is still being made. Run the script again later.'
  done
}
