import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type FormEvent, useId, useState } from 'react'
import type { StartView } from '../../machines/wizard/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { Callout } from '../parts/callout.tsx'
import { Problem } from '../step/problem.tsx'
import { strings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'

const useStyles = makeStyles({
  page: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: 'clamp(20px, 6vh, 56px) clamp(20px, 8vw, 96px) 40px' },
  title: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    outline: 'none',
    textWrap: 'balance',
  },
  lead: { margin: '0', maxWidth: '72ch', color: tokens.colorNeutralForeground2 },
  doors: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    gap: '24px',
    marginTop: '28px',
    maxWidth: '1120px',
    '@media (max-width: 819px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  door: {
    padding: '24px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '10px',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  doorTitle: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  what: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  points: { margin: '0 0 18px', paddingLeft: '18px', color: tokens.colorNeutralForeground2 },
  cases: { margin: '0', padding: '0', border: 'none' },
  legend: { padding: '0', marginBottom: '6px', fontWeight: tokens.fontWeightSemibold },
  grid: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(230px, 100%), 1fr))', gap: '2px 12px' },
  case: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    alignItems: 'start',
    gap: '10px',
    padding: '6px 8px',
    minHeight: '20px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  picked: { backgroundColor: tokens.colorBrandBackground2, ':hover': { backgroundColor: tokens.colorBrandBackground2 } },
  radio: { width: '16px', height: '16px', margin: '2px 0 0', accentColor: tokens.colorCompoundBrandStroke, outline: 'none' },
  story: { margin: '12px 0 16px', minHeight: '60px', color: tokens.colorNeutralForeground2 },
  problem: { margin: '0 0 16px' },
  later: { marginTop: '16px' },
})

/** Where everything begins: two doors, each with what will happen behind it and what will not. */
export function StartPage() {
  const styles = useStyles()
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
  const styles = useStyles()
  return (
    <ul className={styles.points}>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )
}

function PractiseDoor({ start }: { readonly start: StartView }) {
  const styles = useStyles()
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
  const styles = useStyles()
  const id = useId()
  return (
    <label htmlFor={id} className={mergeClasses(styles.case, picked && styles.picked)}>
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
  const styles = useStyles()
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
