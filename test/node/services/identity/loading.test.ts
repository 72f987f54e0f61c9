import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { TENANT } from '#node/practice/people.ts'
import { loadClients } from '#node/services/azure/load-clients.ts'
import openBrowser from '#node/services/identity/system-browser.ts'
import { tokenCachePlugin } from '#node/services/identity/token-cache.ts'
import { packagesLoadedWith } from '#test/loaded-with.ts'
import { configFor } from '../../../../tools/build-config.mjs'
import { entrance, servePractice } from './entering.ts'

vi.mock('#node/services/azure/load-clients.ts', { spy: true })

const at = (file: string): string => fileURLToPath(new URL(`../../../../${file}`, import.meta.url))

describe('the start of the app', () => {
  it('loads no state machine: that comes with the first call that needs one', () => {
    const loaded = ['electron/main.ts', 'electron/wizard.ts'].flatMap((file) => packagesLoadedWith(at(file)))
    expect(new Set(loaded)).toEqual(
      new Set([
        'electron',
        'zod/mini',
        'intl-messageformat',
        'virtual:messages/start',
        'virtual:messages/start/en',
        'virtual:messages/translated',
      ]),
    )
  })

  it('loads nothing of the identity library and no SDK even then: they come with the first sign-in', () => {
    const loaded = new Set(packagesLoadedWith(at('electron/electron-host.ts')))
    expect(loaded).toContain('xstate')
    expect([...loaded].filter((name) => name.startsWith('@azure/') || name === 'zod')).toEqual([])
  })
})

describe('a sign-in', () => {
  it('loads the clients of all services while the person is away: no part of them waits for its first call', () => {
    const loadedLater = (file: string): readonly string[] =>
      [...readFileSync(file, 'utf8').matchAll(/\bimport\('([^']+)'\)/g)].map(([, what = '']) =>
        what.startsWith('#') ? at(what.slice(1)) : what.startsWith('.') ? resolve(dirname(file), what) : what,
      )
    const wanted = ['azure', 'power-platform', 'resource-manager']
      .map((room) => at(`node/services/${room}`))
      .flatMap((folder) => readdirSync(folder, { encoding: 'utf8' }).map((name) => resolve(folder, name)))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('load-clients.ts'))
      .flatMap(loadedLater)
    const ahead = ['services', 'network-client'].map((name) => at(`node/services/azure/${name}.ts`))
    expect(loadedLater(at('node/services/azure/load-clients.ts'))).toEqual(ahead)
    expect(wanted.filter((file) => !ahead.includes(file))).toEqual([])
  })

  it.each([
    ['once the tenant is found', TENANT.id, 1],
    ['not for a tenant that does not exist', 'nowhere.example', 0],
  ])('%s', async (_case, tenant, times) => {
    const { cloud } = await servePractice()
    vi.mocked(loadClients).mockClear()
    await entrance(cloud).enter({ tenant })
    expect(loadClients).toHaveBeenCalledTimes(times)
  })
})

describe('the browser that the identity library opens', () => {
  it('is the system’s own, in the bundle as well', async () => {
    const { resolve: resolving } = await configFor('main', 'out')
    const aliases = Array.isArray(resolving?.alias) ? resolving.alias : []
    const replaced = aliases.find(({ find }) => find instanceof RegExp && find.test('open'))
    expect(replaced?.replacement).toBe(at('node/services/identity/system-browser.ts'))
    expect(existsSync(replaced?.replacement ?? '')).toBe(true)
    expect(aliases.some(({ find }) => find instanceof RegExp && find.test('opener'))).toBe(false)
  })

  it('is never opened by the library: the wizard opens its sign-in page itself', async () => {
    await expect(openBrowser()).rejects.toThrow('no one offered')
  })
})

describe('the place for tokens in the identity library', () => {
  it('is looked for by name: another version of the library must not keep tokens unseen', () => {
    expect(() => tokenCachePlugin({})).toThrow('no place for a token cache')
    expect(() => tokenCachePlugin({ cachePluginControl: { setPersistence: 'x' } })).toThrow('no place for a token cache')
  })
})
