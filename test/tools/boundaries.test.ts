import { describe, expect, test } from 'vitest'
import { pictureOf, readImports, violations, withPicture } from '../../tools/boundaries.mjs'
import { testFolder } from '../folder.ts'

/** Modules for the rules: one file in each room, and packages that are resolved like real ones. */
const HOUSE: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#machines/*': './machines/*', '#node/*': './node/*', '#contract/*': './contract/*', '#renderer/*': './renderer/*' },
    dependencies: { xstate: '1', zod: '1', 'react-dom': '1', electron: '1' },
  }),
  'assets/icons/16x16.png': '',
  'machines/engine/step/plan.ts': 'export type Plan = string',
  'machines/procedure/procedure.ts': 'export const keys = 1',
  'node/host/wizard-host.ts': 'export const host = 1',
  'node/practice/presenting/open-case.ts': 'export const open = 1',
  'contract/contract.ts': 'export type Calls = string',
  'electron/ipc/registrar.ts': 'export type Registrar = string',
  'renderer/app.tsx': 'export const App = () => <p>Hello</p>',
  'tools/system.mjs': 'export const isRoot = true',
  'test/fixtures.ts': 'export const fixture = 1',
  ...Object.fromEntries(
    ['xstate', 'zod', 'react-dom', 'electron'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, exports: { '.': './index.js', './mini': './mini/index.js' } })],
      [`node_modules/${name}/index.js`, 'export {}'],
      [`node_modules/${name}/mini/index.js`, 'export {}'],
    ]),
  ),
}

/** A repository in a separate folder, with these files in addition or instead. */
const houseWith = (files: Readonly<Record<string, string>>): string => testFolder({ ...HOUSE, ...files })

const violationsWith = async (files: Readonly<Record<string, string>>) => violations(await readImports(houseWith(files)))

describe('an import that a rule allows', () => {
  test('is not reported', async () => {
    const allowed = {
      'machines/engine/wizard/machine.ts': "import { setup } from 'xstate'\nimport type { Plan } from '../step/plan.ts'",
      'renderer/main.tsx': "import { hydrate } from 'react-dom'\nimport { App } from './app.tsx'\nexport const app = <App />",
      'renderer/page.tsx': "import type { Plan } from '../machines/engine/step/plan.ts'",
      'renderer/bridge.ts': "import type { Calls } from '#contract/contract.ts'",
      'node/host/customer-managed-keys.ts': "export { keys } from '#machines/procedure/procedure.ts'",
      'contract/channels.ts': "import * as z from 'zod/mini'",
      'electron/main.ts': "import { app } from 'electron'\nimport path from 'node:path'\nimport { version } from '../package.json'",
      'electron/icon.ts': "import icon from '../assets/icons/16x16.png'",
      'test/window.ts': "import { isRoot } from '../tools/system.mjs'\nimport { App } from '../renderer/app.tsx'",
    }
    expect(await violationsWith(allowed)).toEqual([])
  })
})

describe('an import that a rule forbids', () => {
  test.each([
    ['machines/engine/clock.ts', "import { z } from 'zod'", 'node_modules/zod/index.js'],
    ['machines/engine/clock.ts', "import { performance } from 'node:perf_hooks'", 'perf_hooks'],
    ['machines/engine/clock.ts', "import type { Calls } from '#contract/contract.ts'", 'contract/contract.ts'],
    ['machines/engine/clock.ts', "export { host } from '#node/host/wizard-host.ts'", 'node/host/wizard-host.ts'],
    [
      'node/records/report.ts',
      "import { keys } from '#machines/procedure/procedure.ts'\nexport const report = keys",
      'machines/procedure/procedure.ts',
    ],
    [
      'node/host/product.ts',
      "import { keys } from '#machines/procedure/procedure.ts'\nexport const product = keys",
      'machines/procedure/procedure.ts',
    ],
    ['node/practice/state.ts', "export { open } from './presenting/open-case.ts'", 'node/practice/presenting/open-case.ts'],
    ['messages/formatter.ts', "export { keys } from '../machines/procedure/procedure.ts'", 'machines/procedure/procedure.ts'],
    ['machines/engine/clock.ts', "export type * from '#renderer/app.tsx'", 'renderer/app.tsx'],
    ['machines/engine/clock.ts', "export const late = () => import('#node/host/wizard-host.ts')", 'node/host/wizard-host.ts'],
    ['renderer/main.tsx', "import { z } from 'zod'", 'node_modules/zod/index.js'],
    ['renderer/main.tsx', "import fs from 'fs'", 'fs'],
    ['renderer/main.tsx', "import '../node/host/wizard-host.ts'\nexport const page = <p />", 'node/host/wizard-host.ts'],
    ['renderer/bridge.ts', "export type R = import('../electron/ipc/registrar.ts').Registrar", 'electron/ipc/registrar.ts'],
    ['renderer/bridge.ts', "export function on(r: import('../electron/ipc/registrar.ts').Registrar[]) {}", 'electron/ipc/registrar.ts'],
    ['electron/main.ts', "import { App } from '../renderer/app.tsx'", 'renderer/app.tsx'],
    ['electron/main.ts', "import { isRoot } from '../tools/system.mjs'", 'tools/system.mjs'],
    ['contract/contract.ts', "import { ipcMain } from 'electron'", 'node_modules/electron/index.js'],
    ['tools/build.mjs', "import '../machines/engine/step/plan.ts'", 'machines/engine/step/plan.ts'],
  ])('from %s is reported: %s', async (file, source, named) => {
    const found = await violationsWith({ [file]: source })
    expect(found).toEqual([expect.stringContaining(`${file} imports ${named}: `)])
  })

  test('of a test is reported for every room, one that is new as well', async () => {
    const found = await violationsWith({ 'reports/azure.ts': "import { fixture } from '../test/fixtures.ts'" })
    expect(found).toEqual([expect.stringMatching(/^reports\/azure\.ts imports test\/fixtures\.ts: .*\(nobody-imports-tests\)$/)])
  })
})

describe('a circle', () => {
  test('is reported with its way, where types alone close it', async () => {
    const found = await violationsWith({
      'machines/engine/step/plan.ts': "import type { Receipt } from './receipt.ts'\nexport type Plan = Receipt[]",
      'machines/engine/step/receipt.ts': "import type { Plan } from './plan.ts'\nexport type Receipt = Plan",
    })
    expect(found).toEqual([
      expect.stringContaining('machines/engine/step/plan.ts → machines/engine/step/receipt.ts → machines/engine/step/plan.ts is a circle'),
    ])
  })
})

describe('the picture of the rooms', () => {
  test('has one node for each room of the product and an arrow for each import', async () => {
    const root = houseWith({ 'electron/main.ts': "import type { Plan } from '../machines/engine/step/plan.ts'" })
    const picture = await pictureOf(await readImports(root), root)
    const nodes = new Map([...picture.matchAll(/^(\w+)\["(.+)"\]$/gm)].map(([, id, name]) => [id, name]))
    expect([...nodes.values()].toSorted()).toEqual(['contract', 'electron', 'engine', 'host', 'practice', 'procedure', 'renderer'])
    const arrows = [...picture.matchAll(/^(\w+)-->(\w+)$/gm)].map(([, from, to]) => `${nodes.get(from)} → ${nodes.get(to)}`)
    expect(arrows).toEqual(['electron → engine'])
  })

  test('takes the place between its markers, and is the same when it is drawn again', () => {
    const document = 'Before.\n<!-- rooms: written by npm run check -- boundaries --write -->\nold\n<!-- /rooms -->\nAfter.\n'
    const drawn = withPicture(document, 'new\n')
    expect(drawn).toBe(document.replace('old', 'new'))
    expect(withPicture(drawn, 'new\n')).toBe(drawn)
  })

  test('has no place in a document without markers', () => {
    expect(() => withPicture('Nothing.', 'new\n')).toThrow('lacks the markers')
  })
})
