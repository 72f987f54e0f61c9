import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import type { StartView } from '../../messages/view.ts'
import { CHOICES_FORM } from '../frame/footer-actions.ts'
import { FooterFrame, FooterGap } from '../frame/footer-frame.tsx'
import { useWords } from '../language.tsx'
import { connect } from '../messages/connect.ts'
import { StartFrame } from '../pages/start-frame.tsx'
import { useWizard } from '../wizard-context.tsx'
import { ConnectForm } from './connect-form.tsx'
import { SigningIn } from './signing-in.tsx'

/** Signing in to a real tenant: the form, and the wait for what was asked for. */
export function ConnectPage({ start, onBack }: { readonly start: StartView; readonly onBack: () => void }) {
  const { signIn } = start
  return signIn && start.connecting ? <SigningIn signIn={signIn} /> : <Asking start={start} onBack={onBack} />
}

function Asking({ start, onBack }: { readonly start: StartView; readonly onBack: () => void }) {
  const said = useWords(connect)
  const { notify } = useWizard()
  const checkFirst = useRef(false)
  // What went wrong in the practice tenant is said on its own page.
  const problem = start.signIn ? start.problem : undefined
  const back = () => {
    notify(undefined)
    onBack()
  }
  // No submit button: Enter in a field is to press the primary one.
  const signInAndCheck = () => {
    const form = document.getElementById(CHOICES_FORM)
    if (!(form instanceof HTMLFormElement)) return
    checkFirst.current = true
    form.requestSubmit()
  }
  const footer = (
    <FooterFrame margins="page">
      <Button onClick={back}>{said.back}</Button>
      <FooterGap />
      <Button onClick={signInAndCheck}>{said.checkFirst}</Button>
      <Button type="submit" form={CHOICES_FORM} appearance="primary">
        {said.signIn}
      </Button>
    </FooterFrame>
  )
  return (
    <StartFrame page="connect" title={said.title} lead={said.lead} problem={problem} footer={footer}>
      {/* Another request, from the list of engagements, fills the form anew. */}
      <ConnectForm key={JSON.stringify(start.signIn?.request)} start={start} checkFirst={checkFirst} />
    </StartFrame>
  )
}
