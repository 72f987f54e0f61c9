import type { DisplayText } from '../messages/message.ts'
import type { Action } from './action.ts'
import type { Choices } from './choices.ts'
import type { OperationOutline } from './procedure.ts'
import { asksPerson } from './step/asks-person.ts'
import { blockingFindings, type Reading } from './step/proof.ts'

/** What one of the things that an operation can be about is left out for. */
export interface LeftOut {
  readonly name: string
  readonly why: DisplayText
}

export interface PlanForEach {
  readonly plan: readonly Action[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * What an operation would write for each thing that it can be about, one after another. What is as wanted adds nothing; what something is in
 * the way of is left out, with the reason. Questions to a person are asked in the wizard alone.
 * @param observe reads the operation by these choices. Changes nothing
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
  // One after another: the services answer a tenant with many of them without asking to wait.
  for (const { id, name } of each.of(await observe(none))) {
    const reading = await observe(each.with(choices, id))
    const inTheWay = blockingFindings(reading, []).find((finding) => !asksPerson(finding))
    if (inTheWay) leftOut.push({ name, why: inTheWay.title })
    else plan.push(...reading.plan)
  }
  return { plan, leftOut }
}
