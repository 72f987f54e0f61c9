import { type DisplayText, verbatim } from '../../messages/message.ts'
import { titled } from '../../messages/sentences.ts'
import { coverageItem } from '../../procedure/coverage/assess.ts'
import { operatingPitfalls } from '../../procedure/operations/operating.ts'
import { isPicture } from '../../procedure/picture.ts'
import { guideOf, stepIds } from '../procedure.ts'
import { closingMessages as messages } from './closing-messages.ts'
import type { WizardContext } from './context.ts'
import { recordIn } from './context.ts'
import { findingView, pitfallViews, receiptView, sourceViews } from './step-view.ts'
import type { ClosingView } from './view.ts'
import type { FindingView, NotedRow } from './view-of-step.ts'

/** The link is the proof; who manages the key is a second sign, which comes later or, by public payloads, not at all. */
const outcome = (keyIsYours: boolean): Pick<ClosingView, 'title' | 'lead'> =>
  keyIsYours
    ? { title: messages.outcome.encrypted, lead: messages.outcome.encryptedLead }
    : { title: messages.outcome.linked, lead: messages.outcome.linkedLead }

/**
 * What the admin center's encryption status says, word by word. Source: "Manage your customer-managed encryption key" (9 June
 * 2025); the edition of 2023 sent people to support for Failed, this one has the addition run again first.
 */
const STATUSES: ClosingView['statuses'] = [
  { word: verbatim('Encrypted'), tone: 'success', text: messages.status.encrypted },
  { word: verbatim('Failed'), tone: 'danger', text: messages.status.failed },
  { word: verbatim('Warning'), tone: 'warning', text: messages.status.warning },
]

const STATUSES_AT: Omit<ClosingView['statusesAt'], 'link'> = {
  clicks: [messages.status.openPolicy, messages.status.lookAtStatus],
}

/** The key's dates and its renewal, as read; what to do where nothing renews a key that ends. */
function datesOfKey(findings: readonly FindingView[]): ClosingView['keep'] {
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

/** The end: what was proved, what was done, and what must never be done from now on. */
export function closingView(context: WizardContext, checking: boolean): ClosingView {
  const membership = context.steps.membership?.reading
  const { references } = context.procedure
  const policy = context.choices.policy
  const row = (label: DisplayText, value: string | undefined): NotedRow =>
    value === undefined ? { label, value: messages.rows.notGiven, copyable: false } : { label, value: verbatim(value), copyable: true }
  const noted = membership && isPicture(membership.picture) && membership.picture.kind === 'membership' ? membership.picture.rows : []
  const findings = stepIds(context.procedure).flatMap((stepId) => {
    const { reading } = recordIn(context, stepId)
    return reading ? reading.findings.map((finding) => findingView(context.procedure, finding, reading, context.attestations)) : []
  })
  const readAt = stepIds(context.procedure).flatMap((stepId) => recordIn(context, stepId).reading?.readAt ?? [])
  const keyIsYours = findings.some(({ key, status }) => key === 'key-in-use' && status === 'pass')
  return {
    ...outcome(keyIsYours),
    ...(readAt.length > 0 ? { checkedAt: Math.min(...readAt) } : {}),
    checking,
    // What is not proved does not stand among what was proved; it is said below, as a warning.
    rows: [
      ...noted.filter(({ about }) => keyIsYours || about !== 'key-manager'),
      row(messages.rows.vault, policy?.vaultName),
      row(messages.rows.key, policy?.keyName),
    ],
    receipts: stepIds(context.procedure).flatMap((stepId) => recordIn(context, stepId).receipts.map(receiptView)),
    windows: stepIds(context.procedure).flatMap((stepId) => {
      const { window } = recordIn(context, stepId)
      return window ? [{ title: guideOf(context.procedure, stepId).title, ...window }] : []
    }),
    attestations: context.attestations.map(({ key, by, at }) => ({
      title: findings.find((finding) => finding.key === key)?.title ?? verbatim(key),
      by,
      at,
    })),
    acknowledged: (context.choices.coverage?.acknowledged ?? []).map(({ item, by, at }) => ({
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
      { heading: messages.keep.copies, text: messages.keep.copiesText },
      { heading: messages.keep.twoPeople, text: messages.keep.twoPeopleText },
    ],
    warnings: findings.filter((finding) => finding.status === 'warning'),
    pitfalls: pitfallViews(references, operatingPitfalls),
    sources: sourceViews(references, ['power-platform-keys', 'lock-unlock', 'finance-and-operations-keys']),
  }
}
