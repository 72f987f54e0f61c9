import { type Owner, STEP_IDS } from '../step/finding.ts'
import type { WizardContext } from './context.ts'
import { findingView, problemView } from './step-view.ts'
import type { FindingView, PreflightView } from './view.ts'

/** The order of the groups: whoever sits in front of the window first. */
const OWNERS: readonly Owner[] = [
  'you',
  'key-vault-administrator',
  'power-platform-administrator',
  'lifecycle-services-administrator',
  'microsoft',
]

const needsSomebody = ({ status, planned, attested }: FindingView): boolean => status !== 'pass' && !planned && attested === undefined

/** What the last reading of all four steps says, by who can put it right. */
export function preflightView(context: WizardContext, reading: boolean): PreflightView {
  const readings = STEP_IDS.flatMap((stepId) => context.steps[stepId].reading ?? [])
  const findings = readings.flatMap((each) => each.findings.map((finding) => findingView(finding, each, context.attestations)))
  const open = findings.filter(needsSomebody)
  const picture = context.steps.integration.reading?.picture
  const checkedAt = readings.length === 0 ? undefined : Math.min(...readings.map(({ readAt }) => readAt))
  return {
    reading,
    ...(checkedAt === undefined ? {} : { checkedAt }),
    environments: picture?.kind === 'environments' ? picture.environments : [],
    ...(context.choices.environmentId === undefined ? {} : { chosen: context.choices.environmentId }),
    groups: OWNERS.flatMap((owner) => {
      const own = open.filter((finding) => finding.owner === owner)
      return own.length === 0 ? [] : [{ owner, findings: own, message: own.map(({ message }) => message).join('\n\n') }]
    }),
    settled: findings.filter((finding) => !needsSomebody(finding)),
    ...(context.preflightProblem ? { problem: problemView(context.preflightProblem) } : {}),
    announcement: reading ? 'Reading everything that the four steps depend on' : `Everything is read. ${open.length} to be looked at.`,
  }
}
