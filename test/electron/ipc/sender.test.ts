import { describe, expect, it } from 'vitest'
import { isOwnPage } from '#electron/ipc/sender.ts'

const own = { id: 7 }
const top = { parent: null, origin: 'app://wizard' }
type Event = Parameters<typeof isOwnPage>[0]
const event = (sender: { id: number }, senderFrame: object | null): Event => ({ sender, senderFrame }) as Event

describe('who may call', () => {
  it('is the top frame of our own window that shows our own page', () => {
    expect(isOwnPage(event(own, top), own)).toBe(true)
  })

  it.each([
    ['another window', event({ id: 8 }, top)],
    ['a frame inside the page', event(own, { ...top, parent: top })],
    ['another site', event(own, { ...top, origin: 'https://example.com' })],
    ['a site whose name begins like ours', event(own, { ...top, origin: 'app://wizard.example' })],
    ['a file', event(own, { ...top, origin: 'file://' })],
    ['a sandboxed frame without an origin', event(own, { ...top, origin: 'null' })],
    ['a page that has gone', event(own, null)],
  ])('is not %s', (_who, stranger) => {
    expect(isOwnPage(stranger, own)).toBe(false)
  })
})
