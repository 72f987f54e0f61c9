import { Button } from '@fluentui/react-components'
import type { StepPicture } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Row, Spaced, Stack } from '../primitives/layout.tsx'
import { Name, Points } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

type Protection = Extract<StepPicture, { kind: 'protection' }>

/** Protections that a template or pilot proposes. The button only adds them to the plan. */
export function ProposedProtections({ picture: { proposed } }: { readonly picture: Protection }) {
  const { planProposed } = useStrings().operations
  const { decide, view } = useWizard()
  if (!proposed || !view.decisions.includes('wish-protections')) return null
  const { from, what, toChoose, decision } = proposed
  return (
    <Spaced>
      <Callout tone="info">
        <Stack gap="even">
          <Name>{from}</Name>
          <Points items={[...what, ...toChoose]} />
          {decision === undefined ? null : (
            <Row>
              <Button onClick={() => decide(decision)}>{planProposed({ count: what.length })}</Button>
            </Row>
          )}
        </Stack>
      </Callout>
    </Spaced>
  )
}
