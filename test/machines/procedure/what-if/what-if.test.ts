import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { protectChecks } from '#machines/procedure/operations/protect/checks.ts'
import { sourceOf } from '#machines/procedure/sources/sources.ts'
import { policyStepChecks } from '#machines/procedure/steps/policy/checks.ts'
import { keyLosses, LOSS_STATUS } from '#machines/procedure/steps/policy/key-loss.ts'
import { KEY_LOSSES } from '#machines/procedure/steps/policy/key-loss-causes.ts'
import { keyLossChecks } from '#machines/procedure/steps/policy/key-loss-checks.ts'
import { PROTECTION_CHECKS, whatIf } from '#machines/procedure/what-if/what-if.ts'
import { english } from '#test/english.ts'
import { anyPolicyFacts } from '../../arbitrary.ts'
import { NOW } from '../../facts.ts'

const rowOf = (loss: (typeof KEY_LOSSES)[number], facts: Parameters<typeof whatIf>[0] = {}) => {
  const row = whatIf(facts).find((each) => each.loss === loss)
  if (!row) throw new Error(`no row ${loss}`)
  return row
}

describe('what would happen if', () => {
  it('tells every documented cause, each with its way back, what protects and which document says so', () => {
    const rows = whatIf({})
    expect(rows.map(({ loss }) => loss)).toEqual(KEY_LOSSES)
    for (const { title, back, protectedBy, sources } of rows) {
      expect(english.text(title)).toMatch(/^[A-Z]/)
      expect(back.length).toBeGreaterThan(0)
      expect(english.text(protectedBy)).toMatch(/\.$/)
      expect(sources.map((id) => sourceOf(id).edition)).not.toContain(undefined)
    }
  })

  it('ends every way back with re-enabling, but that of a deleted policy, which does not come back', () => {
    const last = KEY_LOSSES.map((loss) => [loss, english.text(rowOf(loss).back.at(-1) ?? { verbatim: '' })] as const)
    for (const [loss, says] of last) expect(says).toMatch(loss === 'policy-deleted' ? /Microsoft support request/ : /Re-enable environment/)
  })

  it('gives the access again after a vault was recovered, because role assignments are not recovered', () => {
    expect(english.all(rowOf('vault-deleted').back).join(' ')).toContain('Key Vault Crypto Service Encryption User')
    expect(english.all(rowOf('key-deleted').back).join(' ')).not.toContain('Key Vault Crypto Service Encryption User')
  })

  it('shows for a deleted policy and a closed vault that two documents disagree', () => {
    expect(KEY_LOSSES.filter((loss) => rowOf(loss).contradiction !== undefined)).toEqual(['policy-deleted', 'vault-closed'])
  })

  it.each([
    ['its date', NOW, /^Known: Nov 24, 2026/],
    ['that there is no date', 'never', /^No expiration date$/],
    ['no warning while it was not read', undefined, /^None$/],
  ] as const)('says of an expiration %s', (_what, expires, says) => {
    expect(english.text(rowOf('key-expired', expires === undefined ? {} : { expires }).noticed)).toMatch(says)
  })

  it('warns of nothing else ahead of time', () => {
    const others = KEY_LOSSES.filter((loss) => loss !== 'key-expired')
    expect(new Set(others.map((loss) => english.text(rowOf(loss, { expires: NOW }).noticed)))).toEqual(new Set(['None']))
  })

  it('says of each cause whether its protection is there, by a check that there is', () => {
    const keys = [...policyStepChecks, ...protectChecks].map(({ key }) => key)
    expect(PROTECTION_CHECKS.filter((key) => !keys.includes(key))).toEqual([])
    const findings = [
      { key: 'protect-lock-vault', status: 'pass' as const, title: verbatim('It is locked') },
      { key: 'protect-lock-vault', status: 'warning' as const, title: verbatim('It was not locked') },
    ]
    expect(rowOf('vault-deleted', { findings }).protection).toEqual({ status: 'pass', title: verbatim('It is locked') })
    expect(rowOf('key-expired', { findings }).protection).toBeUndefined()
  })

  it('is unknown where nothing was read', () => {
    expect(new Set(whatIf({}).map(({ state }) => state))).toEqual(new Set(['unknown']))
  })

  it('says of each cause what the finding of step 3 says, for any reading', () => {
    const check = keyLossChecks.find(({ key }) => key === 'key-within-reach')
    fc.assert(
      fc.property(anyPolicyFacts, (facts) => {
        const rows = whatIf({ losses: keyLosses(facts, NOW) })
        const found = check?.judge(facts, NOW)
        if (!found) return
        expect(rows.some(({ state }) => state === 'lost')).toBe(found.status === 'fail')
        expect(found.causes).toEqual(rows.map(({ loss, state }) => ({ key: loss, status: LOSS_STATUS[state] })))
      }),
    )
  })
})
