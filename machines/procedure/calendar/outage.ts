import type { CalendarEvent, Outage } from '../../engine/calendar.ts'
import { sameId } from '../../engine/ids.ts'
import { newestEnvironment, operationIn, recordIn, type WizardContext } from '../../engine/wizard/context.ts'
import { newestThings } from '../key-map/key-map-view.ts'
import { type KnownAs, whereOf } from '../mail/mail.ts'
import { messages } from './messages.ts'

/** The outage for users' calendars, without internal names. A stable key lets a new time move it and a cancellation remove it. */
export function outageEvent(
  { start, end, isPlanned, timeZone, isCanceled }: Outage,
  { id, isPractice, ...known }: KnownAs & { readonly id: string; readonly isPractice: boolean },
): CalendarEvent {
  const where = whereOf(known)
  const title = isCanceled ? messages.outageCanceled : messages.outage
  return {
    key: `outage.${id}`,
    title: isPractice ? messages.practice({ title }) : title,
    text: isCanceled
      ? messages.outageCanceledText({ where })
      : messages.outageText({ where, start, end, timeZone, isPlanned: isPlanned ? 'yes' : 'no' }),
    at: start,
    until: end,
    on: 'moment',
    ...(isCanceled ? { isCanceled } : {}),
    remindDaysBefore: isCanceled ? [] : [1],
  }
}

export function outageIn(context: WizardContext, outage: Outage): CalendarEvent | undefined {
  const { tenant, choices } = context
  const operation = operationIn(context)
  const environment =
    (operation === undefined ? undefined : recordIn(context, operation).reading?.environment) ?? newestEnvironment(context)
  if (environment === undefined) return undefined
  const { app } = newestThings(context)
  const url = sameId(environment.id, choices.environmentId) && app !== 'absent' ? app?.url : undefined
  const address = url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined
  return outageEvent(outage, {
    id: environment.id,
    name: environment.displayName,
    isPractice: tenant.practice !== undefined,
    ...(address === undefined ? {} : { address }),
  })
}
