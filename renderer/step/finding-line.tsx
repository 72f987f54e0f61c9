import type { ReactNode } from 'react'
import type { FindingView } from '#messages/view.ts'
import { Fold } from '../primitives/disclosure.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { useStrings } from '../strings.ts'
import { FindingCard } from './finding-card.tsx'
import { findingTitleId } from './finding-id.ts'
import styles from './finding-line.module.css'
import { findingState } from './finding-state.ts'

export function FindingLabel({ word, title, ...look }: StateLook & { readonly word: string; readonly title: string }) {
  return (
    <span className={styles.line}>
      <Status {...look}>{word}</Status> {title}
    </span>
  )
}

/** A finding that unfolds. @param state instead of the finding's own */
export function FindingLine({
  finding,
  state,
  aside,
  titled = false,
}: {
  readonly finding: FindingView
  readonly state?: StateLook & { readonly word: string }
  readonly aside: ReactNode
  readonly titled?: boolean
}) {
  const strings = useStrings()
  const label = <FindingLabel {...(state ?? findingState(finding, strings.findings.pills))} title={finding.title} />
  return (
    <Fold label={label} aside={aside} apart {...(titled ? { titleId: findingTitleId(finding.key) } : {})}>
      <ul className={styles.finding}>
        <FindingCard finding={finding} opened />
      </ul>
    </Fold>
  )
}
