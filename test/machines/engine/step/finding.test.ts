import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Attestation, blocks, type FindingStatus, judge, type Observation } from '#machines/engine/step/finding.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Check } from '#machines/procedure/check.ts'
import { english } from '#test/english.ts'
import { NOW } from '../../facts.ts'

type Facts = Readonly<Record<string, Observation>>

const check = (key: string, over: Partial<Check<Facts>> = {}): Check<Facts> => ({
  key,
  id: 'F-401',
  part: 'vault',
  owner: 'key-vault-administrator',
  why: verbatim('why'),
  remedy: verbatim('remedy'),
  source: 'power-platform-keys',
  judge: (facts) => facts[key],
  ...over,
})
const seen = (status: FindingStatus, over: Partial<Observation> = {}): Observation => ({
  status,
  title: verbatim(status),
  seen: verbatim(''),
  ...over,
})

describe('judging', () => {
  it('gives what is wrong first, and within a status the order of the checks', () => {
    const facts = { a: seen('pass'), b: seen('fail'), c: seen('warning'), d: seen('unknown'), e: seen('fail'), f: seen('pass') }
    expect(
      judge(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => check(key)),
        facts,
        NOW,
      ).map(({ key }) => key),
    ).toEqual(['b', 'e', 'd', 'c', 'a', 'f'])
  })

  it('keeps every observation, in any order of arrival', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<FindingStatus>('pass', 'fail', 'warning', 'unknown')), (statuses) => {
        const facts = Object.fromEntries(statuses.map((status, index) => [`k${index}`, seen(status)]))
        const keys = statuses.map((_, index) => `k${index}`)
        const findings = judge(
          keys.map((key) => check(key)),
          facts,
          NOW,
        )
        expect(findings.map(({ key }) => key).sort()).toEqual([...keys].sort())
        const order = findings.map(({ status }) => ['fail', 'unknown', 'warning', 'pass'].indexOf(status))
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
    )
  })

  describe('a check that supersedes another', () => {
    const checks = [check('advice'), check('other'), check('forbids', { supersedes: ['advice'], forbidsStep: true })]
    const keysOf = (facts: Facts) => judge(checks, facts, NOW).map(({ key }) => key)

    it('comes first when it fails, and the other is left out', () => {
      const facts = { advice: seen('fail'), other: seen('fail'), forbids: seen('fail') }
      expect(keysOf(facts)).toEqual(['forbids', 'other'])
      expect(judge(checks, facts, NOW).map(({ forbidsStep }) => forbidsStep)).toEqual([true, undefined])
    })

    it.each(['pass', 'warning', 'unknown'] as const)('leaves the other in its place when it is %s', (status) => {
      expect(keysOf({ advice: seen('fail'), other: seen('fail'), forbids: seen(status) })).toEqual(['advice', 'other', 'forbids'])
      expect(judge(checks, { forbids: seen(status) }, NOW)[0]).not.toHaveProperty('forbidsStep')
    })
  })

  it('says nothing for a check that has nothing to judge', () => expect(judge([check('a')], {}, NOW)).toEqual([]))

  it('adds the check’s own words, which the observation may replace', () => {
    const plain = judge([check('a', { link: 'azure-vault', byHand: [verbatim('one')] })], { a: seen('fail') }, NOW)[0]
    expect(english.all(plain)).toEqual({
      key: 'a',
      id: 'F-401',
      part: 'vault',
      owner: 'key-vault-administrator',
      why: 'why',
      remedy: 'remedy',
      byHand: ['one'],
      link: 'azure-vault',
      source: 'power-platform-keys',
      status: 'fail',
      title: 'fail',
      seen: '',
    })
    const own = judge(
      [check('a')],
      { a: seen('fail', { remedy: verbatim('other remedy'), owner: 'microsoft', putRightBy: ['create-key'] }) },
      NOW,
    )[0]
    expect(english.all(own)).toMatchObject({ remedy: 'other remedy', owner: 'microsoft', putRightBy: ['create-key'], byHand: [] })
    expect(own).not.toHaveProperty('link')
  })

  it('hands each check the moment', () => {
    let moment = 0
    const looking: Check<Facts> = check('a', {
      judge: (_, now) => {
        moment = now
        return undefined
      },
    })
    judge([looking], {}, NOW)
    expect(moment).toBe(NOW)
  })
})

describe('what keeps the next step closed', () => {
  const attested: readonly Attestation[] = [{ key: 'a', by: 'ada', at: NOW }]
  const table: readonly [FindingStatus, boolean | undefined, readonly Attestation[], boolean][] = [
    ['pass', undefined, [], false],
    ['warning', undefined, [], false],
    ['fail', undefined, attested, true],
    ['fail', true, attested, true],
    ['unknown', undefined, attested, true],
    ['unknown', false, attested, true],
    ['unknown', true, [], true],
    ['unknown', true, [{ key: 'b', by: 'ada', at: NOW }], true],
    ['unknown', true, attested, false],
  ]
  it.each(table)('%s, attestable %s, attested %j: %s', (status, attestable, attestations, closed) => {
    const [finding] = judge([check('a')], { a: seen(status, attestable === undefined ? {} : { attestable }) }, NOW)
    expect(finding && blocks(finding, attestations)).toBe(closed)
  })
})
