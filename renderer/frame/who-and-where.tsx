import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { WhoView } from '../../machines/wizard/view.ts'
import { strings } from '../strings.ts'

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    padding: '12px',
    marginBottom: '20px',
  },
  customer: { margin: '0 0 4px', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  list: {
    margin: '0',
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '3px 8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: '0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '0 16px' },
  pair: { display: 'flex', gap: '4px', minWidth: 0 },
})

/** Customer, environment, tenant, cloud and account: on every page, so that nobody works on the wrong one. */
export function WhoAndWhere({ who, inOneLine }: { readonly who: WhoView; readonly inOneLine: boolean }) {
  const styles = useStyles()
  const rows: readonly (readonly [string, string])[] = [
    ...(inOneLine ? [[strings.frame.customer, who.customer] as const] : []),
    [strings.frame.environment, who.environment ?? strings.frame.noEnvironment],
    [strings.frame.tenant, who.tenant],
    [strings.frame.cloud, who.cloud],
    [strings.frame.account, who.account],
  ]
  const list = (
    <dl className={mergeClasses(styles.list, inOneLine && styles.line)}>
      {rows.map(([term, value]) => (
        <Row key={term} term={term} value={value} inOneLine={inOneLine} />
      ))}
    </dl>
  )
  if (inOneLine) return list
  return (
    <div className={styles.card}>
      <p className={styles.customer}>{who.customer}</p>
      {list}
    </div>
  )
}

function Row({ term, value, inOneLine }: { readonly term: string; readonly value: string; readonly inOneLine: boolean }) {
  const styles = useStyles()
  const pair = (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  )
  return inOneLine ? <div className={styles.pair}>{pair}</div> : pair
}
