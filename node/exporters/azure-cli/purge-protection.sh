# Purge protection. Arguments: id of the vault. Sent alone, so that no other setting of the vault is touched.
purge_protection_is_so() {
  must rest --method=get --url="$1?api-version=@KEY_VAULT_VERSION@" --query=properties.enablePurgeProtection
  same "$ANSWER" true
}

purge_protection_make() {
  must rest --method=patch --url="$1?api-version=@KEY_VAULT_VERSION@" --body='{"properties":{"enablePurgeProtection":true}}'
}
