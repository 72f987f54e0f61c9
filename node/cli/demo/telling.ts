import { OWNER_TITLES } from '#machines/procedure/owners/owner-titles.ts'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import { DATE, dateWriter, TIME } from '#messages/dates.ts'
import type { Formatter } from '#messages/formatter.ts'
import type { Occurrence } from '../../practice/presenting/walk/walk.ts'
import { reportMessages } from '../../records/evidence/messages.ts'
import { toldMessages as messages } from './messages.ts'

const MARKS = { pass: '✓', warning: '!', fail: '✕', unknown: '?', confirmed: '✓' } as const

const STATUS = { ...reportMessages, confirmed: messages.statusConfirmed }

/** UTC, as the message says. */
const timeIn = (locale: string, at: number): string => dateWriter(locale, { ...DATE, ...TIME, timeZone: 'UTC' })(at)

export function inWords({ text, locale }: Formatter, occurrence: Occurrence): string {
  const time = (at: number) => timeIn(locale, at)
  switch (occurrence.kind) {
    case 'step':
      return `\n${text(messages.step({ number: occurrence.number, title: occurrence.title, at: time(occurrence.at) }))}`
    case 'finding': {
      const { status, id, title, seen, owner } = occurrence
      const head = `  ${MARKS[status]} ${id}  ${text(STATUS[status])}: ${title}`
      return status === 'pass' || status === 'confirmed'
        ? head
        : [head, text(messages.seen({ seen })), text(messages.owner({ owner: OWNER_TITLES[ownerOf(owner)] }))].join(`\n${' '.repeat(14)}`)
    }
    case 'plan':
      return [`  ${text(messages.plan({ summary: occurrence.summary }))}`, ...occurrence.actions.map((action) => `    - ${action}`)].join(
        '\n',
      )
    case 'action': {
      const { title, written, resourceId: resource } = occurrence
      return `  → ${text(messages.action({ title, written: written ? 'yes' : 'no', resource }))}`
    }
    case 'wait': {
      const { state, stage } = occurrence
      const at = time(occurrence.at)
      return `  … ${text(stage === '' ? messages.wait({ at, state }) : messages.waitInStage({ at, state, stage }))}`
    }
    case 'confirmed':
      return `  ${text(messages.confirmed({ title: occurrence.title }))}`
    case 'problem': {
      const { title, meaning, remedy, words } = occurrence
      const told = `  ✕ ${text(messages.problem({ title, meaning, remedy }))}`
      return words === undefined ? told : `${told}\n      ${text(messages.words({ words }))}`
    }
  }
}
