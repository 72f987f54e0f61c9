import { describe, expect, it } from 'vitest'
import type { RawBridge } from '#contract/channels.ts'
import type { WizardView } from '#messages/view.ts'
import { createBridge } from '#renderer/bridge.ts'
import { english } from '../english.ts'
import { startView } from './views.ts'

const text = () => english.text

function raw(call: RawBridge['call'], first: Awaited<ReturnType<RawBridge['getView']>> = startView) {
  let push: (view: WizardView) => void = () => undefined
  let command: (command: unknown) => void = () => undefined
  const bridge: RawBridge = {
    call,
    getView: async () => first,
    onView: (listener) => {
      push = listener
      return () => undefined
    },
    onCommand: (listener) => {
      command = listener
      return () => undefined
    },
  }
  return { bridge, push: (view: WizardView) => push(view), command: (pushed: unknown) => command(pushed) }
}

describe('the window’s side of the contract', () => {
  it.each([
    ['a broken connection', () => Promise.reject(new Error('gone'))],
    ['an answer of another form', async () => ({ fine: true })],
    ['no answer', async () => undefined],
  ])('turns %s into a refusal', async (_what, call) => {
    expect(await createBridge(raw(call).bridge, text).call('wizard:send', { type: 'NEXT' })).toEqual({ ok: false, why: expect.any(String) })
  })

  it('hands a refusal of main on as it is', async () => {
    const refusal = { ok: false, why: 'No browser.' } as const
    expect(await createBridge(raw(async () => refusal).bridge, text).call('links:open', { link: 'azure-vaults' })).toEqual(refusal)
  })

  it('does not miss what is pushed while the first view is on its way, and keeps the newest', async () => {
    const { bridge, push } = raw(async () => ({ ok: true }))
    const window = createBridge(bridge, text)
    push({ ...startView, revision: 2 })
    await Promise.resolve()
    await Promise.resolve()
    expect(window.current().view?.revision).toBe(2)
  })

  it('says so when main gives no view', async () => {
    const window = createBridge(
      raw(async () => ({ ok: true }), { ok: false, why: 'The sender is not the wizard’s own page.' }).bridge,
      text,
    )
    await Promise.resolve()
    await Promise.resolve()
    expect(window.current()).toMatchObject({ refused: 'The sender is not the wizard’s own page.' })
  })

  it('remembers when a view arrived', async () => {
    const window = createBridge(raw(async () => ({ ok: true })).bridge, text, () => 42)
    await Promise.resolve()
    await Promise.resolve()
    expect(window.current().at).toBe(42)
  })

  it('passes on what the menu asks for, and nothing that it does not know', () => {
    const { bridge, command } = raw(async () => ({ ok: true }))
    const asked: string[] = []
    createBridge(bridge, text).onCommand((each) => asked.push(each))
    for (const pushed of ['find', 'format-disk', undefined, { command: 'about' }, ['about'], 'about']) command(pushed)
    expect(asked).toEqual(['find', 'about'])
  })
})
