import { type DisplayText, defineMessages, verbatim } from '../../messages/message.ts'
import { inOneLine } from '../../messages/one-line.ts'
import type { Procedure } from '../procedure.ts'
import type { References } from '../references.ts'
import type { Finding, LinkId, SourceId } from '../step/finding.ts'
import { wordsOf } from '../step/refusals.ts'
import type { MessageView } from './view-of-side-pages.ts'
import type { SourceView } from './view-of-step.ts'

/** Texts of a message to the person who can resolve a finding. */
const messages = defineMessages('wizard.ownerMessage', {
  line: '{before}{lineBreak}{next}',
  seen: 'Found: {seen}',
  why: 'Why: {why}',
  remedy: 'What to do: {remedy}',
  click: '{indent}{number}. {click}',
  where: 'Where: {address}',
  details: 'Error details: {details}',
  correlation: 'Correlation ID: {id}',
  source: 'Source: {title}',
  sourceOfEdition: 'Source: {title}, updated {edition}',
  finding: 'Finding {id}',
  numbered: '{number}. {title}',
  toPutRight: '{count, plural, one {one action} other {# actions}} required',
  needed:
    'Before we change anything, {count, plural, one {one thing needs} other {# things need}} you. Nothing has been changed for this so far.',
  answerTo: 'Checked with the account {account}. Reply to that account when this is done, so that it can be checked again.',
})

/** The documents that a message names, and what it says of the procedure. */
type Telling = Pick<Procedure, 'references' | 'letter'>

type Named = { readonly id: string; readonly displayName: string } | undefined

const EMPTY = verbatim('')

const about = ({ letter }: Telling, environment: Named, title: DisplayText): DisplayText =>
  environment
    ? letter.about({ environment: inOneLine(environment.displayName), id: environment.id, title })
    : letter.aboutUnnamed({ title })

const lines = (first: DisplayText, ...others: readonly DisplayText[]): DisplayText =>
  others.reduce((before, next) => messages.line({ before, lineBreak: '\n', next }), first)

/** A finding, its reason, remedy and source. @param address of the portal page for the remedy, if any */
function explained(references: References, finding: ExplainedFinding, address: string | undefined): readonly DisplayText[] {
  const source = references.sourceOf(typeof finding.source === 'string' ? finding.source : finding.source.id)
  const { refusal } = finding
  return [
    messages.seen({ seen: finding.seen }),
    messages.why({ why: finding.why }),
    messages.remedy({ remedy: finding.remedy }),
    ...finding.byHand.map((click, index) => messages.click({ indent: '  ', number: index + 1, click })),
    ...(address === undefined ? [] : [messages.where({ address })]),
    ...(refusal
      ? [
          EMPTY,
          messages.details({ details: wordsOf(refusal) }),
          ...(refusal.correlationId ? [messages.correlation({ id: refusal.correlationId })] : []),
        ]
      : []),
    EMPTY,
    source.edition === undefined
      ? messages.source({ title: source.title })
      : messages.sourceOfEdition({ title: source.title, edition: source.edition }),
    verbatim(source.url),
    messages.finding({ id: finding.id }),
  ]
}

type ExplainedFinding = Pick<Finding, 'id' | 'title' | 'seen' | 'why' | 'remedy' | 'byHand' | 'refusal'> & {
  readonly source: SourceId | Pick<SourceView, 'id'>
}

/** Message for the owner of a finding. It names the environment and contains no secret. */
export function ownerMessage(telling: Telling, finding: ExplainedFinding, environment: Named): DisplayText {
  return lines(about(telling, environment, finding.title), EMPTY, ...explained(telling.references, finding, undefined))
}

/** Shared parts of a message. */
export interface Sender {
  readonly environment: Named
  readonly tenant: { readonly name: string; readonly id: string } | undefined
  readonly account: string | undefined
  readonly addressOf: (link: LinkId) => string
}

/** One message with all findings of one owner, in the order of the steps. */
export function groupMessage(
  telling: Telling,
  findings: readonly (ExplainedFinding & { readonly link?: { readonly id: LinkId } })[],
  { environment, tenant, account, addressOf }: Sender,
): MessageView {
  const count = findings.length
  const { references, letter } = telling
  const named = environment ? inOneLine(environment.displayName) : letter.anEnvironment
  return {
    subject: about(telling, environment, messages.toPutRight({ count })),
    body: lines(
      tenant
        ? letter.preparingInTenant({ environment: named, tenant: inOneLine(tenant.name), id: tenant.id })
        : letter.preparing({ environment: named }),
      messages.needed({ count }),
      ...findings.flatMap((finding, index) => [
        EMPTY,
        messages.numbered({ number: index + 1, title: finding.title }),
        ...explained(references, finding, finding.link && addressOf(finding.link.id)),
      ]),
      ...(account === undefined ? [] : [EMPTY, messages.answerTo({ account })]),
    ),
  }
}
