import * as z from 'zod/mini'
import { ALLOWED_CLOUDS, ALLOWED_WAYS, type ManagedSetting, type ManagedSettings, UPDATE_CHOICES } from '#machines/managed/settings.ts'
import { validateTenant } from '#machines/sign-in/tenant.ts'
import { CHANNELS } from '#machines/updates/update.ts'
import { containerAddress } from '../storage/address.ts'

/** Far above any address or path. */
const LONGEST = 2_048

/** Excludes control characters, direction marks and undecodable text, which could mislead readers. */
const PLAIN = /^[^\p{C}\u2028\u2029\uFFFD]+$/u

const text = z.string().check(z.maxLength(LONGEST), z.regex(PLAIN))
const isTenant = (value: string): boolean => validateTenant(value) === undefined

const list = <Value extends string>(choices: readonly [Value, ...Value[]]) =>
  z.array(z.enum(choices)).check(
    z.minLength(1),
    z.maxLength(choices.length),
    z.refine((values) => new Set(values).size === values.length),
  )

function isFeed(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, username, password, hash } = new URL(value)
  return protocol === 'https:' && username === '' && password === '' && hash === ''
}

const PROXY_KINDS = /^(?:https?|socks(?:4a?|5h?)?):$/

/** All users can read a policy, so passwords are refused. */
function isProxy(value: string): boolean {
  if (value === 'direct') return true
  if (!URL.canParse(value)) return false
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(value)
  return PROXY_KINDS.test(protocol) && hostname !== '' && username + password + search + hash === '' && /^\/?$/.test(pathname)
}

const HOST = /^(?:\*|(?:\*?\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?)$/i

const WHOLE_PATH = /^(?:\/|[a-z]:[\\/]|\\\\)/i

/**
 * Schema for file, registry and profile; source of `docs/managed-settings.schema.json`.
 * Decision 0200: the same flat settings on three systems.
 */
export const managedSchema = z.strictObject({
  AllowedClouds: z.exactOptional(list(ALLOWED_CLOUDS)),
  AllowedSignInMethods: z.exactOptional(list(ALLOWED_WAYS)),
  DefaultTenant: z.exactOptional(text.check(z.refine(isTenant))),
  Proxy: z.exactOptional(text.check(z.refine(isProxy))),
  ProxyExceptions: z.exactOptional(z.array(text.check(z.maxLength(255), z.regex(HOST))).check(z.minLength(1), z.maxLength(200))),
  CertificateAuthorities: z.exactOptional(text.check(z.regex(WHOLE_PATH))),
  TeamStoreAddress: z.exactOptional(text.check(z.refine((value) => containerAddress(value) !== undefined))),
  TeamStoreTenant: z.exactOptional(text.check(z.refine(isTenant))),
  Updates: z.exactOptional(z.enum(UPDATE_CHOICES)),
  UpdateFeed: z.exactOptional(text.check(z.refine(isFeed))),
  UpdateChannel: z.exactOptional(z.enum(CHANNELS)),
}) satisfies z.ZodMiniType<ManagedSettings>

export const NEEDS: readonly (readonly [setting: ManagedSetting, other: ManagedSetting])[] = [
  ['ProxyExceptions', 'Proxy'],
  ['TeamStoreAddress', 'TeamStoreTenant'],
  ['TeamStoreTenant', 'TeamStoreAddress'],
]

/** Lists: multiple strings in the registry. */
export const LISTS: readonly ManagedSetting[] = ['AllowedClouds', 'AllowedSignInMethods', 'ProxyExceptions']
