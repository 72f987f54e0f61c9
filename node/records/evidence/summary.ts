import { defined } from '#machines/defined.ts'
import { type Actions, fieldChanges, knowsAction, sameAction, sameWish } from '#machines/engine/action.ts'
import { sameId } from '#machines/engine/ids.ts'
import { operationIds, type Procedure, stepIds } from '#machines/engine/procedure.ts'
import type { Cause, OperationId, SequenceId, StepId } from '#machines/engine/step/finding.ts'
import type { MaintenanceWindow } from '#machines/engine/step/maintenance-window.ts'
import { asText, type DisplayText } from '#machines/messages/message.ts'
import type { Line } from '../engagement/journal/chain.ts'
import { type ContentOf, type Recorded, readEntry } from '../engagement/journal/entry.ts'
import { schedulesOf, type ToldSchedule } from './schedules.ts'

type Exchange = ContentOf<'reading'>['requests'][number]
type Account = ContentOf<'opened'>['account']

/** The acting account, shown with each request, because answers depend on it. */
export interface Person extends Account {
  readonly entries: number
}

export interface ShownFinding {
  readonly key: string
  readonly id: string
  readonly status: 'pass' | 'warning' | 'fail' | 'unknown'
  readonly title: DisplayText
  readonly seen: DisplayText
  /** Indexes into the reading's requests. */
  readonly requests: readonly number[]
  readonly endsAt?: number
  /** State per cause; absent in older reports. */
  readonly causes?: readonly Cause[]
}

export interface Shown {
  readonly line: number
  readonly at: number
  readonly account: string
  readonly findings: readonly ShownFinding[]
  readonly requests: readonly Exchange[]
}

export interface ToldAction {
  readonly title: DisplayText
  readonly resource: DisplayText
  readonly before: DisplayText
  readonly after: DisplayText
  readonly undo: DisplayText
  readonly tries: readonly Try[]
}

export interface Try {
  readonly line: number
  readonly startedAt: number
  readonly endedAt?: number
  /** `found`: the answer was lost, and a reading showed the change. `unknown`: the wizard ended before an answer was recorded. */
  readonly ended: 'written' | 'found' | 'already-so' | 'refused' | 'interrupted' | 'unknown'
  readonly resourceId?: string
  readonly refusal?: Pick<ContentOf<'refused'>['refusal'], 'status' | 'code' | 'message'>
  readonly why?: DisplayText
  readonly foundOn?: number
  readonly requests: readonly Exchange[]
}

/** Confirmed and executed work of a step or operation. */
export interface ToldWork {
  readonly confirmations: readonly {
    readonly at: number
    readonly by?: string
    readonly changes: number
    readonly typedName?: string
    /** A sentence in older journals. */
    readonly maintenanceWindow?: MaintenanceWindow | string
  }[]
  /** Absent without schedules, and in older reports. */
  readonly schedules?: readonly ToldSchedule[]
  readonly actions: readonly ToldAction[]
}

export interface ToldStep extends ToldWork {
  readonly step: StepId
  readonly proved?: { readonly at: number; readonly by?: string; readonly line: number }
  readonly before?: Shown
  readonly after?: Shown
}

export interface ToldOperation extends ToldWork {
  readonly operation: OperationId
}

export interface Said {
  readonly at: number
  readonly by: string
  readonly title: DisplayText
}

export interface PassedOn {
  readonly at: number
  readonly kind: 'handed-over' | 'received'
  readonly by?: string
  readonly step: StepId
  readonly file: string
}

export type ToldReview = Omit<ContentOf<'drift-reviewed'>, 'step' | 'key'> & { readonly at: number }

export interface Summary {
  readonly opened?: Pick<ContentOf<'opened'>, 'cloud' | 'tenant' | 'environment' | 'practice'>
  readonly from?: number
  readonly to?: number
  readonly people: readonly Person[]
  readonly steps: readonly ToldStep[]
  /** Absent without work after the link, and in older reports. */
  readonly operations?: readonly ToldOperation[]
  readonly attested: readonly Said[]
  readonly acknowledged: readonly Said[]
  readonly waits: readonly {
    readonly at: number
    readonly state: ContentOf<'looked'>['state']
    readonly stateWord: DisplayText
    readonly refused?: DisplayText
    readonly operationId?: string
  }[]
  readonly handedOver: readonly PassedOn[]
  readonly drift: readonly { readonly at: number; readonly title: DisplayText; readonly was: DisplayText; readonly is: DisplayText }[]
  /** Absent without reviews, and in older reports. */
  readonly reviewed?: readonly ToldReview[]
  readonly recovered: readonly { readonly at: number; readonly what: ContentOf<'recovered'>['what']; readonly detail: DisplayText }[]
  /** Line numbers that this version can't read: only in the journal. */
  readonly unread: readonly { readonly line: number; readonly why: DisplayText }[]
}

type Of<Kind extends Recorded['kind']> = Extract<Recorded, { readonly kind: Kind }>

const only = <Kind extends Recorded['kind']>(entries: readonly Recorded[], kind: Kind): readonly Of<Kind>[] =>
  entries.filter((entry): entry is Of<Kind> => entry.kind === kind)

type Started = Of<'apply-started'>

/** Equality of attempts, and the attempt that a reading's finding belongs to. */
export interface Sameness {
  readonly change: (one: Started['content'], other: Started['content']) => boolean
  readonly found: (started: Started['content'], receipt: ContentOf<'found'>['receipt']) => boolean
}

const byAction = (actions: Actions): Sameness => ({
  // Another procedure's changes must be equal as a whole.
  change: (one, other) =>
    knowsAction(actions, one.action) && knowsAction(actions, other.action)
      ? sameWish(actions, one.action, other.action)
      : sameAction(one.action, other.action),
  found: ({ action }, { kind, resourceId }) =>
    action.kind === kind && knowsAction(actions, action) && sameId(fieldChanges(actions, action)[0].resourceId, resourceId),
})

/** Summarizes a journal. Pure, so that a report can be verified against its journal. @param lines of a checked chain, oldest first */
export function summarise(procedure: Procedure, lines: readonly Line[], sameness = byAction(procedure.actions)): Summary {
  const read = lines.map((line) => ({ line: line.sequence, read: readEntry(procedure, line) }))
  const entries = read.flatMap((each) => (each.read.ok ? [each.read.entry] : []))
  const opened = only(entries, 'opened')
  const last = opened.at(-1)?.content
  const operations = operationIds(procedure)
    .map((operation) => ({ operation, ...workOf(operation, entries, sameness) }))
    .filter(({ actions, schedules }) => actions.length > 0 || schedules !== undefined)
  return {
    ...(last
      ? {
          opened: {
            cloud: last.cloud,
            tenant: last.tenant,
            environment: last.environment,
            ...defined({ practice: last.practice }),
          },
        }
      : {}),
    ...(entries.length === 0 ? {} : { from: entries[0]?.at ?? 0, to: entries.at(-1)?.at ?? 0 }),
    people: peopleOf(entries),
    steps: stepIds(procedure).map((step) => stepOf(step, entries, sameness)),
    ...(operations.length > 0 ? { operations } : {}),
    attested: only(entries, 'attested').map(({ at, content: { by, title } }) => ({ at, by, title })),
    acknowledged: only(entries, 'gap-acknowledged').map(({ at, content: { by, title } }) => ({ at, by, title })),
    waits: only(entries, 'looked').map(({ at, content }) => ({
      at,
      state: content.state,
      stateWord: content.stateWord,
      ...(content.refusal ? { refused: asText(content.refusal.message) } : {}),
      ...defined({ operationId: content.operationId }),
    })),
    handedOver: [
      ...only(entries, 'handed-over').map(({ at, kind, content: { to, step, file } }) => ({
        at,
        kind,
        ...defined({ by: to }),
        step,
        file,
      })),
      ...only(entries, 'received').map(({ at, kind, content: { from, step, file } }) => ({ at, kind, by: from, step, file })),
    ].sort((a, b) => a.at - b.at),
    drift: only(entries, 'drift').flatMap(({ at, content }) => content.differences.map(({ title, was, is }) => ({ at, title, was, is }))),
    ...reviewsIn(entries),
    recovered: only(entries, 'recovered').map(({ at, content: { what, detail } }) => ({ at, what, detail })),
    unread: read.flatMap((each) => (each.read.ok ? [] : [{ line: each.line, why: each.read.why }])),
  }
}

function reviewsIn(entries: readonly Recorded[]): Pick<Summary, 'reviewed'> {
  const reviewed = only(entries, 'drift-reviewed').map(({ at, content: { step: _step, key: _key, ...said } }) => ({ at, ...said }))
  return reviewed.length > 0 ? { reviewed } : {}
}

function peopleOf(entries: readonly Recorded[]): readonly Person[] {
  const accounts = entries.flatMap((entry) => (entry.kind === 'opened' || entry.kind === 'reading' ? [entry.content.account] : []))
  const ids = [...new Set(accounts.map(({ objectId }) => objectId))]
  return ids.map((objectId) => {
    const account = accounts.find((each) => sameId(each.objectId, objectId)) as Account
    return { ...account, entries: accounts.filter((each) => sameId(each.objectId, objectId)).length }
  })
}

function stepOf(step: StepId, entries: readonly Recorded[], sameness: Sameness): ToldStep {
  const readings = only(entries, 'reading').filter(({ content }) => content.step === step)
  const proved = only(entries, 'proved')
    .filter(({ content }) => content.step === step)
    .at(-1)
  const [before] = readings
  const after = readings.at(-1)
  return {
    step,
    ...(proved ? { proved: { at: proved.at, ...byOf(proved.content), line: proved.sequence } } : {}),
    ...(before ? { before: shown(before) } : {}),
    ...(after ? { after: shown(after) } : {}),
    ...workOf(step, entries, sameness),
  }
}

const byOf = ({ by }: { readonly by?: string }): { readonly by?: string } => (by === undefined ? {} : { by })

function workOf(step: SequenceId, entries: readonly Recorded[], sameness: Sameness): ToldWork {
  const schedules = schedulesOf(step, entries)
  return {
    confirmations: only(entries, 'confirmed')
      .filter(({ content }) => content.step === step)
      .map(({ at, content: { plan, typedName, maintenanceWindow, ...content } }) => ({
        at,
        ...byOf(content),
        changes: plan.length,
        ...defined({ typedName, maintenanceWindow }),
      })),
    ...(schedules.length > 0 ? { schedules } : {}),
    actions: actionsOf(step, entries, sameness),
  }
}

function shown({ sequence, content: { readAt, account, findings, requests } }: Of<'reading'>): Shown {
  return {
    line: sequence,
    at: readAt,
    account: account.userName,
    findings: findings.map(({ key, id, status, title, seen, evidence, endsAt, causes }) => ({
      key,
      id,
      status,
      title,
      seen,
      requests: evidence.filter((place) => requests[place] !== undefined),
      ...defined({ endsAt, causes }),
    })),
    requests,
  }
}

function actionsOf(step: SequenceId, entries: readonly Recorded[], sameness: Sameness): readonly ToldAction[] {
  const started = only(entries, 'apply-started').filter(({ content }) => content.step === step)
  const found = only(entries, 'found').filter(({ content }) => content.step === step)
  const tries = found.reduce<readonly Tried[]>(
    (all, each) => withFound(all, each, sameness),
    started.map((each) => ({ content: each.content, told: tryOf(each, entries) })),
  )
  const changes: { readonly content: Started['content']; readonly tries: Try[] }[] = []
  for (const { content, told } of tries) {
    const known = changes.find((change) => sameness.change(change.content, content))
    if (known) known.tries.push(told)
    else changes.push({ content, tries: [told] })
  }
  return changes.map(({ content, tries: ofIt }) => {
    const { title, resource, before, after, undo } = content.description
    return { title, resource, before, after, undo, tries: ofIt }
  })
}

interface Tried {
  readonly content: Started['content']
  readonly told: Try
}

/** Marks the last unanswered attempt before a reading found the change. A receipt has the time of its request. */
function withFound(tries: readonly Tried[], { sequence, content: { receipt } }: Of<'found'>, sameness: Sameness): readonly Tried[] {
  const isOpen = ({ content, told: { ended, startedAt } }: Tried): boolean =>
    ['refused', 'interrupted', 'unknown'].includes(ended) && startedAt <= receipt.at && sameness.found(content, receipt)
  const place = tries.findLastIndex(isOpen)
  return tries.map((each, index) =>
    index === place ? { ...each, told: { ...each.told, ended: 'found', foundOn: sequence, resourceId: receipt.resourceId } } : each,
  )
}

function tryOf(started: Started, entries: readonly Recorded[]): Try {
  const begun = { line: started.sequence, startedAt: started.at }
  const end = entries.find(
    (entry): entry is Of<'applied'> | Of<'refused'> | Of<'interrupted'> =>
      (entry.kind === 'applied' || entry.kind === 'refused' || entry.kind === 'interrupted') && entry.content.started === started.sequence,
  )
  if (!end) return { ...begun, ended: 'unknown', requests: [] }
  const ended = { ...begun, endedAt: end.at, requests: end.content.requests }
  switch (end.kind) {
    case 'applied':
      return { ...ended, ended: end.content.receipt.written ? 'written' : 'already-so', resourceId: end.content.receipt.resourceId }
    case 'refused': {
      const { status, code, message } = end.content.refusal
      const refusal = { ...defined({ status, code }), message }
      return { ...ended, ended: 'refused', refusal }
    }
    case 'interrupted':
      return { ...ended, ended: 'interrupted', why: end.content.why }
  }
}
