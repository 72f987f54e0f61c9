import { describe, expect, it } from 'vitest'
import { CLOUDS } from '../../../../machines/cloud/cloud.ts'
import type { Finding } from '../../../../machines/engine/step/finding.ts'
import type { Reading } from '../../../../machines/engine/step/proof.ts'
import { initialContext, type WizardContext } from '../../../../machines/engine/wizard/context.ts'
import { preflightView } from '../../../../machines/engine/wizard/preflight-view.ts'
import { verbatim } from '../../../../machines/messages/message.ts'
import type { Action } from '../../../../machines/procedure/action.ts'
import { addressesIn } from '../../../../machines/procedure/link-context.ts'
import { CUSTOMER_MANAGED_KEYS } from '../../../../machines/procedure/procedure.ts'
import { english } from '../../../english.ts'

const finding = (key: string, part: Partial<Finding>): Finding => ({
  key,
  id: 'F-401',
  part: 'vault',
  status: 'fail',
  title: verbatim(`About ${key}`),
  seen: verbatim('seen'),
  why: verbatim('why'),
  remedy: verbatim('remedy'),
  owner: 'you',
  byHand: [],
  source: 'power-platform-keys',
  ...part,
})

const reading = (stepId: Reading['stepId'], readAt: number, findings: readonly Finding[], part: Partial<Reading> = {}): Reading => ({
  stepId,
  readAt,
  findings,
  plan: [],
  choiceMissing: false,
  picture: { kind: 'none' },
  note: verbatim(''),
  found: {},
  ...part,
})

const register: Action = { kind: 'register-provider', subscriptionId: 's' }
const empty: WizardContext = { ...initialContext(CUSTOMER_MANAGED_KEYS), missingCount: 0 }

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
  it('groups actions by who can do them, with the reader’s own first', () => {
    expect(viewOf(read, false).groups.map(({ owner, findings }) => [owner, findings.map(({ key }) => key)])).toEqual([
      ['you', ['role']],
      ['key-vault-administrator', ['purge']],
      ['microsoft', ['licence']],
    ])
  })

  it('collapses what passed, and what the plan fixes', () => {
    expect(viewOf(read, false).settled.map(({ key }) => key)).toEqual(['provider', 'fine'])
  })

  it('is as old as the oldest of its readings', () => {
    expect(viewOf(read, false).checkedAt).toBe(1_000)
    expect(viewOf(empty, true).checkedAt).toBeUndefined()
  })

  it('puts all findings of one person into one message', () => {
    const message = english.all(viewOf(read, false)).groups[1]?.message
    expect(message?.subject).toContain('one action required')
    expect(message?.body).toContain('1. About purge')
    expect(message?.body).not.toContain('About role')
    expect(message?.body).toContain('Where: https://portal.azure.com/')
  })

  describe('of a step whose own page reads as well, as it does while a change is in progress', () => {
    const beside = reading('membership', 3_000, [finding('unreadable', { status: 'unknown' })])
    const keysOf = (own: Reading) => {
      const steps = { membership: { phase: 'waiting', receipts: [], reading: own } } as const
      return viewOf({ ...empty, preflight: { readings: [beside] }, steps }, false).groups.flatMap(({ findings }) =>
        findings.map(({ key }) => key),
      )
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
