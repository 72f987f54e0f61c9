import { DAY } from '../../engine/durations.ts'
import type { Executive, ExecutiveFacts } from '../../engine/procedure.ts'
import type { FindingStatus } from '../../engine/step/finding.ts'
import { type DisplayText, defineMessages, isList, isMessage, type Message, type MessageValue } from '../../messages/message.ts'
import { valueNames } from '../drift-messages.ts'

/** A year, as in the calendar. */
const REVIEW_AFTER = 365 * DAY

const FIRST: readonly FindingStatus[] = ['fail', 'unknown', 'warning']

type Found = ExecutiveFacts['findings'][number]

const messages = defineMessages('records.executive', {
  encrypted: 'Encrypted with your own key',
  shownBy: 'Shown by',
  onePlatform:
    'Power Platform. No service shows separately that finance and operations’ SQL databases and storage accounts are on your key',
  linked: 'Added to your key’s policy. Microsoft doesn’t confirm the key yet.',
  notEncrypted: 'Not encrypted with your own key',
  notChecked: 'Not known: the environment wasn’t checked',
  since: 'Added to the policy',
  verified: 'Last verified',
  notYet: 'Not all steps are verified',
  on: '{at, date, day}',
  notReached: 'Not encrypted with your key',
  noneAcknowledged: 'No gaps were recorded.',
  everything: 'All data of the environment, as far as we know',
  review: 'Review the key, who can change it, and its dates',
})

function verdictOf(linked: Found | undefined, inUse: Found | undefined): Pick<Executive, 'state' | 'verdict'> {
  if (!linked) return { state: 'warning', verdict: messages.notChecked }
  if (linked.status !== 'pass') return { state: 'fail', verdict: messages.notEncrypted }
  return inUse?.status === 'pass' ? { state: 'pass', verdict: messages.encrypted } : { state: 'warning', verdict: messages.linked }
}

const isId = (text: string): boolean => text.startsWith('/subscriptions/')

const nameIn = (value: MessageValue): MessageValue => {
  if (typeof value === 'string') return isId(value) ? (value.split('/').at(-1) ?? value) : value
  return isMessage(value) ? withNames(value) : value
}

function withNames(text: Message): Message
function withNames(text: DisplayText): DisplayText
function withNames(text: DisplayText): DisplayText {
  if (!isMessage(text) || text.values === undefined) return text
  const values = Object.entries(text.values).map(([name, value]) => [name, isList(value) ? value.map(named) : nameIn(value)] as const)
  return { ...text, values: Object.fromEntries(values) }
}

const named = <Item extends DisplayText | string>(item: Item): Item | DisplayText => (typeof item === 'string' ? item : withNames(item))

/** Executive summary: encryption, key, gaps, upcoming tasks. */
export function executive({ findings, verifiedAt, doneAt, acknowledged }: ExecutiveFacts): Executive {
  const of = (key: string) => findings.find((finding) => finding.key === key)
  const fact = (term: DisplayText, value: DisplayText | undefined) => (value === undefined ? [] : [{ term, value: withNames(value) }])
  const open = findings
    .filter(({ status, isConfirmed }) => status !== 'pass' && !isConfirmed)
    .toSorted((a, b) => FIRST.indexOf(a.status) - FIRST.indexOf(b.status))
    .map(({ title, seen, endsAt }) => ({
      what: title,
      text: withNames(seen),
      ...(endsAt === undefined ? {} : { until: messages.on({ at: endsAt }) }),
    }))
  const verdict = verdictOf(of('linked-to-policy'), of('key-in-use'))
  return {
    ...verdict,
    facts: [
      ...fact(messages.shownBy, verdict.state === 'pass' ? messages.onePlatform : undefined),
      ...fact(messages.since, doneAt === undefined ? undefined : messages.on({ at: doneAt })),
      ...fact(messages.verified, verifiedAt === undefined ? messages.notYet : messages.on({ at: verifiedAt })),
      ...fact(valueNames['policy-target'], of('policy-target')?.seen),
      ...fact(valueNames['key-in-its-dates'], of('key-in-its-dates')?.title),
      ...fact(valueNames['key-renewed'], of('key-renewed')?.title),
      ...fact(valueNames['linked-to-policy'], of('linked-to-policy')?.seen),
    ],
    notReached: {
      heading: messages.notReached,
      none: messages.noneAcknowledged,
      list: of('linked-to-policy')?.status === 'pass' ? acknowledged : [messages.everything, ...acknowledged],
    },
    toDo: [
      ...open,
      ...(verifiedAt === undefined ? [] : [{ what: messages.review, until: messages.on({ at: verifiedAt + REVIEW_AFTER }) }]),
    ],
  }
}
