import type { NotedRow } from '../../messages/view.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import styles from './noted-rows.module.css'

// Resource ids, which are read character by character.
const LONG = 60

/** Facts to be noted down, each with its copy button where it is worth one. */
export function NotedRows({ rows }: { readonly rows: readonly NotedRow[] }) {
  return (
    <dl className={styles.rows}>
      {rows.map(({ label, value, copyable, hint }) => (
        <div key={label} className={styles.row}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>
            <span className={value.length > LONG ? styles.long : undefined}>{value}</span>
            {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
          </dd>
          {copyable ? (
            <dd className={styles.copy}>
              <CopyButton text={value} of={label} />
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
