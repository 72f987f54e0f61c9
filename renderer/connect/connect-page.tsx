import { offeredWays } from '#machines/sign-in/draft.ts'
import type { ManagedView, StartView } from '#messages/view.ts'
import { ManagedProblem } from '../desktop/managed-settings.tsx'
import { FooterFrame, FooterGap } from '../frame/footer-frame.tsx'
import { CHOICES_FORM } from '../frame/page-actions.ts'
import { useWords } from '../language.tsx'
import { connect } from '../messages/connect.ts'
import { StartFrame } from '../pages/start-frame.tsx'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { useWizard } from '../wizard-context.tsx'
import { ConnectForm } from './connect-form.tsx'
import { SigningIn } from './signing-in.tsx'
import { TenantChoice } from './tenant-choice.tsx'

/** Sign-in to a real tenant: the form, the progress, and the choice among several tenants. */
export function ConnectPage({ start, onBack }: { readonly start: StartView; readonly onBack: () => void }) {
  const { signIn } = start
  const { managed } = useWizard().view
  if (managed && isRefused(managed, start)) return <NotAllowed managed={managed} onBack={onBack} />
  if (signIn && start.connecting) return <SigningIn signIn={signIn} tenants={start.tenants} />
  if (signIn && start.tenants) return <TenantChoice tenants={start.tenants} request={signIn.request} problem={start.problem} />
  return <Asking start={start} onBack={onBack} />
}

/** An unreadable policy may forbid everything; a readable one may leave no choice. */
const isRefused = (managed: ManagedView, { clouds }: StartView): boolean =>
  'problem' in managed || clouds.length === 0 || offeredWays(managed.settings).length === 0

function NotAllowed({ managed, onBack }: { readonly managed: ManagedView; readonly onBack: () => void }) {
  const said = useWords(connect)
  const footer = (
    <FooterFrame margins="page">
      <Button onClick={onBack}>{said.back}</Button>
      <FooterGap />
    </FooterFrame>
  )
  return (
    <StartFrame page="connect" title={said.title} lead={said.lead} footer={footer}>
      {'problem' in managed ? <ManagedProblem problem={managed.problem} level={2} /> : <Callout tone="warning">{said.noneManaged}</Callout>}
    </StartFrame>
  )
}

function Asking({ start, onBack }: { readonly start: StartView; readonly onBack: () => void }) {
  const said = useWords(connect)
  const { notify } = useWizard()
  // The practice page shows its own errors.
  const problem = start.signIn ? start.problem : undefined
  const back = () => {
    notify(undefined)
    onBack()
  }
  const footer = (
    <FooterFrame margins="page">
      <Button onClick={back}>{said.back}</Button>
      <FooterGap />
      <Button type="submit" form={CHOICES_FORM} appearance="primary">
        {said.signIn}
      </Button>
    </FooterFrame>
  )
  return (
    <StartFrame page="connect" title={said.title} lead={said.lead} problem={problem} footer={footer}>
      {/* Resets the form for another request from the list. */}
      <ConnectForm key={JSON.stringify(start.signIn?.request)} start={start} />
    </StartFrame>
  )
}
