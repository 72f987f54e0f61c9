import path from 'node:path'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../../../tools/location.mjs'
import { loadedWith } from '../../loaded-with.ts'

const reachedFrom = (entry: string) => [...loadedWith(path.join(repositoryRoot, entry))]

test('the tenant that the app loads brings no server, no certificates and no files with it', () => {
  const reached = reachedFrom('node/practice/tenant.ts')
  expect(reached.filter((each) => !path.isAbsolute(each)).sort()).toEqual(['node:crypto', 'zod'])
  const names = reached.map((file) => path.basename(file))
  expect(names).toContain('vault-keys.ts')
  for (const name of ['server.ts', 'main.ts', 'certificates.ts', 'import-environments.ts']) expect(names).not.toContain(name)
})

test('a tenant opens without the checks of the later steps', () => {
  const opening = ['electron/electron-host.ts', 'machines/procedure/steps/integration/step.ts', 'node/practice/open.ts'].flatMap(
    reachedFrom,
  )
  const later = reachedFrom('machines/procedure/steps/policy/step.ts').map((file) => path.basename(file))
  const checks = ['policy-checks.ts', 'vault-checks.ts', 'key-checks.ts', 'key-loss-checks.ts']
  expect(later).toEqual(expect.arrayContaining(checks))
  expect(opening.filter((file) => checks.includes(path.basename(file)))).toEqual([])
})

test('the server does bring them, so the look through the imports sees what it must', () => {
  expect(reachedFrom('node/cli/practice-tenant/main.ts')).toEqual(expect.arrayContaining(['node:https', 'node:fs/promises']))
})
