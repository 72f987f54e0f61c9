import type { SignInAgainView } from '#messages/view.ts'
import { later } from '../later.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Row, Spaced, Stack } from '../primitives/layout.tsx'
import { Text } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { Problem } from './problem.tsx'

const Progress = later(() => import('../connect/signing-in.tsx').then((module) => module.Progress))

/** The sign-in ended: renews it in place. */
export function SignInAgain({ again }: { readonly again: SignInAgainView }) {
  const strings = useStrings()
  const { can, send } = useWizard()
  if (again.state === 'elsewhere')
    return (
      <Spaced>
        {again.problem ? <Problem problem={again.problem} /> : <Callout tone="info">{strings.signInAgain.elsewhere}</Callout>}
      </Spaced>
    )
  return (
    <section aria-label={strings.signInAgain.heading}>
      <Spaced>
        <Stack gap="even">
          {again.state === 'needed' && again.problem ? <Problem problem={again.problem} /> : null}
          <Callout tone="info">
            <Stack>
              <Text>{again.state === 'running' ? strings.signInAgain.running : strings.signInAgain.why}</Text>
              {again.state === 'running' ? (
                <Progress progress={again.progress} byTool={again.way === 'azure-cli' || again.way === 'azure-powershell'} />
              ) : null}
              <Row>
                {again.state === 'running' ? (
                  <Button onClick={() => send({ type: 'CALL_OFF_SIGN_IN' })}>{strings.signInAgain.cancel}</Button>
                ) : can('SIGN_IN_AGAIN') ? (
                  <Button onClick={() => send({ type: 'SIGN_IN_AGAIN' })}>{strings.signInAgain.go}</Button>
                ) : null}
              </Row>
            </Stack>
          </Callout>
        </Stack>
      </Spaced>
    </section>
  )
}
