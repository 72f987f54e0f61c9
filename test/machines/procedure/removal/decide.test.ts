import { describe, expect, it } from 'vitest'
import { removalOf } from '#machines/procedure/removal/decide.ts'
import type { Created, RemovalFacts } from '#machines/procedure/removal/removal.ts'
import { english } from '#test/english.ts'
import {
  ACTION_GROUP_ID,
  DAY,
  encrypted,
  environment,
  lock,
  NOW,
  OTHER_POLICY_ID,
  ok,
  POLICY_ID,
  policy,
  REFUSALS,
  refused,
  SUBSCRIPTION,
  VAULT_ID,
  vault,
} from '../../facts.ts'

const GROUP_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-contoso-cmk`
const KEY_ID = 'https://kv-contoso-cmk.vault.azure.net/keys/cmk-contoso/0123456789abcdef0123456789abcdef'
const LOCK_ID = `${VAULT_ID}/providers/Microsoft.Authorization/locks/customer-managed-key`
const ACCESS_ID = `${VAULT_ID}/providers/Microsoft.Authorization/roleAssignments/access`
const READER_ID = `${POLICY_ID}/providers/Microsoft.Authorization/roleAssignments/reader`
const ALERT_ID = `${VAULT_ID}/providers/Microsoft.EventGrid/eventSubscriptions/customer-managed-key-near-expiry`

const created = (kind: string, resourceId: string, isUnproven = false): Created => ({ kind, resourceId, isUnproven })

const ALL: readonly Created[] = [
  created('create-resource-group', GROUP_ID),
  created('create-vault', VAULT_ID),
  created('create-key', KEY_ID),
  created('create-policy', POLICY_ID),
  created('grant-key-access', ACCESS_ID),
  created('grant-reader', READER_ID),
  created('create-lock', LOCK_ID),
  created('mail-alerts', ACTION_GROUP_ID),
  created('alert-near-expiry', ALERT_ID),
]

/** As after step 3, when everything was created here and nothing else uses it. */
const facts = (over: Partial<RemovalFacts> = {}): RemovalFacts => ({
  created: ALL,
  chosen: { policy: POLICY_ID, vault: VAULT_ID, groups: [GROUP_ID, GROUP_ID] },
  environments: ok([environment()]),
  seesAll: true,
  policiesAround: ok([policy()]),
  policies: [{ id: POLICY_ID, policy: ok(policy()), locks: ok([]) }],
  vaults: [
    { id: VAULT_ID, vault: ok(vault()), keys: ok(['cmk-contoso']), secrets: ok([]), locks: ok([lock({ id: LOCK_ID, scope: VAULT_ID })]) },
  ],
  groups: [
    {
      id: GROUP_ID,
      group: ok({}),
      resources: ok([VAULT_ID, POLICY_ID, ACTION_GROUP_ID].map((id) => ({ id, name: 'x', type: 'y' }))),
      locks: ok([]),
    },
  ],
  ...over,
})

const [ofPolicy, ofVault, ofGroup] = [facts().policies[0], facts().vaults[0], facts().groups[0]]
if (!ofPolicy || !ofVault || !ofGroup) throw new Error('The facts have one of each.')

const withVault = (over: Partial<typeof ofVault>) => facts({ vaults: [{ ...ofVault, ...over }] })
const withGroup = (over: Partial<typeof ofGroup>) => facts({ groups: [{ ...ofGroup, ...over }] })

const plan = (of: RemovalFacts) => removalOf(of, NOW)
const kindsOf = (entries: ReturnType<typeof plan>['remove']) => entries.map(({ kind }) => kind)

/** Why a thing stays, in English; nothing where it is to be removed. */
const whyStays = (of: RemovalFacts, id: string): readonly string[] | undefined =>
  plan(of)
    .stays.find((entry) => entry.id === id)
    ?.reasons.map((reason) => english.text(reason))

describe('the plan of removing what was created', () => {
  it('lists everything after step 3, in the order in which it can be removed', () => {
    const { remove, stays, gone } = plan(facts())
    expect(kindsOf(remove)).toEqual([
      'create-lock',
      'grant-reader',
      'create-policy',
      'grant-key-access',
      'alert-near-expiry',
      'mail-alerts',
      'create-vault',
      'create-resource-group',
    ])
    expect([stays, gone]).toEqual([[], []])
  })

  it('says of each thing what happens, what leads back, and how it is done', () => {
    for (const { title, happens, back, byHand } of plan(facts()).remove)
      for (const text of [title, happens, back, byHand]) expect(english.text(text ?? '')).not.toBe('')
  })

  it('names the day until which a key vault is kept', () => {
    const { happens } =
      plan(withVault({ vault: ok(vault({ softDeleteRetentionDays: 7 })) })).remove.find(({ kind }) => kind === 'create-vault') ?? {}
    expect(english.text(happens ?? '')).toMatch(/kept for 7 days, until .*Dec(ember)? 1/)
  })

  it('says which of it is gone already', () => {
    const { remove, gone } = plan(facts({ policies: [{ ...ofPolicy, policy: refused(REFUSALS['not-found']) }], policiesAround: ok([]) }))
    expect(kindsOf(gone)).toEqual(['grant-reader', 'create-policy'])
    expect(kindsOf(remove)).toContain('grant-key-access')
  })

  it('keeps what step 3 found there, and says so', () => {
    const of = facts({ created: ALL.filter(({ kind }) => kind === 'create-policy'), vaults: [], groups: [] })
    expect(kindsOf(plan(of).remove)).toEqual(['create-policy'])
    expect(whyStays(of, VAULT_ID)).toEqual(['This wizard didn’t create it'])
    expect(whyStays(of, GROUP_ID)).toEqual(['This wizard didn’t create it'])
  })

  it('lists nothing for removal of an empty record', () => {
    expect(plan(facts({ created: [], chosen: { groups: [] }, policies: [], vaults: [], groups: [] }))).toEqual({
      remove: [],
      stays: [],
      gone: [],
    })
  })
})

describe('a policy stays', () => {
  it.each([
    ['while an environment is in it', facts({ environments: ok([encrypted()]) }), 'In use by contoso-prod'],
    [
      'while a link to it has failed: a part of the data may be encrypted',
      facts({ environments: ok([encrypted({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'LinkFailed' } })]) }),
      'In use by contoso-prod',
    ],
    [
      'while an environment can’t be read',
      facts({ environments: refused(REFUSALS.forbidden) }),
      'Not every environment could be read. One of them may be in it.',
    ],
    [
      'for an account that may not see all',
      facts({ seesAll: false }),
      'This account may not see every environment. Read again as a Power Platform admin.',
    ],
    ['while backups need the key', facts({ backups: { until: NOW + DAY } }), 'Backups of the environment need it until '],
    [
      'while no one knows how long they do',
      facts({ backups: {} }),
      'An environment was added to the policy. Its backups need the key for 30 days after it leaves.',
    ],
    [
      'under the lock of another person',
      facts({
        policies: [
          {
            ...ofPolicy,
            locks: ok([lock({ id: `${GROUP_ID}/providers/Microsoft.Authorization/locks/keep`, name: 'keep', scope: GROUP_ID })]),
          },
        ],
      }),
      'This wizard didn’t set the lock keep on rg-contoso-cmk',
    ],
    [
      'while its locks can’t be read',
      facts({ policies: [{ ...ofPolicy, locks: refused(REFUSALS.unavailable) }] }),
      'Not everything about it could be read, so it may be in use',
    ],
    [
      'where the answer to its creation was lost',
      facts({ created: [created('create-policy', POLICY_ID, true)] }),
      'The answer to its creation was lost',
    ],
    [
      'while it can’t be read',
      facts({ policies: [{ ...ofPolicy, policy: refused(REFUSALS.forbidden) }] }),
      'Not everything about it could be read, so it may be in use',
    ],
  ])('%s', (_, of, why) => {
    expect(whyStays(of, POLICY_ID)?.join()).toContain(why)
  })

  it('and with it everything that it needs, and what protects that', () => {
    const { remove } = plan(facts({ environments: ok([encrypted()]) }))
    expect(kindsOf(remove)).toEqual([])
  })

  it('no longer for backups than they are kept', () => {
    expect(whyStays(facts({ backups: { until: NOW } }), POLICY_ID)).toBeUndefined()
  })
})

describe('a key vault stays', () => {
  it.each([
    [
      'while another policy names it',
      facts({ policiesAround: ok([policy(), policy({ id: OTHER_POLICY_ID, name: 'cmk-fabrikam' })]) }),
      'In use by the policy cmk-fabrikam',
    ],
    [
      'while policies can’t be read',
      facts({ policiesAround: refused(REFUSALS.forbidden) }),
      'Not every policy could be read. One of them may use it.',
    ],
    ['with another key in it', withVault({ keys: ok(['cmk-contoso', 'tde']) }), 'It holds other keys: tde'],
    ['with a secret in it', withVault({ secrets: ok(['password']) }), 'It holds secrets or certificates: password'],
    [
      'while its keys can’t be read',
      withVault({ keys: refused(REFUSALS.forbidden) }),
      'Not everything about it could be read, so it may be in use',
    ],
    [
      'while its secrets can’t be read',
      withVault({ secrets: refused(REFUSALS.forbidden) }),
      'Not everything about it could be read, so it may be in use',
    ],
    [
      'under a lock of the wizard on a resource group that was there before',
      facts({
        created: [
          ...ALL.filter(({ kind }) => kind !== 'create-resource-group'),
          created('create-lock', `${GROUP_ID}/providers/Microsoft.Authorization/locks/l`),
        ],
        vaults: [
          { ...ofVault, locks: ok([lock({ id: `${GROUP_ID}/providers/Microsoft.Authorization/locks/l`, name: 'l', scope: GROUP_ID })]) },
        ],
      }),
      'This wizard didn’t set the lock l',
    ],
  ])('%s', (_, of, why) => {
    expect(whyStays(of, VAULT_ID)?.join()).toContain(why)
  })

  it('and its key has a line of its own, which goes only where no policy names it', () => {
    const { remove } = plan(withVault({ secrets: ok(['password']) }))
    expect(kindsOf(remove)).toContain('create-key')
    const named = facts({
      vaults: [{ ...ofVault, secrets: ok(['password']) }],
      policiesAround: ok([policy(), policy({ id: OTHER_POLICY_ID, name: 'cmk-fabrikam' })]),
    })
    expect(whyStays(named, KEY_ID)).toEqual(['In use by the policy cmk-fabrikam'])
  })
})

describe('a resource group stays', () => {
  it('with other resources in it', () => {
    const of = withGroup({ resources: ok([{ id: `${GROUP_ID}/providers/a/b/other`, name: 'other', type: 'a/b' }]) })
    expect(whyStays(of, GROUP_ID)).toEqual(['It holds other resources: other'])
  })

  it('with what stays of the wizard’s own', () => {
    expect(whyStays(withVault({ secrets: ok(['password']) }), GROUP_ID)?.join()).toContain('It holds other resources')
  })

  it('while what is in it can’t be read', () => {
    expect(whyStays(withGroup({ resources: refused(REFUSALS.unavailable) }), GROUP_ID)).toEqual([
      'Not everything about it could be read, so it may be in use',
    ])
  })
})

it('keeps what can’t be taken back, and says so', () => {
  const { stays } = plan(
    facts({
      created: ['register-provider', 'turn-on-purge-protection', 'enable-managed-environment'].map((kind) => created(kind, VAULT_ID)),
      chosen: { groups: [] },
      policies: [],
      vaults: [],
      groups: [],
    }),
  )
  expect(stays.map(({ kind, reasons }) => [kind, english.text(reasons[0] ?? '')])).toEqual([
    ['register-provider', 'Other resources in the subscription may need it'],
    ['turn-on-purge-protection', 'It can’t be turned off'],
    ['enable-managed-environment', 'Other settings of the environment may depend on it'],
  ])
})

it('keeps an action group that may have been there before', () => {
  const of = facts({ created: ALL.filter(({ kind }) => kind !== 'create-resource-group') })
  expect(whyStays(of, ACTION_GROUP_ID)).toEqual(['It may have been there before, and may tell others'])
})
