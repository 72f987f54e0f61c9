import { DAY } from '#machines/engine/durations.ts'
import { useTimes } from '../language.tsx'
import { classNames } from '../primitives/class-names.ts'
import { fractionOf, percent } from '../primitives/now-mark.tsx'
import { useStrings } from '../strings.ts'
import styles from './day-bar.module.css'

/** Time that has passed, never progress. All in milliseconds. @param now since 1970-01-01T00:00:00Z, as `since` */
export function DayBar({ since, takesUpTo, now }: { readonly since: number; readonly takesUpTo: number; readonly now: number }) {
  const { wait, start } = useStrings()
  const { duration } = useTimes()
  const passed = fractionOf(now, since, since + takesUpTo)
  const count = Math.ceil(takesUpTo / DAY)
  const today = Math.min(count, Math.floor(passed * count) + 1)
  const days = Array.from({ length: count }, (_, index) => index + 1)
  const label =
    count > 1 ? wait.dayOf({ day: today, days: count }) : wait.passedOf({ passed: duration(now - since), of: duration(takesUpTo) })
  return (
    <div role="img" aria-label={label}>
      <div className={styles.track}>
        <span className={styles.passed} style={{ width: percent(passed) }} />
        {days.map((day) => (
          <span key={day} className={styles.tick} />
        ))}
      </div>
      {count > 1 ? (
        <div className={styles.days}>
          {days.map((day) => (
            <span key={day} className={classNames(styles.day, day === today && styles.today)}>
              {day === today ? wait.dayNow({ day }) : start.expect.day({ day })}
            </span>
          ))}
        </div>
      ) : null}
    </div>
  )
}
