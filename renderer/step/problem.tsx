import type { ReactNode } from 'react'
import type { ProblemView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { Callout } from '../parts/callout.tsx'
import { Pill } from '../parts/pill.tsx'
import styles from './problem.module.css'
import { ServiceWords } from './service-words.tsx'

/** What went wrong: what happened, what it means, what to do and who, then the service's own words. */
export function Problem({
  problem,
  tone = 'danger',
  level: Heading = 'h2',
  children,
}: {
  readonly problem: ProblemView
  readonly tone?: 'danger' | 'warning'
  readonly level?: 'h2' | 'h3'
  /** What goes on about it, before the service’s own words. */
  readonly children?: ReactNode
}) {
  const strings = useStrings()
  return (
    <Callout tone={tone}>
      <div className={styles.head}>
        <Heading className={styles.title}>{problem.title}</Heading>
        <Pill tone="neutral">{strings.owners[problem.owner]}</Pill>
      </div>
      <p className={styles.line}>{problem.meaning}</p>
      {problem.points === undefined ? null : (
        <ul className={styles.points}>
          {problem.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      <p className={styles.line}>{problem.remedy}</p>
      {children}
      {problem.refusal ? <ServiceWords refusal={problem.refusal} /> : null}
    </Callout>
  )
}
