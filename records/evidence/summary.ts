import { OPERATION_IDS, type OperationId, type SequenceId, STEP_IDS, type StepId } from '../../machines/engine/step/finding.ts'
import { english } from '../../messages/english.ts'
import type { Formatted } from '../../messages/formatter.ts'
import type { Line } from '../engagement/journal/chain.ts'
import { type Recorded as AsRecorded, type ContentOf, readEntry } from '../engagement/journal/entry.ts'

type Exchange = ContentOf<'reading'>['requests'][number]
type Account = ContentOf<'opened'>['account']

/** What somebody was: shown with every request, because a service answers each account differently. */
export interface Person extends Account {
  /** How many entries of the journal this account made or was signed in for. */
  readonly entries: number
}

/** One finding with what showed it. */
export interface ShownFinding {
  readonly key: string
  readonly id: string
  readonly status: 'pass' | 'warning' | 'fail' | 'unknown'
  readonly title: string
  readonly seen: string
  /** Places of the requests that showed it, in the reading's own list, from 0. */
  readonly requests: readonly number[]
}

/** One observation of a step. */
export interface Shown {
  readonly line: number
  readonly at: number
  readonly account: string
  readonly findings: readonly ShownFinding[]
  readonly requests: readonly Exchange[]
}

/** One change: what it was to be, how it was tried, and how each try ended. */
export interface ToldAction {
  readonly title: string
  readonly resource: string
  readonly before: string
  readonly after: string
  readonly undo: string
  readonly tries: readonly {
    readonly line: number
    readonly startedAt: number
    readonly endedAt?: number
    /** `found`: its answer was lost, and a reading showed that it was made. */
    readonly ended: 'written' | 'found' | 'already-so' | 'refused' | 'interrupted' | 'unknown'
    /** Id of the resource, or why it was not done. */
    readonly said: string
    readonly requests: readonly Exchange[]
  }[]
}

/** What was confirmed and carried out in a step, or in an operation after the link. */
export interface ToldWork {
  readonly confirmations: readonly {
    readonly at: number
    readonly by: string
    readonly changes: number
    readonly typedName?: string
    readonly maintenanceWindow?: string
  }[]
  readonly actions: readonly ToldAction[]
}

export interface ToldStep extends ToldWork {
  readonly step: StepId
  readonly proved?: { readonly at: number; readonly by: string; readonly line: number }
  readonly before?: Shown
  readonly after?: Shown
}

/** An operation after the link in which something was carried out. */
export interface ToldOperation extends ToldWork {
  readonly operation: OperationId
}

/** Something a person said for which no service can speak. */
export interface Said {
  readonly at: number
  readonly by: string
  readonly title: string
}

/** What one journal says, put in the order in which an auditor asks: who, what, when, from which source. */
export interface Summary {
  readonly opened?: Pick<ContentOf<'opened'>, 'cloud' | 'tenant' | 'environment' | 'practice'>
  readonly from?: number
  readonly to?: number
  readonly people: readonly Person[]
  readonly steps: readonly ToldStep[]
  /** Absent where nothing was carried out after the link, and in reports of earlier versions. */
  readonly operations?: readonly ToldOperation[]
  readonly attested: readonly Said[]
  readonly acknowledged: readonly Said[]
  readonly waits: readonly { readonly at: number; readonly state: string; readonly said: string; readonly operationId?: string }[]
  readonly handedOver: readonly Said[]
  readonly drift: readonly { readonly at: number; readonly title: string; readonly was: string; readonly is: string }[]
  readonly recovered: readonly { readonly at: number; readonly what: string; readonly detail: string }[]
  /** Lines that this version cannot read, by number: they stand in the journal whole, and in nothing above. */
  readonly unread: readonly { readonly line: number; readonly why: string }[]
}

/** An entry in the report's language. */
type Recorded = Formatted<AsRecorded>

type Of<Kind extends Recorded['kind']> = Extract<Recorded, { readonly kind: Kind }>

const only = <Kind extends Recorded['kind']>(entries: readonly Recorded[], kind: Kind): readonly Of<Kind>[] =>
  entries.filter((entry): entry is Of<Kind> => entry.kind === kind)

/**
 * Reads a journal for people. Pure: the same lines give the same summary, so a report can be held against its own journal.
 * @param lines of a chain that was checked, oldest first
 */
export function summarise(lines: readonly Line[]): Summary {
  const read = lines.map((line) => ({ line: line.sequence, read: readEntry(line) }))
  const entries = read.flatMap((each) => (each.read.ok ? [english.all(each.read.entry)] : []))
  const opened = only(entries, 'opened')
  const last = opened.at(-1)?.content
  const operations = OPERATION_IDS.map((operation) => ({ operation, ...workOf(operation, entries) })).filter(
    ({ actions }) => actions.length > 0,
  )
  return {
    ...(last
      ? {
          opened: {
            cloud: last.cloud,
            tenant: last.tenant,
            environment: last.environment,
            ...(last.practice === undefined ? {} : { practice: last.practice }),
          },
        }
      : {}),
    ...(entries.length === 0 ? {} : { from: entries[0]?.at ?? 0, to: entries.at(-1)?.at ?? 0 }),
    people: peopleOf(entries),
    steps: STEP_IDS.map((step) => stepOf(step, entries)),
    ...(operations.length > 0 ? { operations } : {}),
    attested: only(entries, 'attested').map(({ at, content: { by, title } }) => ({ at, by, title })),
    acknowledged: only(entries, 'gap-acknowledged').map(({ at, content: { by, title } }) => ({ at, by, title })),
    waits: only(entries, 'looked').map(({ at, content }) => ({
      at,
      state: content.state,
      said: content.refusal ? `Not readable: ${content.refusal.message}` : content.stateWord,
      ...(content.operationId === undefined ? {} : { operationId: content.operationId }),
    })),
    handedOver: [
      ...only(entries, 'handed-over').map(({ at, content }) => ({
        at,
        by: content.to,
        title: `Handed over ${content.step} in ${content.file}`,
      })),
      ...only(entries, 'received').map(({ at, content }) => ({
        at,
        by: content.from,
        title: `Received ${content.step} in ${content.file}`,
      })),
    ].sort((a, b) => a.at - b.at),
    drift: only(entries, 'drift').flatMap(({ at, content }) => content.differences.map(({ title, was, is }) => ({ at, title, was, is }))),
    recovered: only(entries, 'recovered').map(({ at, content: { what, detail } }) => ({ at, what, detail })),
    unread: read.flatMap((each) => (each.read.ok ? [] : [{ line: each.line, why: each.read.why }])),
  }
}

function peopleOf(entries: readonly Recorded[]): readonly Person[] {
  const accounts = entries.flatMap((entry) => (entry.kind === 'opened' || entry.kind === 'reading' ? [entry.content.account] : []))
  const ids = [...new Set(accounts.map(({ objectId }) => objectId))]
  return ids.map((objectId) => {
    const account = accounts.find((each) => each.objectId === objectId) as Account
    return { ...account, entries: accounts.filter((each) => each.objectId === objectId).length }
  })
}

function stepOf(step: StepId, entries: readonly Recorded[]): ToldStep {
  const readings = only(entries, 'reading').filter(({ content }) => content.step === step)
  const proved = only(entries, 'proved')
    .filter(({ content }) => content.step === step)
    .at(-1)
  const [before] = readings
  const after = readings.at(-1)
  return {
    step,
    ...(proved ? { proved: { at: proved.at, by: proved.content.by, line: proved.sequence } } : {}),
    ...(before ? { before: shown(before) } : {}),
    ...(after ? { after: shown(after) } : {}),
    ...workOf(step, entries),
  }
}

function workOf(step: SequenceId, entries: readonly Recorded[]): ToldWork {
  return {
    confirmations: only(entries, 'confirmed')
      .filter(({ content }) => content.step === step)
      .map(({ at, content: { by, plan, typedName, maintenanceWindow } }) => ({
        at,
        by,
        changes: plan.length,
        ...(typedName === undefined ? {} : { typedName }),
        ...(maintenanceWindow === undefined ? {} : { maintenanceWindow }),
      })),
    actions: actionsOf(step, entries),
  }
}

function shown({ sequence, content: { readAt, account, findings, requests } }: Of<'reading'>): Shown {
  return {
    line: sequence,
    at: readAt,
    account: account.userName,
    findings: findings.map(({ key, id, status, title, seen, evidence }) => ({
      key,
      id,
      status,
      title,
      seen,
      requests: evidence.filter((place) => requests[place] !== undefined),
    })),
    requests,
  }
}

/** The tries of one wish, told as one change. A wish is the same when its description is. */
function actionsOf(step: SequenceId, entries: readonly Recorded[]): readonly ToldAction[] {
  const started = only(entries, 'apply-started').filter(({ content }) => content.step === step)
  const titles = [...new Set(started.map(({ content }) => content.description.title))]
  return titles.map((title) => {
    const tries = started.filter(({ content }) => content.description.title === title)
    const { resource, before, after, undo } = (tries[0] as Of<'apply-started'>).content.description
    const found = only(entries, 'found').filter(({ content }) => content.step === step && content.receipt.title === title)
    const told = found.reduce(
      withFound,
      tries.map((each) => tryOf(each, entries)),
    )
    return { title, resource, before, after, undo, tries: told }
  })
}

/** The last try without an answer before a reading found the change, told so. A receipt bears the time at which its change was sent. */
function withFound(tries: ToldAction['tries'], { sequence, content: { receipt } }: Of<'found'>): ToldAction['tries'] {
  const isOpen = ({ ended, startedAt }: ToldAction['tries'][number]): boolean =>
    ['refused', 'interrupted', 'unknown'].includes(ended) && startedAt <= receipt.at
  const place = tries.findLastIndex(isOpen)
  return tries.map((each, index) =>
    index === place ? { ...each, ended: 'found', said: `${receipt.resourceId} (line ${sequence}). ${each.said}` } : each,
  )
}

function tryOf(started: Of<'apply-started'>, entries: readonly Recorded[]): ToldAction['tries'][number] {
  const begun = { line: started.sequence, startedAt: started.at }
  const end = entries.find(
    (entry): entry is Of<'applied'> | Of<'refused'> | Of<'interrupted'> =>
      (entry.kind === 'applied' || entry.kind === 'refused' || entry.kind === 'interrupted') && entry.content.started === started.sequence,
  )
  if (!end) return { ...begun, ended: 'unknown', said: 'The wizard ended before the service’s answer was recorded.', requests: [] }
  const ended = { ...begun, endedAt: end.at, requests: end.content.requests }
  switch (end.kind) {
    case 'applied':
      return { ...ended, ended: end.content.receipt.written ? 'written' : 'already-so', said: end.content.receipt.resourceId }
    case 'refused': {
      const { status, code, message } = end.content.refusal
      return { ...ended, ended: 'refused', said: [status, code, message].filter((word) => word !== undefined).join(' ') }
    }
    case 'interrupted':
      return { ...ended, ended: 'interrupted', said: end.content.why }
  }
}
