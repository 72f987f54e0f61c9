import type { MouseEvent, ReactNode } from 'react'
import { Button } from '../primitives/button.tsx'
import { Row } from '../primitives/layout.tsx'
import { bringIntoSight } from '../step/finding-id.ts'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { CHOICES_FORM, isUrgentElsewhere, type PageAction, pageActions } from './page-actions.ts'

/** @param children further buttons, after the primary one, which then comes first */
export function ActionButtons({ children }: { readonly children?: ReactNode }) {
  const strings = useStrings()
  const { view } = useWizard()
  const { primary, secondary } = pageActions(view, strings)
  // The line above the page has the one button that counts.
  const isCalm = isUrgentElsewhere(view)
  if (primary === undefined && secondary.length === 0) return null
  return (
    <div data-actions>
      <Row spread={children === undefined ? 'end' : 'start'}>
        {secondary.map((action) => (
          <ActionButton key={action.label} action={action} />
        ))}
        {/* One element for all labels, so that it keeps the focus when the label changes. */}
        {primary === undefined ? null : <ActionButton action={primary} primary={!isCalm} />}
        {children}
      </Row>
    </div>
  )
}

export function ActionButton({ action, primary = false }: { readonly action: PageAction; readonly primary?: boolean }) {
  const { send, ask, bridge, announce } = useWizard()
  const { findings, copy } = useStrings()
  const act = async () => {
    if (action.does === 'send') send(action.event)
    else if (action.does === 'show') bringIntoSight(action.target, action.opens)
    else if (action.does === 'copy' && (await ask(bridge.call('clipboard:write', { text: action.text }))))
      announce(copy.announced({ of: findings.messageOf }))
  }
  const press = (event: MouseEvent) => {
    // The second half of a double click would press the button's next action.
    if (event.detail > 1) event.preventDefault()
    else void act()
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
