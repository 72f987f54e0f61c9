import type { Occurrence } from './walk.ts'

const MARKS: Readonly<Record<string, string>> = { pass: '✓', warning: '!', fail: '✕', unknown: '?', confirmed: '✓' }

const time = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** One occurrence as lines for a terminal. The sign is never alone: a word is beside it. */
export function inWords(occurrence: Occurrence): string {
  switch (occurrence.kind) {
    case 'step':
      return `\nStep ${occurrence.number} of 4: ${occurrence.title}  (${time(occurrence.at)})`
    case 'finding': {
      const head = `  ${MARKS[occurrence.status] ?? '·'} ${occurrence.status.padEnd(9)} ${occurrence.id}  ${occurrence.title}`
      return occurrence.status === 'pass' || occurrence.status === 'confirmed'
        ? head
        : `${head}\n              seen: ${occurrence.seen}\n              who can put it right: ${occurrence.owner.replaceAll('-', ' ')}`
    }
    case 'plan':
      return `  What will change: ${occurrence.summary}\n${occurrence.actions.map((action) => `    - ${action}`).join('\n')}`
    case 'action':
      return `  → ${occurrence.title}: ${occurrence.written ? 'done' : 'was so already'}  ${occurrence.resourceId}`
    case 'wait':
      return `  … ${time(occurrence.at)}  ${occurrence.state}${occurrence.stage ? `, stage ${occurrence.stage}` : ''}`
    case 'confirmed':
      return `  Confirmed by the person on this walk: ${occurrence.title}`
    case 'problem':
      return `  ✕ ${occurrence.title}. ${occurrence.meaning} ${occurrence.remedy}${occurrence.words ? `\n      the service says: ${occurrence.words}` : ''}`
  }
}
