import { type DisplayText, type Message, verbatim } from '../../messages/message.ts'
import type { References } from '../references.ts'
import type { Finding, LinkId } from '../step/finding.ts'
import { wordsOf } from '../step/refusals.ts'
import { messages } from './owner-messages.ts'
import type { MessageView } from './view-of-side-pages.ts'

type Named = { readonly id: string; readonly displayName: string } | undefined

const EMPTY = verbatim('')

const about = (environment: Named, title: DisplayText): Message =>
  environment ? messages.about({ environment: environment.displayName, id: environment.id, title }) : messages.aboutUnnamed({ title })

const lines = (first: DisplayText, ...others: readonly DisplayText[]): DisplayText =>
  others.reduce((before, next) => messages.line({ before, lineBreak: '\n', next }), first)

/** What, why, how, and where that is written. @param address of the portal page where it is done, where there is one */
function explained(references: References, finding: ExplainedFinding, address: string | undefined): readonly DisplayText[] {
  const source = references.sourceOf(finding.source)
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

type ExplainedFinding = Pick<Finding, 'id' | 'title' | 'seen' | 'why' | 'remedy' | 'byHand' | 'source' | 'refusal'>

/**
 * A message ready to send to whoever can put a finding right. It names the environment and holds nothing secret.
 */
export function ownerMessage(references: References, finding: ExplainedFinding, environment: Named): DisplayText {
  return lines(about(environment, finding.title), EMPTY, ...explained(references, finding, undefined))
}

/** What all of one person's findings are told with. */
export interface Sender {
  readonly environment: Named
  readonly tenant: { readonly name: string; readonly id: string } | undefined
  readonly account: string | undefined
  readonly addressOf: (link: LinkId) => string
}

/** One message with everything that one person can put right, in the order of the steps. */
export function groupMessage(
  references: References,
  findings: readonly (ExplainedFinding & { readonly link?: { readonly id: LinkId } })[],
  { environment, tenant, account, addressOf }: Sender,
): MessageView {
  const count = findings.length
  const named = environment?.displayName ?? messages.anEnvironment
  return {
    subject: about(environment, messages.toPutRight({ count })),
    body: lines(
      tenant
        ? messages.preparingInTenant({ environment: named, tenant: tenant.name, id: tenant.id })
        : messages.preparing({ environment: named }),
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
