import * as z from 'zod'

interface CacheAccess {
  readonly cacheHasChanged: boolean
  readonly tokenCache: { serialize(): string; deserialize(text: string): void }
}

/** Tokens of one sign-in: one account, tenant and cloud. */
export interface TokenCache {
  /** Key for the identity library. */
  readonly name: string
  /** The library's format; undefined if empty. */
  content(): string | undefined
  replace(content: string | undefined): void
  /** Called after each later change. */
  onChange(save: (content: string) => Promise<void>): void
  forget(): void
}

interface Entry {
  content: string | undefined
  save: ((content: string) => Promise<void>) | undefined
}

const entries = new Map<string, Entry>()

/** A separate cache per sign-in, so that customers never share one. @param name unique in this process */
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

/** As MSAL's cache plugins. */
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

/** For MSAL itself. */
export const cachePlugin = ({ name }: TokenCache) => ({
  beforeCacheAccess: async (access: CacheAccess) => (await persistence({ name })).beforeCacheAccess(access),
  afterCacheAccess: async (access: CacheAccess) => (await persistence({ name })).afterCacheAccess(access),
})

const pluginContext = z.object({
  cachePluginControl: z.object({
    setPersistence: z.custom<(provider: typeof persistence) => void>((value) => typeof value === 'function'),
  }),
})

/**
 * Plugin for `@azure/identity` (`useIdentityPlugin`). Microsoft's needs a native module. The untyped context is parsed,
 * so that another version fails by name.
 */
export function tokenCachePlugin(context: unknown): void {
  const parsed = pluginContext.safeParse(context)
  if (!parsed.success) throw new Error('This version of @azure/identity has no place for a token cache where it is expected.')
  parsed.data.cachePluginControl.setPersistence(persistence)
}
