import { expect, it } from 'vitest'
import { createMarks } from '#electron/window/marks.ts'

it('writes one JSON line for each mark, and only for its first time', () => {
  const lines: string[] = []
  let now = 1000.25
  const mark = createMarks(
    'marks.jsonl',
    () => now++,
    (file, line) => lines.push(`${file} ${line}`),
  )
  mark('didStartMain')
  mark('appReady')
  mark('appReady')
  expect(lines).toEqual(['marks.jsonl {"mark":"didStartMain","at":1000.25}\n', 'marks.jsonl {"mark":"appReady","at":1001.25}\n'])
})

it('does nothing when no file is named', () => {
  const mark = createMarks(undefined, undefined, () => {
    throw new Error('must not write')
  })
  expect(() => mark('didStartMain')).not.toThrow()
})
