import type { OperationsView } from '../../messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useStrings } from '../language.tsx'
import { Card } from '../primitives/card.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Status } from '../primitives/status.tsx'
import { Heading, Name, Note, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'
import { Drift } from './drift.tsx'
import { PageLead, PageTitle } from './page-title.tsx'

/** What can be done after the link: the way without an outage first, each with when to use it. */
export function OperationsPage({ operations }: { readonly operations: OperationsView }) {
  const strings = useStrings()
  const { send } = useWizard()
  const heading = useHeadingFocus('operations')
  return (
    <>
      <PageTitle ref={heading}>{strings.operations.title}</PageTitle>
      <PageLead>{strings.operations.lead}</PageLead>
      <Section heading={strings.operations.choose}>
        <Stack as="ul">
          {operations.list.map(({ id, title, when, usersCutOff, takes, state }) => (
            <Card key={id} as="li" padded target>
              <Heading level={3} size="medium">
                <TextButton look="card" onClick={() => send({ type: 'OPEN_OPERATION', operation: id })}>
                  {title}
                </TextButton>
              </Heading>
              <Text>{when}</Text>
              <Row>
                <Status tone={usersCutOff ? 'warning' : 'success'} glyph={usersCutOff ? 'offline' : 'verified'}>
                  {usersCutOff ? strings.operations.cutOff : strings.operations.calm}
                </Status>
                <Note>{takes}</Note>
              </Row>
              {state === undefined ? null : <Name>{state}</Name>}
            </Card>
          ))}
        </Stack>
      </Section>
      <Drift drift={operations.drift} />
    </>
  )
}
