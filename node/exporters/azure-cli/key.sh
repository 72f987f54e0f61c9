# The key. Arguments: subscription, resource group and name of the vault, name of the key, its size. The vault says where it
# can be reached: its address is made of its name in some clouds only. A key that exists is used: creating it again would make a second version.
KEY_ID=''

key_is_so() {
  look keyvault show --name="$3" --resource-group="$2" --subscription="$1" --query=properties.vaultUri || return 1
  KEY_ID="${ANSWER%/}/keys/$4"
  look keyvault key show --id="$KEY_ID" --query=key.kid
}

key_make() {
  key_is_so "$@" || must keyvault key create --id="$KEY_ID" --kty=RSA --size="$5"
}
