import { expect, it } from 'vitest'
import { billOfMaterials, requireValidBill, withoutLicense } from '../../tools/bill-of-materials.mjs'
import { packageFolder, packagesOf } from '../../tools/bundled-packages.mjs'

const APP = { name: 'cmk-enablement-wizard', version: '0.2.0', license: 'MIT' }
const PACKAGES = [
  { name: '@azure/identity', version: '4.13.1', license: 'MIT' },
  { name: 'jsbn', version: '1.1.0', license: '(MIT OR Apache-2.0)' },
]

const bill = (packages = PACKAGES) => billOfMaterials({ app: APP, electronVersion: '45.4.1', packages })

it('tells from a module which package it comes from, whatever the bundler adds to its name', () => {
  expect(packageFolder('/home/a/node_modules/@azure/identity/dist/esm/index.js')).toBe('/home/a/node_modules/@azure/identity')
  expect(packageFolder('/home/a/node_modules/a/node_modules/zod/v4/mini/index.js?full')).toBe('/home/a/node_modules/a/node_modules/zod')
  expect(packageFolder('\0/home/a/node_modules/react/index.js?commonjs-es-import')).toBe('/home/a/node_modules/react')
  expect(packageFolder('/home/a/machines/engine/step.ts')).toBeUndefined()
  expect(packageFolder('\0rolldown/runtime.js')).toBeUndefined()
})

it('lists each version of a package once, by name, however many of its modules are bundled', () => {
  const ids = ['/a/node_modules/b/1.js', '/a/node_modules/b/2.js', '/a/node_modules/a/1.js', '/a/electron/main.ts']
  const read = (folder: string) => ({ name: folder.slice(-1), version: '1.0.0', license: 'MIT' })
  expect(packagesOf(ids, read).map(({ name }) => name)).toEqual(['a', 'b'])
})

it('makes a bill of materials that follows the schema of CycloneDX, with Electron and each package', async () => {
  await expect(requireValidBill(bill())).resolves.toBeUndefined()
  expect(bill()).toMatchObject({
    components: [
      { type: 'framework', name: 'electron', version: '45.4.1' },
      { group: '@azure', name: 'identity', purl: 'pkg:npm/%40azure/identity@4.13.1', licenses: [{ license: { id: 'MIT' } }] },
      { name: 'jsbn', licenses: [{ expression: '(MIT OR Apache-2.0)' }] },
    ],
  })
})

it('refuses a bill that the schema refuses', async () => {
  await expect(requireValidBill({ ...bill(), specVersion: 1 })).rejects.toThrow('schema')
  await expect(requireValidBill(bill([{ name: 'a', version: '1.0.0', license: 'made-up' }]))).rejects.toThrow('schema')
})

it('makes the same bill of the same packages, and another of others', () => {
  expect(bill()).toEqual(bill())
  expect(bill()['serialNumber']).not.toBe(bill(PACKAGES.slice(1))['serialNumber'])
})

it('names each bundled package whose license is not told', () => {
  const text = '# Licenses\n\n## @azure/identity - 4.13.1 (MIT)\n\nCopyright\n\n## jsbn - 1.0.0 (MIT)\n'
  expect(withoutLicense(PACKAGES, text)).toEqual(['jsbn 1.1.0'])
})
