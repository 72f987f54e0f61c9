import { MINUTE } from '../../engine/durations.ts'
import type { LinkId } from '../../engine/step/finding.ts'
import { recordIn, type WizardContext } from '../../engine/wizard/context.ts'
import { pitfallViews, sourceViews } from '../../engine/wizard/step-view.ts'
import type { FindingView, NotedRow, PitfallView, SourceView } from '../../engine/wizard/view-of-step.ts'
import { type DisplayText, verbatim } from '../../messages/message.ts'
import { sentences, titled } from '../../messages/sentences.ts'
import type { Choices } from '../choices.ts'
import { coverageItem } from '../coverage/assess.ts'
import { MANAGED_HSM } from '../key-store.ts'
import { operatingPitfalls } from '../operations/operating.ts'
import { isPicture } from '../picture.ts'
import { isKeyYours } from '../steps/membership/key-in-use.ts'
import { closingMessages as messages } from './messages.ts'

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

/** The link is the proof. The key manager is a second sign: it changes later or, by public payloads, never. */
const outcome = (keyIsYours: boolean, inHsm: boolean): Pick<ClosingWords, 'title' | 'lead'> =>
  keyIsYours
    ? {
        title: messages.outcome.encrypted,
        lead: sentences(messages.outcome.onePlatformReports, inHsm ? messages.outcome.encryptedLeadHsm : messages.outcome.encryptedLead),
      }
    : { title: messages.outcome.linked }

/**
 * Source: "Manage your customer-managed encryption key" (9 June 2025). The edition of 2023 sent people to support for
 * Failed; this one repeats the addition.
 */
const STATUSES: ClosingWords['statuses'] = [
  { word: verbatim('Encrypted'), tone: 'success', text: messages.status.encrypted },
  { word: verbatim('Failed'), tone: 'danger', text: messages.status.failed },
  { word: verbatim('Warning'), tone: 'warning', text: messages.status.warning },
]

const STATUSES_AT: Omit<ClosingWords['statusesAt'], 'link'> = {
  clicks: [messages.status.openPolicy, messages.status.lookAtStatus],
}

/** The key's dates and renewal, or the task of renewing it. */
function datesOfKey(findings: readonly FindingView[]): ClosingWords['keep'] {
  const told = findings.filter(({ key }) => key === 'key-in-its-dates' || key === 'key-renewed')
  if (told.length === 0) return []
  const open = told.some(({ status }) => status !== 'pass')
  return [
    {
      heading: messages.keep.dates,
      text: told.reduceRight<DisplayText>(
        (text, { title }) => titled(title, text),
        open ? messages.keep.keyExpiring : messages.keep.keyWithoutExpiry,
      ),
    },
  ]
}

/** Drops step 2's outdated finding about the replaced self-managed key. */
const warningsNow = (findings: readonly FindingView[]): Pick<ClosingWords, 'warnings'> =>
  findings.some(({ key }) => key === 'earlier-key-kept')
    ? { warnings: findings.filter(({ key, status }) => status === 'warning' && key !== 'no-self-managed-key') }
    : {}

const earlierKey = (findings: readonly FindingView[]): ClosingWords['keep'] =>
  findings
    .filter(({ key }) => key === 'earlier-key-kept')
    .map(({ title, remedy }) => ({ heading: messages.keep.earlierKey, text: titled(title, remedy) }))

const ownTime = (at: number | undefined, end: number | undefined): Pick<NotedRow, 'hint'> =>
  at === undefined || end === undefined || end - at < MINUTE ? {} : { hint: messages.rows.checked({ at }) }

/** Summary of the verified state and permanent restrictions. @param findings of all steps, latest readings */
export function closingWords(context: WizardContext, findings: readonly FindingView[]): ClosingWords {
  const end = recordIn(context, 'membership').reading
  const picture = end?.picture
  const { references } = context.procedure
  const { policy, coverage }: Choices = context.choices
  const row = (label: DisplayText, value: string | undefined): NotedRow =>
    value === undefined ? { label, value: messages.rows.notGiven, copyable: false } : { label, value: verbatim(value), copyable: true }
  const noted = picture && isPicture(picture) && picture.kind === 'membership' ? picture.rows : []
  const keyIsYours = isKeyYours(findings)
  const inHsm = policy?.keyStore === 'managed-hsm'
  return {
    ...outcome(keyIsYours, inHsm),
    ...warningsNow(findings),
    // Unverified rows are left out; a warning covers them.
    rows: [
      ...noted.filter(({ about }) => keyIsYours || about !== 'key-manager'),
      ...[row(inHsm ? MANAGED_HSM : messages.rows.vault, policy?.vaultName), row(messages.rows.key, policy?.keyName)].map((each) => ({
        ...each,
        ...ownTime(recordIn(context, 'policy').reading?.readAt, end?.readAt),
      })),
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
      { heading: messages.keep.reach, text: messages.keep.reachText },
      { heading: messages.keep.rotate, text: messages.keep.rotateText },
      ...datesOfKey(findings),
      ...earlierKey(findings),
      { heading: messages.keep.copies, text: messages.keep.copiesText },
      { heading: messages.keep.twoPeople, text: messages.keep.twoPeopleText },
    ],
    pitfalls: pitfallViews(references, operatingPitfalls),
    sources: sourceViews(references, ['power-platform-keys', 'lock-unlock', 'finance-and-operations-keys']),
  }
}
