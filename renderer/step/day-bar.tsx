import { DAY } from '#machines/engine/durations.ts'
import { useTimes } from '../language.tsx'
import { fractionOf, NowMark, percent } from '../primitives/now-mark.tsx'
import { Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useNow } from '../wizard-context.tsx'
import styles from './day-bar.module.css'

/** @param takesUpTo milliseconds */
export function DayBar({ since, takesUpTo }: { readonly since: number; readonly takesUpTo: number }) {
  const words = useStrings()
  const { dateAndTime } = useTimes()
  const passed = fractionOf(useNow(), since, since + takesUpTo)
  const days = Math.ceil(takesUpTo / DAY)
  const today = Math.min(days, Math.floor(passed * days) + 1)
  return (
    <div>
      <div className={styles.bar} role="img" aria-label={words.wait.dayOf({ day: today, days })}>
        <div className={styles.track}>
          <span className={styles.passed} style={{ width: percent(passed) }} />
          <span className={styles.ticks}>
            {Array.from({ length: days }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: days come in their order and none is ever moved
              <span key={index} className={styles.tick} />
            ))}
          </span>
          <NowMark at={passed}>{words.wait.now}</NowMark>
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
