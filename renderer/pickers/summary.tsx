import styles from './summary.module.css'

export interface SummaryRow {
  readonly label: string
  readonly value: string
  readonly hint?: string
}

/** What was chosen, in little room: what was found about it is the news. */
export function Summary({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className={styles.summary}>
      {rows.map(({ label, value, hint }) => (
        <div key={label}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>
            {value}
            {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
