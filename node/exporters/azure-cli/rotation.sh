# A new version of the key. Arguments: subscription, resource group and name of the vault, name of the key, size and kind of the
# version, and the version that was the latest when this was written: where another one is by now, somebody has rotated already.
KEY_ID=''

rotation_is_so() {
  must keyvault show --name="$3" --resource-group="$2" --subscription="$1" --query=properties.vaultUri
  KEY_ID="${ANSWER%/}/keys/$4"
  must keyvault key show --id="$KEY_ID" --query=key.kid
  [[ "$ANSWER" != */"$7" ]]
}

rotation_make() {
  rotation_is_so "$@" || must keyvault key create --id="$KEY_ID" --kty="$6" --size="$5"
}
