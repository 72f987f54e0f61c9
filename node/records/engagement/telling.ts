import { defined } from '#machines/defined.ts'
import type { Account } from '#machines/engine/account.ts'
import { describeAction } from '#machines/engine/action.ts'
import { sameId } from '#machines/engine/ids.ts'
import { operationIds, type Procedure, stepIds } from '#machines/engine/procedure.ts'
import type { Confirmation } from '#machines/engine/step/context.ts'
import type { Exchange } from '#machines/engine/step/evidence.ts'
import type { SequenceId, StepId } from '#machines/engine/step/finding.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { recordIn, stepIsProved, type WizardContext } from '#machines/engine/wizard/context.ts'
import { recordBefore } from '#machines/engine/wizard/targets.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { ContentOf, Entry } from './journal/entry.ts'

export const who = ({ objectId, userName, displayName }: Account): ContentOf<'reading'>['account'] => ({
  objectId,
  userName,
  displayName,
})

const planned = ({ actions }: Pick<Procedure, 'actions'>, { plan, names }: Pick<Reading, 'plan' | 'names'>): ContentOf<'reading'>['plan'] =>
  plan.map((action) => ({ action, description: describeAction(actions, action, names) }))

/** What a reading shows of the environment. An operation's can be about another one. */
function shownOf({ environment }: Reading, environmentId: string): Pick<ContentOf<'reading'>, 'environment'> {
  if (environment === undefined || !sameId(environment.id, environmentId)) return {}
  const { heldBy, locked, linked } = environment
  return { environment: defined({ heldBy, locked, linked }) }
}

/** A complete reading: each request once, findings with indexes. @param environmentId of the engagement */
export function readingEntry(procedure: Pick<Procedure, 'actions'>, reading: Reading, account: Account, environmentId: string): Entry {
  const requests = [...new Set(reading.findings.flatMap(({ evidence }) => evidence ?? []))].sort((a, b) => a.at - b.at)
  const placeOf = (exchange: Exchange): number => requests.indexOf(exchange)
  return {
    kind: 'reading',
    content: {
      step: reading.stepId,
      readAt: reading.readAt,
      account: who(account),
      findings: reading.findings.map(({ key, id, status, title, seen, evidence, endsAt, causes }) => ({
        key,
        id,
        status,
        title,
        seen,
        evidence: (evidence ?? []).map(placeOf),
        ...defined({ endsAt, causes }),
      })),
      plan: planned(procedure, reading),
      requests,
      ...shownOf(reading, environmentId),
    },
  }
}

/** The confirmation as shown. Name and window only if asked for. */
export function confirmedEntry(context: WizardContext, step: SequenceId, { typedName, window }: Confirmation): Entry {
  const { reading } = recordIn(context, step)
  return {
    kind: 'confirmed',
    content: {
      step,
      ...byOf(context),
      plan: reading ? planned(context.procedure, reading) : [],
      ...(typedName === '' ? {} : { typedName }),
      ...defined({ maintenanceWindow: window }),
    },
  }
}

/** Gaps acknowledged between two contexts, in the acknowledged words. */
function acknowledgedSince(before: WizardContext, after: WizardContext): readonly Entry[] {
  const acknowledgedIn = ({ procedure: { coverage }, choices }: WizardContext) => coverage?.acknowledged(choices) ?? []
  const known = acknowledgedIn(before)
  return acknowledgedIn(after)
    .filter(({ key, at }) => !known.some((each) => each.key === key && each.at === at))
    .map(({ key, title, known: words, by }): Entry => ({ kind: 'gap-acknowledged', content: { key, title: words ?? title, by } }))
}

function foundSince(before: WizardContext, after: WizardContext): readonly Entry[] {
  return [...stepIds(after.procedure), ...operationIds(after.procedure)].flatMap((step) => {
    const known = recordBefore(before, after, step)?.receipts ?? []
    return recordIn(after, step)
      .receipts.filter(({ found, kind, at, resourceId }) => {
        const isKnown = known.some((each) => each.found && each.kind === kind && each.at === at && sameId(each.resourceId, resourceId))
        return found === true && !isKnown
      })
      .map((receipt): Entry => ({ kind: 'found', content: { step, receipt } }))
  })
}

function scheduledSince(before: WizardContext, after: WizardContext): readonly Entry[] {
  const by = byOf(after)
  return [...stepIds(after.procedure), ...operationIds(after.procedure)].flatMap((step): readonly Entry[] => {
    const [was, is] = [recordBefore(before, after, step), recordIn(after, step)]
    const { schedule, scheduleEnd: end } = is
    return [
      ...(end && end.at !== was?.scheduleEnd?.at
        ? [{ kind: 'schedule', content: { step, state: end.end, ...defined({ why: end.why }), ...by } } as const]
        : []),
      ...(schedule && schedule.setAt !== was?.schedule?.setAt
        ? [{ kind: 'schedule', content: { step, state: 'set', start: schedule.window.from, ...by } } as const]
        : []),
    ]
  })
}

/** Drift reviews between two contexts; another baseline has its own. */
function reviewedSince({ atEnd: was }: WizardContext, { atEnd: is }: WizardContext): readonly Entry[] {
  const known = was && was.at === is?.at ? (was.reviews?.length ?? 0) : 0
  return (is?.reviews ?? []).slice(known).map(
    ({ answer, step, key, what: title, was: before, is: now, by, ...said }): Entry => ({
      kind: 'drift-reviewed',
      content: { answer, step, key, title, was: before, is: now, ...defined({ reason: said.reason, until: said.until }), by },
    }),
  )
}

export const byOf = ({ tenant }: WizardContext) => ({ by: tenant.account.userName })

/**
 * Changes between two contexts of an engagement: choices, confirmations, proved steps.
 * @param readingLine journal number of the step's last reading
 */
export function changes(before: WizardContext, after: WizardContext, readingLine: (step: StepId) => number | undefined): readonly Entry[] {
  const by = byOf(after)
  const chosen: readonly Entry[] =
    JSON.stringify(before.choices) === JSON.stringify(after.choices) ? [] : [{ kind: 'choice', content: { ...by, choices: after.choices } }]
  const { told } = after.choices
  const received: readonly Entry[] =
    told === undefined || told.sha256 === before.choices.told?.sha256
      ? []
      : [
          {
            kind: 'received',
            content: {
              step: told.step,
              from: told.by,
              file: told.file,
              sha256: told.sha256,
              ...defined({ note: told.note }),
            },
          },
        ]
  const attested = after.attestations
    .filter(({ key, at }) => !before.attestations.some((each) => each.key === key && each.at === at))
    .map(({ key, by: person, title: known }): Entry => {
      const step = stepIds(after.procedure).find((stepId) =>
        recordIn(after, stepId).reading?.findings.some((finding) => finding.key === key),
      )
      const found = step === undefined ? [] : recordIn(after, step).reading?.findings
      const title = found?.find((finding) => finding.key === key)?.title ?? known
      return { kind: 'attested', content: { key, title: title ?? verbatim(key), by: person, ...(step ? { step } : {}) } }
    })
  const proved = stepIds(after.procedure)
    .filter((step) => stepIsProved(after, step) && !stepIsProved(before, step))
    .map((step): Entry => {
      const reading = readingLine(step)
      return { kind: 'proved', content: { step, ...by, ...defined({ reading }) } }
    })
  return [
    ...received,
    ...chosen,
    ...acknowledgedSince(before, after),
    ...attested,
    ...scheduledSince(before, after),
    ...foundSince(before, after),
    ...reviewedSince(before, after),
    ...proved,
  ]
}
