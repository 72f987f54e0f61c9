# The key in a Managed HSM. Arguments: subscription, resource group and name of the HSM, name of the key, its size.
# A key that exists is used: creating it again would make a second version.
hsm_key_is_so() {
  hsm_address "$@"
  look keyvault key show --id="$HSM/keys/$4" --query=key.kid
}

hsm_key_make() {
  hsm_key_is_so "$@" || must keyvault key create --id="$HSM/keys/$4" --kty=RSA-HSM --size="$5"
}
