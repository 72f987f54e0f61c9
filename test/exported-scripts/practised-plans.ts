import { type Action, isAction } from '#machines/procedure/action.ts'
import { LOCKABLE } from '#machines/procedure/actions/create-lock/lock.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { OPERATION_IDS } from '#machines/procedure/procedure.ts'
import { observe } from '#machines/procedure/reading.ts'
import { firstPlan } from '#node/cli/demo/script.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { NAMES } from '#node/practice/scenario-parts.ts'
import { SCENARIOS } from '#node/practice/scenarios.ts'
import { policyId } from '#node/practice/state.ts'
import { type Opened, opened, unending } from '../node/practice/opened.ts'

export interface NamedPlan {
  /** Where it comes from, to be found again. */
  readonly from: string
  readonly plan: readonly Action[]
}

type Practice = Opened['practice']

/** All that could be wished for in a scenario: every protection, and the other policy where there is one. */
function chosenIn(practice: Practice, { choices }: Scenario): Choices {
  const { policies, workspaces } = practice.inspect()
  const named = (name: string) => policies.find((policy) => policy.name === name)
  const [now, next] = [named(NAMES.policy), named('cmk-contoso-next')]
  const [workspace] = workspaces
  return {
    ...choices,
    protection: {
      locks: LOCKABLE,
      rotation: true,
      mail: ['ada@contoso.example', 'kim@contoso.example'],
      ...(workspace ? { auditLog: workspace.id } : {}),
    },
    ...(now ? { heldPolicyId: policyId(now), changedFromPolicyId: policyId(now) } : {}),
    ...(next ? { nextPolicyId: policyId(next) } : {}),
  }
}

async function plansOf(scenario: Scenario): Promise<readonly NamedPlan[]> {
  const tenant = opened(scenario.name)
  const signal = unending()
  const choices = chosenIn(tenant.practice, scenario)
  const ofOperation = async (operation: (typeof OPERATION_IDS)[number]): Promise<NamedPlan> => {
    const { plan } = await observe(operation, { services: tenant.services, choices, now: () => tenant.clock.now(), signal })
    return { from: `${scenario.name}, ${operation}`, plan: plan.filter(isAction) }
  }
  return [{ from: scenario.name, plan: await firstPlan(tenant, scenario.choices) }, ...(await Promise.all(OPERATION_IDS.map(ofOperation)))]
}

/** Plans of every scenario, by the four steps and every operation, without empty ones. */
export async function practisedPlans(): Promise<readonly NamedPlan[]> {
  const all = await Promise.all(SCENARIOS.map(plansOf))
  return all.flat().filter(({ plan }) => plan.length > 0)
}
