/**
 * Azure CLI commands for bash, one line each, to be given to someone else. Names and ids come from services and forms: each is
 * quoted whatever it holds, so that nothing in it can end the word, be expanded, or begin another command. The name of a resource
 * group may begin with a hyphen, so it stands behind an equals sign and is not taken for an option.
 */

import type { ProviderNamespace } from '../services.ts'

/** One word for bash. Between single quotes nothing but the single quote itself means anything. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** @param principalType where it is known; Azure CLI looks it up in the directory otherwise */
export function giveRole(given: {
  readonly principalId: string
  readonly principalType?: 'User' | 'Group' | 'ServicePrincipal'
  /** Name or id. */
  readonly role: string
  readonly scope: string
}): string {
  const type = given.principalType ? ` --assignee-principal-type ${given.principalType}` : ''
  return `az role assignment create --assignee-object-id ${quoted(given.principalId)}${type} --role ${quoted(given.role)} --scope ${quoted(given.scope)}`
}

/** Turns on purge protection for a Managed HSM. */
export const protectHsm = (hsmName: string): string => `az keyvault update-hsm --hsm-name ${quoted(hsmName)} --enable-purge-protection true`

export const recoverHsm = (hsmName: string): string => `az keyvault recover --hsm-name ${quoted(hsmName)}`

/** Lets trusted Microsoft services past a Managed HSM's firewall. */
export const openHsmToTrusted = (hsmName: string): string => `az keyvault update-hsm --hsm-name ${quoted(hsmName)} --bypass AzureServices`

/** A role of a Managed HSM's own, at all its keys. @param role its name */
export const giveLocalRole = (hsmName: string, role: string, principalId: string): string =>
  `az keyvault role assignment create --hsm-name ${quoted(hsmName)} --role ${quoted(role)} --assignee-object-id ${quoted(principalId)} --scope /keys`

/** @param permissions all key permissions the principal is to have afterwards: the command replaces those it had */
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

/** What brings a key from an HSM into a vault, in order; between the second and the third, the vendor's own tool makes the file. */
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

/**
 * Gives a role of Entra's in the whole directory. Azure CLI has no command of its own for that, but knows where the cloud's
 * directory service is.
 */
export function giveDirectoryRole(principalId: string, roleTemplateId: string): string {
  const body = JSON.stringify({ principalId, roleDefinitionId: roleTemplateId, directoryScopeId: '/' })
  return `graph=$(az cloud show --query endpoints.microsoftGraphResourceId --output tsv); az rest --method post --url "\${graph%/}/v1.0/roleManagement/directory/roleAssignments" --body ${quoted(body)}`
}
