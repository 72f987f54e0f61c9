import type { PresenterView } from '#contract/presenter-channels.ts'
import { useWords } from '../language.tsx'
import { presenter } from '../messages/presenter.ts'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Status } from '../primitives/status.tsx'
import { paceOf, timerText } from './pace.ts'
import styles from './progress.module.css'

export function Progress({ view: { session, stage, began, stageBegan }, now }: { readonly view: PresenterView; readonly now: number }) {
  const words = useWords(presenter)
  const elapsed = now - began
  const { planned, behind } = paceOf(session, stage, elapsed, now - stageBegan)
  return (
    <div className={styles.progress}>
      <ol className={styles.stages} aria-label={words.session}>
        {session.stages.map(({ title }, index) => (
          <li
            key={title}
            className={classNames(styles.stage, index < stage && styles.past, index === stage && styles.current)}
            aria-current={index === stage ? 'step' : undefined}
          >
            {index < stage ? <Glyph name="check" /> : null}
            {title}
          </li>
        ))}
      </ol>
      <dl className={styles.times}>
        <div>
          <dt>{words.elapsed}</dt>
          <dd>{timerText(elapsed)}</dd>
        </div>
        <div>
          <dt>{words.planned}</dt>
          <dd>{timerText(planned)}</dd>
        </div>
      </dl>
      <span className={styles.pace} role="status">
        <Status tone={behind > 0 ? 'warning' : 'success'} glyph="clock">
          {behind > 0 ? words.behind({ minutes: behind }) : behind < 0 ? words.ahead({ minutes: -behind }) : words.onTime}
        </Status>
      </span>
    </div>
  )
}
