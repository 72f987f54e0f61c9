import { describe, expect, it } from 'vitest'
import { baselineOf, driftOf as driftOfAsData } from '#machines/engine/drift/baseline.ts'
import type { Attestation, Finding } from '#machines/engine/step/finding.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Action } from '#machines/procedure/action.ts'
import type { StepId } from '#machines/procedure/procedure.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { serviceWord } from '#machines/procedure/service-words.ts'
import { messages } from '#machines/procedure/steps/membership/messages.ts'
import { inEnglish } from '#test/english.ts'
import { finding as anyFinding, reading as anyReading } from '../../readings.ts'

const driftOf = inEnglish(driftOfAsData)

const AT = Date.parse('2026-11-24T12:00:00Z')

const finding = (key: string, part: Partial<Finding> = {}): Finding =>
  anyFinding({
    key,
    title: verbatim(`${key} holds`),
    seen: verbatim('value'),
    remedy: verbatim('Fix it.'),
    owner: 'key-vault-administrator',
    ...part,
  })

const reading = (findings: readonly Finding[], plan: readonly Action[] = [], stepId: StepId = 'policy'): Reading =>
  anyReading({ stepId, readAt: AT, findings, plan })

const PLAN: readonly Action[] = [{ kind: 'register-provider', subscriptionId: 's' }]
const refusal = { reason: 'forbidden', request: 'GET /keys/cmk', message: 'No.' } as const
const attested: readonly Attestation[] = [{ key: 'asked', by: 'ada@contoso.example', at: AT }]

interface Case {
  readonly before: readonly Finding[]
  readonly now: readonly Finding[]
  readonly plan?: readonly Action[]
  /** `key turn: was → is`, in order. */
  readonly changes: readonly string[]
}

const CASES: Readonly<Record<string, Case>> = {
  'nothing, where everything reads as it did': { before: [finding('key-access')], now: [finding('key-access')], changes: [] },
  'nothing, where the record holds a service’s word as version 1.0.0 stored it': {
    before: [
      finding('linked-to-policy', { seen: messages.policyAndStatus({ policy: 'ep-main', status: 'Linked' }) }),
      finding('key-in-use', { seen: messages.keyManagedBy({ manager: verbatim('CustomerViaMicrosoft') }) }),
    ],
    now: [
      finding('linked-to-policy', { seen: messages.policyAndStatus({ policy: 'ep-main', status: serviceWord('Linked') }) }),
      finding('key-in-use', { seen: messages.keyManagedBy({ manager: 'CustomerViaMicrosoft' }) }),
    ],
    changes: [],
  },
  'another word of a service, however either is stored': {
    before: [finding('linked-to-policy', { seen: messages.policyAndStatus({ policy: 'ep-main', status: 'Linked' }) })],
    now: [finding('linked-to-policy', { seen: messages.policyAndStatus({ policy: 'ep-main', status: serviceWord('Unlinking') }) })],
    changes: ['linked-to-policy other: Policy ep-main, status Linked. → Policy ep-main, status Unlinking.'],
  },
  'nothing, where a service only spells a resource in other letters (WA6)': {
    before: [
      finding('key-access', { seen: verbatim('/subscriptions/S/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv') }),
      finding('linked-to-policy', {
        seen: messages.policyAndStatus({
          policy: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.PowerPlatform/enterprisePolicies/ep',
          status: 'Linked',
        }),
      }),
    ],
    now: [
      finding('key-access', { seen: verbatim('/subscriptions/s/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv/') }),
      finding('linked-to-policy', {
        seen: messages.policyAndStatus({
          policy: '/subscriptions/s/resourcegroups/rg/providers/Microsoft.Powerplatform/enterprisePolicies/ep',
          status: 'Linked',
        }),
      }),
    ],
    changes: [],
  },
  'another spelling of what is no resource': {
    before: [finding('policy-target', { seen: verbatim('cmk') })],
    now: [finding('policy-target', { seen: verbatim('CMK') })],
    changes: ['policy-target other: cmk → CMK'],
  },
  'a finding that has become worse': {
    before: [finding('key-access')],
    now: [finding('key-access', { status: 'fail', title: verbatim('No role') })],
    changes: ['key-access worse: Passed: key-access holds → Action required: No role'],
  },
  'a finding that can no longer be read as unknown, and not as broken': {
    before: [finding('key-readable')],
    now: [finding('key-readable', { status: 'unknown', title: verbatim('Not readable'), refusal })],
    changes: ['key-readable worse: Passed: key-readable holds → Unknown: Not readable'],
  },
  'a finding that has become better': {
    before: [finding('key-in-use', { status: 'warning', title: verbatim('Not yet') })],
    now: [finding('key-in-use', { title: verbatim('By you') })],
    changes: ['key-in-use better: Warning: Not yet → Passed: By you'],
  },
  'another value of what should stay, though both are in order': {
    before: [finding('key-enabled', { seen: verbatim('version 1') })],
    now: [finding('key-enabled', { seen: verbatim('version 2') })],
    changes: ['key-enabled other: version 1 → version 2'],
  },
  'an end that is nearer as worse, and a later one as another value': {
    before: [
      finding('key-in-its-dates', { status: 'warning', seen: verbatim('May'), endsAt: AT + 2 }),
      finding('key-kind', { seen: verbatim('May'), endsAt: AT + 2 }),
    ],
    now: [
      finding('key-in-its-dates', { status: 'warning', seen: verbatim('April'), endsAt: AT + 1 }),
      finding('key-kind', { seen: verbatim('June'), endsAt: AT + 3 }),
    ],
    changes: ['key-in-its-dates worse: May → April', 'key-kind other: May → June'],
  },
  'nothing, where what was read counts or grows': {
    before: [finding('storage-enough', { seen: verbatim('10 GB free') })],
    now: [finding('storage-enough', { seen: verbatim('9 GB free') })],
    changes: [],
  },
  'a link that is not there any more': {
    before: [finding('linked-to-policy', { seen: verbatim('Policy cmk, status Linked.') })],
    now: [],
    changes: ['linked-to-policy worse: Policy cmk, status Linked. → No longer found'],
  },
  'no loss of what only no longer applies, where a finding tells why': {
    before: [finding('linked-to-policy'), finding('environment-running', { seen: verbatim('Runtime: Enabled.') })],
    now: [finding('linked-to-policy', { status: 'fail', title: verbatim('Not linked') })],
    changes: ['linked-to-policy worse: Passed: linked-to-policy holds → Action required: Not linked'],
  },
  'a lost link, and not the end of what warned of it as better (WA11)': {
    before: [
      finding('existing-policy', { status: 'warning' }),
      finding('linked-to-policy', { seen: verbatim('status Linked') }),
      finding('environment-running', { seen: verbatim('Runtime: Enabled.') }),
    ],
    now: [finding('existing-policy')],
    changes: ['linked-to-policy worse: status Linked → No longer found'],
  },
  'what is gone itself, also where another finding tells of it': {
    before: [finding('key-within-reach'), finding('policy-identity', { seen: verbatim('ID 1') })],
    now: [finding('key-within-reach', { status: 'fail', title: verbatim('Out of reach') })],
    changes: [
      'key-within-reach worse: Passed: key-within-reach holds → Action required: Out of reach',
      'policy-identity worse: ID 1 → No longer found',
    ],
  },
  'what could not be read as unknown, not as gone': {
    before: [finding('key-enabled', { seen: verbatim('version 1') })],
    now: [finding('key-readable', { status: 'pass', refusal })],
    changes: ['key-enabled worse: version 1 → Unknown: couldn’t be checked'],
  },
  'something new to fix, and something new to check': {
    before: [],
    now: [
      finding('key-and-vault-kept', { status: 'fail', title: verbatim('The key is gone') }),
      finding('settings-in-group', { status: 'warning' }),
    ],
    changes: [
      'key-and-vault-kept worse: Not found → Action required: The key is gone',
      'settings-in-group worse: Not found → Warning: settings-in-group holds',
    ],
  },
  'nothing of a new question that a person has answered, nor of a new pass': {
    before: [],
    now: [finding('asked', { status: 'unknown', attestable: true }), finding('key-kind')],
    changes: [],
  },
  'what is to be made, where no finding tells of it': {
    before: [finding('key-access')],
    now: [finding('key-access')],
    plan: PLAN,
    changes: ['plan worse: No changes needed → One change needed'],
  },
  'a plan not once more, where a finding tells why it is there': {
    before: [finding('key-access')],
    now: [finding('key-access', { status: 'fail', title: verbatim('No role') })],
    plan: PLAN,
    changes: ['key-access worse: Passed: key-access holds → Action required: No role'],
  },
  'what is worse before what is only otherwise, and what is better last': {
    before: [finding('key-in-use', { status: 'warning' }), finding('key-enabled', { seen: verbatim('1') }), finding('key-access')],
    now: [
      finding('key-in-use', { title: verbatim('By you') }),
      finding('key-enabled', { seen: verbatim('2') }),
      finding('key-access', { status: 'fail' }),
    ],
    changes: [
      'key-access worse: Passed: key-access holds → Action required: key-access holds',
      'key-enabled other: 1 → 2',
      'key-in-use better: Warning: key-in-use holds → Passed: By you',
    ],
  },
}

const baseline = (findings: readonly Finding[]) => baselineOf(CUSTOMER_MANAGED_KEYS, [reading(findings)], 'e', 'ada@contoso.example', AT)

describe('what has changed since the end', () => {
  it.each(Object.entries(CASES))('is %s', (_name, { before, now, plan, changes }) => {
    const drift = driftOf(CUSTOMER_MANAGED_KEYS, baseline(before), [reading(now, plan)], attested)
    expect(drift.map(({ key, turn, was, is }) => `${key} ${turn}: ${was} → ${is}`)).toEqual(changes)
  })

  it('names who can fix it and how; of what is in order only who knows of it', () => {
    const then = baseline([finding('key-access'), finding('key-enabled', { seen: verbatim('1') })])
    const now = [reading([finding('key-access', { status: 'fail', owner: 'customer' }), finding('key-enabled', { seen: verbatim('2') })])]
    const [worse, other] = driftOf(CUSTOMER_MANAGED_KEYS, then, now, [])
    expect(worse).toMatchObject({ what: 'The policy’s access to the key', owner: 'customer', remedy: 'Fix it.' })
    expect(other).toMatchObject({ what: 'Current key version', owner: 'key-vault-administrator' })
    expect(other).not.toHaveProperty('remedy')
  })

  it('compares no step that was not read', () => {
    expect(driftOf(CUSTOMER_MANAGED_KEYS, baseline([finding('key-access')]), [reading([], [], 'membership')], [])).toEqual([])
  })

  it('keeps the end as plain JSON, without requests and explanations', () => {
    const kept = baselineOf(
      CUSTOMER_MANAGED_KEYS,
      [reading([finding('key-access', { evidence: [], refusal })])],
      'e',
      'ada@contoso.example',
      AT,
    )
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept)
    expect(Object.keys(kept.findings[0] ?? {}).sort()).toEqual(['id', 'key', 'owner', 'seen', 'status', 'step', 'title'])
  })
})
