import type { DisplayText } from '../messages/message.ts'
import { formMessages } from './form-messages.ts'

/**
 * Client id of Azure CLI, which Microsoft's own identity library takes too when none is named. It is used where the customer gives no
 * app registration; Microsoft may restrict that, and the tenant's logs then show the other app's name.
 * Source: default of `@azure/identity`.
 */
export const FIRST_PARTY_CLIENT_ID = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i

/** Words that mean any tenant. A sign-in with them could end in a tenant that wasn't chosen. */
const ANY_TENANT = ['common', 'organizations', 'consumers']

export const isGuid = (text: string): boolean => GUID.test(text)

/**
 * Checks what a person typed as their tenant.
 * @returns what is wrong with it, as a sentence; nothing when it can be a tenant
 */
export function validateTenant(typed: string): DisplayText | undefined {
  const tenant = typed.trim()
  if (tenant === '') return formMessages.tenant.missing
  if (ANY_TENANT.includes(tenant.toLowerCase())) return formMessages.tenant.any({ tenant })
  if (tenant.includes('@')) return formMessages.tenant.account
  if (isGuid(tenant) || DOMAIN.test(tenant)) return undefined
  return formMessages.tenant.neither
}

/**
 * Checks the id of an app registration.
 * @returns what is wrong with it, as a sentence; nothing when it can be one
 */
export function validateClientId(typed: string): DisplayText | undefined {
  return isGuid(typed.trim()) ? undefined : formMessages.clientId
}
