import type { StepView, WizardView } from '#messages/view.ts'
import { isUrgentElsewhere } from '../frame/page-actions.ts'
import { Button } from '../primitives/button.tsx'
import { Card } from '../primitives/card.tsx'
import { Row, Spaced, Tiles } from '../primitives/layout.tsx'
import { Heading, Points } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { ActionCard } from './task-card.tsx'

type Elsewhere = NonNullable<WizardView['otherPolicy']>

/** Key of the finding that the card stands for. */
export const IN_ANOTHER_POLICY = 'not-in-another-policy'

/** What another page only tells in a line is decided on this one. */
export const elsewhereOn = ({ situation, otherPolicy, emergency }: WizardView, { id, phase }: StepView): Elsewhere | undefined =>
  situation?.kind === 'wrong-policy' && otherPolicy?.step === id && emergency === undefined && phase === 'reviewing'
    ? otherPolicy
    : undefined

/** The environment is in another policy than the chosen one: both ways, and what each means. */
export function OtherPolicyCard({ elsewhere: { chosen, held, ways, environmentId } }: { readonly elsewhere: Elsewhere }) {
  const words = useStrings().otherPolicy
  const { view, can, send, keep } = useWizard()
  const change = ways.find(({ operation }) => operation === 'change')
  const stay = () => {
    if (held === undefined) return
    // The form of step 3 then names this policy; nothing is chosen before it's submitted there.
    keep({ policy: { environmentId, edits: held }, editing: 'policy' })
    send({ type: 'GO_TO_STEP', step: 'policy' })
  }
  const name = held?.policyName
  return (
    <>
      <ActionCard
        sentence={words.decide}
        text={words.chosen({ chosen })}
        actions={
          <Row spread="end">
            {change && can('GO_TO_PAGE') ? (
              <Button
                onClick={() => {
                  send({ type: 'GO_TO_PAGE', page: 'operations' })
                  send({ type: 'OPEN_OPERATION', operation: change.operation })
                }}
              >
                {words.change({ chosen })}
              </Button>
            ) : null}
            {name !== undefined && can('GO_TO_STEP') ? (
              <Button appearance={isUrgentElsewhere(view) ? 'secondary' : 'primary'} onClick={stay}>
                {words.use({ name })}
              </Button>
            ) : null}
          </Row>
        }
      />
      <Spaced>
        {/* What the page is about. */}
        <div data-problem="">
          <Tiles>
            {name === undefined ? null : (
              <Way heading={words.ifUse({ name })} items={[words.noDowntime, words.checkedThere, words.unused({ chosen })]} />
            )}
            <Way heading={words.ifChange({ chosen })} items={[words.twoOutages, words.oldKeyToo, words.keepOld]} />
          </Tiles>
        </div>
      </Spaced>
    </>
  )
}

function Way({ heading, items }: { readonly heading: string; readonly items: readonly string[] }) {
  return (
    <Card padded>
      <Heading level={2} size="medium">
        {heading}
      </Heading>
      <Points items={items} />
    </Card>
  )
}
