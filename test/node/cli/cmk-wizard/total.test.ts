import { expect, it } from 'vitest'
import { command } from './in-process.ts'

it.each([
  ['already-encrypted', '1 environment: 0 in order, 1 to confirm, 0 couldn’t be read.'],
  ['locked', '1 environment: 0 in order, 1 with action required, 0 couldn’t be read.'],
])('the last line of check says of %s what the environment’s own line says', async (scenario, total) => {
  const { out } = await command(['check', '--practice', scenario], { variables: { LANG: 'en_US.UTF-8' } })
  expect(out.trimEnd().split('\n').at(-1)).toBe(total)
})
