import { makeStyles, tokens } from '@fluentui/react-components'
import type { NotedRow } from '../../machines/wizard/view.ts'
import { CopyButton } from '../parts/copy-button.tsx'

const useStyles = makeStyles({
  rows: {
    margin: '0',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '140px minmax(0, 1fr) auto',
    gap: '2px 16px',
    padding: '8px 14px',
    minHeight: '24px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none' },
    '@media (max-width: 559px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  label: { color: tokens.colorNeutralForeground3, '@media (max-width: 559px)': { gridColumnStart: '1', gridColumnEnd: '3' } },
  value: { margin: '0', overflowWrap: 'anywhere' },
  long: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  hint: { display: 'block', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  copy: { margin: '-2px -6px -2px 0' },
})

// Resource ids, which are read character by character.
const LONG = 60

/** Facts to be noted down, each with its copy button where it is worth one. */
export function NotedRows({ rows }: { readonly rows: readonly NotedRow[] }) {
  const styles = useStyles()
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
