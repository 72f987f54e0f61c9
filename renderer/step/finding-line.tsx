import type { ReactNode } from 'react'
import type { FindingView } from '#messages/view.ts'
import { useStrings } from '../language.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Status } from '../primitives/status.tsx'
import { FindingCard } from './finding-card.tsx'
import { findingTitleId } from './finding-id.ts'
import styles from './finding-line.module.css'
import { findingState } from './finding-state.ts'

export function FindingLine({
  finding,
  aside,
  titled = false,
}: {
  readonly finding: FindingView
  readonly aside: ReactNode
  readonly titled?: boolean
}) {
  const strings = useStrings()
  const { word, tone, glyph } = findingState(finding, strings.findings.pills)
  const label = (
    <span className={styles.line}>
      <Status tone={tone} glyph={glyph}>
        {word}
      </Status>{' '}
      {finding.title}
    </span>
  )
  return (
    <Fold label={label} aside={aside} {...(titled ? { titleId: findingTitleId(finding.key) } : {})}>
      <ul className={styles.finding}>
        <FindingCard finding={finding} opened />
      </ul>
    </Fold>
  )
}
