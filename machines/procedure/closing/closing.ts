import { MINUTE } from '../../engine/durations.ts'
import type { LinkId } from '../../engine/step/finding.ts'
import { recordIn, type WizardContext } from '../../engine/wizard/context.ts'
import { pitfallViews, sourceViews } from '../../engine/wizard/step-view.ts'
import type { FindingView, NotedRow, PitfallView, SourceView } from '../../engine/wizard/view-of-step.ts'
import { type DisplayText, defineMessages, verbatim } from '../../messages/message.ts'
import { sentences, titled } from '../../messages/sentences.ts'
import type { Choices } from '../choices.ts'
import { coverageItem } from '../coverage/assess.ts'
import { MANAGED_HSM } from '../key-store.ts'
import { operatingPitfalls } from '../operations/operating.ts'
import { isPicture } from '../picture.ts'
import { isKeyYours } from '../steps/membership/key-in-use.ts'

export interface ClosingWords {
  readonly title: DisplayText
  /** Absent where a warning says the same. */
  readonly lead?: DisplayText
  readonly rows: readonly NotedRow[]
  readonly acknowledged: readonly { readonly title: DisplayText; readonly known: DisplayText; readonly by: string; readonly at: number }[]
  /** Meanings of the admin center's encryption status, which no service reports. */
  readonly statuses: readonly { readonly word: DisplayText; readonly tone: 'success' | 'danger' | 'warning'; readonly text: DisplayText }[]
  readonly statusesAt: { readonly clicks: readonly DisplayText[]; readonly link: { readonly id: LinkId; readonly title: DisplayText } }
  readonly keep: readonly { readonly heading: DisplayText; readonly text: DisplayText }[]
  readonly pitfalls: readonly PitfallView[]
  readonly sources: readonly SourceView[]
  /** Replaces all warnings where one is outdated by the change. */
  readonly warnings?: readonly FindingView[]
}

const closingMessages = {
  outcome: defineMessages('wizard.closing', {
    encrypted: 'The environment is encrypted with your key',
    encryptedLead: 'Never delete the key or its key vault: without them, the data is lost.',
    onePlatformReports:
      'Power Platform reports this. No service shows separately that finance and operations’ SQL databases and storage accounts are on your key.',
    encryptedLeadHsm: 'Never delete the key or its Managed HSM: without them, the data is lost.',
    linked: 'The environment is linked to your policy',
  }),
  status: defineMessages('wizard.closing.status', {
    encrypted:
      'Power Platform reports that everything this policy encrypts is on your key. There’s nothing left to do. See What the key covers for what no policy encrypts.',
    failed:
      'Some storage services aren’t on your key yet. Data and operation aren’t affected; what isn’t converted stays on the Microsoft-managed key. Add the environment to the policy again to continue. Don’t revert. If it fails again, ask Microsoft support.',
    warning:
      'Your key is in use. One service, typically Power Automate flows, is still on the Microsoft-managed key; the admin center names it. “Failed” in the environment’s history can mean just this. Compare both before you add it again.',
    openPolicy: 'In the Power Platform admin center, go to Security > Data and Privacy > Customer-managed encryption key > the policy.',
    lookAtStatus: 'Under Environments with this policy, check the encryption status.',
  }),
  rows: defineMessages('wizard.closing.row', {
    vault: 'Key vault',
    key: 'Key',
    notGiven: 'Not available',
    checked: 'Last checked {at, date, moment}',
  }),
  keep: defineMessages('wizard.closing.keep', {
    reach: 'Keep the key available',
    reachText:
      'Don’t disable or delete the key, key store, or policy, remove the policy’s access, or block Microsoft’s services. Otherwise, all its environments go offline at once. A locked sandbox is deleted after 7 days, a production environment after 30.',
    rotate: 'Rotate with a new version',
    rotateText:
      'Create a new version of the key. It takes effect within 24 hours, without downtime. Keep the old version enabled for 30 days.',
    dates: 'Key expiration and rotation',
    keyExpiring: {
      id: 'wizard.closing.keyExpiring',
      defaultMessage:
        'An expired key takes all its environments offline at once. Set a rotation policy well before the expiration date, and send the near-expiry event to both administrators.',
    },
    keyWithoutExpiry: {
      id: 'wizard.closing.keyWithoutExpiry',
      defaultMessage:
        'If a version gets an expiration date, set a rotation policy too, and send the near-expiry event to both administrators.',
    },
    earlierKey: 'The earlier key (BYOK)',
    copies: 'Restores and copies',
    copiesText: 'Restore only to this environment or one on the same key. Copy only to an environment on the same key.',
    twoPeople: 'Two people',
    twoPeopleText: 'The owner of the key store shouldn’t also manage Power Platform.',
  }),
}

/** The link is the proof. The key manager is a second sign: it changes later or, by public payloads, never. */
const outcome = (keyIsYours: boolean, inHsm: boolean): Pick<ClosingWords, 'title' | 'lead'> =>
  keyIsYours
    ? {
        title: closingMessages.outcome.encrypted,
        lead: sentences(
          closingMessages.outcome.onePlatformReports,
          inHsm ? closingMessages.outcome.encryptedLeadHsm : closingMessages.outcome.encryptedLead,
        ),
      }
    : { title: closingMessages.outcome.linked }

/**
 * Source: "Manage your customer-managed encryption key" (9 June 2025). The edition of 2023 sent people to support for
 * Failed; this one repeats the addition.
 */
const STATUSES: ClosingWords['statuses'] = [
  { word: verbatim('Encrypted'), tone: 'success', text: closingMessages.status.encrypted },
  { word: verbatim('Failed'), tone: 'danger', text: closingMessages.status.failed },
  { word: verbatim('Warning'), tone: 'warning', text: closingMessages.status.warning },
]

const STATUSES_AT: Omit<ClosingWords['statusesAt'], 'link'> = {
  clicks: [closingMessages.status.openPolicy, closingMessages.status.lookAtStatus],
}

/** The key's dates and renewal, or the task of renewing it. */
function datesOfKey(findings: readonly FindingView[]): ClosingWords['keep'] {
  const told = findings.filter(({ key }) => key === 'key-in-its-dates' || key === 'key-renewed')
  if (told.length === 0) return []
  const open = told.some(({ status }) => status !== 'pass')
  return [
    {
      heading: closingMessages.keep.dates,
      text: told.reduceRight<DisplayText>(
        (text, { title }) => titled(title, text),
        open ? closingMessages.keep.keyExpiring : closingMessages.keep.keyWithoutExpiry,
      ),
    },
  ]
}

/** Findings of earlier steps that one of a later step answers: the replaced self-managed key, and the policy, which was chosen since. */
const ANSWERED_BY: Readonly<Record<string, readonly string[]>> = {
  'earlier-key-kept': ['no-self-managed-key'],
  'linked-to-policy': ['existing-policy', 'existing-policy-noted'],
}

function warningsNow(findings: readonly FindingView[]): Pick<ClosingWords, 'warnings'> {
  const answered = findings.flatMap(({ key, status }) => (status === 'pass' ? (ANSWERED_BY[key] ?? []) : []))
  return answered.length === 0 ? {} : { warnings: findings.filter(({ key, status }) => status === 'warning' && !answered.includes(key)) }
}

const earlierKey = (findings: readonly FindingView[]): ClosingWords['keep'] =>
  findings
    .filter(({ key }) => key === 'earlier-key-kept')
    .map(({ title, remedy }) => ({ heading: closingMessages.keep.earlierKey, text: titled(title, remedy) }))

const ownTime = (at: number | undefined, end: number | undefined): Pick<NotedRow, 'hint'> =>
  at === undefined || end === undefined || end - at < MINUTE ? {} : { hint: closingMessages.rows.checked({ at }) }

/** Summary of the verified state and permanent restrictions. @param findings of all steps, latest readings */
export function closingWords(context: WizardContext, findings: readonly FindingView[]): ClosingWords {
  const end = recordIn(context, 'membership').reading
  const picture = end?.picture
  const { references } = context.procedure
  const { policy, coverage }: Choices = context.choices
  const row = (label: DisplayText, value: string | undefined): NotedRow =>
    value === undefined
      ? { label, value: closingMessages.rows.notGiven, copyable: false }
      : { label, value: verbatim(value), copyable: true }
  const noted = picture && isPicture(picture) && picture.kind === 'membership' ? picture.rows : []
  const keyIsYours = isKeyYours(findings)
  const inHsm = policy?.keyStore === 'managed-hsm'
  return {
    ...outcome(keyIsYours, inHsm),
    ...warningsNow(findings),
    // Unverified rows are left out; a warning covers them.
    rows: [
      ...noted.filter(({ about }) => keyIsYours || about !== 'key-manager'),
      ...[row(inHsm ? MANAGED_HSM : closingMessages.rows.vault, policy?.vaultName), row(closingMessages.rows.key, policy?.keyName)].map(
        (each) => ({
          ...each,
          ...ownTime(recordIn(context, 'policy').reading?.readAt, end?.readAt),
        }),
      ),
    ],
    acknowledged: (coverage?.acknowledged ?? []).map(({ item, by, at }) => ({
      title: coverageItem(item).title,
      known: coverageItem(item).known ?? verbatim(''),
      by,
      at,
    })),
    statuses: STATUSES,
    statusesAt: { ...STATUSES_AT, link: { id: 'admin-center', title: references.linkTitle('admin-center') } },
    keep: [
      { heading: closingMessages.keep.reach, text: closingMessages.keep.reachText },
      { heading: closingMessages.keep.rotate, text: closingMessages.keep.rotateText },
      ...datesOfKey(findings),
      ...earlierKey(findings),
      { heading: closingMessages.keep.copies, text: closingMessages.keep.copiesText },
      { heading: closingMessages.keep.twoPeople, text: closingMessages.keep.twoPeopleText },
    ],
    pitfalls: pitfallViews(references, operatingPitfalls),
    sources: sourceViews(references, ['power-platform-keys', 'lock-unlock', 'finance-and-operations-keys']),
  }
}
