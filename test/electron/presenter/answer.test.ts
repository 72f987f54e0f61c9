import { describe, expect, it, vi } from 'vitest'
import type { PresenterView } from '#contract/presenter-channels.ts'
import { answerPresenter } from '#electron/presenter/answer.ts'

interface Asked {
  readonly own: () => boolean
}

const OWN: Asked = { own: () => true }
const STRANGER: Asked = { own: () => false }
const GONE: Asked = {
  own() {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed')
  },
}

function answered() {
  const listeners = new Map<string, (event: Asked, argument: unknown) => unknown>()
  const log: string[] = []
  const act = vi.fn()
  answerPresenter<Asked>({
    registry: { handle: (channel, listener) => listeners.set(channel, listener) },
    isTrusted: ({ own }) => own(),
    presenting: { view: () => ({ revision: 7 }) as PresenterView, act },
    log: (line) => log.push(line),
  })
  return { act, log, call: (channel: string, event: Asked, argument?: unknown) => listeners.get(channel)?.(event, argument) }
}

describe('the trainer’s channels', () => {
  it.each([
    { do: 'go', to: 'next' },
    { do: 'advance', hours: 24 },
    { do: 'fault', fault: 'throttling' },
    { do: 'end-faults' },
    { do: 'reset' },
    { do: 'clear-requests' },
    { do: 'stage', what: 'spotlight', on: true },
    { do: 'text-size', to: 'larger' },
    { do: 'swap' },
  ])('do what its own page asks for: $do', (asked) => {
    const { act, call } = answered()
    expect(call('presenter:do', OWN, asked)).toEqual({ ok: true })
    expect(act).toHaveBeenCalledExactlyOnceWith(asked)
  })

  it.each([
    undefined,
    null,
    'reset',
    [],
    {},
    { do: 'quit' },
    { do: 'go', to: 'closing' },
    { do: 'advance', hours: 1e9 },
    { do: 'fault', fault: '__proto__' },
    { do: 'reset', also: 'this' },
    { do: 'stage', what: '__proto__', on: true },
    { do: 'stage', what: 'bare', on: 'yes' },
    { do: 'text-size', to: 3 },
  ])('refuse %j, without doing it and without quoting it', (asked) => {
    const { act, call, log } = answered()
    expect(call('presenter:do', OWN, asked)).toEqual({ ok: false, why: 'The message doesn’t have the expected format.' })
    expect(act).not.toHaveBeenCalled()
    expect(log).toEqual(['Refused presenter:do: The message doesn’t have the expected format.'])
  })

  it.each([
    ['a stranger', STRANGER],
    ['a page that is gone', GONE],
  ])('give nothing to %s', (_who, event) => {
    const { act, call } = answered()
    const refused = { ok: false, why: 'The sender is not the trainer’s own page.' }
    expect(call('presenter:get', event)).toEqual(refused)
    expect(call('presenter:do', event, { do: 'reset' })).toEqual(refused)
    expect(act).not.toHaveBeenCalled()
  })

  it('give the view to its own page', () => {
    expect(answered().call('presenter:get', OWN)).toEqual({ revision: 7 })
  })
})
