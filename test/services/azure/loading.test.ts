import path from 'node:path'
import { expect, it } from 'vitest'
import { repositoryRoot } from '../../../tools/location.mjs'
import { loadedWith } from '../../loaded-with.ts'

it('connecting to the services loads no SDK and no schema until something is asked', () => {
  const names = [...loadedWith(path.join(repositoryRoot, 'services/azure/services.ts'))].map((file) => path.basename(file))
  expect(names).toEqual(['services.ts', 'lazily.ts'])
})
