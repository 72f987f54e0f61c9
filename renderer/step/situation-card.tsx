import type { SituationView, StepView } from '#messages/view.ts'
import { Card } from '../primitives/card.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { OperationId } from './operation-id.tsx'
import { SideBySide } from './points.tsx'
import { Problem } from './problem.tsx'
import styles from './situation-card.module.css'
import { ActionCard } from './task-card.tsx'
import { Stages } from './waiting.tsx'

type Shown = NonNullable<SituationView['card']>

/** The environment's situation where it is dealt with, in place of the step's task. */
export function SituationCard({ card, kind }: { readonly card: Shown; readonly kind: SituationView['kind'] }) {
  const { emergency } = useStrings().operations
  return (
    <ActionCard {...(kind === 'locked' ? { label: emergency } : {})} sentence={card.now} text={textOf(card)} tone={card.tone}>
      <SideBySide points={card.points} />
    </ActionCard>
  )
}

const textOf = ({ text, users }: Shown) =>
  users === undefined ? (
    text
  ) : (
    <>
      {text} <strong>{users}</strong>
    </>
  )

/** How far Microsoft got, and its words for its support. */
export function Ended({ ended, problem }: { readonly ended: NonNullable<StepView['ended']>; readonly problem: StepView['problem'] }) {
  const { task } = useStrings()
  const { stages, operationId, environmentNow } = ended
  return (
    <Section heading={task.howFar}>
      <Card>
        <Stack gap="even">
          <div className={styles.stages}>{stages.length === 0 ? <Note>{task.noStages}</Note> : <Stages stages={stages} />}</div>
          {problem === undefined ? null : (
            <Fold inset label={task.details}>
              <Stack gap="even">
                <Problem problem={problem} level={3} />
                {environmentNow === undefined ? null : <Note>{environmentNow.users}</Note>}
                <OperationId id={operationId} />
              </Stack>
            </Fold>
          )}
        </Stack>
      </Card>
    </Section>
  )
}
