import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'

it('leaves NODE_ENV as it was: what is started after a build must not believe it runs in production', () => {
  const { NODE_ENV: _, ...environment } = process.env
  const program =
    "const { buildTargets } = await import('./tools/build.mjs'); await buildTargets(['preload']); console.log(String(process.env.NODE_ENV))"
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: repositoryRoot,
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(printed.trim()).toBe('undefined')
})
