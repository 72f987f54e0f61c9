import { Button } from '@fluentui/react-components'
import type { SignInAgainView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { useLater } from '../later.ts'
import { Callout } from '../parts/callout.tsx'
import { useWizard } from '../wizard-context.tsx'
import { Problem } from './problem.tsx'
import styles from './sign-in-again.module.css'

const fetchProgress = () => import('../connect/signing-in.tsx')

/** The sign-in has ended: the way to renew it from where one is, and what it waits for meanwhile. */
export function SignInAgain({ again }: { readonly again: SignInAgainView }) {
  const strings = useStrings()
  const { can, send } = useWizard()
  const progress = useLater(again.state === 'running', fetchProgress)
  if (again.state === 'elsewhere')
    return (
      <div className={styles.again}>
        <Callout tone="info">{strings.signInAgain.elsewhere}</Callout>
      </div>
    )
  return (
    <section className={styles.again} aria-label={strings.signInAgain.heading}>
      {again.state === 'needed' && again.problem ? <Problem problem={again.problem} /> : null}
      <Callout tone="info">
        <p className={styles.line}>{again.state === 'running' ? strings.signInAgain.running : strings.signInAgain.why}</p>
        {again.state === 'running' && progress ? (
          <progress.Progress progress={again.progress} byTool={again.way === 'azure-cli' || again.way === 'azure-powershell'} />
        ) : null}
        <div className={styles.buttons}>
          {again.state === 'running' ? (
            <Button onClick={() => send({ type: 'CALL_OFF_SIGN_IN' })}>{strings.signInAgain.cancel}</Button>
          ) : can('SIGN_IN_AGAIN') ? (
            <Button onClick={() => send({ type: 'SIGN_IN_AGAIN' })}>{strings.signInAgain.go}</Button>
          ) : null}
        </div>
      </Callout>
    </section>
  )
}
