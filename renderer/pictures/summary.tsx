import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  summary: {
    margin: '0',
    padding: '10px 14px 12px',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(160px, 100%), 1fr))',
    gap: '10px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  value: { margin: '0', overflowWrap: 'anywhere' },
  hint: { display: 'block', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
})

export interface SummaryRow {
  readonly label: string
  readonly value: string
  readonly hint?: string
}

/** What was chosen, in little room: what was found about it is the news. */
export function Summary({ rows }: { readonly rows: readonly SummaryRow[] }) {
  const styles = useStyles()
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
