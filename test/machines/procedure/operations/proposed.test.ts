import { describe, expect, it } from 'vitest'
import type { Choices, Protection } from '#machines/procedure/choices.ts'
import type { OperationFacts } from '#machines/procedure/operations/facts.ts'
import { type WishProtections, wishProtections } from '#machines/procedure/operations/protect/decisions.ts'
import { protect } from '#machines/procedure/operations/protect/operation.ts'
import { proposedBy } from '#machines/procedure/operations/protect/proposed-by.ts'
import type { LockFacts, ProtectionFacts } from '#machines/procedure/operations/protect/protection.ts'
import { readOperation } from '#machines/procedure/operations/reading.ts'
import type { Proposal } from '#machines/procedure/pilot/proposal.ts'
import { readPolicy } from '#machines/procedure/steps/policy/step.ts'
import { suggestPolicy } from '#machines/procedure/steps/policy/suggestion.ts'
import { defaultsOf, type ProtectionDefaults } from '#machines/procedure/templates/protections.ts'
import { BUILT_IN } from '#machines/procedure/templates/template.ts'
import { english } from '#test/english.ts'
import {
  account,
  diagnosticSetting,
  lock,
  NOW,
  nearExpiryAlert,
  ok,
  policyChoices,
  policyFacts,
  REFUSALS,
  refused,
  SUBSCRIPTION,
  VAULT_ID,
  WORKSPACE_ID,
} from '../../facts.ts'
import { operationFacts } from './facts.ts'

const ADA = 'ada@contoso.example'
const ALL: ProtectionDefaults = { locks: ['vault', 'policy'], rotation: true, auditLog: true, expiryAlert: true }
const TEMPLATE = { ...BUILT_IN, name: 'Standard', protection: ALL }
const PILOT: Proposal = {
  from: 'contoso-uat',
  at: NOW,
  template: TEMPLATE,
  subscriptionId: SUBSCRIPTION,
  auditLog: WORKSPACE_ID,
  mail: [ADA],
}
const ELSEWHERE: Proposal = { from: 'fabrikam-uat', at: NOW, template: TEMPLATE }

const unlocked = (wish: LockFacts['wish'], over: Partial<LockFacts> = {}): LockFacts => ({
  wish,
  of: wish,
  subscriptionId: SUBSCRIPTION,
  resourceGroup: 'rg',
  name: wish,
  locks: ok([]),
  wanted: false,
  ...over,
})
const BARE: ProtectionFacts = {
  locks: [unlocked('vault'), unlocked('policy'), unlocked('group')],
  rotation: { found: ok({ rotates: false }), wanted: false },
  auditLog: { settings: ok([]), workspaces: ok([{ id: WORKSPACE_ID, name: 'log-contoso', location: 'eastus' }]) },
  alert: { alerts: ok([]), groups: [], suggested: [] },
}

/** Proposals on the page. */
function shown(by: Parameters<typeof proposedBy>[0], facts: Partial<ProtectionFacts> = {}, over: Partial<OperationFacts> = {}) {
  const proposed = proposedBy(by)
  const { picture } = readOperation(
    protect,
    operationFacts({ ...over, protection: { ...BARE, ...facts, ...(proposed ? { proposed } : {}) } }),
    NOW,
  )
  return picture.kind === 'protection' ? english.all(picture).proposed : undefined
}

describe('protections that are proposed', () => {
  it('come from the template in use, with what belongs to the customer left to choose', () => {
    expect(shown({ template: TEMPLATE })).toEqual({
      from: 'Proposed by the template Standard',
      what: ['Delete lock on the key store', 'Delete lock on the policy', 'Rotation policy'],
      toChoose: ['Audit log: choose a workspace below.', 'Alert before the key expires: enter who gets it below.'],
      decision: { kind: 'wish-protections', locks: ['vault', 'policy'], rotation: true },
    })
  })

  it('come whole from a pilot of the same tenant, before the template in use', () => {
    expect(shown({ template: { ...TEMPLATE, protection: { locks: ['group'] } }, proposal: PILOT })).toEqual({
      from: 'Proposed, as for contoso-uat',
      what: [
        ...['Delete lock on the key store', 'Delete lock on the policy', 'Rotation policy'],
        ...['Audit log to log-contoso', `Alert before the key expires, to ${ADA}`],
      ],
      toChoose: [],
      decision: { kind: 'wish-protections', locks: ['vault', 'policy'], rotation: true, auditLog: WORKSPACE_ID, mail: [ADA] },
    })
  })

  it('say what a pilot of another tenant doesn’t carry over', () => {
    expect(shown({ proposal: ELSEWHERE })).toMatchObject({
      from: 'Proposed, as for fabrikam-uat',
      toChoose: [
        'Audit log: choose a workspace below. The one of another tenant isn’t carried over.',
        'Alert before the key expires: enter who gets it below. People of another tenant aren’t carried over.',
      ],
      decision: { kind: 'wish-protections', locks: ['vault', 'policy'], rotation: true },
    })
  })

  it('say that there is no workspace to choose', () => {
    expect(shown({ template: TEMPLATE }, { auditLog: { settings: ok([]), workspaces: ok([]) } })?.toChoose[0]).toBe(
      'Audit log: this subscription has no workspace.',
    )
  })

  it('never name a workspace that isn’t listed here', () => {
    const auditLog = { settings: ok([]), workspaces: ok([{ id: `${WORKSPACE_ID}-2`, name: 'other', location: 'eastus' }]) }
    const said = shown({ proposal: PILOT }, { auditLog })
    expect(said?.toChoose).toEqual(['Audit log: choose a workspace below.'])
    expect(JSON.stringify(said)).not.toContain(WORKSPACE_ID)
  })

  it.each<[string, Partial<ProtectionFacts>, string]>([
    ['a lock that is set', { locks: [unlocked('vault', { locks: ok([lock()]) }), unlocked('policy')] }, 'Delete lock on the key store'],
    ['a lock that is wished', { locks: [unlocked('vault', { wanted: true }), unlocked('policy')] }, 'Delete lock on the key store'],
    [
      'a lock where none could be read',
      { locks: [unlocked('vault', { locks: refused(REFUSALS.forbidden) }), unlocked('policy')] },
      'Delete lock on the key store',
    ],
    ['a rotation policy where the key renews itself', { rotation: { found: ok({ rotates: true }), wanted: false } }, 'Rotation policy'],
    [
      'a rotation policy for a key that may come from the customer’s HSM',
      { rotation: { found: ok({ rotates: false }), wanted: false, origin: 'unknown' } },
      'Rotation policy',
    ],
    ['a rotation policy that is wished', { rotation: { found: ok({ rotates: false }), wanted: true } }, 'Rotation policy'],
    ['an audit log that is kept', { auditLog: { settings: ok([diagnosticSetting()]), workspaces: ok([]) } }, 'Audit log'],
    ['an audit log that is wished', { auditLog: { settings: ok([]), workspaces: ok([]), wanted: WORKSPACE_ID } }, 'Audit log'],
    ['an alert that is wished', { alert: { alerts: ok([]), groups: [], suggested: [], wanted: [ADA] } }, 'Alert'],
    ['an alert that could not be read', { alert: { alerts: refused(REFUSALS.forbidden), groups: [], suggested: [] } }, 'Alert'],
  ])('leave out %s', (_, facts, name) => {
    const without = shown({ proposal: PILOT }, facts)
    const said = JSON.stringify([without?.what, without?.toChoose])
    expect(said).not.toContain(name)
    expect(without?.what.length).toBeGreaterThan(1)
  })

  it('leave out the alert that someone gets already', () => {
    const group = { id: 'g', group: ok({ emails: [ADA], unsubscribed: [] }) }
    const alerts = ok([{ ...nearExpiryAlert(), actionGroups: ['g'] }])
    expect(JSON.stringify(shown({ proposal: PILOT }, { alert: { alerts, groups: [group as never], suggested: [] } }))).not.toContain(
      'Alert',
    )
  })

  it('leave out what a private vault keeps from this computer', () => {
    const said = shown({ template: TEMPLATE }, {}, { keyShutOut: REFUSALS.forbidden })
    expect(said?.what).not.toContain('Rotation policy')
  })

  it.each<[string, Parameters<typeof proposedBy>[0]]>([
    ['no template is in use', {}],
    ['the template protects nothing', { template: { ...BUILT_IN, name: 'Plain' } }],
    [
      'the pilot’s proposal protects nothing, whatever the template says',
      { template: TEMPLATE, proposal: { ...PILOT, template: { ...BUILT_IN, name: 'P' } } },
    ],
  ])('are none where %s', (_, by) => {
    expect(shown(by)).toBeUndefined()
  })

  it('are planned only once a person wishes them', () => {
    const facts = operationFacts({ protection: { ...BARE, proposed: proposedBy({ proposal: PILOT }) ?? (undefined as never) } })
    expect(readOperation(protect, facts, NOW).plan).toEqual([])
  })
})

describe('the wish for all that is proposed', () => {
  const wish = (over: Partial<WishProtections> = {}): WishProtections => ({ kind: 'wish-protections', locks: ['vault'], ...over })

  it.each<[string, WishProtections, boolean]>([
    ['one lock', wish(), true],
    ['everything', wish({ rotation: true, auditLog: WORKSPACE_ID, mail: [ADA] }), true],
    ['nothing', wish({ locks: [] }), false],
    ['a lock on nothing known', wish({ locks: ['__proto__' as never] }), false],
    ['an audit log to a key vault', wish({ auditLog: VAULT_ID }), false],
    ['mail to no address', wish({ mail: ['ada'] }), false],
    ['mail to no one', wish({ mail: [] }), false],
  ])('may be made for %s: %s', (_, of, may) => {
    expect(wishProtections.may({} as never, of)).toBe(may)
  })

  it.each<[string, Protection | undefined, Protection]>([
    ['nothing', undefined, { locks: ['vault'], rotation: true, auditLog: WORKSPACE_ID, mail: [ADA] }],
    [
      'a lock and people, which stay',
      { locks: ['group'], mail: ['kim@contoso.example'] },
      { locks: ['vault', 'group'], rotation: true, auditLog: WORKSPACE_ID, mail: ['kim@contoso.example'] },
    ],
  ])('adds to %s', (_, protection, after) => {
    const choices: Choices = protection ? { protection } : {}
    const made = wishProtections.make({ choices } as never, wish({ rotation: true, auditLog: WORKSPACE_ID, mail: [ADA] }), NOW)
    expect((made.choices as Choices).protection).toEqual(after)
  })
})

describe('what is chosen for one key, for any customer', () => {
  it.each<[string, Protection | undefined, ProtectionDefaults | undefined]>([
    ['nothing', undefined, undefined],
    ['a wish that was taken back', { locks: [] }, undefined],
    ['locks alone', { locks: ['policy'] }, { locks: ['policy'] }],
    [
      'a workspace and people, without their names',
      { locks: [], rotation: true, auditLog: WORKSPACE_ID, mail: [ADA] },
      { locks: [], rotation: true, auditLog: true, expiryAlert: true },
    ],
  ])('is made of %s', (_, chosen, defaults) => {
    expect(defaultsOf(chosen)).toEqual(defaults)
  })
})

describe('step 3, before the page that protects the key is open', () => {
  const says = (by: Parameters<typeof proposedBy>[0]) => {
    const facts = policyFacts(by)
    const { picture } = readPolicy(facts, { policy: policyChoices() }, suggestPolicy(facts, undefined), account, NOW)
    return picture.kind === 'policy' ? english.all(picture).protections : undefined
  }

  it.each<[string, Parameters<typeof proposedBy>[0], string | undefined]>([
    ['that the template in use proposes protections', { template: TEMPLATE }, 'The template Standard proposes protections.'],
    ['that they are proposed as for the pilot', { template: TEMPLATE, proposal: PILOT }, 'Protections are proposed, as for contoso-uat.'],
    ['nothing where the template proposes none', { template: { ...BUILT_IN, name: 'Names' } }, undefined],
    ['nothing without a template', {}, undefined],
  ])('says %s', (_, by, said) => expect(says(by)).toBe(said))
})
