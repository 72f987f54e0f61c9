import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { Finding } from '#machines/engine/step/finding.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { onceEach, preflightView } from '#machines/engine/wizard/preflight-view.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Action } from '#machines/procedure/action.ts'
import { addressesIn } from '#machines/procedure/links/link-context.ts'
import { english } from '#test/english.ts'
import { finding as anyFinding, reading as anyReading, context as wizard } from '../../readings.ts'

const finding = (key: string, part: Partial<Finding> = {}): Finding =>
  anyFinding({ key, status: 'fail', title: verbatim(`About ${key}`), ...part })

const reading = (stepId: Reading['stepId'], readAt: number, findings: readonly Finding[], part: Partial<Reading> = {}): Reading =>
  anyReading({ stepId, readAt, findings, ...part })

const register: Action = { kind: 'register-provider', subscriptionId: 's' }
const empty = wizard()

const read: WizardContext = {
  ...empty,
  preflight: {
    readings: [
      reading('integration', 2_000, [finding('licence', { owner: 'microsoft', status: 'warning' })]),
      reading(
        'policy',
        1_000,
        [
          finding('purge', { owner: 'key-vault-administrator', link: 'azure-vaults' }),
          finding('provider', { owner: 'key-vault-administrator', putRightBy: ['register-provider'] }),
          finding('fine', { status: 'pass' }),
        ],
        { plan: [register] },
      ),
      reading('membership', 3_000, [finding('role', {})]),
    ],
  },
}

const viewOf = (context: WizardContext, isReading: boolean) =>
  preflightView(context, isReading, addressesIn(context, CLOUDS.commercial.portals))

describe('the preflight', () => {
  it('lists what blocks before warnings, then the reader’s own before that of others, then by step', () => {
    const first = finding('first', { owner: 'key-vault-administrator' })
    const context = {
      ...read,
      preflight: { readings: [...(read.preflight?.readings ?? []), reading('environment', 1_500, [first])] },
    }
    expect(viewOf(read, false).findings.map(({ key }) => key)).toEqual(['role', 'purge', 'licence'])
    expect(viewOf(context, false).findings.map(({ key, step }) => [key, step])).toEqual([
      ['role', 4],
      ['first', 2],
      ['purge', 3],
      ['licence', 1],
    ])
  })

  it('counts what each person can resolve, the reader first', () => {
    expect(viewOf(read, false).owners.map(({ owner, count }) => [owner, count])).toEqual([
      ['you', 1],
      ['key-vault-administrator', 1],
      ['microsoft', 1],
    ])
  })

  it('collapses what passed, and what the plan fixes', () => {
    expect(viewOf(read, false).settled.map(({ key }) => key)).toEqual(['provider', 'fine'])
  })

  it('tells once what two steps see, but never for a worse one', () => {
    const seen = (status: Finding['status']) => finding('any', { status, title: verbatim('An operation runs') })
    expect(onceEach([seen('fail'), seen('fail')])).toHaveLength(1)
    expect(onceEach([seen('pass'), seen('unknown'), seen('fail')]).map(({ status }) => status)).toEqual(['pass', 'unknown', 'fail'])
  })

  it('is as old as the oldest of its readings', () => {
    expect(viewOf(read, false).checkedAt).toBe(1_000)
    expect(viewOf(empty, true).checkedAt).toBeUndefined()
  })

  it('puts all findings of one person into one message', () => {
    const message = english.all(viewOf(read, false)).owners[1]?.message
    expect(message?.subject).toContain('one action required')
    expect(message?.body).toContain('1. About purge')
    expect(message?.body).not.toContain('About role')
    expect(message?.body).toContain('Where: https://portal.azure.com/')
  })

  describe('announces', () => {
    const problem = { title: verbatim('Couldn’t read it'), meaning: verbatim('m'), remedy: verbatim('r'), owner: 'you' } as const
    const chosen = { ...read, choices: { environmentId: 'e' } }

    it.each([
      ['what a person has to do', chosen, undefined, 'Everything is checked. 3 findings need attention'],
      ['that a choice comes first', read, undefined, 'Choose the environment so that we can check everything'],
      ['that the list to choose from couldn’t be read', read, problem, 'Couldn’t read it'],
      [
        'that the check failed, and not that nothing is to be done',
        { ...chosen, problems: { preflight: problem } },
        undefined,
        'Couldn’t read it',
      ],
    ])('%s', (_says, context, unlisted, announcement) => {
      const view = preflightView(context, false, addressesIn(context, CLOUDS.commercial.portals), unlisted)
      expect(english.all(view).announcement).toBe(announcement)
    })
  })

  describe('of a step whose own page reads as well, as it does while a change is in progress', () => {
    const beside = reading('membership', 3_000, [finding('unreadable', { status: 'unknown' })])
    const keysOf = (own: Reading) => {
      const steps = { membership: { phase: 'waiting', receipts: [], reading: own } } as const
      return viewOf({ ...empty, preflight: { readings: [beside] }, steps }, false).findings.map(({ key }) => key)
    }
    const linked = finding('linked', {})

    it.each([
      ['says what that page has read since', reading('membership', 3_001, [linked]), ['linked']],
      ['says its own where both were read at the same moment', reading('membership', 3_000, [linked]), ['unreadable']],
      ['says its own where that page has read before', reading('membership', 2_999, [linked]), ['unreadable']],
      ['says its own where that page lacks a choice', reading('membership', 3_001, [linked], { choiceMissing: true }), ['unreadable']],
    ])('%s', (_says, own, keys) => expect(keysOf(own)).toEqual(keys))
  })
})
