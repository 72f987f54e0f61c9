# The key in a Managed HSM. Arguments: id of the HSM as an address, name of the key, its size.
# A key that exists is used: creating it again would make a second version.
hsm_key_is_so() {
  hsm_address "$1"
  look keyvault key show --id="$HSM/keys/$2" --query=key.kid
}

hsm_key_make() {
  hsm_key_is_so "$@" || must keyvault key create --id="$HSM/keys/$2" --kty=RSA-HSM --size="$3"
}
