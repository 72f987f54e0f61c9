import type { Input } from 'electron'
import { expect, it } from 'vitest'
import { stageKey } from '#electron/presenter/stage-keys.ts'

const none = { alt: false, control: false, meta: false, shift: false, isAutoRepeat: false }
const pressed = (key: string, more: Partial<Input> = {}): Input => ({ ...none, type: 'keyDown', key, ...more }) as Input

it.each([
  ['F7', 'bare'],
  ['F8', 'swap'],
  ['F9', 'spotlight'],
  ['F1', undefined],
  ['s', undefined],
])('%s means %s for the class’s window', (key, what) => {
  expect(stageKey(pressed(key))).toBe(what)
})

it.each([{ type: 'keyUp' as const }, { isAutoRepeat: true }, { control: true }, { alt: true }, { shift: true }, { meta: true }])(
  'with %j it means nothing',
  (more) => {
    expect(stageKey(pressed('F8', more))).toBeUndefined()
  },
)
