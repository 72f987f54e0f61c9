import { defect } from '../../machines/engine/step/problems.ts'
import { forEach } from './at-once.ts'
import { directoryOf, problemOf } from './environments.ts'
import { laneOf, nameOf } from './many.ts'
import { openTarget } from './opening.ts'
import type { CustomerResult, Listed } from './results.ts'
import type { Outcome, Running } from './running.ts'
import type { Target } from './targets.ts'
import { customerLines, listedLines } from './told.ts'

/** The environments of each tenant. */
export async function listTargets(running: Running, targets: readonly Target[], atOnce: number): Promise<Outcome> {
  const { formatter } = running
  const customers = await forEach(
    targets,
    laneOf,
    (target) => listOne(target, running),
    (target, error): CustomerResult<Listed> => ({
      ...{ customer: nameOf(target), practice: false, environments: [] },
      problem: problemOf(formatter, defect(error)),
    }),
    { atOnce, signal: running.signal },
  )
  const exitCode = customers.some(({ problem }) => problem) ? 3 : 0
  return {
    result: { verb: 'environments', exitCode, customers },
    lines: customers.flatMap((each) => customerLines(running, each, listedLines(running))),
  }
}

async function listOne(target: Target, running: Running): Promise<CustomerResult<Listed>> {
  const { formatter, signal } = running
  const practice = 'practice' in target.opens
  const opened = await openTarget(target, running)
  if (!opened.ok) return { customer: nameOf(target), practice, problem: problemOf(formatter, opened.problem), environments: [] }
  const { tenantId, tenantName, userName: account } = opened.open.tenant.account
  const customer = { customer: target.name ?? tenantName, tenantId, account, practice }
  const directory = await directoryOf(opened.open, signal)
  return directory.ok
    ? { ...customer, environments: directory.environments }
    : { ...customer, problem: problemOf(formatter, directory.problem), environments: [] }
}
