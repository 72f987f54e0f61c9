import { DAY } from '../../engine/durations.ts'
import type { Executive, ExecutiveFacts, RecordedFinding } from '../../engine/procedure.ts'
import { placeOfStatus } from '../../engine/step/severity.ts'
import { type DisplayText, defineMessages, isList, isMessage, type Message, type MessageValue } from '../../messages/message.ts'
import type { Choices } from '../choices.ts'
import { coverageItem, openGaps } from '../coverage/assess.ts'
import { messages as coverageMessages } from '../coverage/messages.ts'
import { valueNames } from '../drift-messages.ts'
import { currentFinding, verdictOf } from './verdict.ts'

/** A year, as in the calendar. */
const REVIEW_AFTER = 365 * DAY

const messages = defineMessages('records.executive', {
  shownBy: 'Shown by',
  onePlatform:
    'Power Platform. No service shows separately that finance and operations’ SQL databases and storage accounts are on your key',
  since: 'Added to the policy',
  verified: 'Last verified',
  notYet: 'Not all steps are verified',
  on: '{at, date, day}',
  notReached: 'Not encrypted with your key',
  noneAcknowledged: 'No gaps were recorded.',
  notAssessed: 'Not known: what the key covers isn’t assessed.',
  everything: 'All data of the environment, as far as we know',
  review: 'Review the key, who can change it, and its dates',
  checkAgain: 'Check the environment again: something changed after the last check',
})

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

/** What must be kept after an operation. */
const KEPT: readonly string[] = ['rotate-old-version-kept', 'change-kept', 'revert-kept']

const dated = (endsAt: number | undefined): Pick<Executive['toDo'][number], 'until'> =>
  endsAt === undefined ? {} : { until: messages.on({ at: endsAt }) }

const toDoOf = ({ title, seen, endsAt }: RecordedFinding): Executive['toDo'][number] => ({
  what: title,
  text: withNames(seen),
  ...dated(endsAt),
})

/** Of the newest readings; nothing of one that was overtaken, except that it must be read again. */
function toDoIn({ findings, parts, madeAt }: ExecutiveFacts): Executive['toDo'] {
  const isOperation = ({ part }: RecordedFinding) => parts.some(({ id, place }) => id === part && place === undefined)
  const open = findings.filter((each) => !each.isOld && !isOperation(each) && each.status !== 'pass' && !each.isConfirmed)
  const kept = findings.filter(({ key, endsAt = Infinity }) => KEPT.includes(key) && endsAt > madeAt)
  return [
    ...(findings.some(({ isOld }) => isOld) ? [{ what: messages.checkAgain }] : []),
    ...open.toSorted((a, b) => placeOfStatus(a.status) - placeOfStatus(b.status)).map(toDoOf),
    ...kept.map(toDoOf),
  ]
}

/** Gaps that no one has acknowledged yet, and what may be one. */
function openIn({ coverage }: Choices): readonly DisplayText[] {
  if (coverage === undefined) return []
  const { unsure = [] } = coverage
  const open = openGaps(coverage).map(coverageItem)
  return [
    ...open.map(({ title, known = title }) => known),
    ...(unsure.length > 0 ? [coverageMessages.coverageUnsure.seen({ items: unsure.map((id) => coverageItem(id).title) })] : []),
  ]
}

/** Executive summary: encryption, key, gaps, upcoming tasks. */
export function executive(facts: ExecutiveFacts): Executive {
  const { verifiedAt, doneAt } = facts
  const { coverage }: Choices = facts.choices
  const gaps = [...facts.acknowledged, ...openIn(facts.choices)]
  const of = (key: string) => currentFinding(facts, key)
  const fact = (term: DisplayText, value: DisplayText | undefined) => (value === undefined ? [] : [{ term, value: withNames(value) }])
  const { isFree = false, ...verdict } = verdictOf(facts)
  return {
    ...verdict,
    facts: [
      ...fact(messages.shownBy, verdict.state === 'pass' ? messages.onePlatform : undefined),
      ...fact(messages.since, doneAt === undefined || isFree ? undefined : messages.on({ at: doneAt })),
      ...fact(messages.verified, verifiedAt === undefined ? messages.notYet : messages.on({ at: verifiedAt })),
      ...fact(valueNames['policy-target'], of('policy-target')?.seen),
      ...fact(valueNames['key-in-its-dates'], of('key-in-its-dates')?.title),
      ...fact(valueNames['key-renewed'], of('key-renewed')?.title),
      ...fact(valueNames['linked-to-policy'], of('linked-to-policy')?.seen),
    ],
    notReached: {
      heading: messages.notReached,
      // What was never assessed isn't without gaps.
      none: coverage === undefined ? messages.notAssessed : messages.noneAcknowledged,
      list: isFree ? [messages.everything, ...gaps] : gaps,
    },
    toDo: [
      ...toDoIn(facts),
      ...(verifiedAt === undefined ? [] : [{ what: messages.review, until: messages.on({ at: verifiedAt + REVIEW_AFTER }) }]),
    ],
  }
}
