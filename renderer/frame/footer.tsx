import { Button } from '@fluentui/react-components'
import { type MouseEvent, type ReactNode, useState } from 'react'
import type { StepView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Note } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'
import { CHOICES_FORM, type FooterAction, footerActions } from './footer-actions.ts'
import { FooterFrame, FooterGap } from './footer-frame.tsx'

/** Id of the sentence that says why Continue did not go on; what gets the focus is described by it. */
export const MISSING_ID = 'missing'

/**
 * Back on the left, the way on at the right, and above both why the last press did not do what was wanted.
 * @param children what else stands beside Back
 */
export function Footer({ children }: { readonly children?: ReactNode }) {
  const strings = useStrings()
  const { view } = useWizard()
  const { primary, secondary, note } = footerActions(view, strings)
  const ofStep = useMissing(view.step)
  const missing = ofStep ?? view.preflight?.missing
  const above = missing ? (
    <Callout tone={ofStep?.rereading ? 'info' : 'warning'} id={MISSING_ID}>
      {missing.text}
    </Callout>
  ) : undefined
  return (
    <FooterFrame above={above}>
      <Back />
      {children}
      <FooterGap />
      {note === undefined ? null : <Note>{note}</Note>}
      {secondary.map((action) => (
        <ActionButton key={action.label} action={action} primary={false} />
      ))}
      {/* One element for all its labels: whoever has the focus on it keeps it when the label changes. */}
      {primary === undefined ? null : <ActionButton action={primary} primary />}
    </FooterFrame>
  )
}

/** One step back; from a part of the preparation to all of its parts. */
function Back() {
  const strings = useStrings()
  const { view, can, send } = useWizard()
  // Its ways on fill the row, and the list of steps leads back.
  if (view.page === 'closing') return null
  const isPart = view.page === 'coverage' || view.page === 'preflight'
  if (isPart ? !can('GO_TO_PAGE') : !can('BACK')) return null
  return <Button onClick={() => send(isPart ? { type: 'GO_TO_PAGE', page: 'prepare' } : { type: 'BACK' })}>{strings.footer.back}</Button>
}

/** Why Continue did not go on, for as long as that can still be so: once the work it spoke of is over, the sentence is too. */
function useMissing(step: StepView | undefined): StepView['missing'] {
  const missing = step?.missing
  const working = step?.phase === 'rechecking' || step?.phase === 'applying' || step?.phase === 'pausing' || step?.phase === 'waiting'
  const [said, setSaid] = useState({ id: missing?.id, working })
  if (missing !== undefined && said.id !== missing.id) setSaid({ id: missing.id, working })
  return said.id === missing?.id && said.working === working ? missing : undefined
}

function ActionButton({ action, primary }: { readonly action: FooterAction; readonly primary: boolean }) {
  const { send, ask, bridge } = useWizard()
  const press = (event: MouseEvent) => {
    // The second half of a double click would press whatever the button has become by then.
    if (event.detail > 1) event.preventDefault()
    else if (action.does === 'send') send(action.event)
    else if (action.does === 'close') void ask(bridge.closeWindow())
  }
  return (
    <Button
      appearance={primary ? 'primary' : 'secondary'}
      type={action.does === 'submit' ? 'submit' : 'button'}
      form={action.does === 'submit' ? CHOICES_FORM : undefined}
      onClick={press}
    >
      {action.label}
    </Button>
  )
}
