import { beforeAll, describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { EngagementRow, FindingView, WizardView } from '#messages/view.ts'
import type { TenantState, WriteRecord } from '#node/practice/state.ts'
import { type Summary, summarise, type Try } from '#node/records/evidence/summary.ts'
import { falsehoods, falseOf } from '../oracle/claims.ts'
import { reportFalsehoods } from '../oracle/report.ts'
import { rowClaims } from '../oracle/rows.ts'
import { type Truth, truthOf } from '../oracle/truth.ts'
import { caseOf, leaping, type Practised, practised, walkedToItsEnd } from '../practised.ts'

/* Proves that the oracle sees a lie about who may do what and has to act, on the start page, and in a saved report. */

interface Walk {
  readonly view: WizardView
  readonly state: TenantState
}

const HOUR = 3_600_000

/** Step 3 with its plan, the first change of which is to come. */
async function ofPlan(name: 'ready-to-enable' | 'no-reader'): Promise<Walk> {
  const scenario = caseOf(name)
  const run = practised(leaping(scenario))
  await run.host.send({ type: 'OPEN_PRACTICE', scenario: name })
  const view = await run.walkUntil(scenario, ({ step }) => step?.id === 'policy' && step.phase === 'reviewing' && step.plan.length > 0)
  const state = run.tenant.practice.inspect()
  await run.host.stop()
  return { view, state }
}

const summaryOf = async ({ host }: Practised): Promise<Summary> =>
  summarise(CUSTOMER_MANAGED_KEYS, (await host.engagement()?.journal.lines()) ?? [])

let planned: Walk
let refused: Walk
let linked: Walk & { readonly summary: Summary; readonly accepted: readonly WriteRecord[] }
beforeAll(async () => {
  planned = await ofPlan('ready-to-enable')
  refused = await ofPlan('no-reader')
  const run = await walkedToItsEnd(caseOf('ready-to-enable'))
  const { practice } = run.tenant
  linked = { view: run.host.view(), state: practice.inspect(), summary: await summaryOf(run), accepted: practice.writes() }
  await run.host.stop()
})

const truthIn = ({ view, state }: Walk, more: Partial<TenantState> = {}): Truth =>
  truthOf({ ...state, ...more }, caseOf('ready-to-enable').environmentId, view.now, { account: view.who?.account })

const withoutRoles = (walk: Walk): Truth => truthIn(walk, { roleAssignments: [] })
const withoutDirectoryRoles = (walk: Walk): Truth =>
  truthIn(walk, { people: walk.state.people.map((person) => ({ ...person, directoryRoles: [] })) })
const owning = (walk: Walk): Truth => truthIn(walk, { roleAssignments: planned.state.roleAssignments })

function finding(walk: Walk, key: string, more: Partial<FindingView> = {}): WizardView {
  const { step } = walk.view
  const [first] = step?.findings ?? []
  const found = step?.findings.find((each) => each.key === key) ?? (first && { ...first, key })
  if (!step || !found) throw new Error(`There is no finding ${key}.`)
  const { keyMap: _, ...view } = walk.view
  return { ...view, stepper: [], step: { ...step, findings: [{ ...found, ...more }] } }
}

/** Prepare, with this account as the one that does an owner's steps. */
function prepared(
  { view }: Walk,
  owner: 'power-platform-administrator' | 'key-vault-administrator' | 'lifecycle-services-administrator',
): WizardView {
  const { step: _, keyMap: __, ...rest } = view
  const people = [{ owner, steps: [1], state: 'verified' as const, ...(view.who ? { who: view.who.account } : {}) }]
  const part = {
    part: 'people' as const,
    title: '',
    state: 'verified' as const,
    says: '',
    action: { title: '', page: 'hand-over' as const },
  }
  return { ...rest, page: 'prepare', stepper: [], prepare: { parts: [{ ...part, owners: [], people }], announcement: '' } }
}

/** A statement, and the truth. */
type Lie = readonly [what: string, told: () => { readonly view: WizardView; readonly truth: Truth }, sees: RegExp]

const LIES: readonly Lie[] = [
  [
    'an account may create the vault whose roles were taken away',
    () => ({ view: finding(planned, 'may-create-vault'), truth: withoutRoles(planned) }),
    /may-create-vault/,
  ],
  [
    'an account may use keys whose roles were taken away',
    () => ({ view: finding(planned, 'may-use-keys'), truth: withoutRoles(planned) }),
    /may-use-keys/,
  ],
  [
    'an account may give access to the key whose roles were taken away',
    () => ({ view: finding(planned, 'may-give-key-access'), truth: withoutRoles(planned) }),
    /may-give-key-access/,
  ],
  ['an Owner may not give Reader', () => ({ view: finding(refused, 'may-give-reader'), truth: owning(refused) }), /what it takes/],
  [
    'another person has to give what the account could give itself',
    () => ({ view: finding(refused, 'may-give-reader'), truth: owning(refused) }),
    /another person/,
  ],
  [
    'you have to give what the account can give no one',
    () => ({ view: finding(refused, 'may-give-reader', { owner: 'you' }), truth: truthIn(refused) }),
    /you can resolve it/,
  ],
  [
    'a customer has to act for a partner who is none',
    () => ({ view: finding(refused, 'may-give-reader', { owner: 'customer' }), truth: truthIn(refused) }),
    /the customer/,
  ],
  [
    'an account adds the environment that doesn’t administer Power Platform',
    () => ({ view: finding(planned, 'may-add-environment', { status: 'pass' }), truth: withoutDirectoryRoles(planned) }),
    /in Power Platform/,
  ],
  [
    'an account controls one side that controls both',
    () => ({ view: finding(planned, 'duties-separated', { status: 'pass' }), truth: truthIn(planned) }),
    /one side/,
  ],
  [
    'an account of this tenant is of another one',
    () => ({ view: finding(planned, 'account-of-this-tenant', { status: 'warning' }), truth: truthIn(planned) }),
    /at home/,
  ],
  [
    'an account does the steps in Lifecycle Services, of which nothing was read',
    () => ({ view: prepared(planned, 'lifecycle-services-administrator'), truth: truthIn(planned) }),
    /Prepare/,
  ],
  [
    'an account does the steps in Power Platform that administers nothing',
    () => ({ view: prepared(planned, 'power-platform-administrator'), truth: withoutDirectoryRoles(planned) }),
    /Prepare/,
  ],
  [
    'an account does the steps in Azure that has no role there',
    () => ({ view: prepared(planned, 'key-vault-administrator'), truth: withoutRoles(planned) }),
    /Prepare/,
  ],
]

describe('the oracle, of who may do what', () => {
  it('believes what is true', () => {
    const keys = (planned.view.step?.findings ?? []).map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining(['may-create-vault', 'may-use-keys', 'may-give-key-access']))
    for (const walk of [planned, refused]) expect(falsehoods(walk.view, [truthIn(walk)])).toEqual([])
    for (const owner of ['power-platform-administrator', 'key-vault-administrator'] as const)
      expect(falsehoods(prepared(planned, owner), [truthIn(planned)])).toEqual([])
  })

  it.each(LIES)('sees the lie that %s', (_, told, sees) => {
    const { view, truth } = told()
    expect(falsehoods(view, [truth])).toContainEqual(expect.stringMatching(sees))
  })
})

const ROW: EngagementRow = {
  id: 'contoso_production',
  customer: 'Contoso',
  environment: 'Production',
  environmentId: '3c9e',
  tenantId: 'contoso',
  cloud: 'commercial',
  account: 'ada@contoso.example',
  savedAt: 0,
  steps: ['verified', 'verified', 'verified', 'verified'],
  state: { kind: 'encrypted' },
}
const free = (): Truth => truthIn(planned)
const inUse = (): Truth => truthIn(linked)
const failed = (): Truth => ({ ...free(), ended: [{ what: 'link', how: 'failed', at: 0 }] })
const OPEN = { steps: ['verified', 'open', 'open', 'open'] } as const

const ROW_LIES: readonly (readonly [string, () => { readonly row: Partial<EngagementRow>; readonly truth: Truth }, RegExp])[] = [
  ['an environment in no policy is encrypted', () => ({ row: {}, truth: free() }), /start page: done/],
  [
    'the last step is done, of one that was taken out',
    () => ({ row: { state: { kind: 'open', step: 4 } }, truth: free() }),
    /the last step/,
  ],
  ['the first step is done without an integration', () => ({ row: {}, truth: { ...inUse(), isIntegrated: false } }), /the first step/],
  ['an encryption runs that is over', () => ({ row: { state: { kind: 'encrypting', since: 2 * Date.now() } }, truth: inUse() }), /it runs/],
  ['a removal runs that no one began', () => ({ row: { state: { kind: 'removing', since: 0 } }, truth: inUse() }), /it runs/],
  ['it is locked, while its key can be used', () => ({ row: { state: { kind: 'locked' } }, truth: inUse() }), /locked/],
  ['no one has to act where the key was lost', () => ({ row: {}, truth: { ...inUse(), isLocked: true } }), /no one has to act/],
  [
    'no one has to act where a start is overdue',
    () => ({ row: { ...OPEN, state: { kind: 'ready', step: 4, planned: 1 } }, truth: { ...free(), isOverdue: true } }),
    /no one has to act/,
  ],
  [
    'no one has to act where the link failed',
    () => ({ row: { ...OPEN, state: { kind: 'ready', step: 4, planned: 1 } }, truth: failed() }),
    /no one has to act/,
  ],
  ['the key expires at another time', () => ({ row: { keyExpires: 1 }, truth: inUse() }), /when the key expires/],
]

describe('the oracle, of the start page', () => {
  it('believes what is true', () => {
    expect(falseOf(rowClaims(ROW, linked.view.now), [inUse()], 'the start page')).toEqual([])
    expect(falseOf(rowClaims({ ...ROW, ...OPEN, state: { kind: 'open', step: 2 } }, planned.view.now), [free()], 'the start page')).toEqual(
      [],
    )
  })

  it.each(ROW_LIES)('sees the lie that %s', (_, told, sees) => {
    const { row, truth } = told()
    expect(falseOf(rowClaims({ ...ROW, ...row }, 0), [truth], 'the start page')).toContainEqual(expect.stringMatching(sees))
  })
})

/** A report with changed tries. */
const withTries = (more: (each: Try) => Partial<Try>): Summary => ({
  ...linked.summary,
  steps: linked.summary.steps.map((step) => ({
    ...step,
    actions: step.actions.map((action) => ({ ...action, tries: action.tries.map((each) => ({ ...each, ...more(each) })) })),
  })),
})
const membership = (more: (step: Summary['steps'][number]) => object): Summary => ({
  ...linked.summary,
  steps: linked.summary.steps.map((step) => (step.step === 'membership' ? { ...step, ...more(step) } : step)),
})
/** Free, and from the last look on linked. */
const moments = (said: Summary = linked.summary) => {
  const at = said.steps.at(-1)?.after?.at ?? 0
  return [
    { at: 0, truth: free() },
    { at: at - HOUR, truth: free() },
    { at, truth: inUse() },
  ]
}

const REPORT_LIES: readonly (readonly [string, () => { readonly said: Summary; readonly accepted?: readonly WriteRecord[] }, RegExp])[] = [
  ['a change was written that no service accepted', () => ({ said: linked.summary, accepted: [] }), /was written, and no service accepted/],
  [
    'a change was refused that was made',
    () => ({ said: withTries(() => ({ ended: 'refused', refusal: { status: 403, message: verbatim('') } })) }),
    /ended refused, and it was made/,
  ],
  ['a change was there already that was made', () => ({ said: withTries(() => ({ ended: 'already-so' })) }), /ended already-so/],
  [
    'an operation failed that succeeded',
    () => ({ said: { ...linked.summary, waits: linked.summary.waits.map((wait) => ({ ...wait, state: 'failed' as const })) } }),
    /an operation failed/,
  ],
  [
    'the last step was proved before the link',
    () => ({ said: membership(({ proved }) => (proved ? { proved: { ...proved, at: proved.at - 2 * HOUR } } : {})) }),
    /the last step was proved/,
  ],
  [
    'it was read as linked before the link',
    () => ({ said: membership(({ after }) => (after ? { before: { ...after, at: after.at - 2 * HOUR } } : {})) }),
    /linked to the policy/,
  ],
  [
    'a lock was read that no one set',
    () => ({
      said: membership(({ after }) =>
        after ? { after: { ...after, findings: [...after.findings, { key: 'protect-lock-vault', status: 'pass' }] } } : {},
      ),
    }),
    /a lock on the vault/,
  ],
]

describe('the oracle, of a saved report', () => {
  it('believes what is true', () => {
    expect(linked.summary.waits.length).toBeGreaterThan(0)
    expect(reportFalsehoods(linked.summary, moments(), linked.accepted)).toEqual([])
  })

  it('believes that a change was refused in the moment in which the next try made it', () => {
    const refused = { ended: 'refused', refusal: { status: 403, message: verbatim('') } } as const
    const said = {
      ...linked.summary,
      steps: linked.summary.steps.map((step) => ({
        ...step,
        actions: step.actions.map((action) => ({
          ...action,
          tries: action.tries.flatMap((each) => {
            const write = linked.accepted.find(({ at }) => at >= each.startedAt && at <= (each.endedAt ?? at))
            return write
              ? [
                  { ...each, ...refused, endedAt: write.at },
                  { ...each, startedAt: write.at },
                ]
              : [each]
          }),
        })),
      })),
    }
    expect(reportFalsehoods(said, moments(), linked.accepted)).toEqual([])
  })

  it.each(REPORT_LIES)('sees the lie that %s', (_, told, sees) => {
    const { said, accepted = linked.accepted } = told()
    expect(reportFalsehoods(said, moments(), accepted)).toContainEqual(expect.stringMatching(sees))
  })
})
