import { asksPerson } from '../../machines/engine/step/asks-person.ts'
import type { FindingView } from '../../messages/view.ts'
import type { GlyphName } from '../primitives/glyphs.ts'
import type { Tone } from '../primitives/tones.tsx'
import type { Strings } from '../strings.ts'

/** The groups of findings, in their order: what needs action first. */
export const FINDING_GROUPS = ['fail', 'attest', 'unknown', 'warning', 'planned', 'settled'] as const
export type FindingGroup = (typeof FINDING_GROUPS)[number]

/** How a finding stands, in a word with a sign and a tone. */
export interface FindingState {
  readonly word: string
  readonly glyph: GlyphName
  readonly tone: Tone
  readonly group: FindingGroup
}

export function findingState(
  finding: Pick<FindingView, 'status' | 'planned' | 'attestable' | 'toAcknowledge' | 'attested'>,
  words: Strings['findings']['pills'],
): FindingState {
  if (finding.planned && finding.status !== 'pass') return { word: words.planned, glyph: 'planned', tone: 'brand', group: 'planned' }
  switch (finding.status) {
    case 'fail':
      return { word: words.fail, glyph: 'action', tone: 'danger', group: 'fail' }
    case 'warning':
      return { word: words.warning, glyph: 'warning', tone: 'warning', group: 'warning' }
    case 'unknown':
      if (finding.attested) return { word: words.confirmed, glyph: 'verified', tone: 'success', group: 'settled' }
      if (asksPerson(finding)) return { word: words.attest, glyph: 'confirm', tone: 'warning', group: 'attest' }
      return { word: words.unknown, glyph: 'missing', tone: 'neutral', group: 'unknown' }
    case 'pass':
      return { word: words.pass, glyph: 'verified', tone: 'success', group: 'settled' }
  }
}
