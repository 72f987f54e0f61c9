import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { allTargets, appTargets, configFor, targets } from '../../tools/build-config.mjs'
import { repositoryRoot } from '../../tools/location.mjs'

test.each(allTargets)('the entry of %s exists, and its sources hold it', (target) => {
  const { entry, sources } = targets[target]
  expect(existsSync(path.join(repositoryRoot, entry))).toBe(true)
  expect(sources.some((source) => entry.startsWith(`${source}/`))).toBe(true)
})

test('the manifest starts what is built as main', () => {
  const manifest = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'))
  expect(manifest.main).toBe(targets.main.output)
})

test('the command-line programs are no part of the app', () => {
  expect(allTargets.filter((target) => !appTargets.includes(target))).toEqual(['demo', 'practice-tenant'])
})

test('every dependency is pinned exactly', () => {
  const manifest = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'))
  const versions: unknown[] = Object.values({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(versions.filter((version) => !/^(npm:[@a-z/0-9-]+@)?\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/.test(String(version)))).toEqual([])
})

test('a step or an operation, which is loaded by its name, is imported by no other file', () => {
  const folder = path.join(repositoryRoot, 'machines')
  const placeOf = (file: string, source: string) =>
    source.startsWith('#') ? path.relative('machines', source.slice(1)) : path.join(path.dirname(file), source)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const imports = files.flatMap((file) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(/^import (?!type )[^;]*? from '([.#][^']+)'$/gm)].map(([, source = '']) => [
      file,
      placeOf(file, source),
    ]),
  )
  const loadedByName = /^procedure[\\/](?:steps|operations)[\\/][^\\/]+[\\/](?:step|operation)\.ts$/
  expect(imports.length).toBeGreaterThan(100)
  expect(imports.filter(([, imported = '']) => loadedByName.test(imported))).toEqual([])
})

test('a command-line program that imports electron does not build', async () => {
  const config = await configFor('demo', path.join(repositoryRoot, 'out', 'never-written'))
  const entry = 'virtual:entry'
  const attempt = build({
    ...config,
    logLevel: 'silent',
    plugins: [
      ...(config.plugins ?? []),
      {
        name: 'an-entry-that-imports-electron',
        resolveId: (source) => (source === entry ? entry : null),
        load: (id) => (id === entry ? "import { app } from 'electron'; console.log(app)" : null),
      },
    ],
    build: { ...config.build, ssr: true, write: false, rolldownOptions: { ...config.build?.rolldownOptions, input: entry } },
  })
  await expect(attempt).rejects.toThrow('which has none')
})

test('the package names no dependency, since none is inside', () => {
  const settings = readFileSync(path.join(repositoryRoot, 'electron-builder.yml'), 'utf8')
  expect(settings).toContain('  - "!node_modules/**"\n')
  expect(settings).toContain('\nextraMetadata:\n  dependencies: null\n')
})
