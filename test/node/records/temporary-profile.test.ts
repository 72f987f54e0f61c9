import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryProfile } from '#node/records/temporary-profile.ts'

function inFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'temporary-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('is there for one class, and nothing of it afterwards', () => {
  const later: string[] = []
  const profile = temporaryProfile(inFolder(), (folder) => later.push(folder))
  writeFileSync(path.join(profile.folder, 'settings.json'), '{}')
  profile.remove()
  expect(existsSync(profile.folder)).toBe(false)
  expect(later).toEqual([profile.folder])
})

it('removes what a process that ended left behind, and nothing of one that runs', () => {
  const temporary = inFolder()
  // No system gives a process this number.
  const left = mkdtempSync(path.join(temporary, 'cmk-wizard-class-999999999-'))
  const other = mkdtempSync(path.join(temporary, 'something-else-'))
  const running = temporaryProfile(temporary).folder
  temporaryProfile(temporary)
  expect([left, other, running].map((folder) => existsSync(folder))).toEqual([false, true, true])
})
