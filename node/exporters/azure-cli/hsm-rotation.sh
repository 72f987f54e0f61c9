# A new version of the key in a Managed HSM. Arguments: id of the HSM as an address, name of the key, size of the
# version, and the version that was the latest when this was written: where another one is by now, somebody has rotated already.
hsm_rotation_is_so() {
  hsm_address "$1"
  must keyvault key show --id="$HSM/keys/$2" --query=key.kid
  [[ "$ANSWER" != */"$4" ]]
}

hsm_rotation_make() {
  hsm_rotation_is_so "$@" || must keyvault key create --id="$HSM/keys/$2" --kty=RSA-HSM --size="$3"
}
