import { expect, test } from 'vitest'
import { importedModules, violations } from '../../tools/boundaries.mjs'

test('every way to name a module is found', () => {
  const source = `
    import './side-effect.ts'
    import type { A } from './type.ts'
    export { b } from './export.ts'
    export * from './all.ts'
    const c = await import('./dynamic.tsx')
    type D = import('./import-type.ts').D
    import e = require('./required.ts')
    const f = "import './in-a-string.ts'" // import './in-a-comment.ts'
  `
  expect(importedModules('a.ts', source)).toEqual([
    './side-effect.ts',
    './type.ts',
    './export.ts',
    './all.ts',
    './dynamic.tsx',
    './import-type.ts',
    './required.ts',
  ])
})

test('a file that does not parse is named', () => {
  expect(() => importedModules('broken.ts', 'import from')).toThrow('broken.ts does not parse')
})

test.each([
  ['machines/step/plan.ts', "import { setup } from 'xstate'"],
  ['machines/wizard/machine.ts', "import { plan } from '../step/plan.ts'"],
  ['renderer/main.tsx', "import { createRoot } from 'react-dom/client'"],
  ['renderer/pages/start.tsx', "import type { WizardView } from '../../machines/wizard/view.ts'"],
  ['renderer/bridge.ts', "import type { Calls } from '../electron/ipc/contract.ts'"],
  ['electron/ipc/contract.ts', "import * as z from 'zod/mini'"],
  ['electron/azure/services.ts', "import { KeyClient } from '@azure/keyvault-keys'\nimport path from 'node:path'"],
  ['test/e2e/launch.ts', "import { electronBinary } from '../../tools/electron.mjs'"],
  ['vitest.config.ts', "import { defineConfig } from 'vitest/config'"],
])('%s may hold: %s', (file, source) => {
  expect(violations(file, source)).toEqual([])
})

test.each([
  ['machines/step/plan.ts', "import { z } from 'zod'", 'the package zod'],
  ['machines/clock.ts', "import { performance } from 'node:perf_hooks'", "Node's module node:perf_hooks"],
  ['machines/services.ts', "import type { Exchange } from '../electron/practice/exchange.ts'", 'electron/practice/exchange.ts'],
  ['renderer/main.tsx', "import { z } from 'zod'", 'the package zod'],
  ['renderer/main.tsx', "import fs from 'fs'", "Node's module fs"],
  ['renderer/main.tsx', "import { createWizardHost } from '../electron/wizard-host.ts'", 'electron/wizard-host.ts'],
  ['renderer/bridge.ts', "type Registrar = import('../electron/ipc/registrar.ts').Registrar", 'electron/ipc/registrar.ts'],
  ['electron/main.ts', "import { App } from '../renderer/app.tsx'", 'renderer/app.tsx'],
  ['electron/main.ts', "import { isRoot } from '../tools/system.mjs'", 'tools/system.mjs'],
  ['electron/practice/tenant.ts', "import '../../test/fixtures.ts'", 'test/fixtures.ts'],
  ['electron/ipc/contract.ts', "import { ipcMain } from 'electron'", 'the package electron'],
  ['tools/build.mjs', "import '../machines/clock.ts'", 'machines/clock.ts'],
])('%s may not hold: %s', (file, source, named) => {
  expect(violations(file, source)).toEqual([expect.stringContaining(`${file} imports ${named}`)])
})
