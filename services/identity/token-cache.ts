import * as z from 'zod'

/** What the identity library hands to a cache plugin: as much of it as is used. */
interface CacheAccess {
  readonly cacheHasChanged: boolean
  readonly tokenCache: { serialize(): string; deserialize(text: string): void }
}

/** The tokens of one sign-in: of one account, in one tenant, in one cloud. */
export interface TokenCache {
  /** By which the identity library finds it. */
  readonly name: string
  /** As the identity library writes it down; nothing when it holds nothing. */
  content(): string | undefined
  replace(content: string | undefined): void
  /** Called after each change from now on. */
  onChange(save: (content: string) => Promise<void>): void
  /** Empties it; the identity library can find it no more. */
  forget(): void
}

interface Entry {
  content: string | undefined
  save: ((content: string) => Promise<void>) | undefined
}

const entries = new Map<string, Entry>()

/**
 * Opens a cache of its own for one sign-in, so that two customers never share one.
 * @param name unique in this process
 */
export function openTokenCache(name: string, content?: string): TokenCache {
  const entry: Entry = { content, save: undefined }
  entries.set(name, entry)
  return {
    name,
    content: () => entry.content,
    replace(next) {
      entry.content = next
    },
    onChange(save) {
      entry.save = save
    },
    forget() {
      entry.content = undefined
      entry.save = undefined
      entries.delete(name)
    },
  }
}

/** Reads and writes one cache, as MSAL's cache plugins do. */
async function persistence(options?: { readonly name?: string }) {
  const entry = entries.get(options?.name ?? '')
  if (!entry) throw new Error('A sign-in wanted a token cache that was never opened or is closed.')
  return {
    async beforeCacheAccess({ tokenCache }: CacheAccess) {
      if (entry.content !== undefined) tokenCache.deserialize(entry.content)
    },
    async afterCacheAccess({ cacheHasChanged, tokenCache }: CacheAccess) {
      if (!cacheHasChanged) return
      entry.content = tokenCache.serialize()
      await entry.save?.(entry.content)
    },
  }
}

const pluginContext = z.object({
  cachePluginControl: z.object({
    setPersistence: z.custom<(provider: typeof persistence) => void>((value) => typeof value === 'function'),
  }),
})

/**
 * The plugin through which `@azure/identity` keeps tokens where it is told to (`useIdentityPlugin`). Microsoft's own plugin needs a
 * native module. The library does not type what it hands over, so it is parsed: another version must fail by name.
 */
export function tokenCachePlugin(context: unknown): void {
  const parsed = pluginContext.safeParse(context)
  if (!parsed.success) throw new Error('This version of @azure/identity has no place for a token cache where it is expected.')
  parsed.data.cachePluginControl.setPersistence(persistence)
}
