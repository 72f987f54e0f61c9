import { defined } from '#machines/defined.ts'
import { forEach } from './at-once.ts'
import { directoryOf, problemOf } from './environments.ts'
import { customerWithout, laneOf, nameOf } from './many.ts'
import { openTarget } from './opening.ts'
import { type CustomerResult, type Listed, worst } from './results.ts'
import type { Outcome, Running } from './running.ts'
import { kindOf, type Target } from './targets.ts'
import { customerLines, listedLines } from './told.ts'

export async function listTargets(running: Running, targets: readonly Target[], atOnce: number): Promise<Outcome> {
  const { formatter } = running
  const { results: customers, partial } = await forEach(
    targets,
    laneOf,
    (target) => listOne(target, running),
    (target, why): CustomerResult<Listed> => ({
      customer: nameOf(target),
      ...kindOf(target),
      environments: [],
      ...customerWithout(formatter, why),
    }),
    { ...running, atOnce },
  )
  const exitCode = worst(customers.map(({ problem, canceled }) => (canceled ? 130 : problem ? 3 : 0)))
  return {
    result: { verb: 'environments', exitCode, customers, ...defined({ partial }) },
    lines: customers.flatMap((each) => customerLines(running, each, listedLines(running))),
  }
}

async function listOne(target: Target, running: Running): Promise<CustomerResult<Listed>> {
  const { formatter, signal } = running
  const kind = kindOf(target)
  const opened = await openTarget(target, running)
  if (!opened.ok) return { customer: nameOf(target), ...kind, problem: problemOf(formatter, opened.problem), environments: [] }
  const { tenantId, tenantName, userName: account } = opened.open.tenant.account
  const customer = { customer: target.name ?? tenantName, tenantId, account, ...kind }
  const directory = await directoryOf(opened.open, signal)
  return directory.ok
    ? { ...customer, environments: directory.environments }
    : { ...customer, problem: problemOf(formatter, directory.problem), environments: [] }
}
