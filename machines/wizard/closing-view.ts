import { coverageItem } from '../coverage/assess.ts'
import { STEP_IDS } from '../step/finding.ts'
import type { WizardContext } from './context.ts'
import { GUIDES } from './guides.ts'
import { operatingPitfalls } from './operating.ts'
import { findingView, pitfallViews, receiptView, sourceViews } from './step-view.ts'
import type { ClosingView, NotedRow } from './view.ts'

/** The link is the proof; who manages the key is a second sign, which comes later or, by public payloads, not at all. */
function outcome(keyIsYours: boolean): Pick<ClosingView, 'title' | 'lead'> {
  if (keyIsYours) {
    return {
      title: 'The environment is encrypted with your key',
      lead: 'The environment itself says that it is linked to the policy and that its key is managed by you. This is what was proved and what was done.',
    }
  }
  return {
    title: 'The environment is linked to your policy',
    lead: 'The environment itself says so. It does not say yet that its key is managed by you: look at its encryption status in the admin center, or check again here later. This is what was proved and what was done.',
  }
}

/** The end: what was proved, what was done, and what must never be done from now on. */
export function closingView(context: WizardContext): ClosingView {
  const membership = context.steps.membership.reading
  const policy = context.choices.policy
  const row = (label: string, value: string | undefined): NotedRow => ({
    label,
    value: value ?? 'Not given',
    copyable: value !== undefined,
  })
  const noted = membership?.picture.kind === 'membership' ? membership.picture.rows : []
  const findings = STEP_IDS.flatMap((stepId) => {
    const { reading } = context.steps[stepId]
    return reading ? reading.findings.map((finding) => findingView(finding, reading, context.attestations)) : []
  })
  const keyIsYours = findings.some(({ key, status }) => key === 'key-in-use' && status === 'pass')
  return {
    ...outcome(keyIsYours),
    // What is not proved does not stand among what was proved; it is said below, as a warning.
    rows: [
      ...noted.filter(({ label }) => keyIsYours || label !== 'Key managed by'),
      row('Key vault', policy?.vaultName),
      row('Key', policy?.keyName),
    ],
    receipts: STEP_IDS.flatMap((stepId) => context.steps[stepId].receipts.map(receiptView)),
    windows: STEP_IDS.flatMap((stepId) => {
      const { window } = context.steps[stepId]
      return window ? [{ title: GUIDES[stepId].title, ...window }] : []
    }),
    attestations: context.attestations.map(({ key, by, at }) => ({
      title: findings.find((finding) => finding.key === key)?.title ?? key,
      by,
      at,
    })),
    acknowledged: (context.choices.coverage?.acknowledged ?? []).map(({ item, by, at }) => ({
      title: coverageItem(item).title,
      known: coverageItem(item).known ?? '',
      by,
      at,
    })),
    keep: [
      {
        heading: 'Keep the key within reach',
        text: 'Do not disable or delete the key, the vault or the policy, do not take the policy’s access away, and do not shut Microsoft’s services out of the vault. Every environment on the policy would go offline at once; a locked sandbox is deleted after 7 days, a production environment after 30.',
      },
      {
        heading: 'Rotate by a new version',
        text: 'Create a new version of the key: it is picked up within 24 hours without an outage. Keep the old version enabled for 30 days.',
      },
      {
        heading: 'Restores and copies',
        text: 'Restore only to this environment or to one on the same key; copy only onto one on the same key.',
      },
      { heading: 'Two people', text: 'Whoever owns the key vault should not administer Power Platform as well.' },
    ],
    warnings: findings.filter((finding) => finding.status === 'warning'),
    pitfalls: pitfallViews(operatingPitfalls),
    sources: sourceViews(['power-platform-keys', 'lock-unlock', 'finance-and-operations-keys']),
  }
}
