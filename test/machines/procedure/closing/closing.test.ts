import { describe, expect, it } from 'vitest'
import { DAY } from '#machines/engine/durations.ts'
import type { Finding, FindingStatus } from '#machines/engine/step/finding.ts'
import { findingsOfAll } from '#machines/engine/wizard/closing-view.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { closingWords } from '#machines/procedure/closing/closing.ts'
import { inEnglish } from '#test/english.ts'
import { policyChoices } from '../../facts.ts'
import { finding as anyFinding, context as opened, reading, context as wizard } from '../../readings.ts'

const wordsOf = inEnglish((context: WizardContext) => closingWords(context, findingsOfAll(context)))

const finding = (key: string, status: FindingStatus, title: string): Finding =>
  anyFinding({ key, id: 'F-407', part: 'key', status, title: verbatim(title), owner: 'key-vault-administrator' })

const ended = (findings: readonly Finding[]): WizardContext =>
  wizard({
    steps: {
      ...opened().steps,
      policy: { phase: 'reviewing', receipts: [], reading: reading({ readAt: 0, findings }) },
    },
  })

describe('what was verified', () => {
  const rowsAt = (policyAt: number, membershipAt: number) => {
    const context = ended([])
    const { policy } = context.steps
    if (!policy?.reading) throw new Error('Step 3 was read')
    const reading = { ...policy.reading, readAt: policyAt }
    const membership = { ...policy, reading: { ...reading, stepId: 'membership', readAt: membershipAt } }
    return wordsOf({ ...context, steps: { ...context.steps, policy: { ...policy, reading }, membership } }).rows
  }

  it('says of the key vault and the key when they were checked, where that is longer ago than the end', () => {
    const at = Date.UTC(2026, 10, 20, 9, 30)
    expect(rowsAt(at, at + DAY).map(({ label, hint }) => [label, hint])).toEqual([
      ['Key vault', expect.stringMatching(/^Last checked Nov 20, 2026/)],
      ['Key', expect.stringMatching(/^Last checked Nov 20, 2026/)],
    ])
  })

  it('names a Managed HSM where the key is in one', () => {
    const context = ended([])
    const policy = policyChoices({ keyStore: 'managed-hsm' })
    const choices: Choices = { policy }
    const { rows } = wordsOf({ ...context, choices })
    expect(rows.map(({ label, value }) => [label, value])).toContainEqual(['Managed HSM', policy.vaultName])
    expect(rows.map(({ label }) => label)).not.toContain('Key vault')
  })

  it('says it once for all where everything was checked together', () => {
    expect(rowsAt(1_000, 2_000).every(({ hint }) => hint === undefined)).toBe(true)
  })
})

describe('the closing page', () => {
  it('tells each word of the encryption status with its meaning, and never to revert', () => {
    const { statuses, statusesAt } = wordsOf(ended([]))
    const meaning = Object.fromEntries(statuses.map(({ word, text }) => [word, text]))
    expect(Object.keys(meaning)).toEqual(['Encrypted', 'Failed', 'Warning'])
    expect(meaning.Failed).toMatch(/Add the environment to the policy again.*Don’t revert/)
    expect(meaning.Warning).toMatch(/One service.*Power Automate/)
    expect(statusesAt.link.id).toBe('admin-center')
  })

  it.each([
    {
      when: 'nothing renews a key that expires',
      findings: [
        finding('key-in-its-dates', 'warning', 'The key expires on 2027-03-01'),
        finding('key-renewed', 'warning', 'No automatic rotation before the key expires'),
      ],
      says: /^The key expires on 2027-03-01\. No automatic rotation before the key expires\. An expired key .*rotation policy/,
    },
    {
      when: 'the key has no expiry date',
      findings: [finding('key-in-its-dates', 'pass', 'The key has no expiration date')],
      says: /^The key has no expiration date\. If a version gets an expiration date/,
    },
  ])('advises on expiry and rotation when $when', ({ findings, says }) => {
    const advice = wordsOf(ended(findings)).keep.find(({ heading }) => heading === 'Key expiration and rotation')
    expect(advice?.text).toMatch(says)
  })

  it('says until when the earlier self-managed key is kept, where there was one', () => {
    const kept = finding('earlier-key-kept', 'pass', 'Microsoft keeps the earlier key (BYOK) at least until Dec 23, 2026')
    const advice = wordsOf(ended([kept])).keep.find(({ heading }) => heading === 'The earlier key (BYOK)')
    const before = finding('no-self-managed-key', 'warning', 'The environment seems to have an earlier key')
    expect(wordsOf(ended([kept, before])).warnings).toEqual([])
    expect(wordsOf(ended([before])).warnings).toBeUndefined()
    expect(advice?.text).toMatch(/^Microsoft keeps the earlier key \(BYOK\) at least until Dec 23, 2026\. /)
    expect(wordsOf(ended([])).keep.map(({ heading }) => heading)).not.toContain('The earlier key (BYOK)')
  })

  it('warns of a policy that the environment was in only while that isn’t the chosen one', () => {
    const [first, second] = ['existing-policy', 'existing-policy-noted'].map((key) =>
      finding(key, 'warning', 'The environment is in a policy'),
    )
    const linked = (status: FindingStatus) => finding('linked-to-policy', status, 'The environment is in the policy')
    const warnings = (status: FindingStatus) => wordsOf(ended([first, second, linked(status)].flatMap((each) => each ?? []))).warnings
    expect(warnings('pass')).toEqual([])
    expect(warnings('unknown')).toBeUndefined()
  })

  it('says nothing of the key’s dates where they were not read', () => {
    expect(wordsOf(ended([])).keep.map(({ heading }) => heading)).not.toContain('Key expiration and rotation')
  })
})
