import type { LinkId } from '../../procedure/links.ts'
import { sourceOf } from '../../procedure/sources.ts'
import type { Finding } from '../step/finding.ts'
import type { MessageView } from './view-of-side-pages.ts'

type Named = { readonly id: string; readonly displayName: string } | undefined

const about = (environment: Named): string =>
  `Customer-managed keys for ${environment ? `${environment.displayName} (${environment.id})` : 'our finance and operations environment'}`

/** What, why, how, and where that is written. @param address of the portal page where it is done, where there is one */
function explained(finding: Told, address: string | undefined): readonly string[] {
  const source = sourceOf(finding.source)
  const { refusal } = finding
  return [
    `What was seen: ${finding.seen}`,
    `Why it matters: ${finding.why}`,
    `What to do: ${finding.remedy}`,
    ...finding.byHand.map((click, index) => `  ${index + 1}. ${click}`),
    ...(address === undefined ? [] : [`Where: ${address}`]),
    ...(refusal
      ? [
          '',
          `The service’s own words: ${[refusal.status, refusal.code, refusal.message].filter((word) => word !== undefined).join(' ')}`,
          ...(refusal.correlationId ? [`Correlation id: ${refusal.correlationId}`] : []),
        ]
      : []),
    '',
    `Source: ${source.title}${source.edition ? `, edition of ${source.edition}` : ''}`,
    source.url,
    `Finding ${finding.id}`,
  ]
}

type Told = Pick<Finding, 'id' | 'title' | 'seen' | 'why' | 'remedy' | 'byHand' | 'source' | 'refusal'>

/**
 * A message ready to send to whoever can put a finding right. It names the environment and holds nothing secret.
 */
export function ownerMessage(finding: Told, environment: Named): string {
  return [`${about(environment)}: ${finding.title}`, '', ...explained(finding, undefined)].join('\n')
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
  findings: readonly (Told & { readonly link?: { readonly id: LinkId } })[],
  { environment, tenant, account, addressOf }: Sender,
): MessageView {
  const count = findings.length === 1 ? 'one thing' : `${findings.length} things`
  return {
    subject: `${about(environment)}: ${count} to put right`,
    body: [
      `We are preparing customer-managed keys for ${environment?.displayName ?? 'a finance and operations environment'}${tenant ? ` in the tenant ${tenant.name} (${tenant.id})` : ''}.`,
      `Before anything is changed, ${count} ${findings.length === 1 ? 'needs' : 'need'} you. Nothing has been written so far for this message.`,
      ...findings.flatMap((finding, index) => [
        '',
        `${index + 1}. ${finding.title}`,
        ...explained(finding, finding.link && addressOf(finding.link.id)),
      ]),
      ...(account === undefined
        ? []
        : ['', `Checked with the account ${account}. Answer to it when this is done, so that it can be checked again.`]),
    ].join('\n'),
  }
}
