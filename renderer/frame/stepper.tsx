import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { StepperEntry } from '../../machines/wizard/view.ts'
import { Icon, type IconName } from '../parts/icons.tsx'
import { strings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'

const useStyles = makeStyles({
  steps: { listStyleType: 'none', margin: '0', padding: '0' },
  step: {
    position: 'relative',
    padding: '0 0 14px 36px',
    '::before': {
      content: '""',
      position: 'absolute',
      left: '11px',
      top: '26px',
      bottom: '0',
      width: '2px',
      backgroundColor: tokens.colorNeutralStroke1,
    },
    ':last-child::before': { display: 'none' },
    ':last-child': { paddingBottom: '0' },
  },
  dot: {
    position: 'absolute',
    left: '0',
    top: '0',
    width: '24px',
    height: '24px',
    boxSizing: 'border-box',
    borderRadius: '50%',
    display: 'grid',
    placeItems: 'center',
    border: `2px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  dotDone: {
    backgroundColor: tokens.colorStatusSuccessForeground1,
    border: `2px solid ${tokens.colorStatusSuccessForeground1}`,
    color: tokens.colorNeutralBackground1,
  },
  dotNow: {
    border: `2px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    display: 'block',
    minHeight: '24px',
    padding: '2px 0',
    boxSizing: 'border-box',
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  titleNow: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  go: {
    display: 'block',
    minHeight: '24px',
    padding: '2px 0',
    border: 'none',
    background: 'none',
    font: 'inherit',
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  note: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  parts: {
    listStyleType: 'none',
    margin: '6px 0 0',
    padding: '0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '22px',
    color: tokens.colorNeutralForeground3,
  },
  part: { display: 'flex', gap: '8px', alignItems: 'center' },
  sign: { display: 'inline-flex', width: '14px', justifyContent: 'center', flexShrink: 0 },
  pass: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  fail: { color: tokens.colorStatusDangerForeground1 },
  planned: { color: tokens.colorBrandForeground1 },
  open: { color: tokens.colorNeutralForeground3 },
  partFail: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
})

const PART_ICONS: Readonly<Record<StepperEntry['parts'][number]['state'], IconName>> = {
  pass: 'check',
  warning: 'warning',
  fail: 'cross',
  planned: 'plan',
  open: 'circle',
}

/** The documented steps in their order: a list, not tabs, because a step opens only when the one before it is proved. */
export function Stepper({ entries }: { readonly entries: readonly StepperEntry[] }) {
  const styles = useStyles()
  return (
    <ol className={styles.steps}>
      {entries.map((entry, index) => (
        <Step key={entry.id} entry={entry} number={index + 1} />
      ))}
    </ol>
  )
}

function Step({ entry, number }: { readonly entry: StepperEntry; readonly number: number }) {
  const styles = useStyles()
  const { can, send } = useWizard()
  const isNow = entry.state === 'now'
  const mayGo = !isNow && entry.state !== 'closed' && can('GO_TO_STEP')
  const state = <span className={styles.hidden}>{` (${strings.frame.stepState[entry.state]})`}</span>
  return (
    <li className={styles.step} aria-current={isNow ? 'step' : undefined}>
      <span className={mergeClasses(styles.dot, entry.state === 'done' && styles.dotDone, isNow && styles.dotNow)} aria-hidden="true">
        {entry.state === 'done' ? <Icon name="check" size={14} /> : number}
      </span>
      {mayGo ? (
        <button type="button" className={styles.go} onClick={() => send({ type: 'GO_TO_STEP', step: entry.id })}>
          {entry.title}
          {state}
        </button>
      ) : (
        <span className={mergeClasses(styles.title, isNow && styles.titleNow)}>
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
  const styles = useStyles()
  return (
    <ul className={styles.parts}>
      {parts.map(({ part, title, state }) => (
        <li key={part} className={mergeClasses(styles.part, state === 'fail' && styles.partFail)}>
          <span className={mergeClasses(styles.sign, styles[state])}>
            <Icon name={PART_ICONS[state]} size={14} />
          </span>
          {title}
          <span className={styles.hidden}>{` (${strings.frame.partState[state]})`}</span>
        </li>
      ))}
    </ul>
  )
}
