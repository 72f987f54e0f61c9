import { type Severity, severityOf } from '#machines/engine/step/severity.ts'
import type { FindingView } from '#messages/view.ts'
import type { StateLook } from '../primitives/status.tsx'
import type { Strings } from '../strings.ts'

export interface FindingState extends StateLook {
  readonly word: string
  readonly group: Severity
}

export const SEVERITY_LOOKS: Readonly<Record<Severity, StateLook>> = {
  fail: { tone: 'danger', glyph: 'action' },
  attest: { tone: 'warning', glyph: 'confirm' },
  unknown: { tone: 'neutral', glyph: 'missing' },
  warning: { tone: 'warning', glyph: 'warning' },
  planned: { tone: 'brand', glyph: 'planned' },
  settled: { tone: 'success', glyph: 'verified' },
}

export function findingState(
  finding: Pick<FindingView, 'status' | 'planned' | 'attestable' | 'toAcknowledge' | 'attested'>,
  words: Strings['findings']['pills'],
): FindingState {
  const group = severityOf(finding)
  const word = group === 'settled' ? (finding.attested && finding.status !== 'pass' ? words.confirmed : words.pass) : words[group]
  return { word, group, ...SEVERITY_LOOKS[group] }
}
