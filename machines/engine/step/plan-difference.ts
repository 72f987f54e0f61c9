import { type DisplayText, defineMessages, verbatim } from '../../messages/message.ts'
import { type Action, type Actions, actionKey, describeAction, type FieldValue, fieldChanges, sameAction } from '../action.ts'
import { sameId } from '../ids.ts'

const messages = defineMessages('step.planDifference', {
  added: 'New in the plan: {title}',
  inFields: {
    id: 'step.planDifference.inFields',
    defaultMessage: 'Plan changed: {title} ({fields})',
    description: 'The fields are a list of “… instead of …”',
  },
  inDetails: 'Plan changed: {title} (details)',
  field: {
    id: 'step.planDifference.field',
    defaultMessage: '{field}: {now}, was {before}',
    description: 'Names of a service: “location: westeurope instead of eastus”',
  },
  nothing: { id: 'step.planDifference.nothing', defaultMessage: 'nothing', description: 'In place of a value in “… instead of …”' },
  gone: 'No longer in the plan: {title}',
  reordered: 'The order of the changes is different',
})

/** Difference between the plan that the person read and the current one. */
export interface PlanDifference {
  /** Planned now, and not before. */
  readonly added: readonly Action[]
  /** No longer planned: already done, or no longer possible. */
  readonly gone: readonly Action[]
  /** The same thing done to the same resource, in another way. */
  readonly different: readonly { readonly before: Action; readonly now: Action }[]
  /** The same wishes, in another order. */
  readonly reordered: boolean
}

/** Same kind of change to the same resource, regardless of details. */
const aboutTheSame = (actions: Actions, a: Action, b: Action): boolean =>
  a.kind === b.kind && sameId(fieldChanges(actions, a)[0].resourceId, fieldChanges(actions, b)[0].resourceId)

/** @param before the plan as it was confirmed @param now the plan as it was read again */
export function planDifference(actions: Actions, before: readonly Action[], now: readonly Action[]): PlanDifference {
  const isIn = (plan: readonly Action[], action: Action) => plan.some((each) => sameAction(each, action))
  const onlyBefore = before.filter((action) => !isIn(now, action))
  const onlyNow = now.filter((action) => !isIn(before, action))
  const different = onlyBefore.flatMap((each) => {
    const changed = onlyNow.find((candidate) => aboutTheSame(actions, each, candidate))
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
function otherFields(actions: Actions, before: Action, now: Action): readonly DisplayText[] {
  const was = fieldChanges(actions, before)
  const inWords = (value: FieldValue | null): DisplayText => (value === null ? messages.nothing : verbatim(String(value)))
  return fieldChanges(actions, now).flatMap(({ field, after }) => {
    const earlier = was.find((change) => change.field === field)?.after ?? null
    return String(earlier).toLowerCase() === String(after).toLowerCase()
      ? []
      : [messages.field({ field, now: inWords(after), before: inWords(earlier) })]
  })
}

function plannedOtherwise(actions: Actions, { before, now }: PlanDifference['different'][number]): DisplayText {
  const { title } = describeAction(actions, now)
  const fields = otherFields(actions, before, now)
  return fields.length > 0 ? messages.inFields({ title, fields }) : messages.inDetails({ title })
}

/** The difference as sentences, the most telling first; none when the plans are the same. */
export function differenceInWords(actions: Actions, { added, gone, different, reordered }: PlanDifference): readonly DisplayText[] {
  return [
    ...added.map((action) => messages.added({ title: describeAction(actions, action).title })),
    ...different.map((pair) => plannedOtherwise(actions, pair)),
    ...gone.map((action) => messages.gone({ title: describeAction(actions, action).title })),
    ...(reordered ? [messages.reordered] : []),
  ]
}
