import { type Action, actionKey, describeAction, fieldChanges, sameAction } from '../../procedure/action.ts'

/** What is different between the plan a person read and the one the tenant asks for now. */
export interface PlanDifference {
  /** Planned now, and not before. */
  readonly added: readonly Action[]
  /** Planned before, and not any more: somebody did it, or it is not possible now. */
  readonly gone: readonly Action[]
  /** The same thing done to the same resource, in another way. */
  readonly different: readonly { readonly before: Action; readonly now: Action }[]
  /** The same wishes, in another order. */
  readonly reordered: boolean
}

/** The same kind of change to the same resource, whatever its details are. */
const aboutTheSame = (a: Action, b: Action): boolean =>
  a.kind === b.kind && fieldChanges(a)[0].resourceId.toLowerCase() === fieldChanges(b)[0].resourceId.toLowerCase()

/** @param before the plan as it was confirmed @param now the plan as it was read again */
export function planDifference(before: readonly Action[], now: readonly Action[]): PlanDifference {
  const isIn = (plan: readonly Action[], action: Action) => plan.some((each) => sameAction(each, action))
  const onlyBefore = before.filter((action) => !isIn(now, action))
  const onlyNow = now.filter((action) => !isIn(before, action))
  const different = onlyBefore.flatMap((each) => {
    const changed = onlyNow.find((candidate) => aboutTheSame(each, candidate))
    return changed ? [{ before: each, now: changed }] : []
  })
  const kept = (plan: readonly Action[], other: readonly Action[]) =>
    plan.filter((action) => isIn(other, action)).map((action) => actionKey(action).toLowerCase())
  return {
    added: onlyNow.filter((action) => !different.some((pair) => pair.now === action)),
    gone: onlyBefore.filter((action) => !different.some((pair) => pair.before === action)),
    different,
    reordered: kept(before, now).join('\n') !== kept(now, before).join('\n'),
  }
}

/** The fields in which two ways to do the same thing differ, for example "location: westeurope instead of eastus". */
function inOtherFields(before: Action, now: Action): string {
  const was = fieldChanges(before)
  const differing = fieldChanges(now).flatMap(({ field, after }) => {
    const earlier = was.find((change) => change.field === field)?.after ?? null
    return String(earlier).toLowerCase() === String(after).toLowerCase()
      ? []
      : [`${field}: ${after ?? 'nothing'} instead of ${earlier ?? 'nothing'}`]
  })
  return differing.length > 0 ? differing.join('; ') : 'its details'
}

/** The difference as sentences, the most telling first; none when the plans are the same. */
export function differenceInWords({ added, gone, different, reordered }: PlanDifference): readonly string[] {
  return [
    ...added.map((action) => `New in the plan: ${describeAction(action).title}`),
    ...different.map(({ before, now }) => `Planned in another way: ${describeAction(now).title} (${inOtherFields(before, now)})`),
    ...gone.map((action) => `Not in the plan any more: ${describeAction(action).title}`),
    ...(reordered ? ['The changes come in another order'] : []),
  ]
}
