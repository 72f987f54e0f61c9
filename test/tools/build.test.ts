import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'

it('bundles for production wherever it runs, and leaves NODE_ENV as it was: what is started after it must not believe it runs in production', () => {
  const program = `
    const { buildTargets } = await import('./tools/build.mjs')
    const building = buildTargets(['preload'])
    const during = process.env.NODE_ENV
    await building
    console.log(during, process.env.NODE_ENV)`
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: repositoryRoot,
    env: { ...process.env, NODE_ENV: 'development' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(printed.trim()).toBe('production development')
})
