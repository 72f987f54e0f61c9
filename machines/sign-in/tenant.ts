import { isGuid } from '../guid.ts'
import type { DisplayText } from '../messages/message.ts'
import { formMessages } from './form-messages.ts'

/**
 * Azure CLI's client ID, the default of Microsoft's identity library. Used without an app registration; Microsoft may
 * restrict that, and the tenant's logs show this app.
 * Source: default of `@azure/identity`.
 */
export const FIRST_PARTY_CLIENT_ID = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'

const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i

/** Aliases of any tenant, which could end in one that wasn't chosen. */
const ANY_TENANT = ['common', 'organizations', 'consumers']

/** @returns why it can't be a tenant; undefined if valid */
export function validateTenant(typed: string): DisplayText | undefined {
  const tenant = typed.trim()
  if (tenant === '') return formMessages.tenant.missing
  if (ANY_TENANT.includes(tenant.toLowerCase())) return formMessages.tenant.any({ tenant })
  if (tenant.includes('@')) return formMessages.tenant.account
  if (isGuid(tenant) || DOMAIN.test(tenant)) return undefined
  return formMessages.tenant.neither
}

/** @returns why it can't be a client ID; undefined if valid */
export function validateClientId(typed: string): DisplayText | undefined {
  return isGuid(typed.trim()) ? undefined : formMessages.clientId
}
