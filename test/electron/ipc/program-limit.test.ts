import { expect, it } from 'vitest'
import { dialogTurn, limitedBy, programLimit, TooManyPrograms } from '#electron/ipc/program-limit.ts'

it('lets a page start twenty programs in a minute, and others once that has passed', () => {
  let now = 0
  const mayStart = programLimit(() => now)
  const flood = () => Array.from({ length: 1000 }, mayStart).filter(Boolean)
  expect(flood()).toHaveLength(20)
  now = 59_999
  expect(flood()).toHaveLength(0)
  now = 60_000
  expect(flood()).toHaveLength(20)
})

it('starts nothing beyond the limit', () => {
  const started: number[] = []
  const start = limitedBy(programLimit(() => 0))((each: number) => started.push(each))
  for (let each = 0; each < 20; each++) start(each)
  expect(() => start(20)).toThrow(TooManyPrograms)
  expect(started).toHaveLength(20)
})

it('opens no dialog above another one', async () => {
  const inTurn = dialogTurn()
  let close: (answer: string) => void = () => undefined
  let asked = 0
  const save = inTurn(() => {
    asked += 1
    return asked > 1 ? Promise.resolve('saved again') : new Promise<string>((resolve) => (close = resolve))
  }, 'canceled')
  const pick = inTurn(() => Promise.reject(new Error('It couldn’t be shown.')), 'nothing')
  const first = save({})
  expect(await Promise.all([save({}), save({}), pick({})])).toEqual(['canceled', 'canceled', 'nothing'])
  close('saved')
  expect(await first).toBe('saved')
  expect(asked).toBe(1)
  await expect(pick({})).rejects.toThrow('shown')
  expect(await save({})).toBe('saved again')
})
