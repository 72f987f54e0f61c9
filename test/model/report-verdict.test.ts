import { describe, expect, it } from 'vitest'
import { HOUR } from '#machines/engine/durations.ts'
import type { StepId } from '#machines/engine/step/finding.ts'
import { walk } from '#node/practice/presenting/walk/walk.ts'
import { SCENARIOS } from '#node/practice/scenarios.ts'
import type { TenantState } from '#node/practice/state.ts'
import { START } from '../leaping-time.ts'
import { around, type Moment } from '../oracle/report.ts'
import { type Truth, truthOf } from '../oracle/truth.ts'
import { type Verdict, verdictClaim, verdictIn } from '../oracle/verdict.ts'
import { caseOf, leaping, type Practised, practised, walkedToItsEnd } from '../practised.ts'

/*
 * The report's first sentence is compared with the practice tenant: at the end of each case, and after other people have changed something.
 * It is true of the time that it names, or says that it isn't known.
 */

const SECOND = 1_000
const STEPS = ['integration', 'environment', 'policy', 'membership'] as const

async function verdictOf({ host }: Practised): Promise<Verdict | undefined> {
  const file = await host.report({ format: 'html', language: 'en' }, () => Promise.reject(new Error('No PDF.')))
  return file && verdictIn(String(file.content))
}

const momentOf = ({ tenant, host }: Practised): Moment => {
  const { now: at } = host.view()
  return { at, truth: tenant.practice.look((state) => truthOf(state, tenant.practice.scenario.environmentId, at)) }
}

/** States around the second that a verdict names; now, where it names none. @param moments oldest first */
function truthsOf({ checkedAt }: Verdict, moments: readonly Moment[]): readonly Truth[] {
  if (checkedAt === undefined) return moments.slice(-1).map(({ truth }) => truth)
  const within = moments.filter(({ at }) => at >= checkedAt && at < checkedAt + SECOND).map(({ truth }) => truth)
  return [...around(moments, checkedAt), ...within, ...around(moments, checkedAt + SECOND)]
}

function falseIn(verdict: Verdict, moments: readonly Moment[]): readonly string[] {
  const { says, holds } = verdictClaim(verdict)
  return truthsOf(verdict, moments).some(holds) ? [] : [`${says}, checked ${new Date(verdict.checkedAt ?? 0).toISOString()}`]
}

describe('the report’s first sentence at the end of a case', () => {
  it.each(SCENARIOS.map(({ name }) => name))('is true, or says that it isn’t known: %s', async (name) => {
    const scenario = caseOf(name)
    const run = practised(leaping(scenario))
    const moments: Moment[] = []
    const { environmentId, choices } = scenario
    await walk(run.host, { scenario: name, environmentId, choices, tell: () => moments.push(momentOf(run)) })
    const verdict = await verdictOf(run)
    // Where the environment can't be read, nothing is on record.
    if (verdict !== undefined) expect(falseIn(verdict, [...moments, momentOf(run)])).toEqual([])
    await run.host.stop()
  })
})

type Link = { linkStatus?: string | undefined; id?: string | undefined; systemId?: string | undefined }

const environmentIn = ({ environments }: TenantState) => {
  const [found] = environments
  if (!found) throw new Error('There is no environment.')
  return found
}
const propertiesIn = (state: TenantState) => environmentIn(state).payload.properties
const linkIn = (state: TenantState): Link => propertiesIn(state).enterprisePolicies?.customerManagedKeys ?? {}
const removed = <Item>(all: Item[], is: (item: Item) => boolean) => all.splice(0, all.length, ...all.filter((each) => !is(each)))

/** What another person does, past the wizard. */
const INTERVENTIONS: Readonly<Record<string, (state: TenantState) => unknown>> = {
  'the link is removed': (state) => {
    const properties = propertiesIn(state)
    delete properties.enterprisePolicies
    properties.protectionStatus = { keyManagedBy: 'Microsoft' }
  },
  'the link is being removed': (state) => Object.assign(linkIn(state), { linkStatus: 'Unlinking' }),
  'the link has a status that no one knows': (state) => Object.assign(linkIn(state), { linkStatus: 'Propagating' }),
  'the link has failed': (state) => Object.assign(linkIn(state), { linkStatus: 'LinkFailed' }),
  'the environment is in another policy': (state) => {
    const [policy] = state.policies
    if (!policy) throw new Error('There is no policy.')
    const other = { ...structuredClone(policy), name: 'ep-other', systemId: '/regions/x/providers/y/enterprisePolicies/9' }
    state.policies.push(other)
    const { id = '' } = linkIn(state)
    Object.assign(linkIn(state), { id: id.replace(/[^/]+$/, 'ep-other'), systemId: other.systemId })
  },
  'the policy is deleted': ({ policies }) => removed(policies, () => true),
  'the policy is deleted and created anew': ({ policies }) => {
    const [policy] = policies
    if (policy) policies.splice(0, 1, { ...policy, systemId: '/regions/x/providers/y/enterprisePolicies/8' })
  },
  'the key is disabled': ({ keys }) =>
    keys.flatMap(({ versions }) => versions).map((version) => Object.assign(version, { enabled: false })),
  'the key is deleted': ({ keys }) => removed(keys, () => true),
  'the key is about to expire': ({ keys }) =>
    keys.flatMap(({ versions }) => versions).map((version) => Object.assign(version, { expires: START + HOUR })),
  'the policy loses its role': ({ roleAssignments }) =>
    removed(roleAssignments, ({ principalType }) => principalType === 'ServicePrincipal'),
  'the key vault is deleted': ({ vaults }) => removed(vaults, () => true),
  'the key vault is moved': ({ vaults, resourceGroups }) => {
    const [group] = resourceGroups
    vaults.map((vault) => Object.assign(vault, { resourceGroup: `${group?.name}-moved` }))
    if (group) resourceGroups.push({ ...group, name: `${group.name}-moved` })
  },
  'the key vault is closed': ({ vaults }) => vaults.map((vault) => Object.assign(vault, { publicNetworkAccess: 'Disabled' })),
  'the environment is locked': (state) => {
    environmentIn(state).locked = true
    Object.assign(propertiesIn(state).states?.runtime ?? {}, { id: 'Disabled' })
  },
  'the environment has a state that no one knows': (state) =>
    Object.assign(propertiesIn(state).states?.runtime ?? {}, { id: 'Hibernating' }),
  'no one knows who manages the key': (state) => {
    propertiesIn(state).protectionStatus = { keyManagedBy: 'Shared' }
  },
  'the environment is renamed': (state) => {
    propertiesIn(state).displayName = 'contoso-else'
  },
  'the environment is deleted': ({ environments }) => removed(environments, () => true),
}

/** In which order the steps are read again afterwards. */
const ORDERS: readonly (readonly StepId[])[] = [STEPS, ['membership', 'policy']]

/** Encrypted by step 4, and shown to be. */
async function encrypted(): Promise<Practised> {
  const run = await walkedToItsEnd(caseOf('ready-to-enable'))
  run.host.advancePractice(1)
  await readAgain(run, 'membership')
  return run
}

async function readAgain({ host, send, until }: Practised, step: StepId): Promise<void> {
  send({ type: 'GO_TO_STEP', step })
  if (host.view().step?.id !== step) return
  await until(({ step: shown }) => shown?.id === step && shown.phase === 'reviewing')
  host.advancePractice(1 / 60)
  send({ type: 'CHECK_AGAIN' })
  await until(({ step: shown }) => shown?.id === step && shown.phase === 'reviewing')
}

describe.each(Object.entries(INTERVENTIONS))('after another person’s change, the report’s first sentence: %s', (_, happens) => {
  it.each(ORDERS)('is true of its time, or says that it isn’t known, while the steps are read again from %s on', async (...order) => {
    const run = await encrypted()
    const moments = [momentOf(run)]
    const before = await verdictOf(run)
    expect(before?.says).toBe('Encrypted with your own key')
    run.host.advancePractice(1 / 60)
    run.tenant.practice.look(happens)
    moments.push(momentOf(run))
    const found = new Map<string, readonly string[]>()
    const look = async (after: string) => {
      moments.push(momentOf(run))
      const verdict = await verdictOf(run)
      found.set(after, verdict === undefined ? ['no report'] : falseIn(verdict, moments))
    }
    await look('nothing')
    for (const step of order) {
      await readAgain(run, step)
      await look(step)
    }
    expect([...found].flatMap(([after, all]) => all.map((each) => `after ${after}: ${each}`))).toEqual([])
    await run.host.stop()
  })
})
