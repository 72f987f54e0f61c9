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

/** What the last page says of customer-managed keys. */
export interface ClosingWords {
  readonly title: DisplayText
  /** Absent where a warning says the same. */
  readonly lead?: DisplayText
  /** What was verified. */
  readonly rows: readonly NotedRow[]
  /** Gaps of the key’s reach that a person says they know of. */
  readonly acknowledged: readonly { readonly title: DisplayText; readonly known: DisplayText; readonly by: string; readonly at: number }[]
  /** What the admin center's encryption status can say, and what each word means. No service tells it to the wizard. */
  readonly statuses: readonly { readonly word: DisplayText; readonly tone: 'success' | 'danger' | 'warning'; readonly text: DisplayText }[]
  readonly statusesAt: { readonly clicks: readonly DisplayText[]; readonly link: { readonly id: LinkId; readonly title: DisplayText } }
  /** What must never be done from now on. */
  readonly keep: readonly { readonly heading: DisplayText; readonly text: DisplayText }[]
  readonly pitfalls: readonly PitfallView[]
  readonly sources: readonly SourceView[]
  /** Instead of all warnings, where one of them is from before the change. */
  readonly warnings?: readonly FindingView[]
}

/** The link is the proof; who manages the key is a second sign, which comes later or, by public payloads, not at all. */
const outcome = (keyIsYours: boolean, inHsm: boolean): Pick<ClosingWords, 'title' | 'lead'> =>
  keyIsYours
    ? {
        title: messages.outcome.encrypted,
        lead: sentences(messages.outcome.onePlatformReports, inHsm ? messages.outcome.encryptedLeadHsm : messages.outcome.encryptedLead),
      }
    : { title: messages.outcome.linked }

/**
 * What the admin center's encryption status says, word by word. Source: "Manage your customer-managed encryption key" (9 June
 * 2025); the edition of 2023 sent people to support for Failed, this one has the addition run again first.
 */
const STATUSES: ClosingWords['statuses'] = [
  { word: verbatim('Encrypted'), tone: 'success', text: messages.status.encrypted },
  { word: verbatim('Failed'), tone: 'danger', text: messages.status.failed },
  { word: verbatim('Warning'), tone: 'warning', text: messages.status.warning },
]

const STATUSES_AT: Omit<ClosingWords['statusesAt'], 'link'> = {
  clicks: [messages.status.openPolicy, messages.status.lookAtStatus],
}

/** The key's dates and its renewal, as read; what to do where nothing renews a key that ends. */
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

/** What step 2 said of the earlier self-managed key was read before it was replaced. */
const warningsNow = (findings: readonly FindingView[]): Pick<ClosingWords, 'warnings'> =>
  findings.some(({ key }) => key === 'earlier-key-kept')
    ? { warnings: findings.filter(({ key, status }) => status === 'warning' && key !== 'no-self-managed-key') }
    : {}

/** Until when the earlier self-managed key is there for restores, where there was one. */
const earlierKey = (findings: readonly FindingView[]): ClosingWords['keep'] =>
  findings
    .filter(({ key }) => key === 'earlier-key-kept')
    .map(({ title, remedy }) => ({ heading: messages.keep.earlierKey, text: titled(title, remedy) }))

/** When a row was checked, where that is longer ago than the page says of the others. */
const ownTime = (at: number | undefined, end: number | undefined): Pick<NotedRow, 'hint'> =>
  at === undefined || end === undefined || end - at < MINUTE ? {} : { hint: messages.rows.checked({ at }) }

/**
 * The end: what was verified, and what must never be done from now on.
 * @param findings of all steps, as they were read last
 */
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
    // What is not proved does not stand among what was proved; it is said below, as a warning.
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
