import { ORIGINS } from '../addresses.ts'
import { json, type Practice } from '../service.ts'

/** For Azure CLI and Azure PowerShell; without a sign-in, as in the real service. */
export async function metadataEndpoints({ addresses }: Practice) {
  const login = await addresses.served(ORIGINS.identity)
  const resourceManager = await addresses.served(ORIGINS.resourceManager)
  const directory = await addresses.served(ORIGINS.directory)
  return json(200, {
    name: 'PracticeTenant',
    portal: 'https://portal.azure.com',
    authentication: {
      loginEndpoint: login,
      audiences: [`${ORIGINS.resourceManager}/`, 'https://management.core.windows.net/'],
      tenant: 'common',
      identityProvider: 'AAD',
    },
    resourceManager,
    graph: directory,
    graphEndpoint: directory,
    graphAudience: directory,
    microsoftGraphResourceId: directory,
    activeDirectoryDataLake: 'https://datalake.azure.net/',
    batch: 'https://batch.core.windows.net/',
    gallery: 'https://gallery.azure.com/',
    media: 'https://rest.media.azure.net',
    sqlManagement: 'https://management.core.windows.net:8443/',
    vmImageAliasDoc: 'https://raw.githubusercontent.com/Azure/azure-rest-api-specs/main/arm-compute/quickstart-templates/aliases.json',
    suffixes: {
      keyVaultDns: 'vault.azure.net',
      storage: 'core.windows.net',
      sqlServerHostname: 'database.windows.net',
      mhsmDns: 'managedhsm.azure.net',
      acrLoginServer: 'azurecr.io',
    },
  })
}
