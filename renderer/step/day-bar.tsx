import { DAY } from '../../machines/engine/durations.ts'
import { useStrings, useTimes } from '../language.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Note } from '../primitives/text.tsx'
import { useNow } from '../wizard-context.tsx'
import styles from './day-bar.module.css'

/** Beside an end of the bar, its word stays within it. */
const NEAR_AN_END = 0.12

/** Where now is between the start and the latest documented end, day by day. @param takesUpTo milliseconds */
export function DayBar({ since, takesUpTo }: { readonly since: number; readonly takesUpTo: number }) {
  const words = useStrings()
  const { dateAndTime } = useTimes()
  const passed = Math.min(1, Math.max(0, (useNow() - since) / takesUpTo))
  const days = Math.ceil(takesUpTo / DAY)
  const today = Math.min(days, Math.floor(passed * days) + 1)
  const at = `${100 * passed}%`
  return (
    <div>
      <div className={styles.bar} role="img" aria-label={words.wait.dayOf({ day: today, days })}>
        <div className={styles.track}>
          <span className={styles.passed} style={{ width: at }} />
          <span className={styles.ticks}>
            {Array.from({ length: days }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: days come in their order and none is ever moved
              <span key={index} className={styles.tick} />
            ))}
          </span>
          <span className={styles.mark} style={{ insetInlineStart: at }}>
            <span className={classNames(styles.now, passed < NEAR_AN_END && styles.first, passed > 1 - NEAR_AN_END && styles.last)}>
              {words.wait.now}
            </span>
          </span>
        </div>
        <div className={styles.days}>
          {Array.from({ length: days }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <span key={index} className={styles.day}>
              {words.start.expect.day({ day: index + 1 })}
            </span>
          ))}
        </div>
      </div>
      <div className={styles.ends}>
        <Note>{words.wait.started({ at: dateAndTime(since) })}</Note>
        <Note>{words.wait.latestEnd({ at: dateAndTime(since + takesUpTo) })}</Note>
      </div>
    </div>
  )
}
