// A key is created where there is none of this name; one that exists is left as it is.
param vaultName string
param name string
param size int

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource key 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
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
