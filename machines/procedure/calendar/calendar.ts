import { defined } from '../../defined.ts'
import type { CalendarEvent } from '../../engine/calendar.ts'
import { DAY } from '../../engine/durations.ts'
import { sameId } from '../../engine/ids.ts'
import { newestEnvironment, recordIn, type WizardContext } from '../../engine/wizard/context.ts'
import type { DisplayText } from '../../messages/message.ts'
import { newestThings } from '../key-map/key-map-view.ts'
import { type ShownHold, thingsOf } from '../key-map/shown.ts'
import { nextVersion } from '../next-version.ts'
import { isInPolicy } from '../other-policy.ts'
import { partnerAccessEnds } from '../steps/integration/partner-access.ts'
import { holdKey } from './hold-key.ts'
import { messages } from './messages.ts'

/** A year: no document asks for a review, and keys are renewed about as often. */
const REVIEW_AFTER = 365 * DAY

/** Sources of the engagement's dates, in milliseconds since 1970-01-01T00:00:00Z. */
export interface CalendarFacts {
  readonly environment: { readonly id: string; readonly name: string }
  readonly key?: { readonly name: string; readonly expires?: number }
  readonly renewsAt?: number
  readonly holds: readonly ShownHold[]
  readonly endedAt?: number
  readonly accessEnds?: number
  readonly practice: boolean
}

function ofKey({ environment, key, renewsAt }: CalendarFacts): readonly CalendarEvent[] {
  if (!key) return []
  const named = { key: key.name, environment: environment.name }
  const { expires } = key
  const next = nextVersion({ expires, renewsAt })
  return [
    ...(expires === undefined
      ? []
      : [
          {
            key: `key-expiry.${environment.id}`,
            title: messages.keyExpires(named),
            text: messages.keyExpiresText,
            at: expires,
            on: 'moment' as const,
            remindDaysBefore: [30, 7],
          },
        ]),
    ...(next === undefined
      ? []
      : [
          {
            key: `rotation.${environment.id}`,
            title: next.byPolicy ? messages.renews(named) : messages.rotate(named),
            text: next.byPolicy ? messages.renewsText : messages.rotateText,
            at: next.at,
            on: 'day' as const,
            remindDaysBefore: next.byPolicy ? [] : [7],
          },
        ]),
  ]
}

const ofHold = ({ operation, until }: ShownHold, { id, name }: CalendarFacts['environment']): CalendarEvent => {
  if (operation === 'earlier-key')
    return {
      key: holdKey(operation, id),
      title: messages.holdOfEarlierKey({ environment: name }),
      text: messages.holdOfEarlierKeyText,
      at: until,
      on: 'day',
      remindDaysBefore: [7],
    }
  const isVersion = operation === 'rotate'
  const named = { environment: name }
  return {
    key: holdKey(operation, id),
    title: isVersion ? messages.holdOfVersion(named) : messages.holdOfKey(named),
    text: isVersion ? messages.holdOfVersionText : messages.holdOfKeyText,
    at: until,
    on: 'day-after',
    remindDaysBefore: [],
  }
}

/** Upcoming dates in order. @param now milliseconds since 1970-01-01T00:00:00Z */
export function calendarOf(facts: CalendarFacts, now: number): readonly CalendarEvent[] {
  const { environment, holds, endedAt, accessEnds, practice } = facts
  const titled = (title: DisplayText): DisplayText => (practice ? messages.practice({ title }) : title)
  const review: readonly CalendarEvent[] =
    endedAt === undefined
      ? []
      : [
          {
            key: `review.${environment.id}`,
            title: messages.review({ environment: environment.name }),
            text: messages.reviewText,
            at: endedAt + REVIEW_AFTER,
            on: 'day',
            remindDaysBefore: [],
          },
        ]
  const access: readonly CalendarEvent[] =
    accessEnds === undefined
      ? []
      : [
          {
            key: `partner-access.${environment.id}`,
            title: messages.accessEnds({ environment: environment.name }),
            text: messages.accessEndsText,
            at: accessEnds,
            on: 'day',
            remindDaysBefore: [30, 7],
          },
        ]
  // Two operations that keep the same old key end together: the later one counts.
  const held = holds
    .map((hold) => ofHold(hold, environment))
    .filter((hold, _, all) => !all.some((other) => other.key === hold.key && other.at > hold.at))
  return [...ofKey(facts), ...held, ...access, ...review]
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at - b.at)
    .map((event) => ({ ...event, title: titled(event.title) }))
}

/** Dates of the open environment. @param now milliseconds since 1970-01-01T00:00:00Z */
export function calendarIn(context: WizardContext, now: number): readonly CalendarEvent[] {
  const environment = newestEnvironment(context)
  if (!environment) return []
  const { key, rotation } = newestThings(context)
  // Outside a policy only the retention for restores has a date.
  const isOnKey = isInPolicy(environment)
  const holds = [recordIn(context, 'membership'), ...Object.values(context.operations)].flatMap(({ reading }) =>
    reading && sameId(reading.environment?.id, environment.id) ? (thingsOf(reading.things).hold ?? []) : [],
  )
  return calendarOf(
    {
      environment: { id: environment.id, name: environment.displayName },
      ...(key === undefined || key === 'absent' || !isOnKey ? {} : { key }),
      ...(rotation?.renewsAt === undefined ? {} : { renewsAt: rotation.renewsAt }),
      holds,
      ...(context.atEnd && isOnKey ? { endedAt: context.atEnd.at } : {}),
      ...defined({ accessEnds: partnerAccessEnds(context) }),
      practice: context.tenant.practice !== undefined,
    },
    now,
  )
}
