import { describe, expect, it } from 'vitest'
import type { WizardView } from '#messages/view.ts'
import { workplace } from './working.ts'

/** Row of an environment after all possible work. */
async function listedAfter(scenario: string, isLast: (view: WizardView) => boolean) {
  const place = await workplace(scenario)
  const first = place.start()
  first.signIn()
  await first.walkUntil(isLast)
  await first.host.stop()
  const next = place.start({ processId: 2 })
  const { start } = await next.until(({ start: page }) => page?.engagements !== undefined)
  return start?.engagements?.[0]
}

const found = (step: string) => (view: WizardView) => view.step?.id === step && view.step.phase === 'reviewing'

describe('what the list says of an environment', { timeout: 60_000 }, () => {
  it('is what its step asked for: how often, the first finding in its own words, and who can act', async () => {
    const row = await listedAfter('integration-missing', found('integration'))
    expect(row).toMatchObject({
      customer: 'Contoso',
      environment: 'contoso-prod',
      environmentType: 'Production',
      steps: ['action-required', 'open', 'open', 'open'],
      state: { kind: 'action-required', step: 1, owner: 'lifecycle-services-administrator' },
    })
    expect(row?.state).toMatchObject({ why: expect.stringMatching(/^[A-Z].*[a-z]/) })
    expect(row?.checkedAt).toBeGreaterThan(0)
  })

  it('is that it is locked, where its key cannot be used', async () => {
    const row = await listedAfter('locked', found('environment'))
    expect(row).toMatchObject({
      steps: ['verified', 'action-required', 'open', 'open'],
      state: { kind: 'locked', step: 2, owner: 'power-platform-administrator' },
    })
  })
})
