import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circleIn, groupsOf, pageGroupsOf } from '../../tools/chunks.mjs'
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
  const namesOf = <Name extends string>(groups: Readonly<Record<Name, ReadonlySet<string>>>) =>
    Object.fromEntries(Object.entries<ReadonlySet<string>>(groups).map(([name, ids]) => [name, names(ids)]))
  return { infoOf, namesOf, groups: () => namesOf(groupsOf(idOf('electron/main.ts'), infoOf, idOf)) }
}

test('what opening a tenant loads is together, but for what main may load before', () => {
  const { tenant, shared } = modulesOf({
    'electron/main.ts': { at: ['contract/contract.ts'], later: ['electron/wizard.ts', 'electron/about.ts'] },
    'contract/contract.ts': {},
    'electron/wizard.ts': { later: ['electron/electron-host.ts', 'node/records/store.ts'] },
    'electron/about.ts': { at: ['machines/links.ts'] },
    'node/records/store.ts': { at: ['machines/schema.ts'] },
    'machines/schema.ts': {},
    'machines/links.ts': {},
    'electron/electron-host.ts': { at: ['machines/schema.ts', 'machines/links.ts', 'machines/wizard.ts', 'contract/contract.ts'] },
    'machines/wizard.ts': { later: ['machines/operation.ts'] },
    'machines/operation.ts': {},
  }).groups()
  expect(tenant).toEqual(['electron/electron-host.ts', 'machines/wizard.ts'])
  expect(shared).toEqual(['machines/schema.ts', 'machines/links.ts'])
})

test('the practice tenant is by itself, and what it needs of other rooms is with the tenant', () => {
  const { tenant, practice } = modulesOf({
    'electron/main.ts': { later: ['node/practice/titles.ts', 'electron/electron-host.ts'] },
    'node/practice/titles.ts': {},
    'electron/electron-host.ts': {
      at: ['node/practice/clock.ts', 'node/practice/presenting/exercise.ts'],
      later: ['node/practice/open.ts'],
    },
    'node/practice/clock.ts': {},
    'node/practice/presenting/exercise.ts': {},
    'node/practice/open.ts': { at: ['node/practice/clock.ts', 'node/practice/titles.ts', 'node/practice/state.ts', 'machines/facts.ts'] },
    'node/practice/state.ts': {},
    'machines/facts.ts': {},
  }).groups()
  expect(tenant).toEqual([
    'electron/electron-host.ts',
    'machines/facts.ts',
    'node/practice/clock.ts',
    'node/practice/presenting/exercise.ts',
  ])
  expect(practice).toEqual(['node/practice/open.ts', 'node/practice/state.ts'])
})

test('what only the later steps need is apart from the tenant, and what a real network needs from both', () => {
  const client = 'node_modules/@azure/core-rest-pipeline/dist/esm'
  const { tenant, steps } = modulesOf({
    'electron/main.ts': { later: ['electron/electron-host.ts'] },
    'electron/electron-host.ts': { at: ['machines/finding.ts'], later: ['machines/procedure/steps/policy/step.ts', 'node/network.ts'] },
    'machines/finding.ts': { at: [`${client}/index.js`] },
    'machines/procedure/steps/policy/step.ts': { at: ['machines/finding.ts', 'machines/vault.ts'] },
    'machines/vault.ts': {},
    'node/network.ts': { at: [`${client}/index.js`] },
    [`${client}/index.js`]: {
      at: ['defaultHttpClient', 'policies/logPolicy', 'policies/bearerTokenAuthenticationPolicy'].map((name) => `${client}/${name}.js`),
    },
    [`${client}/defaultHttpClient.js`]: { at: ['node_modules/debug/index.js'] },
    [`${client}/policies/logPolicy.js`]: {},
    [`${client}/policies/bearerTokenAuthenticationPolicy.js`]: {},
    'node_modules/debug/index.js': {},
  }).groups()
  expect(tenant).toEqual([
    'electron/electron-host.ts',
    'machines/finding.ts',
    `${client}/index.js`,
    `${client}/policies/bearerTokenAuthenticationPolicy.js`,
  ])
  expect(steps).toEqual(['machines/procedure/steps/policy/step.ts', 'machines/vault.ts'])
})

test('what is loaded before a tenant is together by its moment, and is there once', () => {
  const { start, calls, listing, shared } = modulesOf({
    'electron/main.ts': { at: ['machines/message.ts'], later: ['electron/wizard.ts', 'contract/contract.ts', 'electron/electron-host.ts'] },
    'machines/message.ts': {},
    'electron/wizard.ts': { at: ['machines/message.ts', 'machines/cloud.ts'], later: ['node/records/engagement/folder-store.ts'] },
    'machines/cloud.ts': {},
    'contract/contract.ts': { at: ['machines/cloud.ts', 'machines/links.ts'] },
    'machines/links.ts': {},
    'node/records/engagement/folder-store.ts': { at: ['machines/links.ts', 'node/records/durable.ts'] },
    'node/records/durable.ts': {},
    'electron/electron-host.ts': { at: ['node/records/durable.ts'] },
  }).groups()
  expect(start).toEqual(['electron/wizard.ts', 'machines/cloud.ts'])
  expect(calls).toEqual(['contract/contract.ts', 'machines/links.ts'])
  expect(listing).toEqual(['node/records/engagement/folder-store.ts', 'node/records/durable.ts'])
  expect(shared).toEqual([])
})

test('what pages of a tenant have in common with those of the start is by itself', () => {
  const idOfPage = (file: string) => idOf(`renderer/${file}`)
  const { infoOf, namesOf } = modulesOf({
    'renderer/main.tsx': { at: ['renderer/frame.tsx'] },
    'renderer/frame.tsx': {},
    'renderer/fields.tsx': {},
    'renderer/step.tsx': {},
    'renderer/connect/connect-page.tsx': { at: ['renderer/fields.tsx', 'renderer/frame.tsx'] },
    'renderer/pages/tenant-pages.tsx': { at: ['renderer/step.tsx', 'renderer/fields.tsx', 'renderer/frame.tsx'] },
  })
  expect(namesOf(pageGroupsOf(idOfPage('main.tsx'), infoOf, idOfPage))).toEqual({
    basics: ['renderer/fields.tsx'],
    'tenant-pages': ['renderer/pages/tenant-pages.tsx', 'renderer/step.tsx'],
  })
})

test('all groups are closed, whatever imports what: each imports only what is in the entry or in a group before it', () => {
  const others = ['a', 'b', 'c', 'd', 'e'].map((name) => `machines/${name}.ts`)
  const files = [
    ...others,
    'node/practice/x.ts',
    'node/practice/y.ts',
    'electron/wizard.ts',
    'contract/contract.ts',
    'node/records/engagement/folder-store.ts',
  ]
  const roots = ['electron/main.ts', 'electron/electron-host.ts', 'node/practice/open.ts']
  const imports = fc.record(
    Object.fromEntries(
      [...roots, ...files].map((file) => [
        file,
        fc.record({ at: fc.subarray(files, { maxLength: 3 }), later: fc.subarray(files, { maxLength: 2 }) }),
      ]),
    ),
  )
  fc.assert(
    fc.property(imports, (given: Record<string, { at: string[]; later: string[] }>) => {
      const groups = modulesOf(given).groups()
      const reached = new Set(['electron/main.ts'])
      for (const file of reached) for (const each of [...(given[file]?.at ?? []), ...(given[file]?.later ?? [])]) reached.add(each)
      // Modules outside of groups have files of their own, which import nothing of a later group.
      const there = new Set(['electron/main.ts'])
      for (const file of there) for (const each of given[file]?.at ?? []) there.add(each)
      for (const name of ['start', 'calls', 'listing', 'shared', 'tenant', 'practice']) {
        const group = groups[name] ?? []
        for (const file of group) expect(there.has(file)).toBe(false)
        for (const file of group) there.add(file)
        for (const file of group)
          for (const each of given[file]?.at ?? []) expect(there.has(each) || (name === 'practice' && reached.has(each))).toBe(true)
      }
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
