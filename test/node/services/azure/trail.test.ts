import { AsyncResource } from 'node:async_hooks'
import { describe, expect, it } from 'vitest'
import { currentSignal, follow } from '#node/services/azure/trail.ts'

/** A call that leaves something in its own context, as a connection that is kept alive does. */
function leaving() {
  const left: { signal?: () => AbortSignal | undefined } = {}
  const call = async (): Promise<void> => {
    left.signal = AsyncResource.bind(currentSignal)
  }
  return { left, call }
}

describe('what a call to a service leaves behind', () => {
  it('holds nothing of the call once it has ended', async () => {
    const { left, call } = leaving()
    await follow(call, new AbortController().signal)
    expect(left.signal?.()).toBeUndefined()
  })

  it('sends nothing more after an abort, and holds nothing of the call', async () => {
    const { left, call } = leaving()
    const stop = new AbortController()
    await follow(async () => {
      await call()
      stop.abort(new Error('left'))
    }, stop.signal)
    expect(left.signal?.()).toMatchObject({ aborted: true, reason: { name: 'AbortError' } })
  })
})
