import { english } from '../../messages/english.ts'
import { toldMessages as messages } from './messages.ts'
import type { Occurrence } from './walk.ts'

const MARKS: Readonly<Record<string, string>> = { pass: '✓', warning: '!', fail: '✕', unknown: '?', confirmed: '✓' }

const time = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')

/** One occurrence as lines for a terminal. The sign is never alone: a word is beside it. */
export function inWords(occurrence: Occurrence): string {
  const { text } = english
  switch (occurrence.kind) {
    case 'step':
      return `\n${text(messages.step({ number: occurrence.number, title: occurrence.title, at: time(occurrence.at) }))}`
    case 'finding': {
      const { status, id, title, seen, owner } = occurrence
      const head = `  ${MARKS[status] ?? '·'} ${status.padEnd(9)} ${id}  ${title}`
      return status === 'pass' || status === 'confirmed'
        ? head
        : [head, text(messages.seen({ seen })), text(messages.owner({ owner: owner.replaceAll('-', ' ') }))].join(`\n${' '.repeat(14)}`)
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
