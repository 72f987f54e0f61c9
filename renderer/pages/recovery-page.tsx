import type { RecoveryView } from '#messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useTimes } from '../language.tsx'
import { Card } from '../primitives/card.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Spaced, Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Heading, Note, Points } from '../primitives/text.tsx'
import { Problem } from '../step/problem.tsx'
import { Skeleton } from '../step/skeleton.tsx'
import { ActionCard } from '../step/task-card.tsx'
import { type Strings, useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { PageTitle } from './page-title.tsx'

function titleOf(words: Strings['engagements']['recovery'], { reading, problem, differences }: RecoveryView): string {
  if (reading) return words.reading
  if (problem) return words.failed
  return differences.length > 0 ? words.differs : words.same
}

/** On restart, every step is read again and differences from the record are shown. */
export function RecoveryPage({ recovery }: { readonly recovery: RecoveryView }) {
  const { footer, engagements } = useStrings()
  const words = engagements.recovery
  const { can, send } = useWizard()
  const { moment } = useTimes()
  const now = useNow()
  const heading = useHeadingFocus(recovery.reading ? 'recovery reading' : 'recovery')
  const { reading, problem, differences, recovered } = recovery
  return (
    <>
      <PageTitle ref={heading}>{titleOf(words, recovery)}</PageTitle>
      <ActionCard
        sentence={reading ? words.reading : words.decide}
        text={words.last({ when: moment(recovery.savedAt, now), account: recovery.account })}
      />
      {reading ? <Skeleton /> : null}
      <Spaced>
        <Stack>
          {problem ? <Problem problem={problem} /> : null}
          {(reading ? [] : differences).map((difference) => (
            <Card key={difference.key} as="section" padded>
              <Note as="p">{words.step({ step: difference.step, title: difference.stepTitle })}</Note>
              <Heading level={2}>{difference.title}</Heading>
              <Facts>
                <Fact term={words.was}>{difference.was}</Fact>
                <Fact term={words.is}>{difference.is}</Fact>
              </Facts>
            </Card>
          ))}
          {can('CHECK_AGAIN') && can('ANSWER_DRIFT') ? (
            <div>
              <TextButton onClick={() => send({ type: 'CHECK_AGAIN' })}>{footer.checkAgain}</TextButton>
            </div>
          ) : null}
        </Stack>
      </Spaced>
      {recovered.length === 0 || reading ? null : (
        <Section heading={words.found}>
          <Points items={recovered} />
        </Section>
      )}
    </>
  )
}
