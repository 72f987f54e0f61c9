// A key is created where there is none of this name; one that exists is left as it is.
param vaultName string
param name string
param size int

resource vault 'Microsoft.KeyVault/vaults@@KEY_VAULT_VERSION@' existing = {
  name: vaultName
}

resource key 'Microsoft.KeyVault/vaults/keys@@KEY_VAULT_VERSION@' = {
  parent: vault
  name: name
  properties: {
    kty: 'RSA'
    keySize: size
    attributes: {
      enabled: true
    }
  }
}
