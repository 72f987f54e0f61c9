import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'
import { productionPackages } from '../../tools/packages.mjs'

it('lists what the app needs at run time by name, each version once', () => {
  const packages = {
    '': { version: '0.2.0', license: 'MIT' },
    'node_modules/socks': { version: '2.8.11', license: 'MIT' },
    'node_modules/@scope/b': { version: '1.0.0', license: 'ISC' },
    'node_modules/socks/node_modules/@scope/b': { version: '1.0.0', license: 'ISC' },
    'node_modules/other/node_modules/socks': { version: '1.0.0', license: 'MIT' },
    'node_modules/vite': { version: '8.0.0', license: 'MIT', dev: true },
    'node_modules/esbuild': { version: '1.0.0', license: 'MIT', devOptional: true },
  }
  expect(productionPackages({ packages }).map(({ name, version }) => `${name} ${version}`)).toEqual([
    '@scope/b 1.0.0',
    'socks 1.0.0',
    'socks 2.8.11',
  ])
})

it('refuses a package that does not say its license', () => {
  expect(() => productionPackages({ packages: { 'node_modules/bare': { version: '1.0.0' } } })).toThrow('bare')
})

it('finds every direct dependency of the app in its own lockfile', () => {
  const read = (file: string) => JSON.parse(readFileSync(path.join(repositoryRoot, file), 'utf8'))
  const names = productionPackages(read('package-lock.json')).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(Object.keys(read('package.json').dependencies)))
})
