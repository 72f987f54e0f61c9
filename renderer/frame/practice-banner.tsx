import { useStrings, useTimes } from '../language.tsx'
import { Banner } from '../primitives/banner.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './practice-banner.module.css'

/** Lets practice time pass. @returns a function that does it and says so */
export function useAdvance(): (hours: 1 | 24) => void {
  const strings = useStrings()
  const { ask, bridge, announce } = useWizard()
  return (hours) =>
    void ask(bridge.advancePractice(hours)).then((done) => {
      if (done) announce(strings.practice.passed[hours])
    })
}

/** Stands above every page of the practice tenant; nothing scrolls it away. */
export function PracticeBanner() {
  const strings = useStrings()
  const { dateAndTime } = useTimes()
  const { view, send, can } = useWizard()
  const advance = useAdvance()
  const now = useNow()
  if (view.practice === undefined) return null
  const buttons: readonly [string, () => void][] = [
    [strings.practice.hour, () => advance(1)],
    [strings.practice.day, () => advance(24)],
    ...(can('CLOSE_TENANT') ? [[strings.practice.leave, () => send({ type: 'CLOSE_TENANT' })] as [string, () => void]] : []),
  ]
  return (
    <Banner kind="practice" word={strings.practice.word}>
      <span className={styles.note}>
        {view.practice.title}. {strings.practice.nothingReal}
      </span>
      <span className={styles.clock}>{strings.practice.clock({ time: dateAndTime(now) })}</span>
      <span className={styles.buttons}>
        {buttons.map(([label, act]) => (
          <button key={label} type="button" className={styles.button} onClick={act}>
            {label}
          </button>
        ))}
      </span>
    </Banner>
  )
}
