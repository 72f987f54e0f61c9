import { useState } from 'react'
import type { StepView } from '#messages/view.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { ActionButton } from './action-buttons.tsx'
import { FooterFrame, FooterGap } from './footer-frame.tsx'
import { pageActions } from './page-actions.ts'

/** ID of the sentence that says what Continue lacks; it describes the focused element. */
export const MISSING_ID = 'missing'

/** Navigation at the page's bottom. Notices above it stay in sight. */
export function Footer() {
  const strings = useStrings()
  const { view } = useWizard()
  const { next } = pageActions(view, strings)
  const ofStep = useMissing(view.step)
  const missing = ofStep ?? view.preflight?.missing
  const above = missing ? (
    <Callout tone={ofStep?.rereading ? 'info' : 'warning'} id={MISSING_ID}>
      {missing.text}
    </Callout>
  ) : undefined
  return (
    <FooterFrame above={above} inPage>
      <Back />
      <FooterGap />
      {next === undefined ? null : <ActionButton action={next} />}
    </FooterFrame>
  )
}

function Back() {
  const strings = useStrings()
  const { view, can, send } = useWizard()
  // The stepper leads back.
  if (view.page === 'closing') return null
  const isPart = view.page === 'coverage' || view.page === 'preflight'
  if (isPart ? !can('GO_TO_PAGE') : !can('BACK')) return null
  return <Button onClick={() => send(isPart ? { type: 'GO_TO_PAGE', page: 'prepare' } : { type: 'BACK' })}>{strings.footer.back}</Button>
}

/** What blocks Continue, as long as it can still apply. */
function useMissing(step: StepView | undefined): StepView['missing'] {
  const missing = step?.missing
  const working = step?.phase === 'rechecking' || step?.phase === 'applying' || step?.phase === 'pausing' || step?.phase === 'waiting'
  const [said, setSaid] = useState({ id: missing?.id, working })
  if (missing !== undefined && said.id !== missing.id) setSaid({ id: missing.id, working })
  return said.id === missing?.id && said.working === working ? missing : undefined
}
