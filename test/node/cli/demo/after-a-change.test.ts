import { describe, expect, it } from 'vitest'
import type { WizardView } from '#messages/view.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { caseOf, leaping, type Practised, practised, walkedToItsEnd } from '#test/practised.ts'

const WALK = { timeout: 60_000 }

/** The list of steps and the map about the environment's policy and key, beside any page. */
function said({ keyMap, stepper }: WizardView) {
  const named = (element: string) => keyMap?.elements.find((each) => each.element === element)
  return {
    headline: keyMap?.headline,
    policy: named('policy')?.name,
    key: [named('key')?.name, named('key')?.lines[0]],
    ticked: stepper.filter(({ state }) => state === 'done').length,
    steps: stepper.map(({ note }) => note),
  }
}

/** Every view while an operation is carried out, by the phase of its page. */
async function carriedOut(run: Practised): Promise<Readonly<Partial<Record<string, ReturnType<typeof said>>>>> {
  const seen: Partial<Record<string, ReturnType<typeof said>>> = {}
  const leave = run.host.subscribe((view) => {
    if (view.step) seen[view.step.phase] ??= said(view)
  })
  await run.carryOut()
  leave()
  return seen
}

const ENCRYPTED = { headline: 'encrypted', policy: 'cmk-contoso-prod', ticked: 4 }

describe('an operation after the link, as every page tells of it', () => {
  it('ends on the new policy and its key, once the environment was changed to them (WA1)', WALK, async () => {
    const run = await walkedToItsEnd(caseOf('another-policy'))
    expect(said(run.host.view())).toMatchObject(ENCRYPTED)
    const { step } = await run.openOperation('change')
    const { id = '' } = step?.picture.kind === 'policies' ? (step.picture.policies[0] ?? {}) : {}
    run.decide({ kind: 'choose-next-policy', policyId: id })
    // Looking at its page changes nothing: neither a headline, nor a tick.
    expect(said(await run.reviewing('change'))).toMatchObject(ENCRYPTED)
    const meanwhile = await carriedOut(run)
    expect(meanwhile['waiting']?.steps.slice(2)).not.toContain('Verified')
    const after = { headline: 'encrypted', policy: 'cmk-contoso-next', key: ['kv-contoso-cmk-next', 'cmk-contoso-next'], ticked: 4 }
    expect(said(run.host.view())).toMatchObject(after)
    run.send({ type: 'GO_TO_STEP', step: 'membership' })
    const { step: last } = await run.reviewing('membership')
    expect(last).toMatchObject({ proved: true })
    expect(said(run.host.view())).toMatchObject({ ...after, ticked: 3 })
    run.host.stop()
  })

  it('says that the environment is in no policy once it was taken out, and nothing of a link while that runs (WA2)', WALK, async () => {
    const run = await walkedToItsEnd(caseOf('already-encrypted'))
    expect(said(await run.openOperation('revert'))).toMatchObject(ENCRYPTED)
    const seen = await carriedOut(run)
    expect(seen['waiting']).toMatchObject({
      headline: 'leaving',
      ticked: 3,
      steps: [...Array(3).fill('Verified'), expect.stringContaining('returning')],
    })
    const after = said(run.host.view())
    expect(after).toMatchObject({ headline: 'ready', ticked: 3 })
    expect(after.steps.at(-1)).not.toMatch(/Linked|Verified/)
    run.host.stop()
  })

  it('leaves the lock closed once the key is rotated, and calls nothing verified that was read before (WB14)', WALK, async () => {
    const run = await walkedToItsEnd(caseOf('already-encrypted'))
    expect(said(await run.openOperation('rotate'))).toMatchObject(ENCRYPTED)
    const seen = await carriedOut(run)
    // From the change until it is read again.
    expect(seen['reading']?.steps).toEqual(['Verified', 'Verified', expect.any(String), expect.any(String)])
    expect(seen['reading']?.ticked).toBeLessThan(4)
    expect(seen['waiting']).toMatchObject({ ...ENCRYPTED, steps: Array(4).fill('Verified') })
    expect(said(run.host.view())).toMatchObject(ENCRYPTED)
    run.host.stop()
  })
})

/** The link fails, and meanwhile a colleague has shut the vault. */
const SHUT: Scenario = {
  ...caseOf('link-fails'),
  build(world) {
    caseOf('link-fails').build(world)
    world.mishap({
      loss: 'vault-closed',
      vault: 'kv-contoso-cmk',
      key: 'cmk-contoso-prod',
      policy: 'cmk-contoso-prod',
      environment: 'contoso-prod',
    })
  },
}

describe('a link that failed at Microsoft', () => {
  it('has what it depends on read again, and leads back to the step that no longer holds (WB5, WB6)', WALK, async () => {
    const run = practised(leaping(SHUT))
    run.send({ type: 'OPEN_PRACTICE', scenario: SHUT.name })
    await run.walkUntil(SHUT, ({ step }) => step?.id === 'membership' && step.phase === 'waiting')
    const failed = await run.finish()
    expect(failed.step).toMatchObject({ proved: false, task: { goTo: 'policy', now: expect.stringMatching(/^Go back to step 3/) } })
    expect(failed.can).not.toContain('REVIEW_PLAN')
    expect(failed.keyMap?.headline).not.toBe('ready')
    expect(failed.stepper[2]?.state).toBe('open')
    run.send({ type: 'GO_TO_STEP', step: 'policy' })
    expect((await run.reviewing('policy')).step?.findings.map(({ status }) => status)).toContain('fail')
    run.host.stop()
  })
})
