import { useEffect, useState } from 'react'
import { type PresenterView, STAGED_FAULTS, type StagedFault } from '#contract/presenter-channels.ts'
import { useTimes, useWords } from '../language.tsx'
import { practice as practiceWords } from '../messages/frame.ts'
import { practiceCases } from '../messages/practice-cases.ts'
import { presenter } from '../messages/presenter.ts'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { Failure } from '../primitives/callout.tsx'
import { Select } from '../primitives/field.tsx'
import { Row } from '../primitives/layout.tsx'
import { useElapsed } from '../wizard-context.tsx'
import type { Act } from './act.ts'
import { Chart } from './chart.tsx'
import { NextStage, Notes } from './notes.tsx'
import styles from './presenter.module.css'
import { Progress } from './progress.tsx'
import { Requests } from './requests.tsx'
import { Stage } from './stage.tsx'

/** N and P switch stages, even without a focused button. */
function useStageKeys(act: Act): void {
  useEffect(() => {
    const onKey = ({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      if (ctrlKey || altKey || metaKey || target instanceof HTMLSelectElement) return
      if (key.toLowerCase() === 'n') act({ do: 'go', to: 'next' })
      if (key.toLowerCase() === 'p') act({ do: 'go', to: 'previous' })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [act])
}

/** For the trainer only: notes, pace, and the app's activity. */
export function Presenter({ view, arrivedAt, act }: { readonly view: PresenterView; readonly arrivedAt: number; readonly act: Act }) {
  const words = useWords(presenter)
  const practice = useWords(practiceWords)
  const { dateAndTime } = useTimes()
  const now = view.now + useElapsed(arrivedAt, 500)
  useStageKeys(act)
  useEffect(() => {
    document.title = words.title({ case: view.shown?.title ?? '' })
  }, [words, view.shown?.title])
  return (
    <div className={styles.window}>
      <Banner kind="practice" word={practice.word}>
        <span className={styles.case}>{view.shown ? words.title({ case: view.shown.title }) : words.nothingOpen}</span>
        {view.shown ? <span>{practice.clock({ time: dateAndTime(view.shown.clock) })}</span> : null}
        <span>{words.classElsewhere}</span>
      </Banner>
      <Progress view={view} now={now} />
      <main className={styles.columns}>
        <div className={styles.column}>
          <Failure why={view.problem} />
          <Notes view={view} now={now} act={act} />
          <NextStage view={view} />
        </div>
        <div className={styles.column}>
          <Chart view={view} />
          <Stage view={view} act={act} />
          <Requests requests={view.requests} act={act} />
        </div>
      </main>
      <Controls view={view} act={act} />
    </div>
  )
}

function Controls({ view, act }: { readonly view: PresenterView; readonly act: Act }) {
  const words = useWords(presenter)
  const practice = useWords(practiceWords)
  const isLast = view.stage === view.session.stages.length - 1
  return (
    <footer className={styles.footer}>
      <Reset act={act} />
      <Jump view={view} act={act} />
      <Faults current={view.faults} act={act} />
      <Button onClick={() => act({ do: 'advance', hours: 1 })}>{practice.hour}</Button>
      <Button onClick={() => act({ do: 'advance', hours: 24 })}>{practice.day}</Button>
      <span className={styles.stages}>
        <Button disabledFocusable={view.stage === 0} onClick={() => act({ do: 'go', to: 'previous' })}>
          {words.previous}
        </Button>
        <Button appearance="primary" disabledFocusable={isLast} onClick={() => act({ do: 'go', to: 'next' })}>
          {words.nextStage}
        </Button>
      </span>
    </footer>
  )
}

/** Asked once more, in its place: what the class did in the case ends. */
function Reset({ act }: { readonly act: Act }) {
  const words = useWords(presenter)
  const [asking, setAsking] = useState(false)
  const reset = () => {
    setAsking(false)
    act({ do: 'reset' })
  }
  return (
    <>
      <Button aria-expanded={asking} onClick={() => setAsking(!asking)}>
        {words.reset}
      </Button>
      {asking ? (
        <>
          <span role="status">{words.resetQuestion}</span>
          <Button onClick={reset}>{words.resetNow}</Button>
        </>
      ) : null}
    </>
  )
}

function Jump({ view: { jumps, isJumping, jumpRefused }, act }: { readonly view: PresenterView; readonly act: Act }) {
  const words = useWords(presenter)
  const { stages } = useWords(practiceCases)
  const to = (value: string) => {
    const found = jumps.find((stage) => stage === value)
    if (found) act({ do: 'jump', to: found })
  }
  return (
    <Row as="span">
      <Select aria-label={words.jump} value="" disabled={isJumping} onChange={({ target }) => to(target.value)}>
        <option value="">{words.jumpTo}</option>
        {jumps.map((stage) => (
          <option key={stage} value={stage}>
            {stages[stage]}
          </option>
        ))}
      </Select>
      <span role="status">{jumpRefused}</span>
    </Row>
  )
}

const isFault = (value: string): value is StagedFault => STAGED_FAULTS.some((fault) => fault === value)

/** Injects a fault at once; a lasting one can be ended. */
function Faults({ current, act }: { readonly current: readonly StagedFault[]; readonly act: Act }) {
  const words = useWords(presenter)
  const begin = (value: string) => {
    if (isFault(value)) act({ do: 'fault', fault: value })
  }
  return (
    <Row as="span">
      <Select className={styles.fault} aria-label={words.fault} value="" onChange={({ target }) => begin(target.value)}>
        <option value="">{words.faultOf}</option>
        {STAGED_FAULTS.map((fault) => (
          <option key={fault} value={fault}>
            {words.faults[fault]}
          </option>
        ))}
      </Select>
      {current.length > 0 ? <Button onClick={() => act({ do: 'end-faults' })}>{words.endFaults}</Button> : null}
    </Row>
  )
}
