import { describe, expect, it } from 'vitest'
import { actionKey, samePlan } from '#machines/engine/action.ts'
import { DAY } from '#machines/engine/durations.ts'
import { actionView, planSummary as planSummaryAsData } from '#machines/engine/wizard/step-view.ts'
import { type Action, type ActionKind, describeAction, needsTypedName } from '#machines/procedure/action.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { english, inEnglish } from '../../english.ts'
import { ACTIONS } from './actions/every.ts'

const planSummary = inEnglish(planSummaryAsData)

const all: readonly Action[] = Object.values(ACTIONS)
const {
  'register-provider': register,
  'create-key': createKey,
  'link-environment': link,
  'unlink-environment': unlink,
  'turn-on-purge-protection': purge,
} = ACTIONS

describe('two plans', () => {
  it('are the same with the same wishes in the same order', () => {
    expect(samePlan([], [])).toBe(true)
    expect(samePlan(all, structuredClone(all))).toBe(true)
    expect(samePlan([register, createKey], [createKey, register])).toBe(false)
    expect(samePlan([register], [register, createKey])).toBe(false)
    expect(samePlan([register, createKey], [register])).toBe(false)
    const [smaller, louder]: [Action, Action] = [
      { ...createKey, size: 2048 },
      { ...link, policyId: link.policyId.toUpperCase() },
    ]
    expect(samePlan([createKey], [smaller])).toBe(false)
    // Azure gives the same id in changing case from one answer to the next.
    expect(samePlan([link], [louder])).toBe(true)
  })

  it('tell every action from every other by its key', () => {
    expect(new Set(all.map(actionKey)).size).toBe(all.length)
  })
})

const described = (action: Action) => english.all(describeAction(action))

describe('the words for an action', () => {
  it.each(all.map((action) => [action.kind, action] as const))(
    '%s say what changes, where, whether it can be taken back, and how long it takes',
    (_, action) => {
      const { title, resource, before, after, undo, takes } = described(action)
      for (const words of [title, before, after, undo, takes]) {
        expect(words).toMatch(/^[\p{Lu}\d]/u)
        expect(words).not.toMatch(/\.$|undefined/)
      }
      expect(title).toMatch(/^(Register|Create|Turn on|Let|Assign|Make|Add|Remove) /)
      expect(resource).not.toBe('')
      expect(before).not.toBe(after)
    },
  )

  it('say that purge protection stays where a key vault is created', () => {
    const shortOf = (kind: ActionKind) => english.all(actionView(CUSTOMER_MANAGED_KEYS, ACTIONS[kind])).undoShort
    expect(shortOf('create-vault')).toBe('Purge protection can’t be turned off')
    expect(shortOf('create-resource-group')).toBeUndefined()
  })

  it('name a latest end only where Microsoft documents one', () => {
    const longest = (kind: ActionKind) => actions.definitionOf(ACTIONS[kind]).wait?.takesUpTo
    expect(longest('link-environment')).toBe(4 * DAY)
    expect(longest('unlink-environment')).toBeUndefined()
  })

  it('name the things they are about', () => {
    const titled: Readonly<Record<ActionKind, string>> = {
      'register-provider': 'Microsoft.PowerPlatform',
      'create-resource-group': 'rg-contoso-cmk',
      'create-vault': 'kv-contoso-cmk',
      'turn-on-purge-protection': 'kv-contoso-cmk',
      'create-key': 'cmk-contoso in kv-contoso-cmk',
      'create-policy': 'cmk-contoso in United States',
      'grant-key-access': 'cmk-contoso',
      'grant-reader': 'Reader on the policy cmk-contoso',
      'enable-managed-environment': 'contoso-prod',
      'link-environment': 'contoso-prod to the policy cmk-contoso',
      'rotate-key': 'a new version of the key cmk-contoso in kv-contoso-cmk',
      'set-rotation-policy': 'the key cmk-contoso in kv-contoso-cmk',
      'send-audit-log': 'the audit log of kv-contoso-cmk to the workspace log-contoso',
      'mail-alerts': 'ada@contoso.example and kim@contoso.example to the action group customer-managed-key',
      'alert-near-expiry': 'an alert to kv-contoso-cmk',
      'create-lock': 'the key vault kv-contoso-cmk',
      'unlink-environment': 'contoso-prod from the policy cmk-contoso',
    }
    for (const action of all) expect(described(action).title).toContain(titled[action.kind])
  })

  it('name who gets a role where that is known, and never an ID', () => {
    const grant = ACTIONS['grant-reader']
    const named = { [grant.principalId.toLowerCase()]: 'Ada Marsh (ada@contoso.example)' }
    expect(english.text(describeAction({ ...grant, principalId: grant.principalId.toUpperCase() }, named).title)).toBe(
      'Assign Reader on the policy cmk-contoso to Ada Marsh (ada@contoso.example)',
    )
    expect(english.text(describeAction(grant, { constructor: 'x' }).title)).toBe(
      'Assign Reader on the policy cmk-contoso to the Power Platform admin',
    )
  })

  it('name a region as Azure does where that is known, else by its code', () => {
    const names = { eastus: 'East US' }
    expect(english.text(describeAction(ACTIONS['create-vault'], names).after)).toContain('Standard vault in East US, ')
    expect(english.all(describeAction(ACTIONS['create-resource-group'], names))).toMatchObject({
      after: 'Exists in East US',
    })
    expect(english.text(describeAction(ACTIONS['create-vault'], { westus: 'West US' }).after)).toContain(' in eastus, ')
  })

  it('warn of what cannot be taken back and of what cuts users off, and of nothing else', () => {
    expect(all.filter((action) => described(action).reversible === 'no').map(({ kind }) => kind)).toEqual(['turn-on-purge-protection'])
    expect(all.filter((action) => described(action).usersCutOff).map(({ kind }) => kind)).toEqual([
      'link-environment',
      'unlink-environment',
    ])
  })

  it('keep to what the documents say of time', () => {
    expect(described(link).takes).toBe('Up to 4 days')
    expect(described(ACTIONS['grant-key-access']).takes).toBe('Up to 5 minutes, by Microsoft’s scripts')
    expect(described(link).undo).toContain('30 days')
  })

  it('name the way access is given, and how long deleted things stay', () => {
    expect(described(ACTIONS['grant-key-access']).resource).toBe('Key Vault Crypto Service Encryption User')
    expect(described({ ...ACTIONS['grant-key-access'], byAccessPolicy: true }).resource).toContain('access policy')
    expect(described({ ...purge, retentionDays: 7 }).after).toContain('7 days')
  })
})

describe('typing the environment’s name', () => {
  it('is asked for a plan that cuts users off or cannot be taken back, and for no other', () => {
    expect(all.filter((action) => needsTypedName([action])).map(({ kind }) => kind)).toEqual([
      'turn-on-purge-protection',
      'link-environment',
      'unlink-environment',
    ])
    expect(needsTypedName([])).toBe(false)
    expect(needsTypedName(all)).toBe(true)
    expect(needsTypedName(all.filter((action) => action !== link && action !== unlink && action !== purge))).toBe(false)
  })
})

describe('an action that takes users offline or can’t be undone', () => {
  it.each(all.filter((action) => needsTypedName([action])))('says its harm before it starts: $kind', (action) => {
    const { usersCutOff } = describeAction(action)
    const harm = actions.definitionOf(action).harm?.(action)
    expect(harm?.lasting.length).toBeGreaterThan(0)
    // An outage is named with the button that starts it and the way back.
    expect([harm?.outage, harm?.start, harm?.back].map((part) => part !== undefined)).toEqual([usersCutOff, usersCutOff, usersCutOff])
  })
})

describe('the summary of a plan', () => {
  it.each([
    [[], ''],
    [[register], '1 change · No downtime · A few minutes'],
    [[ACTIONS['rotate-key']], '1 change · No downtime · Up to 24 hours to take effect'],
    [[register, createKey], '2 changes · No downtime · A few minutes'],
    [[ACTIONS['enable-managed-environment'], link], '2 changes · Downtime · Up to 4 days'],
    [[unlink, link], '2 changes · 2 with downtime'],
  ] as const)('%#', (plan, summary) => expect(planSummary(actions, plan)).toBe(summary))
})
