# A new version of the key in a Managed HSM. Arguments: subscription, resource group and name of the HSM, name of the key, size of the
# version, and the version that was the latest when this was written: where another one is by now, somebody has rotated already.
hsm_rotation_is_so() {
  hsm_address "$@"
  must keyvault key show --id="$HSM/keys/$4" --query=key.kid
  [[ "$ANSWER" != */"$6" ]]
}

hsm_rotation_make() {
  hsm_rotation_is_so "$@" || must keyvault key create --id="$HSM/keys/$4" --kty=RSA-HSM --size="$5"
}
