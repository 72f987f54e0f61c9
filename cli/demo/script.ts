import { setMaxListeners } from 'node:events'
import type { Action } from '../../machines/procedure/action.ts'
import type { Choices } from '../../machines/procedure/choices.ts'
import { observeMembership } from '../../machines/procedure/steps/membership/facts.ts'
import { observePolicy } from '../../machines/procedure/steps/policy/facts.ts'
import { wholePlan } from '../../machines/procedure/steps/whole-plan.ts'
import type { ScriptFiles } from '../../scripts/script.ts'
import type { OpenTenant } from '../../services/open-tenant.ts'

/** All that the wizard would do in a tenant as it is now. Nothing is changed. */
export async function firstPlan({ services }: OpenTenant, choices: Choices): Promise<readonly Action[]> {
  const { signal } = new AbortController()
  // One reading is a dozen requests at once, each of which listens for the same abort.
  setMaxListeners(0, signal)
  const [policy, membership] = await Promise.all([
    observePolicy(services, choices, undefined, signal),
    observeMembership(services, choices, signal),
  ])
  return wholePlan(policy, membership, choices)
}

/** One file as it is; several one after the other, each under its name. */
export function inOneText(files: ScriptFiles): string {
  const [only, ...others] = Object.values(files)
  if (only !== undefined && others.length === 0) return only
  return Object.entries(files)
    .map(([name, text]) => `==> ${name} <==\n${text}`)
    .join('\n')
}
