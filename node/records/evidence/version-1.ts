import type { Procedure } from '#machines/engine/procedure.ts'
import type { MaintenanceWindow } from '#machines/engine/step/maintenance-window.ts'
import { wordsOf } from '#machines/engine/step/refusals.ts'
import { type DisplayText, isMessage } from '#machines/messages/message.ts'
import { english } from '#messages/english.ts'
import type { Line } from '../engagement/journal/chain.ts'
import { type PassedOn, type Sameness, type Summary, summarise, type ToldWork, type Try } from './summary.ts'

/* Version 1 reports contain English sentences. Only compared, never shown, so the texts must not change. */

const inUtc = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')

/** In the window's zone. */
export const windowInWords = ({ from, to, timeZone }: MaintenanceWindow): string =>
  `${inUtc(from)} to ${inUtc(to)} UTC, stated in ${timeZone}`

const sameTitle: Sameness = {
  change: (one, other) => english.text(one.description.title) === english.text(other.description.title),
  found: ({ description }, { title }) => english.text(description.title) === english.text(title),
}

function tryOf({ resourceId, refusal, why, foundOn, ...told }: Try): object {
  const answer = refusal ? wordsOf(refusal) : (why ?? 'The wizard ended before the service’s answer was recorded.')
  if (foundOn !== undefined)
    return { ...told, said: `${resourceId} (line ${foundOn}). ${typeof answer === 'string' ? answer : english.text(answer)}` }
  return { ...told, said: resourceId ?? answer }
}

const workOf = <Work extends ToldWork>(work: Work): object => ({
  ...work,
  confirmations: work.confirmations.map(({ maintenanceWindow: window, ...each }) => ({
    ...each,
    ...(window === undefined ? {} : { maintenanceWindow: typeof window === 'string' ? window : windowInWords(window) }),
  })),
  actions: work.actions.map((action) => ({ ...action, tries: action.tries.map(tryOf) })),
})

const UNREAD: Readonly<Record<string, (kind: string) => string>> = {
  'records.entry.unknownKind': (kind) => `This version does not know entries of the kind “${kind}”.`,
  'records.entry.otherContent': (kind) => `Its content is not that of an entry of the kind “${kind}”.`,
}

const whyUnread = (why: DisplayText): DisplayText | string =>
  isMessage(why) ? (UNREAD[why.messageId]?.(String(why.values?.['kind'])) ?? why) : why

const passedOn = ({ kind, step, file, ...rest }: PassedOn): object => ({
  ...rest,
  title: `${kind === 'received' ? 'Received' : 'Handed over'} ${step} in ${file}`,
})

export function summaryOfVersion1(procedure: Procedure, lines: readonly Line[]): Readonly<Record<string, unknown>> {
  const { steps, operations, waits, handedOver, unread, ...rest }: Summary = summarise(procedure, lines, sameTitle)
  return english.all({
    ...rest,
    steps: steps.map(workOf),
    ...(operations ? { operations: operations.map(workOf) } : {}),
    waits: waits.map(({ stateWord, refused, ...wait }) => ({
      ...wait,
      said: refused === undefined ? stateWord : `Not readable: ${typeof refused === 'string' ? refused : english.text(refused)}`,
    })),
    handedOver: handedOver.map(passedOn),
    unread: unread.map(({ line, why }) => ({ line, why: whyUnread(why) })),
  })
}
