import { describe, expect, it } from 'vitest'
import { secondPorts } from './ports.ts'
import { openWindow } from './window.ts'

/** Opens the tenant and chooses the environment, as a person does in the window. */
async function begun() {
  const ports = secondPorts()
  const window = openWindow(ports)
  window.send({ type: 'OPEN_PRACTICE', scenario: 'any' })
  await window.until(({ step }) => step?.phase === 'choosing')
  window.send({ type: 'CHOOSE_ENVIRONMENT', environmentId: 'e1' })
  const view = await window.until(({ step }) => step?.phase === 'reviewing')
  return { ...window, ports, reviewing: view }
}

describe('the wizard, with a procedure that is not the product’s', () => {
  it('opens with the first of its steps, and lists them in their order', async () => {
    const { reviewing } = await begun()
    expect(reviewing.stepper.map(({ id, title, state }) => [id, title, state])).toEqual([
      ['turn-on', 'Turn on the feature', 'now'],
      ['confirm', 'Confirm it', 'closed'],
    ])
    expect(reviewing.step).toMatchObject({
      id: 'turn-on',
      place: { number: 1, of: 2 },
      plan: [{ title: 'Turn on the feature' }],
      findings: [{ key: 'feature-on', status: 'fail', planned: true }],
    })
  })

  it('walks both steps to the closing page by what the window sends, and writes once', async () => {
    const { send, until, ports } = await begun()
    send({ type: 'REVIEW_PLAN' })
    await until(({ step }) => step?.phase === 'confirming')
    send({ type: 'CONFIRM', typedName: '' })
    const done = await until(({ step }) => step?.proved === true)
    expect(done.step?.receipts).toMatchObject([{ title: 'Turn on the feature', written: true }])
    send({ type: 'NEXT' })
    await until(({ step }) => step?.id === 'confirm' && step.phase === 'reviewing')
    send({ type: 'NEXT' })
    await until(({ step }) => step?.id === 'confirm' && step.missing !== undefined)
    send({ type: 'ATTEST', key: 'people-told' })
    const closing = await until(({ page }) => page === 'closing')
    expect(closing.closing?.title).toBe('The feature is on')
    expect(ports.service.written()).toBe(1)
  })

  it('takes no step, page or event that the procedure does not have', async () => {
    const { send, view, reviewing } = await begun()
    send({ type: 'GO_TO_STEP', step: 'integration' })
    send({ type: 'OPEN_OPERATION', operation: 'rotate' })
    send({ type: 'DECIDE', decision: { kind: 'turn-on-purge-protection' } })
    expect(view()).toEqual(reviewing)
    expect(() => send({ type: 'GO_TO_STEP' })).toThrow()
  })

  it('has the preparation without coverage or people, no page that it has nothing for, and continues to its steps', async () => {
    const { send, view, until } = await begun()
    expect(view().pages.map(({ page }) => page)).toEqual(['prepare', 'preflight', 'hand-over', 'evidence'])
    expect(view().stages?.manage).toBeUndefined()
    send({ type: 'GO_TO_PAGE', page: 'coverage' })
    send({ type: 'GO_TO_PAGE', page: 'operations' })
    expect(view().page).toBe('step')
    send({ type: 'GO_TO_PAGE', page: 'prepare' })
    expect(view().prepare?.parts.map(({ part, state }) => [part, state])).toEqual([['checks', 'not-checked']])
    send({ type: 'GO_TO_PAGE', page: 'preflight' })
    await until(({ preflight }) => preflight?.reading === false)
    send({ type: 'GO_TO_PAGE', page: 'prepare' })
    expect(view().stages?.prepare).toMatchObject({ state: 'now', asks: { state: 'confirm', text: '1 to confirm' } })
    send({ type: 'NEXT' })
    await until(({ step }) => step?.id === 'turn-on')
  })
})
