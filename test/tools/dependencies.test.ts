import { expect, test } from 'vitest'
import { differences } from '../../tools/dependencies.mjs'

const locked = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/vite': { version: '8.3.8' },
    'node_modules/rolldown-on-another-system': { version: '1.0.0', optional: true },
  },
}

test('nothing is installed when every locked package is there in its version', () => {
  expect(differences(locked, { packages: { 'node_modules/vite': { version: '8.3.8' } } })).toEqual([])
})

test('without node_modules everything that is not optional is missing', () => {
  expect(differences(locked, {})).toEqual(['node_modules/vite@8.3.8'])
})

test('another version counts as missing, an optional one included', () => {
  const installed = {
    packages: { 'node_modules/vite': { version: '8.3.7' }, 'node_modules/rolldown-on-another-system': { version: '0.9.0' } },
  }
  expect(differences(locked, installed)).toEqual(['node_modules/vite@8.3.8', 'node_modules/rolldown-on-another-system@1.0.0'])
})
