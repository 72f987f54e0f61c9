import { setMaxListeners } from 'node:events'
import type { Action } from '#machines/procedure/action.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { observeMembership } from '#machines/procedure/steps/membership/facts.ts'
import { observePolicy } from '#machines/procedure/steps/policy/facts.ts'
import { wholePlan } from '#machines/procedure/steps/whole-plan.ts'
import type { ScriptFiles } from '../../exporters/script.ts'
import type { OpenTenant } from '../../services/open-tenant.ts'

/** The wizard's complete plan for a tenant. Changes nothing. */
export async function firstPlan({ services }: OpenTenant, choices: Choices): Promise<readonly Action[]> {
  const { signal } = new AbortController()
  // A reading makes a dozen parallel requests, which all listen.
  setMaxListeners(0, signal)
  const [policy, membership] = await Promise.all([
    observePolicy(services, choices, undefined, signal),
    observeMembership(services, choices, signal),
  ])
  return wholePlan(policy, membership, choices)
}

export function inOneText(files: ScriptFiles): string {
  const [only, ...others] = Object.values(files)
  if (only !== undefined && others.length === 0) return only
  return Object.entries(files)
    .map(([name, text]) => `==> ${name} <==\n${text}`)
    .join('\n')
}
