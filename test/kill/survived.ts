import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { WriteRecord } from '#node/practice/state.ts'
import { readEngagement } from '#node/records/engagement/engagement.ts'
import { verifyText } from '#node/records/engagement/journal/chain.ts'
import { type Recorded, readEntry } from '#node/records/engagement/journal/entry.ts'
import { english } from '../english.ts'
import { isReadable, linesOf } from './folder.ts'
import { firstDifference, type Left } from './left.ts'
import type { Said } from './walk.ts'

type Files = ReadonlyMap<string, string>

export interface Aftermath {
  /** The folder as the killed process left it. */
  readonly before: Files
  /** The folder after the walk was gone on with and the wizard closed. */
  readonly after: Files
  /** Views after the restart. */
  readonly lines: readonly Said[]
  /** Numbers of the killed processes, in their order. */
  readonly killed: readonly number[]
  readonly end: Said | undefined
  /** Statements of the last page that are false in the tenant. */
  readonly falsehoods: readonly string[]
  readonly left: Left
  readonly writes: readonly WriteRecord[]
}

/** How a walk ended that was killed and gone on with. */
export interface Outcome {
  /** False: the walk came to its end before it came to the instant. */
  readonly killed: boolean
  readonly finished: boolean
  readonly duplicates: readonly string[]
  readonly brokenJournal: readonly string[]
  readonly wrong: readonly string[]
  /** Views after the restart, as text. */
  readonly seen: readonly string[]
}

/** Violations after a kill. */
export function complaintsAbout(aftermath: Aftermath, clean: Left): Omit<Outcome, 'killed'> {
  const { end, left, lines } = aftermath
  const ended = end?.say === 'end' ? end.why : 'It hangs, or was gone before its end'
  const wrong = [...(ended === undefined ? [] : [ended]), ...complaintsAboutTheList(aftermath)]
  if (left.tenant !== clean.tenant) wrong.push(`The tenant is another: ${firstDifference(left.tenant, clean.tenant)}`)
  const missing = clean.writes.filter((write) => !left.writes.includes(write))
  if (missing.length > 0) wrong.push(`Never written: ${missing.join(', ')}`)
  wrong.push(...aftermath.falsehoods, ...complaintsAboutFiles(aftermath), ...complaintsAboutTheLock(aftermath))
  for (const line of lines) if (line.say === 'recovery') wrong.push(...line.differences.map((each) => `Told as a difference: ${each}`))
  return {
    finished: wrong.length === 0,
    // Each accepted request that changes something once, and no other: a PUT that is repeated although all is so already counts.
    duplicates: left.writes.filter((write, index) => left.writes.indexOf(write) !== index || !clean.writes.includes(write)),
    brokenJournal: complaintsAboutTheJournal(aftermath),
    wrong,
    seen: lines.flatMap((line) => (line.say === 'begun' || line.say === 'place' ? [] : [JSON.stringify({ ...line, view: undefined })])),
  }
}

/** A started change that wasn't read again isn't a ready plan. */
function complaintsAboutTheList({ before, lines }: Aftermath): readonly string[] {
  const journal = linesOf(before).lines
  const lastOf = (kind: string): number => journal.findLastIndex((line) => line.includes(`"kind":"${kind}"`))
  const isUnread = lastOf('apply-started') > lastOf('reading')
  const listed = lines.flatMap((line) => (line.say === 'listed' ? line.states : []))
  return isUnread && listed.includes('ready') ? ['Listed as ready, with a change on its way'] : []
}

function complaintsAboutFiles({ before, after }: Aftermath): readonly string[] {
  const begun = linesOf(before).lines.some((line) => line.includes('"apply-started"'))
  const wrong = begun && !isReadable(before) ? ['A write was begun, and neither the engagement’s file nor the copy before can be read'] : []
  const beside = [...after.keys()].filter(
    (name) => !/^(engagement(\.previous)?\.json|journal\.jsonl|journal\.torn-.*\.jsonl|lock\.unreadable-.*\.json)$/.test(name),
  )
  return beside.length > 0 ? [...wrong, `Left in the folder: ${beside.join(', ')}`] : wrong
}

/** Taken over without a question, since its process is gone; asked only where the lock does not say whose it is. */
function complaintsAboutTheLock({ before, lines }: Aftermath): readonly string[] {
  const lock = before.get('lock.json')
  const held = lines.filter((line) => line.say === 'held')
  if (lock === undefined || lock.endsWith('}')) return held.length > 0 ? ['It says that the lock is held, but no one holds it'] : []
  const [told] = held
  if (held.length !== 1 || told === undefined) return [`Said ${held.length} times who has it`]
  return told.state === 'unreadable' ? [] : [`The lock is called ${told.state}`]
}

function complaintsAboutTheJournal({ before, after, lines, writes, killed }: Aftermath): readonly string[] {
  const [was, is] = [linesOf(before), linesOf(after)]
  const verdict = verifyText(is.lines)
  if (!verdict.ok) return [`Line ${verdict.brokenAt}: ${english.text(verdict.why)}`]
  const broken: string[] = []
  if (is.torn !== '') broken.push('Its last line is not whole')
  const lost = was.lines.findIndex((line, index) => line !== is.lines[index])
  if (lost !== -1) broken.push(`Line ${lost + 1} was there when the wizard was killed and is another now`)
  const entries = verdict.lines.flatMap((line) => {
    const read = readEntry(CUSTOMER_MANAGED_KEYS, line)
    if (!read.ok) broken.push(english.text(read.why))
    return read.ok ? [read.entry] : []
  })
  // The last one may have been killed before it had the lock.
  const holder = Number(/"processId":\s*(\d+)/.exec(before.get('lock.json') ?? '')?.[1])
  const takenOver = entries.some(
    ({ kind, content }) => kind === 'recovered' && english.text(content.detail).includes(`(process ${holder} on `),
  )
  if (before.get('lock.json')?.endsWith('}') && !(killed.includes(holder) && takenOver))
    broken.push(`It does not say that it was taken over from process ${holder}, one of ${killed.join(', ')}`)
  broken.push(...complaintsAboutReceipts(entries, after))
  if (was.torn !== '' && is.lines[was.lines.length] !== was.torn) broken.push(...complaintsAboutATear(was.torn, after, entries, lines))
  return [...broken, ...complaintsAboutWrites(entries, writes)]
}

/** The part of the last line that was there is kept in a separate file, and reported: in the journal and to the person. */
function complaintsAboutATear(torn: string, after: Files, entries: readonly Recorded[], lines: readonly Said[]): readonly string[] {
  const told = entries.find((entry) => entry.kind === 'recovered' && entry.content.what === 'journal-torn')
  if (told?.kind !== 'recovered') return ['The last line was half written, and the journal does not say so']
  const kept = after.get(told.content.keptAs ?? '')
  if (kept !== torn) return ['The half line is not kept as it was']
  const shown = lines.some(
    (line) => line.say === 'recovery' && line.recovered.some((each) => each.startsWith(english.text(told.content.detail))),
  )
  return shown ? [] : ['The last line was half written, and the person is not told']
}

/** Each change that was begun has its receipt at the end, whichever run found or made it. */
function complaintsAboutReceipts(entries: readonly Recorded[], after: Files): readonly string[] {
  const read = readEngagement(CUSTOMER_MANAGED_KEYS, after.get('engagement.json') ?? '')
  if (!read.ok) return ['The engagement can’t be read at the end']
  const { steps, operations } = read.engagement
  const kinds = new Set([...Object.values(steps), ...Object.values(operations)].flatMap(({ receipts }) => receipts.map(({ kind }) => kind)))
  const without = entries.flatMap((entry) =>
    entry.kind === 'apply-started' && !kinds.has(entry.content.action.kind) ? english.text(entry.content.description.title) : [],
  )
  return [...new Set(without)].map((title) => `Begun, and without a receipt: ${title}`)
}

/** Every accepted change is in the journal: begun before, and ended with its request, or called in doubt by the next run. */
function complaintsAboutWrites(entries: readonly Recorded[], writes: readonly WriteRecord[]): readonly string[] {
  const broken: string[] = []
  const onRecord = new Set<string>()
  const open = new Map<number, string>()
  let doubts = 0
  for (const entry of entries) {
    if (entry.kind === 'apply-started') open.set(entry.sequence, english.text(entry.content.description.title))
    if (entry.kind === 'applied' || entry.kind === 'refused' || entry.kind === 'interrupted') {
      open.delete(entry.content.started)
      for (const { method, path } of entry.content.requests) onRecord.add(`${method} ${path}`.toLowerCase())
    }
    if (entry.kind === 'recovered' && entry.content.what === 'write-in-doubt') doubts += 1
  }
  if (open.size !== doubts)
    broken.push(`${open.size} writes have no end, and ${doubts} are called in doubt: ${[...open.values()].join(', ')}`)
  const unrecorded = writes.filter(({ method, path }) => !onRecord.has(`${method} ${path}`.toLowerCase()))
  if (unrecorded.length > doubts) broken.push(`Not in the journal: ${unrecorded.map(({ method, path }) => `${method} ${path}`).join(', ')}`)
  return broken
}
