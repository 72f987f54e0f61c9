import type { DisplayText } from '#machines/messages/message.ts'
import { type Action, describeAction, needsTypedName } from '#machines/procedure/action.ts'
import { version } from '../../package.json'
import { scriptMessages as messages } from './messages.ts'
import type { ScriptContext } from './script.ts'
import { oneLine } from './text.ts'
import { plain } from './words.ts'

export interface Change {
  readonly title: string
  readonly effect: string
}

// Only moving an environment causes downtime.
const cutsUsersOff = (action: Action): boolean => describeAction(action).usersCutOff

/** Whether no later action moves the environment, so that this action's end state is final. */
export const isLast = (action: Action, plan: readonly Action[]): boolean => !plan.slice(plan.indexOf(action) + 1).some(cutsUsersOff)

export function changeOf(action: Action): Change {
  const { title, before, after, undo, takes, usersCutOff } = describeAction(action)
  const values = { before, after, undo, takes }
  return { title: plain(title), effect: plain(usersCutOff ? messages.effectWithDowntime(values) : messages.effect(values)) }
}

const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** Header of every file: author, tenant, changes. @param introduction line above the changes */
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

export interface Section {
  readonly id: string
  readonly name: string
  readonly actions: readonly Action[]
}

/** Parts per environment; empty for one or none. Leading actions belong to the first. */
export function sectionsOf(plan: readonly Action[]): readonly Section[] {
  const sections: { id: string; name: string; actions: Action[] }[] = []
  const before: Action[] = []
  for (const action of plan) {
    const last = sections.at(-1)
    if (!('environmentId' in action)) (last?.actions ?? before).push(action)
    else if (last?.id === action.environmentId) last.actions.push(action)
    else
      sections.push({
        id: action.environmentId,
        name: oneLine(action.environmentName) || action.environmentId,
        actions: [...before.splice(0), action],
      })
  }
  return sections.length > 1 ? sections : []
}

/** Confirmation text: the environment's name for downtime, otherwise "yes". */
export function confirmationOf(plan: readonly Action[]): string {
  const named = plan.find(cutsUsersOff)
  const name = named && 'environmentName' in named && needsTypedName(plan) ? oneLine(named.environmentName) : ''
  return name || 'yes'
}
