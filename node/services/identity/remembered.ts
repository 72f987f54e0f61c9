import { createHash } from 'node:crypto'
import * as z from 'zod'
import { parsedJson } from '#machines/parsed-json.ts'
import { damageOf, digestOf } from '../canonical-json.ts'
import type { Keyring } from './keyring.ts'
import type { Files } from './sealed-files.ts'

/** `accountId`: the library's `homeAccountId`. */
export interface Whose {
  readonly cloudId: string
  readonly authority: string
  readonly tenantId: string
  readonly clientId: string
}

const record = z.object({
  authority: z.string(),
  homeAccountId: z.string(),
  clientId: z.string(),
  tenantId: z.string(),
  username: z.string(),
})
export type AccountRecord = z.infer<typeof record>

const remembered = z.strictObject({
  version: z.literal(1),
  whose: z.object({ cloudId: z.string(), authority: z.string(), tenantId: z.string(), clientId: z.string() }),
  account: record,
  cache: z.string(),
  /** Of the rest, because keyrings may not detect changes. */
  digest: z.string(),
})
type Content = z.infer<typeof remembered>

function read(text: string): Content | undefined {
  const body = parsedJson(text)
  if (body === undefined || damageOf(Object(body)) !== undefined) return undefined
  const { data } = remembered.safeParse(body)
  // The identity library parses it without a limit.
  return data && parsedJson(data.cache) !== undefined ? data : undefined
}

export interface Remembered {
  readonly account: AccountRecord
  readonly cache: string
}

/** Persistent sign-ins: a file per cloud, tenant, app registration and account, sealed by the keyring. */
export interface RememberedSignIns {
  /** The only stored sign-in for this cloud, tenant and app; undefined if none or several. */
  find(whose: Whose): Promise<Remembered | undefined>
  keep(whose: Whose, account: AccountRecord, cache: string): Promise<void>
  forget(whose: Whose, account: Pick<AccountRecord, 'homeAccountId'>): Promise<void>
}

const ENDING = '.sign-in'

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const isOf = (one: Whose, other: Whose): boolean =>
  one.cloudId === other.cloudId &&
  same(one.authority, other.authority) &&
  same(one.tenantId, other.tenantId) &&
  same(one.clientId, other.clientId)

/** Reveals nothing about the customer. */
function fileOf({ cloudId, authority, tenantId, clientId }: Whose, { homeAccountId }: Pick<AccountRecord, 'homeAccountId'>): string {
  const key = [cloudId, authority, tenantId, clientId, homeAccountId].join('\n').toLowerCase()
  return `${createHash('sha256').update(key).digest('hex')}${ENDING}`
}

/** Suffix of unreadable sign-ins, which the keyring may open again. */
const ASIDE = '.unreadable'

export interface SettingAside {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
  /** Called with the new name of an unreadable sign-in. */
  readonly setAside: (name: string) => void
}

/** @param keyring if unsafe, nothing is read or written: sign-ins stay in memory */
export function rememberedSignIns(keyring: Keyring, files: Files, { now, setAside }: SettingAside): RememberedSignIns {
  /** An unreadable sign-in (another user's keyring, damage) is renamed: the person signs in again and is told why. */
  async function open(name: string): Promise<Content | undefined> {
    const sealed = await files.read(name)
    if (!sealed) return undefined
    const content = unsealed(sealed)
    if (content) return content
    const aside = `${name.slice(0, -ENDING.length)}-${now()}${ASIDE}`
    await files.rename(name, aside)
    setAside(aside)
    return undefined
  }
  function unsealed(sealed: Uint8Array): Content | undefined {
    try {
      return read(keyring.unseal(sealed))
    } catch {
      return undefined
    }
  }
  return {
    async find(whose) {
      if (!keyring.isSafe()) return undefined
      const names = (await files.list()).filter((name) => name.endsWith(ENDING))
      const opened = await Promise.all(names.map(open))
      const [found, another] = opened.filter((each) => each !== undefined && isOf(each.whose, whose))
      return another === undefined ? found : undefined
    },
    async keep(whose, account, cache) {
      if (!keyring.isSafe()) return
      const content = { version: 1, whose, account, cache } satisfies Omit<Content, 'digest'>
      await files.write(fileOf(whose, account), keyring.seal(JSON.stringify({ ...content, digest: digestOf(content) })))
    },
    // Also with an unsafe keyring, which may have been safe before. Renamed files have unknown owners.
    async forget(whose, account) {
      const aside = (await files.list()).filter((name) => name.endsWith(ASIDE))
      await Promise.all([fileOf(whose, account), ...aside].map((name) => files.remove(name)))
    },
  }
}
