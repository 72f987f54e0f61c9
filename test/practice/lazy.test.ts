import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const PRACTICE = path.resolve(import.meta.dirname, '../../practice')

/** Every file of the project, and every package, that a file reaches through what it imports. */
function reachedFrom(entry: string): { files: Set<string>; packages: Set<string> } {
  const files = new Set<string>()
  const packages = new Set<string>()
  const todo = [path.join(PRACTICE, entry)]
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (files.has(file)) continue
    files.add(file)
    // Types vanish when the program is built.
    for (const [, from] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^'"]*?from '([^']+)'/gms)) {
      if (from?.startsWith('.')) todo.push(path.resolve(path.dirname(file), from))
      else if (from) packages.add(from)
    }
  }
  return { files, packages }
}

test('the tenant that the app loads brings no server, no certificates and no files with it', () => {
  const { files, packages } = reachedFrom('tenant.ts')
  expect([...packages].sort()).toEqual(['node:crypto', 'zod'])
  const names = [...files].map((file) => path.relative(PRACTICE, file))
  expect(names).toContain(path.join('services', 'vault-keys.ts'))
  for (const name of ['server.ts', 'main.ts', 'certificates.ts', 'import-environments.ts']) expect(names).not.toContain(name)
})

test('the server does bring them, so the look through the imports sees what it must', () => {
  expect([...reachedFrom('../cli/practice-tenant/main.ts').packages]).toEqual(expect.arrayContaining(['node:https', 'node:fs/promises']))
})
