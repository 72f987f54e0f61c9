import { defined } from '../../defined.ts'
import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { sameText } from '../../messages/same-text.ts'
import { isStep, placeOf } from '../procedure.ts'
import type { Finding } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import { byNeed, placeOfSeverity, severityOf } from '../step/severity.ts'
import type { WizardContext } from './context.ts'
import { foreseeing, newestOf } from './foreseeing.ts'
import { groupMessage, type Sender } from './owner-message.ts'
import type { StepPlan } from './plans.ts'
import { findingView, planSummary, problemView, stepPlanView } from './step-view.ts'
import type { PreflightView } from './view-of-side-pages.ts'
import type { FindingView, ProblemView } from './view-of-step.ts'

const needsPerson = (finding: FindingView): boolean => !['planned', 'settled'].includes(severityOf(finding))

/** The last reading of all steps; of a step whose own page has read since, that one. */
const readingsIn = ({ steps, preflight }: WizardContext): readonly Reading[] =>
  foreseeing(preflight?.readings ?? []).flatMap((beside) => {
    const own = steps[beside.stepId]?.reading
    return newestOf(beside.stepId, own?.choiceMissing ? undefined : own, [beside], 'preflight') ?? []
  })

/** Plan of each step from the last check of all steps. */
export const preflightPlans = (context: WizardContext): readonly StepPlan[] =>
  readingsIn(context).flatMap(({ stepId, plan, names }) =>
    isStep(context.procedure, stepId) && plan.length > 0 ? [{ stepId, actions: plan, ...defined({ names }) }] : [],
  )

function senderOf(context: WizardContext, addressOf: Sender['addressOf']): Sender {
  const account = context.tenant.account
  return {
    environment: context.preflight?.readings.find(({ environment }) => environment !== undefined)?.environment,
    tenant: account && { name: account.tenantName, id: account.tenantId },
    account: account?.userName,
    addressOf,
  }
}

/** Two steps may see the same thing, for example an operation that runs: it is told once. One that is worse is told too. */
export const onceEach = <Of extends Pick<Finding, 'id' | 'title' | 'status'>>(findings: readonly Of[]): readonly Of[] =>
  findings.filter(
    (finding, index) =>
      findings.findIndex(({ id, title, status }) => id === finding.id && status === finding.status && sameText(title, finding.title)) ===
      index,
  )

const messages = defineMessages('wizard.preflight', {
  chooseFirst: 'Choose the environment so that we can check everything',
  read: 'Everything is checked. {count, plural, =0 {No action needed} one {# finding needs attention} other {# findings need attention}}',
})

/** What couldn't be read is announced first: without it, the rest would sound like a result. */
function announced(context: WizardContext, reading: boolean, count: number, unlisted: ProblemView | undefined): DisplayText {
  if (reading) return context.procedure.words.checkingAll
  const unread = context.problems.preflight ?? unlisted
  if (unread) return unread.title
  return context.choices.environmentId === undefined ? messages.chooseFirst : messages.read({ count })
}

/**
 * Findings of the last check of all steps, and their owners.
 * @param addressOf of the page in a portal behind a link
 * @param unlisted why the list to choose from couldn't be read
 */
export function preflightView(
  context: WizardContext,
  reading: boolean,
  addressOf: Sender['addressOf'],
  unlisted?: ProblemView,
): PreflightView {
  const readings = readingsIn(context)
  const findings = readings.flatMap((each) =>
    each.findings.map((finding) => ({
      ...findingView(context.procedure, finding, each, context.attestations),
      step: placeOf(context.procedure, each.stepId) ?? 0,
    })),
  )
  const owners = context.procedure.owners.map(({ id }) => id)
  const placed = (finding: (typeof findings)[number]) => ({
    severity: placeOfSeverity(finding),
    person: owners.indexOf(finding.owner),
    step: finding.step,
  })
  const open = onceEach(findings.filter(needsPerson)).toSorted((a, b) => byNeed(placed(a), placed(b)))
  const checkedAt = readings.length === 0 ? undefined : Math.min(...readings.map(({ readAt }) => readAt))
  const chosen = context.choices.environmentId
  const sender = senderOf(context, addressOf)
  return {
    reading,
    ...defined({ checkedAt, chosen, oldSince: readings.find(({ oldSince }) => oldSince !== undefined)?.oldSince }),
    changes: planSummary(
      context.procedure.actions,
      readings.flatMap(({ plan }) => plan),
    ),
    plans: preflightPlans(context).map((plan) => stepPlanView(context.procedure, plan)),
    findings: open,
    owners: owners.flatMap((owner) => {
      const own = open.filter((finding) => finding.owner === owner)
      return own.length === 0 ? [] : [{ owner, count: own.length, message: groupMessage(context.procedure, own, sender) }]
    }),
    settled: findings.filter((finding) => !needsPerson(finding)),
    ...(context.problems.preflight ? { problem: problemView(context.problems.preflight) } : {}),
    ...(context.missing ? { missing: { id: context.missing.id, text: context.missing.text } } : {}),
    announcement: announced(context, reading, open.length, unlisted),
  }
}
