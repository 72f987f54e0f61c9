/**
 * Azure CLI commands for bash, one line each, for another person. All names and IDs are quoted, so that none can end the word, expand, or
 * start another command. A resource group's name may begin with a hyphen, so it follows an equals sign and can't be taken for an option.
 */

import type { ProviderNamespace } from '../services/services.ts'

/** Within single quotes, bash treats only the single quote specially. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** @param principalType if known; otherwise Azure CLI looks it up */
export function giveRole(given: {
  readonly principalId: string
  readonly principalType?: 'User' | 'Group' | 'ServicePrincipal'
  readonly role: string
  readonly scope: string
}): string {
  const type = given.principalType ? ` --assignee-principal-type ${given.principalType}` : ''
  return `az role assignment create --assignee-object-id ${quoted(given.principalId)}${type} --role ${quoted(given.role)} --scope ${quoted(given.scope)}`
}

export const protectHsm = (hsmName: string): string => `az keyvault update-hsm --hsm-name ${quoted(hsmName)} --enable-purge-protection true`

export const recoverHsm = (hsmName: string): string => `az keyvault recover --hsm-name ${quoted(hsmName)}`

export const openHsmToTrusted = (hsmName: string): string => `az keyvault update-hsm --hsm-name ${quoted(hsmName)} --bypass AzureServices`

/** Assigns a Managed HSM's local role for all keys. @param role its name */
export const giveLocalRole = (hsmName: string, role: string, principalId: string): string =>
  `az keyvault role assignment create --hsm-name ${quoted(hsmName)} --role ${quoted(role)} --assignee-object-id ${quoted(principalId)} --scope /keys`

/** @param permissions the complete resulting permissions: the command replaces existing ones */
export function setKeyPermissions(given: {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly vaultName: string
  readonly principalId: string
  readonly permissions: readonly string[]
}): string {
  const vault = `--name ${quoted(given.vaultName)} --resource-group=${quoted(given.resourceGroup)} --subscription ${quoted(given.subscriptionId)}`
  return `az keyvault set-policy ${vault} --object-id ${quoted(given.principalId)} --key-permissions ${given.permissions.map(quoted).join(' ')}`
}

/** Steps to import an HSM key; between the second and the third, the vendor's tool creates the file. */
export function importKey(vaultName: string, keyName: string, exchangeKey: string): readonly [string, string, string] {
  const vault = `--vault-name ${quoted(vaultName)}`
  return [
    `az keyvault key create --kty RSA-HSM --size 4096 --name=${quoted(exchangeKey)} --ops import ${vault}`,
    `az keyvault key download --name=${quoted(exchangeKey)} ${vault} --file exchange-key.pem`,
    `az keyvault key import --name=${quoted(keyName)} ${vault} --byok-file key.byok`,
  ]
}

export const registerWith = (namespace: ProviderNamespace, subscriptionId: string): string =>
  `az provider register --namespace ${namespace} --subscription ${quoted(subscriptionId)}`

export const createGroup = (subscriptionId: string, name: string, location: string): string =>
  `az group create --name=${quoted(name)} --location ${quoted(location)} --subscription ${quoted(subscriptionId)}`

/** Assigns an Entra role for the whole directory. Azure CLI has no command for it, but knows the cloud's directory endpoint. */
export function giveDirectoryRole(principalId: string, roleTemplateId: string): string {
  const body = JSON.stringify({ principalId, roleDefinitionId: roleTemplateId, directoryScopeId: '/' })
  return `graph=$(az cloud show --query endpoints.microsoftGraphResourceId --output tsv); az rest --method post --url "\${graph%/}/v1.0/roleManagement/directory/roleAssignments" --body ${quoted(body)}`
}
