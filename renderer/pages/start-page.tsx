import { Button } from '@fluentui/react-components'
import { type FormEvent, useId, useState } from 'react'
import type { StartView } from '../../machines/wizard/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { Callout } from '../parts/callout.tsx'
import { classNames } from '../parts/class-names.ts'
import { Problem } from '../step/problem.tsx'
import { strings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import styles from './start-page.module.css'

/** Where everything begins: two doors, each with what will happen behind it and what will not. */
export function StartPage() {
  const { view } = useWizard()
  const heading = useHeadingFocus('start')
  return (
    <main className={styles.page}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {strings.start.title}
      </h1>
      <p className={styles.lead}>{strings.start.lead}</p>
      <div className={styles.doors}>
        {view.start ? <PractiseDoor start={view.start} /> : null}
        <ConnectDoor />
      </div>
    </main>
  )
}

function Points({ points }: { readonly points: readonly string[] }) {
  return (
    <ul className={styles.points}>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )
}

function PractiseDoor({ start }: { readonly start: StartView }) {
  const { send } = useWizard()
  const titleId = useId()
  const [picked, setPicked] = useState(start.scenarios[0]?.name)
  const story = start.scenarios.find(({ name }) => name === picked)?.story
  const words = strings.start.practise
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (picked !== undefined && !start.connecting) send({ type: 'OPEN_PRACTICE', scenario: picked })
  }
  return (
    <section className={styles.door} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.doorTitle}>
        {words.title}
      </h2>
      <p className={styles.what}>{words.what}</p>
      <Points points={words.points} />
      {start.problem ? (
        <div className={styles.problem}>
          <Problem problem={start.problem} level="h3" />
        </div>
      ) : null}
      <form onSubmit={open}>
        <fieldset className={styles.cases}>
          <legend className={styles.legend}>{words.pick}</legend>
          <div className={styles.grid}>
            {start.scenarios.map((scenario) => (
              <Case key={scenario.name} scenario={scenario} picked={scenario.name === picked} onPick={() => setPicked(scenario.name)} />
            ))}
          </div>
        </fieldset>
        {/* Heard with each radio button, so it need not be heard again here. */}
        <p className={styles.story} aria-hidden="true">
          {story}
        </p>
        <Button type="submit" appearance="primary" disabledFocusable={start.connecting}>
          {start.connecting ? words.opening : words.open}
        </Button>
      </form>
    </section>
  )
}

function Case({
  scenario,
  picked,
  onPick,
}: {
  readonly scenario: StartView['scenarios'][number]
  readonly picked: boolean
  readonly onPick: () => void
}) {
  const id = useId()
  return (
    <label htmlFor={id} className={classNames(styles.case, picked && styles.picked)}>
      <input
        id={id}
        type="radio"
        name="scenario"
        value={scenario.name}
        className={styles.radio}
        checked={picked}
        aria-describedby={`${id}-story`}
        onChange={onPick}
      />
      <span>{scenario.title}</span>
      <span id={`${id}-story`} hidden>
        {scenario.story}
      </span>
    </label>
  )
}

function ConnectDoor() {
  const { announce } = useWizard()
  const titleId = useId()
  const [asked, setAsked] = useState(false)
  const words = strings.start.connect
  const ask = () => {
    setAsked(true)
    announce(words.later)
  }
  return (
    <section className={styles.door} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.doorTitle}>
        {words.title}
      </h2>
      <p className={styles.what}>{words.what}</p>
      <Points points={words.points} />
      <Button aria-expanded={asked} aria-controls={asked ? `${titleId}-later` : undefined} onClick={ask}>
        {words.signIn}
      </Button>
      {asked ? (
        <div id={`${titleId}-later`} className={styles.later}>
          <Callout tone="info">{words.later}</Callout>
        </div>
      ) : null}
    </section>
  )
}
