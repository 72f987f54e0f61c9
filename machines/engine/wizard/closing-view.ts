import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { titled } from '../../messages/sentences.ts'
import { coverageItem } from '../../procedure/coverage/assess.ts'
import { GUIDES } from '../../procedure/guides.ts'
import { LINK_TITLES } from '../../procedure/links.ts'
import { operatingPitfalls } from '../../procedure/operations/operating.ts'
import { STEP_IDS } from '../step/finding.ts'
import type { WizardContext } from './context.ts'
import { findingView, pitfallViews, receiptView, sourceViews } from './step-view.ts'
import type { ClosingView } from './view.ts'
import type { FindingView, NotedRow } from './view-of-step.ts'

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
    lead: 'The environment itself says so. It does not say yet that its key is managed by you: look at its encryption status in the admin center, or select Check again below later. This is what was proved and what was done.',
  }
}

/**
 * What the admin center's encryption status says, word by word. Source: "Manage your customer-managed encryption key" (9 June
 * 2025); the edition of 2023 sent people to support for Failed, this one has the addition run again first.
 */
const STATUSES: ClosingView['statuses'] = [
  {
    word: 'Encrypted',
    tone: 'success',
    text: 'Everything that this policy encrypts is on your key. Nothing is left to do. What no policy encrypts stands under What the key covers.',
  },
  {
    word: 'Failed',
    tone: 'danger',
    text: 'Some storage services are not on your key yet. Data and operation are not affected: what is not converted stays on the Microsoft-managed key. Add the environment to the policy again; it continues where it stopped. Do not revert. Ask Microsoft support if it fails once more.',
  },
  {
    word: 'Warning',
    tone: 'warning',
    text: 'Your key is in use, and one service is still on the Microsoft-managed key, typically the flows of Power Automate. The admin center names the service. “Failed” in the environment’s history can be no more than this: compare the two before you add it again.',
  },
]

const STATUSES_AT: ClosingView['statusesAt'] = {
  clicks: [
    'In the admin center, open Security, Data and Privacy, Customer-managed encryption key, the policy.',
    'Look at the encryption status under Environments with this policy.',
  ],
  link: { id: 'admin-center', title: LINK_TITLES['admin-center'] },
}

const messages = defineMessages({
  keyExpiring: {
    id: 'wizard.closing.keyExpiring',
    defaultMessage:
      'An expired key takes every environment on it offline at once. Set a rotation policy well before the expiry, and have the near-expiry event reach both administrators.',
  },
  keyWithoutExpiry: {
    id: 'wizard.closing.keyWithoutExpiry',
    defaultMessage:
      'If somebody gives a version an expiry date, set a rotation policy with it, and have the near-expiry event reach both administrators.',
  },
})

/** The key's dates and its renewal, as read; what to do where nothing renews a key that ends. */
function datesOfKey(findings: readonly FindingView[]): ClosingView['keep'] {
  const told = findings.filter(({ key }) => key === 'key-in-its-dates' || key === 'key-renewed')
  if (told.length === 0) return []
  const open = told.some(({ status }) => status !== 'pass')
  return [
    {
      heading: 'Expiry and rotation of the key',
      text: told.reduceRight<DisplayText>(
        (text, { title }) => titled(title, text),
        open ? messages.keyExpiring : messages.keyWithoutExpiry,
      ),
    },
  ]
}

/** The end: what was proved, what was done, and what must never be done from now on. */
export function closingView(context: WizardContext, checking: boolean): ClosingView {
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
  const readAt = STEP_IDS.flatMap((stepId) => context.steps[stepId].reading?.readAt ?? [])
  const keyIsYours = findings.some(({ key, status }) => key === 'key-in-use' && status === 'pass')
  return {
    ...outcome(keyIsYours),
    ...(readAt.length > 0 ? { checkedAt: Math.min(...readAt) } : {}),
    checking,
    // What is not proved does not stand among what was proved; it is said below, as a warning.
    rows: [
      ...noted.filter(({ about }) => keyIsYours || about !== 'key-manager'),
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
    statuses: STATUSES,
    statusesAt: STATUSES_AT,
    keep: [
      {
        heading: 'Keep the key within reach',
        text: 'Do not disable or delete the key, the vault or the policy, do not take the policy’s access away, and do not shut Microsoft’s services out of the vault. Every environment on the policy would go offline at once; a locked sandbox is deleted after 7 days, a production environment after 30.',
      },
      {
        heading: 'Rotate by a new version',
        text: 'Create a new version of the key: it is picked up within 24 hours without an outage. Keep the old version enabled for 30 days.',
      },
      ...datesOfKey(findings),
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
