# The key. Arguments: id of the vault as an address, name of the key, its size. The vault says where it
# can be reached: its address is made of its name in some clouds only. A key that exists is used: creating it again would make a second version.
KEY_ID=''

key_is_so() {
  look rest --method=get --url="$1?api-version=@KEY_VAULT_VERSION@" --query=properties.vaultUri || return 1
  KEY_ID="${ANSWER%/}/keys/$2"
  look keyvault key show --id="$KEY_ID" --query=key.kid
}

key_make() {
  key_is_so "$@" || must keyvault key create --id="$KEY_ID" --kty=RSA --size="$3"
}
