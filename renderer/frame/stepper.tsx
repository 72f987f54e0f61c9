import type { StepperEntry } from '../../messages/view.ts'
import { STATE_LOOKS } from '../key-map/looks.ts'
import { useStrings } from '../language.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Place, TextButton } from '../primitives/link-button.tsx'
import { Status } from '../primitives/status.tsx'
import { Hidden, Note } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './stepper.module.css'

/** The documented steps in their order: a list, not tabs, because a step opens only when the one before it is proved. */
export function Stepper({ entries }: { readonly entries: readonly StepperEntry[] }) {
  return (
    <ol className={styles.steps}>
      {entries.map((entry, index) => (
        <Step key={entry.id} entry={entry} number={index + 1} />
      ))}
    </ol>
  )
}

function Step({ entry, number }: { readonly entry: StepperEntry; readonly number: number }) {
  const strings = useStrings()
  const { can, send } = useWizard()
  const isNow = entry.state === 'now'
  const mayGo = !isNow && entry.state !== 'closed' && can('GO_TO_STEP')
  const state = <Hidden>{` (${strings.frame.stepState[entry.state]})`}</Hidden>
  return (
    <li className={styles.step} aria-current={isNow ? 'step' : undefined}>
      <span className={classNames(styles.dot, entry.state === 'done' && styles.dotDone, isNow && styles.dotNow)} aria-hidden="true">
        {entry.state === 'done' ? <Glyph name="check" /> : number}
      </span>
      {mayGo ? (
        <TextButton look="plain" onClick={() => send({ type: 'GO_TO_STEP', step: entry.id })}>
          {entry.title}
          {state}
        </TextButton>
      ) : (
        <Place now={isNow}>
          {entry.title}
          {state}
        </Place>
      )}
      <Asks entry={entry} />
    </li>
  )
}

/** What the step asks for, as the map shows it; else what is noted of it. */
function Asks({ entry: { asks, note } }: { readonly entry: StepperEntry }) {
  if (asks) {
    const { tone, glyph } = STATE_LOOKS[asks.state]
    return (
      <Status tone={tone} glyph={glyph}>
        {asks.text}
      </Status>
    )
  }
  return note === '' ? null : <Note>{note}</Note>
}
