import type { WhoView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { classNames } from '../parts/class-names.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { TextButton } from '../parts/link-button.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './who-and-where.module.css'

/** Customer, environment, cloud and account: on every page, so that the wrong one is noticed. The tenant is its name; its ID is copied. */
export function WhoAndWhere({ who, inOneLine }: { readonly who: WhoView; readonly inOneLine: boolean }) {
  const strings = useStrings()
  const rows: readonly (readonly [string, string])[] = [
    ...(inOneLine ? [[strings.frame.customer, who.customer] as const] : []),
    [strings.frame.environment, who.environment ?? strings.frame.noEnvironment],
    [strings.frame.cloud, who.cloud],
    [strings.frame.account, who.account],
  ]
  const list = (
    <dl className={classNames(styles.list, inOneLine && styles.line)}>
      {rows.map(([term, value]) => (
        <Row key={term} term={term} value={value} inOneLine={inOneLine} />
      ))}
    </dl>
  )
  if (inOneLine)
    return (
      <div className={styles.beside}>
        {list}
        <Leave />
      </div>
    )
  return (
    <div className={styles.card}>
      <p className={styles.customer}>
        {who.customer}
        <CopyButton text={who.tenant} of={strings.frame.tenantId} />
      </p>
      {list}
      {who.note === undefined ? null : <p className={styles.note}>{who.note}</p>}
      <Leave />
    </div>
  )
}

/** Away from a real tenant, with the sign-in kept or forgotten. Practice has nobody signed in, and a button of its own in its banner. */
function Leave() {
  const strings = useStrings()
  const { view, can, send } = useWizard()
  if (view.practice || !can('SIGN_OUT')) return null
  return (
    <div className={styles.leave}>
      {can('CLOSE_TENANT') ? <TextButton onClick={() => send({ type: 'CLOSE_TENANT' })}>{strings.frame.startPage}</TextButton> : null}
      <TextButton onClick={() => send({ type: 'SIGN_OUT' })}>{strings.frame.signOut}</TextButton>
    </div>
  )
}

function Row({ term, value, inOneLine }: { readonly term: string; readonly value: string; readonly inOneLine: boolean }) {
  const pair = (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  )
  return inOneLine ? <div className={styles.pair}>{pair}</div> : pair
}
