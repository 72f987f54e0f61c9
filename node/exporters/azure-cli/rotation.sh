# A new version of the key. Arguments: id of the vault as an address, name of the key, size and kind of the
# version, and the version that was the latest when this was written: where another one is by now, somebody has rotated already.
KEY_ID=''

rotation_is_so() {
  must rest --method=get --url="$1?api-version=@KEY_VAULT_VERSION@" --query=properties.vaultUri
  KEY_ID="${ANSWER%/}/keys/$2"
  must keyvault key show --id="$KEY_ID" --query=key.kid
  [[ "$ANSWER" != */"$5" ]]
}

rotation_make() {
  rotation_is_so "$@" || must keyvault key create --id="$KEY_ID" --kty="$4" --size="$3"
}
