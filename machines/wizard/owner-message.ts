import { sourceOf } from '../sources.ts'
import type { Finding } from '../step/finding.ts'

/**
 * A message ready to send to whoever can put a finding right: what, why, how, and where that is written. It names the
 * environment and holds nothing secret.
 */
export function ownerMessage(finding: Finding, environment: { readonly id: string; readonly displayName: string } | undefined): string {
  const source = sourceOf(finding.source)
  const refusal = finding.refusal
  const lines = [
    `Customer-managed keys for ${environment ? `${environment.displayName} (${environment.id})` : 'our finance and operations environment'}: ${finding.title}`,
    '',
    `What was seen: ${finding.seen}`,
    `Why it matters: ${finding.why}`,
    `What to do: ${finding.remedy}`,
    ...finding.byHand.map((click, index) => `  ${index + 1}. ${click}`),
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
  return lines.join('\n')
}
