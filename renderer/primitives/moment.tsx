import { useTimes } from '../language.tsx'
import { useNow } from '../wizard-context.tsx'
import styles from './moment.module.css'

/** A time at the start of a line ("Today, 12:34 PM"); within a sentence the words are lowercase. */
export function Moment({ at }: { readonly at: number }) {
  const { moment } = useTimes()
  return <span className={styles.moment}>{moment(at, useNow())}</span>
}
