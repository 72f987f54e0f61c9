import type { SituationView } from '#messages/view.ts'
import { Button } from '../primitives/button.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { elsewhereOn } from '../step/other-policy-card.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import styles from './emergency.module.css'

/** On other pages: the emergency, its deadline, and the operation that ends it. */
export function EmergencyLine() {
  const words = useStrings().operations
  const { emergency, page, operations } = useWizard().view
  if (emergency === undefined) return null
  if (page === 'operations' && (operations?.open ?? emergency.operation) === emergency.operation) return null
  return (
    <div className={classNames(styles.line, styles.danger)} role="status">
      <Glyph name="lock" size={20} />
      <span className={styles.said}>
        <strong>{emergency.keyIsBack ? words.lockedKeyIsBack : words.locked}</strong> {emergency.text}
      </span>
      <OperationButton way={emergency} primary />
    </div>
  )
}

/** On other pages: what has failed or stopped, and the way to where it is dealt with. */
export function SituationLine() {
  const { situation, emergency, step } = useWizard().view
  if (situation?.headline === undefined || emergency !== undefined || step?.id === situation.part) return null
  // The color follows the users.
  const tone = situation.kind === 'stopped' ? styles.warning : styles.danger
  return (
    <div className={classNames(styles.line, tone)} role="status" data-situation={situation.kind}>
      <Glyph name="action" size={20} />
      <strong className={styles.said}>{situation.headline}</strong>
      <WayThere situation={situation} />
    </div>
  )
}

function WayThere({ situation: { part, place } }: { readonly situation: SituationView }) {
  const words = useStrings().frame
  const { view, can, send } = useWizard()
  if (part === undefined) return null
  if (place === undefined) return <OperationButton way={{ operation: part, title: words.openOperation }} primary />
  const isOpen = view.stepper.some(({ id, state }) => id === part && state !== 'closed')
  if (!isOpen || !can('GO_TO_STEP')) return null
  return (
    <Button appearance="primary" size="small" onClick={() => send({ type: 'GO_TO_STEP', step: part })}>
      {words.goToStep({ number: place })}
    </Button>
  )
}

/** The emergency is in another policy than the chosen one. */
export function OtherPolicyLine() {
  const { view } = useWizard()
  const { otherPolicy, emergency, page, step } = view
  if (otherPolicy === undefined || emergency !== undefined || page === 'operations') return null
  if (step !== undefined && elsewhereOn(view, step) !== undefined) return null
  return (
    <div className={classNames(styles.line, styles.warning)} role="status">
      <Glyph name="action" size={20} />
      <strong className={styles.said}>{otherPolicy.text}</strong>
      {otherPolicy.ways.map((way) => (
        <OperationButton key={way.operation} way={way} />
      ))}
    </div>
  )
}

function OperationButton({
  way: { operation, title },
  primary = false,
}: {
  readonly way: { readonly operation: string; readonly title: string }
  readonly primary?: boolean
}) {
  const { can, send } = useWizard()
  if (!can('GO_TO_PAGE')) return null
  const open = () => {
    // An operation opens from the operations page.
    send({ type: 'GO_TO_PAGE', page: 'operations' })
    send({ type: 'OPEN_OPERATION', operation })
  }
  return (
    <Button size="small" appearance={primary ? 'primary' : 'secondary'} onClick={open}>
      {title}
    </Button>
  )
}

/** The emergency in the rail, always in sight. */
export function EmergencyChip() {
  const { view } = useWizard()
  const { emergency, keyMap } = view
  if (emergency === undefined) return null
  return (
    <p className={styles.chip}>
      <Glyph name="lock" size={20} />
      <span>
        <strong>{keyMap?.sentence}</strong>
        <span className={styles.until}>{emergency.text}</span>
      </span>
    </p>
  )
}
