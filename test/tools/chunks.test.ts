import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circleIn, tenantModules } from '../../tools/chunks.mjs'
import { repositoryRoot } from '../../tools/location.mjs'

const idOf = (file: string) => path.join(repositoryRoot, file)
const idsOf = (files: readonly string[]) => files.map(idOf)

interface Imports {
  readonly at?: readonly string[]
  readonly later?: readonly string[]
}

function modulesOf(imports: Readonly<Record<string, Imports>>) {
  const found = new Map(
    Object.entries(imports).map(([file, { at = [], later = [] }]) => [
      idOf(file),
      { importedIds: idsOf(at), dynamicallyImportedIds: idsOf(later) },
    ]),
  )
  const infoOf = (id: string) => found.get(id) ?? null
  const names = (ids: ReadonlySet<string>) => [...ids].filter((id) => found.has(id)).map((id) => path.relative(repositoryRoot, id))
  const { tenant, practice } = tenantModules(idOf('electron/main.ts'), infoOf, idOf)
  return { tenant: names(tenant), practice: names(practice) }
}

test('what opening a tenant loads is together, but for what main may load before', () => {
  const { tenant } = modulesOf({
    'electron/main.ts': { at: ['ipc/contract.ts'], later: ['electron/wizard.ts', 'electron/about.ts'] },
    'ipc/contract.ts': {},
    'electron/wizard.ts': { later: ['electron/electron-host.ts', 'records/store.ts'] },
    'electron/about.ts': { at: ['machines/links.ts'] },
    'records/store.ts': { at: ['machines/schema.ts'] },
    'machines/schema.ts': {},
    'machines/links.ts': {},
    'electron/electron-host.ts': { at: ['machines/schema.ts', 'machines/links.ts', 'machines/wizard.ts', 'ipc/contract.ts'] },
    'machines/wizard.ts': { later: ['machines/operation.ts'] },
    'machines/operation.ts': {},
  })
  expect(tenant).toEqual(['electron/electron-host.ts', 'machines/wizard.ts'])
})

test('the practice tenant is by itself, and what it needs of other rooms is with the tenant', () => {
  const { tenant, practice } = modulesOf({
    'electron/main.ts': { later: ['practice/titles.ts', 'electron/electron-host.ts'] },
    'practice/titles.ts': {},
    'electron/electron-host.ts': { at: ['practice/clock.ts'], later: ['practice/open.ts'] },
    'practice/clock.ts': {},
    'practice/open.ts': { at: ['practice/clock.ts', 'practice/titles.ts', 'practice/state.ts', 'machines/facts.ts'] },
    'practice/state.ts': {},
    'machines/facts.ts': {},
  })
  expect(tenant).toEqual(['electron/electron-host.ts', 'machines/facts.ts', 'practice/clock.ts'])
  expect(practice).toEqual(['practice/open.ts', 'practice/state.ts'])
})

test('both groups are closed, whatever imports what: they import only what is before, and practice the tenant', () => {
  const others = ['a', 'b', 'c', 'd', 'e'].map((name) => `machines/${name}.ts`)
  const files = [...others, 'practice/x.ts', 'practice/y.ts']
  const roots = ['electron/main.ts', 'electron/electron-host.ts', 'practice/open.ts']
  const imports = fc.record(
    Object.fromEntries(
      [...roots, ...files].map((file) => [
        file,
        fc.record({ at: fc.subarray(files, { maxLength: 3 }), later: fc.subarray(files, { maxLength: 1 }) }),
      ]),
    ),
  )
  fc.assert(
    fc.property(imports, (given: Record<string, { at: string[]; later: string[] }>) => {
      const { tenant, practice } = modulesOf(given)
      const reached = new Set(['electron/main.ts'])
      for (const file of reached) for (const each of [...(given[file]?.at ?? []), ...(given[file]?.later ?? [])]) reached.add(each)
      for (const file of tenant) for (const each of given[file]?.at ?? []) expect(tenant.includes(each) || reached.has(each)).toBe(true)
      for (const file of practice)
        for (const each of given[file]?.at ?? []) expect([...tenant, ...practice].includes(each) || reached.has(each)).toBe(true)
      for (const file of reached) expect([...tenant, ...practice]).not.toContain(file)
    }),
  )
})

test('files that import each other are found', () => {
  const circle = circleIn(
    new Map([
      ['index.js', ['a.js']],
      ['a.js', ['b.js', 'd.js']],
      ['b.js', ['c.js', 'electron']],
      ['c.js', ['a.js']],
      ['d.js', []],
    ]),
  )
  expect(circle?.toSorted()).toEqual(['a.js', 'b.js', 'c.js'])
})

test('files that import each other nowhere are no circle', () => {
  expect(
    circleIn(
      new Map([
        ['index.js', ['a.js', 'b.js']],
        ['a.js', ['b.js']],
        ['b.js', ['electron']],
      ]),
    ),
  ).toBeUndefined()
})
