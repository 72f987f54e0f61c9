# A Managed HSM, reached at the address that Azure gives, kept in HSM. Arguments: subscription, resource group and name of the HSM.
HSM=''
hsm_address() {
  must keyvault show --hsm-name="$3" --resource-group="$2" --subscription="$1" --query=properties.hsmUri
  HSM="${ANSWER%/}"
}
