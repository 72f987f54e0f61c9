import { expect, it } from 'vitest'
import { createShowOnce } from '#node/host/show-once.ts'

function watched() {
  let shown = 0
  return { ...createShowOnce(() => void shown++), shown: () => shown }
}

it('shows each change that comes by itself', () => {
  const { changed, shown } = watched()
  changed()
  changed()
  expect(shown()).toBe(2)
})

it('shows once what one piece of work changes, and nothing where it changes nothing', () => {
  const { during, changed, shown } = watched()
  during(() => {
    changed()
    during(changed)
    expect(shown()).toBe(0)
  })
  expect(shown()).toBe(1)
  during(() => undefined)
  expect(shown()).toBe(1)
})

it('shows what has changed also where the work fails', () => {
  const { during, changed, shown } = watched()
  const failing = () =>
    during(() => {
      changed()
      throw new Error('defect')
    })
  expect(failing).toThrow('defect')
  expect(shown()).toBe(1)
  changed()
  expect(shown()).toBe(2)
})
