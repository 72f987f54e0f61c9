import { useState } from 'react'
import { useTimes } from '../language.tsx'
import { later } from '../later.ts'
import { Banner } from '../primitives/banner.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './practice-banner.module.css'

const FirstContactDialog = later(() => import('../desktop/first-contact-dialog.tsx').then((module) => module.FirstContactDialog))

/** @returns advances practice time and announces it */
export function useAdvance(): (hours: 1 | 24) => void {
  const strings = useStrings()
  const { ask, bridge, announce } = useWizard()
  return (hours) =>
    void ask(bridge.call('practice:advance', { hours })).then((done) => {
      if (done) announce(strings.practice.passed[hours])
    })
}

/** Always visible above pages of the practice tenant and of a recording. */
export function PracticeBanner() {
  const strings = useStrings()
  const { dateAndTime } = useTimes()
  const { view, send, can } = useWizard()
  const advance = useAdvance()
  const now = useNow()
  const [isComparing, setComparing] = useState(false)
  if (view.practice === undefined) return null
  const { recording, ...practice } = strings.practice
  const isRecording = view.practice.readOnly === true
  const acts: readonly [string, () => void][] = isRecording
    ? [[recording.compare, () => setComparing(true)]]
    : [
        [practice.hour, () => advance(1)],
        [practice.day, () => advance(24)],
      ]
  const leave = (): void => send({ type: 'CLOSE_TENANT' })
  const buttons = can('CLOSE_TENANT') ? [...acts, [isRecording ? recording.leave : practice.leave, leave] as const] : acts
  const time = dateAndTime(now)
  return (
    <Banner kind="practice" word={isRecording ? recording.word : practice.word}>
      <span className={styles.note}>{isRecording ? recording.readOnly : practice.titled({ title: view.practice.title })}</span>
      <span className={styles.clock}>{isRecording ? recording.clock({ time }) : practice.clock({ time })}</span>
      <span className={styles.buttons}>
        {buttons.map(([label, act]) => (
          <button key={label} type="button" className={styles.button} onClick={act}>
            {label}
          </button>
        ))}
      </span>
      {isComparing ? <FirstContactDialog onClose={() => setComparing(false)} /> : null}
    </Banner>
  )
}
