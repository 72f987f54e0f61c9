// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { PAUSE_BEFORE_ASKING } from '#renderer/pickers/policy-form.tsx'
import { policyFormView } from './views.ts'
import { type Shown, show } from './window.tsx'

const asked = ({ calls }: Shown) => calls.filter(({ name }) => name === 'vault-name:check').map(({ argument }) => argument)
const wrong = (page: Shown) => {
  const describing = page.field('Key vault name').getAttribute('aria-describedby')?.split(' ') ?? []
  return describing.map((id) => document.getElementById(id)).find((each) => each?.role === 'alert')?.textContent
}

/** The form. Pauses in typing end when the test says so, however long that takes. */
async function opened() {
  const page = await show(policyFormView)
  const held = new Map<unknown, () => void>()
  const [set, clear] = [setTimeout, clearTimeout]
  vi.stubGlobal('setTimeout', (run: () => void, after?: number) => {
    if (after !== PAUSE_BEFORE_ASKING) return set(run, after)
    const timer = {}
    held.set(timer, run)
    return timer
  })
  vi.stubGlobal('clearTimeout', (timer?: number) => {
    if (!held.delete(timer)) clear(timer)
  })
  const pause = () =>
    act(async () => {
      const due = [...held.values()]
      held.clear()
      for (const run of due) run()
    })
  const type = (name: string) => page.type(page.field('Key vault name'), name)
  return { page, pause, type }
}

describe('the name of a new key vault', () => {
  it('is asked about once typing has paused, and never before', async () => {
    const { page, pause, type } = await opened()
    await type('kv-con')
    await type('kv-contoso-mine')
    expect(asked(page)).toEqual([])
    await pause()
    expect(asked(page)).toEqual([{ subscriptionId: page.field('Subscription').value, name: 'kv-contoso-mine' }])
    expect(page.text()).toContain('The name is available')
  })

  it('is said to be wrong in its field while it is taken', async () => {
    const { page, pause, type } = await opened()
    page.give('vault-name:check', { is: 'taken', text: 'You can’t use it' })
    await type('kv-contoso-mine')
    await pause()
    expect(wrong(page)).toBe('You can’t use it')
    await type('kv-contoso-other')
    expect(wrong(page)).toBeUndefined()
  })

  it('isn’t asked about while it breaks a rule, nor where it was proposed', async () => {
    const { page, pause, type } = await opened()
    await pause()
    await type('1')
    await pause()
    expect(asked(page)).toEqual([])
  })

  it('keeps its hint where it can’t be asked about', async () => {
    const { page, pause, type } = await opened()
    await type('kv-contoso-mine')
    page.refuseNext('No tenant is open.')
    await pause()
    expect(page.text()).not.toContain('The name is available')
    expect(wrong(page)).toBeUndefined()
  })

  it('hears no answer that is late for what is typed now', async () => {
    const { page, pause, type } = await opened()
    let answer: (value: { is: 'taken'; text: string }) => void = () => undefined
    page.give(
      'vault-name:check',
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    await type('kv-contoso-mine')
    await pause()
    await type('kv-contoso-later')
    await act(async () => answer({ is: 'taken', text: 'You can’t use it' }))
    expect(wrong(page)).toBeUndefined()
  })
})
