import type { DisplayText } from '../machines/messages/message.ts'
import { type Action, describeAction, needsTypedName } from '../machines/procedure/action.ts'
import { version } from '../package.json'
import { scriptMessages as messages } from './messages.ts'
import type { ScriptContext } from './script.ts'
import { oneLine } from './text.ts'
import { plain } from './words.ts'

/** What a script says of one action before it is carried out. One line each, in plain signs. */
export interface Change {
  readonly title: string
  /** Before and after, whether it can be undone, how long it takes. */
  readonly effect: string
}

// Users are cut off by what puts their environment elsewhere, and by nothing else.
const cutsUsersOff = (action: Action): boolean => describeAction(action).usersCutOff

/** True when nothing after it in the plan puts the environment elsewhere: only then does its end hold at the end. */
export const isLast = (action: Action, plan: readonly Action[]): boolean => !plan.slice(plan.indexOf(action) + 1).some(cutsUsersOff)

export function changeOf(action: Action): Change {
  const { title, before, after, undo, takes, usersCutOff } = describeAction(action)
  const values = { before, after, undo, takes }
  return { title: plain(title), effect: plain(usersCutOff ? messages.effectWithDowntime(values) : messages.effect(values)) }
}

const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** The lines every file begins with: who wrote it, for which tenant, and what it changes. @param introduction the line above the changes */
export function heading(
  plan: readonly Action[],
  { cloud, tenantId, writtenAt, leftOut = [] }: ScriptContext,
  introduction: DisplayText,
): readonly string[] {
  return [
    plain(messages.written({ version, at: moment(writtenAt), tenant: tenantId, cloud: cloud.name })),
    '',
    plain(plan.length === 0 ? messages.nothingLeft : introduction),
    ...plan.flatMap((action, index) => {
      const { title, effect } = changeOf(action)
      return [`  ${index + 1}. ${title}`, `     ${effect}`]
    }),
    ...(leftOut.length === 0 ? [] : ['', plain(messages.leftOut)]),
    ...leftOut.map(({ name, why }) => `  ${plain(messages.leftOutFor({ environment: name, reason: why }))}`),
  ]
}

/** What is done for one environment, where a plan is about several. */
export interface Section {
  readonly id: string
  /** What the person types before it. */
  readonly name: string
  readonly actions: readonly Action[]
}

/** A plan in parts, one for each environment; none where it is about one environment or about none. What comes before the first belongs to it. */
export function sectionsOf(plan: readonly Action[]): readonly Section[] {
  const sections: { id: string; name: string; actions: Action[] }[] = []
  const before: Action[] = []
  for (const action of plan) {
    const last = sections.at(-1)
    if (!('environmentId' in action)) (last?.actions ?? before).push(action)
    else if (last?.id === action.environmentId) last.actions.push(action)
    else
      sections.push({
        ...{ id: action.environmentId, name: oneLine(action.environmentName) || action.environmentId },
        actions: [...before.splice(0), action],
      })
  }
  return sections.length > 1 ? sections : []
}

/** What the person types before the first change: the environment's name where users are cut off, otherwise "yes". */
export function confirmationOf(plan: readonly Action[]): string {
  const named = plan.find(cutsUsersOff)
  const name = named && 'environmentName' in named && needsTypedName(plan) ? oneLine(named.environmentName) : ''
  return name || 'yes'
}
