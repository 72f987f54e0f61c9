import type { FindingView } from '../../messages/view.ts'
import type { IconName } from '../parts/icons.tsx'
import type { Tone } from '../parts/pill.tsx'
import type { Strings } from '../strings.ts'

/** How a finding stands, in a word with a sign and a tone. */
export interface FindingState {
  readonly word: string
  readonly icon: IconName
  readonly tone: Tone
  /** True when there is nothing left for anybody to do: shown in the folded line. */
  readonly settled: boolean
}

export function findingState(
  finding: Pick<FindingView, 'status' | 'planned' | 'attestable' | 'attested'>,
  words: Strings['findings']['pills'],
): FindingState {
  if (finding.planned && finding.status !== 'pass') return { word: words.planned, icon: 'plan', tone: 'brand', settled: false }
  switch (finding.status) {
    case 'fail':
      return { word: words.fail, icon: 'cross', tone: 'danger', settled: false }
    case 'warning':
      return { word: words.warning, icon: 'warning', tone: 'warning', settled: false }
    case 'unknown':
      if (finding.attested) return { word: words.confirmed, icon: 'check', tone: 'success', settled: true }
      return {
        word: finding.attestable ? words.attest : words.unknown,
        icon: 'question',
        tone: finding.attestable ? 'warning' : 'neutral',
        settled: false,
      }
    case 'pass':
      return { word: words.pass, icon: 'check', tone: 'success', settled: true }
  }
}
