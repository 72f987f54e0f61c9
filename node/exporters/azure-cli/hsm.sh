# A Managed HSM, reached at the address that Azure gives, kept in HSM. Arguments: its id as an address.
HSM=''
hsm_address() {
  must rest --method=get --url="$1?api-version=@KEY_VAULT_VERSION@" --query=properties.hsmUri
  HSM="${ANSWER%/}"
}
