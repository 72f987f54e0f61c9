import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { otherWindowAtWork } from '#node/host/updates/other-windows.ts'
import type { Holding } from '#node/records/engagement/lock.ts'

const run: Holding = { user: 'ada', host: 'here', processId: 1, isRunning: (id) => id < 10, newId: () => 'id' }

function profileWith(locks: Readonly<Record<string, object>>): string {
  const base = mkdtempSync(path.join(tmpdir(), 'cmk-wizard-windows-'))
  onTestFinished(() => rmSync(base, { recursive: true }))
  for (const [profile, lock] of Object.entries(locks)) {
    const folder = path.join(base, profile, 'engagements', 'one')
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'lock.json'), JSON.stringify({ id: 'a', user: 'ada', host: 'here', processId: 2, since: 0, ...lock }))
  }
  return base
}

it.each<[what: string, isAtWork: boolean, locks: Readonly<Record<string, object>>, ownProfile: string]>([
  ['there is none', false, {}, ''],
  ['it has a profile of its own', true, { 'profiles/contoso': {} }, ''],
  ['it has the first profile, and this one its own', true, { '': {} }, 'profiles/contoso'],
  ['both have profiles of their own', true, { 'profiles/fabrikam': {} }, 'profiles/contoso'],
  ['it is this one', false, { '': { processId: 1 } }, ''],
  ['it ended without releasing its lock', false, { 'profiles/contoso': { processId: 99 } }, ''],
  ['it is on another computer', false, { 'profiles/contoso': { host: 'there' } }, ''],
])('another window is at work or not, where %s', async (_what, isAtWork, locks, ownProfile) => {
  expect(await otherWindowAtWork(path.join(profileWith(locks), ownProfile), run)).toBe(isAtWork)
})
