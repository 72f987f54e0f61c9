/**
 * Azure CLI commands for bash, one line each, for another person. All names and IDs are quoted, so that none can end the word, expand, or
 * start another command. A resource group's name may begin with a hyphen, so it follows an equals sign and can't be taken for an option.
 */

import { parseResourceId } from '../ids.ts'
import { API_VERSIONS } from '../services/api-versions.ts'
import type { ProviderNamespace } from '../services/services.ts'

/**
 * One word. Within single quotes, bash treats only the single quote specially. az takes `@name` and `a=@name` for the text of a file: no name
 * or ID of Azure begins like that, so a backslash makes it a word that Azure refuses.
 */
export const quoted = (text: string): string => `'${text.replace(/^((?:[^=]*=)?)@/, '$1\\@').replaceAll("'", `'\\''`)}'`

/** Key Vault's control plane, by the app's own version: the commands of most versions of Azure CLI send one that retires. Decision 0225. */
const asking = (method: 'get' | 'put' | 'patch', path: string): string =>
  `az rest --method ${method} --url ${quoted(`${encodeURI(path.replaceAll(/\p{Surrogate}/gu, '\ufffd'))}?api-version=${API_VERSIONS.keyVault}`)}`

const ofKeyVault = (method: 'put' | 'patch', id: string, properties: unknown): string =>
  `${asking(method, id)} --body ${quoted(JSON.stringify({ properties }))}`

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

/** @param hsm its ID */
export const protectHsm = (hsm: string): string => ofKeyVault('patch', hsm, { enablePurgeProtection: true })

/** A name in a JMESPath query. */
const inQuery = (name: string): string => `\`${JSON.stringify(name).replaceAll('`', '\\`')}\``

/**
 * Sends what `az keyvault recover` sends. Only the list of deleted ones tells where it was, and nothing is sent where it isn't there.
 * @param hsm its ID
 */
export function recoverHsm(hsm: string): string {
  const { subscriptionId = '', name = '' } = parseResourceId(hsm) ?? {}
  const deleted = asking('get', `/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/deletedManagedHSMs`)
  const found = quoted(
    `value[?name==${inQuery(name)}] | [0].{location: properties.location, sku: {name: 'Standard_B1', family: 'B'}, properties: {tenantId: '`,
  )
  const query = `${found}"$tenant"${quoted("', createMode: 'Recover'}}")}`
  return `tenant=$(az account show --subscription ${quoted(subscriptionId)} --query tenantId --output tsv) && body=$(${deleted} --query ${query} --output json) && [ -n "$body" ] && ${asking('put', hsm)} --body "$body"`
}

/** Keeps the other network rules, which a request with this one alone could remove. @param hsm its ID */
export function openHsmToTrusted(hsm: string): string {
  const query = '{properties: {networkAcls: merge(properties.networkAcls || `{}`, `{"bypass": "AzureServices"}`)}}'
  return `body=$(${asking('get', hsm)} --query ${quoted(query)} --output json) && ${asking('patch', hsm)} --body "$body"`
}

/** Assigns a Managed HSM's local role for all keys. @param role its name */
export const giveLocalRole = (hsmName: string, role: string, principalId: string): string =>
  `az keyvault role assignment create --hsm-name ${quoted(hsmName)} --role ${quoted(role)} --assignee-object-id ${quoted(principalId)} --scope /keys`

/** Adds to the permissions that the principal has. @param vault its ID */
export const addToAccessPolicy = (given: {
  readonly vault: string
  readonly tenantId: string | undefined
  readonly principalId: string
  readonly permissions: readonly string[]
}): string => {
  const policy = { tenantId: given.tenantId, objectId: given.principalId, permissions: { keys: given.permissions } }
  return ofKeyVault('put', `${given.vault}/accessPolicies/add`, { accessPolicies: [policy] })
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
