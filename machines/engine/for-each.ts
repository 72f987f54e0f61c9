import type { DisplayText } from '../messages/message.ts'
import type { Action } from './action.ts'
import type { Choices } from './choices.ts'
import type { OperationOutline } from './procedure.ts'
import { asksPerson } from './step/asks-person.ts'
import { blockingFindings, type Reading } from './step/proof.ts'

export interface LeftOut {
  readonly name: string
  readonly why: DisplayText
}

export interface PlanForEach {
  readonly plan: readonly Action[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * Plan of an operation for each possible subject. Unchanged ones add nothing; blocked ones are skipped with the reason. Asks no one.
 * @param observe reads with these choices, changes nothing
 */
export async function planForEach(
  { each }: Pick<OperationOutline, 'each'>,
  choices: Choices,
  observe: (choices: Choices) => Promise<Reading>,
): Promise<PlanForEach> {
  const plan: Action[] = []
  const leftOut: LeftOut[] = []
  if (each === undefined) return { plan, leftOut }
  const none = each.none(choices)
  // Sequential: services accept this without throttling.
  for (const { id, name } of each.of(await observe(none))) {
    const reading = await observe(each.with(choices, id))
    const inTheWay = blockingFindings(reading, []).find((finding) => !asksPerson(finding))
    if (inTheWay) leftOut.push({ name, why: inTheWay.title })
    else plan.push(...reading.plan)
  }
  return { plan, leftOut }
}
