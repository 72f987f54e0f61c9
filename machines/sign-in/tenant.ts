/**
 * Client id of Azure CLI, which Microsoft's own identity library takes too when none is named. It is used where the customer gives no
 * app registration; Microsoft may restrict that, and the tenant's logs then show the other app's name.
 * Source: default of `@azure/identity`.
 */
export const FIRST_PARTY_CLIENT_ID = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i

/** Words that stand for any tenant. A sign-in by them could end in a tenant that nobody named. */
const ANY_TENANT = ['common', 'organizations', 'consumers']

export const isGuid = (text: string): boolean => GUID.test(text)

/**
 * Checks what a person typed as their tenant.
 * @returns what is wrong with it, as a sentence; nothing when it can be a tenant
 */
export function validateTenant(typed: string): string | undefined {
  const tenant = typed.trim()
  if (tenant === '') return 'Name the tenant: its id or one of its domains, for example contoso.onmicrosoft.com.'
  if (ANY_TENANT.includes(tenant.toLowerCase()))
    return `“${tenant}” stands for any tenant. Name the one customer’s tenant: its id or one of its domains.`
  if (tenant.includes('@')) return 'This is the name of an account. Name the tenant: the part after the @, or the tenant’s id.'
  if (isGuid(tenant) || DOMAIN.test(tenant)) return undefined
  return 'This is neither the id of a tenant nor a domain. The id stands in the Entra admin center under Overview, Tenant ID.'
}

/**
 * Checks the id of an app registration.
 * @returns what is wrong with it, as a sentence; nothing when it can be one
 */
export function validateClientId(typed: string): string | undefined {
  return isGuid(typed.trim())
    ? undefined
    : 'This is not the id of an app registration. It stands in the Entra admin center under App registrations, Application (client) ID.'
}
