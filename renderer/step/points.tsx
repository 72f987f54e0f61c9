import styles from './points.module.css'

export interface Point {
  readonly term: string
  readonly title: string
  readonly text?: string
}

/** What to know, side by side. */
export function SideBySide({ points }: { readonly points: readonly Point[] }) {
  if (points.length === 0) return null
  return (
    <dl className={styles.points} data-problem="">
      {points.map(({ term, title, text }) => (
        <div key={term} className={styles.point}>
          <dt>{term}</dt>
          <dd>
            <strong>{title}</strong>
            {text === undefined ? null : <span>{text}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
