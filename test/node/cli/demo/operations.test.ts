import { describe, expect, it } from 'vitest'
import { OPERATION_IDS } from '#machines/procedure/procedure.ts'
import type { WizardView } from '#messages/view.ts'
import { confirmed } from '#node/practice/presenting/walk/person.ts'
import type { ScenarioName } from '#node/practice/scenario-titles.ts'
import { english } from '#test/english.ts'
import { GUIDES } from '#test/guides.ts'
import { caseOf, leaping, type Practised, practised, walkedToItsEnd } from '#test/practised.ts'

const WALK_TIMEOUT = { timeout: 30_000 }

/** The practice tenant with its environment chosen: no step has been proved. */
async function opened(wanted: ScenarioName): Promise<Practised> {
  const scenario = caseOf(wanted)
  const run = practised(leaping(scenario))
  run.send({ type: 'OPEN_PRACTICE', scenario: scenario.name })
  await run.walkUntil(scenario, ({ step }) => step?.phase === 'reviewing')
  return run
}

/** The plan on screen as a script: each change in order, in the language with a command for everything. */
async function expectAsScript({ host }: Practised): Promise<void> {
  const written = await host.writeScript({ language: 'azure-cli', of: 'step' })
  const text = written.kind === 'files' ? written.files.map((file) => file.text).join('') : written.kind
  const listed = [...text.matchAll(/^# +\d+\. (.+)$/gm)].map(([, title]) => title)
  expect(listed).toEqual(host.view().step?.plan.map(({ title }) => title))
}

describe('an operation after the link, through the real machine, the real clients and the practice tenant', () => {
  it('is not open for an environment that is on no key', async () => {
    const { send, host } = await opened('ready-to-enable')
    expect(host.view().pages.find(({ page }) => page === 'operations')).toMatchObject({ open: false })
    expect(host.view().stages?.manage).toMatchObject({ state: 'closed', note: expect.stringContaining('Available when') })
    send({ type: 'GO_TO_PAGE', page: 'operations' })
    expect(host.view().page).toBe('step')
    host.stop()
  })

  it('rotates: writes one version, as planned, waits a day, and keeps the one before', WALK_TIMEOUT, async () => {
    const tenant = await opened('already-encrypted')
    const before = await tenant.openOperation('rotate')
    expect(before.step?.plan.map(({ kind, usersCutOff }) => [kind, usersCutOff])).toEqual([['rotate-key', false]])
    expect(before.step?.findings.filter(({ status }) => status !== 'pass')).toEqual([])
    await expectAsScript(tenant)
    const asked = before.now
    const after = await tenant.carryOut()
    expect(tenant.writes()).toEqual(['POST /keys/cmk-contoso-prod/create'])
    expect(after.now - asked).toBeGreaterThanOrEqual(24 * 3_600_000)
    expect(after.step?.plan).toEqual([])
    expect(after.step?.receipts).toEqual([expect.objectContaining({ title: before.step?.plan[0]?.title, written: true })])
    expect(after.step?.proved).toBe(false)
    const question = after.step?.findings.find(({ attestable }) => attestable)
    expect(question?.key).toMatch(/^rotate-picked-up:/)
    tenant.send({ type: 'ATTEST', key: question?.key ?? '' })
    expect((await tenant.until((view) => view.step?.proved === true)).step?.title).toBe('The key is rotated; keep the previous version')
    tenant.host.stop()
  })

  it(
    'rotates without taking a tick from the map or from a step: what the new version touches is read again before the wait',
    WALK_TIMEOUT,
    async () => {
      const tenant = await walkedToItsEnd(caseOf('already-encrypted'))
      const { host } = tenant
      const told = () => {
        const { keyMap, stepper, situation, operations } = host.view()
        return {
          headline: keyMap?.headline,
          elements: keyMap?.elements.map(({ state }) => state),
          steps: stepper.map(({ state }) => state),
          isOpen: operations !== undefined,
          kind: situation?.kind,
        }
      }
      await tenant.openOperation('rotate')
      const before = told()
      expect(before).toMatchObject({ headline: 'encrypted', steps: ['done', 'done', 'done', 'done'] })
      const confirming = tenant.until(({ step }) => step?.phase === 'confirming')
      tenant.send({ type: 'REVIEW_PLAN' })
      const { step } = await confirming
      const waiting = tenant.until((view) => view.step?.phase === 'waiting')
      tenant.send({ type: 'CONFIRM', ...confirmed(step?.confirmation, host.view().now) })
      const view = await waiting
      expect(told()).toEqual({ ...before, kind: 'at-microsoft' })
      expect(view.keyMap?.counts).toBe('New version taking effect')
      expect(view.keyMap?.elements.find(({ element }) => element === 'key')?.word).toBe('Verified')
      expect(view.stages?.manage?.note).toBe('Rotating, no downtime')
      expect(view.step?.progress.map(({ state }) => state)).toEqual(['running'])
      host.stop()
    },
  )

  it('protects: sets the locks that were wished, as planned, and none that was not', WALK_TIMEOUT, async () => {
    const tenant = await opened('already-encrypted')
    const before = await tenant.openOperation('protect')
    expect(before.step).toMatchObject({ proved: true, plan: [] })
    expect(before.step?.findings.filter(({ status }) => status === 'warning').map(({ key }) => key)).toEqual([
      'protect-lock-vault',
      'protect-lock-policy',
      'protect-renewed',
      'protect-audit-log',
      'protect-near-expiry',
      'protect-who-can',
    ])
    expect(before.step?.picture.kind === 'protection' ? before.step.picture.holders.map(({ who }) => who) : []).toContain(
      'Kim Lindqvist (kim@contoso.example)',
    )
    for (const of of ['vault', 'policy'] as const) {
      tenant.decide({ kind: 'wish-lock', of, wanted: true })
      await tenant.until(
        (view) =>
          view.step?.phase === 'reviewing' && view.step.findings.some(({ key, planned }) => key === `protect-lock-${of}` && planned),
      )
    }
    await expectAsScript(tenant)
    const after = await tenant.carryOut()
    expect(after.step?.receipts).toHaveLength(2)
    expect(tenant.writes()).toEqual([
      expect.stringMatching(/^PUT .*\/vaults\/[\w-]+\/.*\/locks\/customer-managed-key$/),
      expect.stringMatching(/^PUT .*\/enterprisePolicies\/[\w-]+\/.*\/locks\/customer-managed-key$/),
    ])
    expect(after.step).toMatchObject({ proved: true, plan: [], title: english.text(GUIDES.protect.outcome) })
    tenant.host.stop()
  })

  it('goes back: removes the environment, as planned, and remembers the policy whose key is to be kept', WALK_TIMEOUT, async () => {
    const tenant = await opened('already-encrypted')
    const before = await tenant.openOperation('revert')
    expect(before.step?.plan.map(({ kind, usersCutOff }) => [kind, usersCutOff])).toEqual([['unlink-environment', true]])
    const after = await tenant.carryOut()
    expect(tenant.writes()).toEqual([expect.stringMatching(/^POST .*\/enterprisePolicies\/Encryption\/unlink$/)])
    expect(after.step).toMatchObject({ proved: true, title: 'The environment is back on the Microsoft-managed key' })
    expect(after.step?.findings.find(({ key }) => key === 'revert-kept')?.title).toMatch(/^Keep the key, .* until \w{3} \d{1,2}, 20/)
    tenant.send({ type: 'BACK' })
    expect((await tenant.until((view) => view.step === undefined)).operations?.list).toHaveLength(OPERATION_IDS.length)
    tenant.host.stop()
  })

  it('changes the policy: access to the old key, out of one, into the other, as planned', {
    timeout: 2 * WALK_TIMEOUT.timeout,
  }, async () => {
    const tenant = await opened('another-policy')
    const choosing = await tenant.openOperation('change')
    const policies = choosing.step?.picture.kind === 'policies' ? choosing.step.picture.policies : []
    expect(policies).toEqual([expect.objectContaining({ name: 'cmk-contoso-next', fits: true })])
    tenant.decide({ kind: 'choose-next-policy', policyId: policies[0]?.id ?? '' })
    const before = await tenant.reviewing('change')
    expect(before.step?.plan.map(({ kind, usersCutOff }) => [kind, usersCutOff])).toEqual([
      ['grant-key-access', false],
      ['unlink-environment', true],
      ['link-environment', true],
    ])
    await expectAsScript(tenant)
    const after = await tenant.carryOut()
    expect(tenant.writes()).toEqual([
      expect.stringMatching(/^PUT .*kv-contoso-cmk\/.*\/roleAssignments\/[\w-]+$/),
      expect.stringMatching(/^POST .*\/enterprisePolicies\/Encryption\/unlink$/),
      expect.stringMatching(/^POST .*\/enterprisePolicies\/Encryption\/link$/),
    ])
    expect(after.step).toMatchObject({ proved: true, title: english.text(GUIDES.change.outcome) })
    const toKeep = (view: WizardView) => view.step?.findings.find(({ key }) => key === 'change-kept')?.title
    expect(toKeep(after)).toMatch(/^Keep the old key, .* until \w{3} \d{1,2}, 20/)
    // Opening the page for reverting doesn't clear the retention.
    tenant.send({ type: 'BACK' })
    await tenant.openOperation('revert')
    expect(toKeep(await tenant.openOperation('change'))).toBe(toKeep(after))
    tenant.host.stop()
  })

  it(
    're-enables: restores the policy’s access, as planned, and sees the environment on after a person has turned it on',
    WALK_TIMEOUT,
    async () => {
      const tenant = await opened('locked')
      const before = await tenant.openOperation('re-enable')
      expect(before.step?.plan.map(({ kind, usersCutOff }) => [kind, usersCutOff])).toEqual([['grant-key-access', false]])
      expect(before.step?.findings.find(({ key }) => key === 're-enable-on')?.title).toMatch(/^The environment is locked/)
      const after = await tenant.carryOut()
      expect(tenant.writes()).toEqual([expect.stringMatching(/^PUT .*\/roleAssignments\/[\w-]+$/)])
      expect(after.step).toMatchObject({ proved: false, plan: [] })
      expect(after.step?.findings.find(({ status }) => status === 'fail')?.title).toMatch(/you can re-enable it now$/)
      // A colleague presses the button that has no interface for programs.
      tenant.host.advancePractice(1)
      tenant.send({ type: 'CHECK_AGAIN' })
      expect((await tenant.until((view) => view.step?.proved === true)).step?.title).toBe(english.text(GUIDES['re-enable'].outcome))
      tenant.host.stop()
    },
  )
})
