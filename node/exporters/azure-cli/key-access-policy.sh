# Access of the policy's identity to a vault that uses access policies. Arguments: id of the policy, id of the vault.
# "add" joins these permissions to those the identity has; nobody else's are touched.
key_access_policy_is_so() {
  local permission granted
  policy_identity "$1" || return 1
  must rest --method=get --url="$2?api-version=@KEY_VAULT_VERSION@" --query="properties.accessPolicies[?objectId=='$PRINCIPAL'].permissions.keys[]"
  granted=" $(lower "$ANSWER" | tr '\n' ' ') "
  if [[ "$granted" == *' all '* ]]; then return 0; fi
  for permission in get wrapkey unwrapkey; do
    [[ "$granted" == *" $permission "* ]] || return 1
  done
}

key_access_policy_make() {
  await_policy_identity "$1"
  must rest --method=put --url="$2/accessPolicies/add?api-version=@KEY_VAULT_VERSION@" \
    --body="{\"properties\":{\"accessPolicies\":[{\"tenantId\":\"$TENANT_ID\",\"objectId\":\"$PRINCIPAL\",\"permissions\":{\"keys\":[\"get\",\"wrapKey\",\"unwrapKey\"]}}]}}"
  ACCESS_GIVEN_AT="$(date +%s)"
}
