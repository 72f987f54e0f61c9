import type { StepperEntry } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { classNames } from '../parts/class-names.ts'
import { Icon, type IconName } from '../parts/icons.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './stepper.module.css'

const PART_ICONS: Readonly<Record<StepperEntry['parts'][number]['state'], IconName>> = {
  pass: 'check',
  confirmed: 'info',
  warning: 'warning',
  fail: 'cross',
  planned: 'plan',
  open: 'circle',
}

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
  const state = <span className={styles.hidden}>{` (${strings.frame.stepState[entry.state]})`}</span>
  return (
    <li className={styles.step} aria-current={isNow ? 'step' : undefined}>
      <span className={classNames(styles.dot, entry.state === 'done' && styles.dotDone, isNow && styles.dotNow)} aria-hidden="true">
        {entry.state === 'done' ? <Icon name="check" size={14} /> : number}
      </span>
      {mayGo ? (
        <button type="button" className={styles.go} onClick={() => send({ type: 'GO_TO_STEP', step: entry.id })}>
          {entry.title}
          {state}
        </button>
      ) : (
        <span className={classNames(styles.title, isNow && styles.titleNow)}>
          {entry.title}
          {state}
        </span>
      )}
      {entry.note === '' ? null : <span className={styles.note}>{entry.note}</span>}
      {entry.parts.length === 0 ? null : <Parts parts={entry.parts} />}
    </li>
  )
}

function Parts({ parts }: { readonly parts: StepperEntry['parts'] }) {
  const strings = useStrings()
  return (
    <ul className={styles.parts}>
      {parts.map(({ part, title, state }) => (
        <li key={part} className={classNames(styles.part, state === 'fail' && styles.partFail)}>
          <span className={classNames(styles.sign, styles[state])}>
            <Icon name={PART_ICONS[state]} size={14} />
          </span>
          {title}
          <span className={styles.hidden}>{` (${strings.frame.partState[state]})`}</span>
        </li>
      ))}
    </ul>
  )
}
