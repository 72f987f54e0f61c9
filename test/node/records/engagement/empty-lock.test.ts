import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createDurably } from '#node/records/engagement/durable-file.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { isHeld, takeLock } from '#node/records/engagement/lock.ts'
import { testFolder } from '#test/folder.ts'
import { ID, opened, run } from './store-contract.ts'

it('leaves nothing under its name where the disk is full in the middle', async () => {
  const folder = testFolder()
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'lock.json')
  async function* untilFull() {
    yield '{'
    throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })
  }
  await expect(createDurably(file, untilFull())).rejects.toThrow('ENOSPC')
  expect(readdirSync(folder)).toEqual([])
})

it('has all of its content from the first moment, and is created once', async () => {
  const folder = testFolder()
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'lock.json')
  const taken = await Promise.all([1, 2, 3, 4].map((processId) => takeLock(file, run({ processId }), 0)))
  expect(taken.map(isHeld).sort()).toEqual([false, true, true, true])
  expect(taken.filter(isHeld)).toMatchObject([{ state: 'here' }, { state: 'here' }, { state: 'here' }])
  expect(readdirSync(folder)).toEqual(['lock.json'])
})

it('takes no empty lock for one that is held: a run was killed before it wrote its name', async () => {
  const folder = testFolder()
  mkdirSync(path.join(folder, ID), { recursive: true })
  writeFileSync(path.join(folder, ID, 'lock.json'), '')
  const open = await opened(engagementStore(folder, run(), () => 0))
  expect(open.recovered).toEqual([])
  await open.close()
})
