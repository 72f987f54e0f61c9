import { useTimes } from '../language.tsx'
import { useNow } from '../wizard-context.tsx'
import styles from './moment.module.css'

/** A time where it begins its line: “Today, 12:34 PM”. Within a sentence, the words of the time stay small. */
export function Moment({ at }: { readonly at: number }) {
  const { moment } = useTimes()
  return <span className={styles.moment}>{moment(at, useNow())}</span>
}
