import type { OperationsView } from '../../messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useStrings } from '../language.tsx'
import { Card } from '../primitives/card.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { Row, Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Status } from '../primitives/status.tsx'
import { Heading, Name, Note, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'
import { Calendar } from './calendar.tsx'
import { Drift } from './drift.tsx'
import { KeyExpiration } from './key-expiration.tsx'
import { LandscapeLink } from './landscape-page.tsx'
import styles from './operations-page.module.css'
import { PageTitle } from './page-title.tsx'
import { WhatIf } from './what-if.tsx'

type Operation = OperationsView['list'][number]

// An operation without a sign of its own is still one of these.
const SIGNS: Readonly<Partial<Record<string, GlyphName>>> = {
  rotate: 'rotate',
  protect: 'policy',
  add: 'plus',
  change: 'swap',
  revert: 'undo',
  're-enable': 'power',
}

/** What can be done after the link, the way without an outage first, and what has changed since the end. */
export function OperationsPage({ operations }: { readonly operations: OperationsView }) {
  const strings = useStrings()
  const { view } = useWizard()
  const heading = useHeadingFocus('operations')
  return (
    <>
      <PageTitle ref={heading}>{strings.operations.title}</PageTitle>
      <Section heading={strings.operations.choose}>
        <ul className={styles.list}>
          {operations.list.map((operation) => (
            <Entry key={operation.id} operation={operation} />
          ))}
        </ul>
      </Section>
      {view.keyDates === undefined ? null : <KeyExpiration dates={view.keyDates} />}
      <LandscapeLink />
      <Drift drift={operations.drift} />
      <Calendar />
      <WhatIf />
    </>
  )
}

/**
 * What can be done on the way to the next step, and later as well.
 * @param note what is proposed for the key's protection
 */
export function Optional({ operations, note }: { readonly operations: OperationsView['list']; readonly note?: string | undefined }) {
  const { optional, optionalNote } = useStrings().operations
  return (
    <Section heading={optional} note={optionalNote}>
      <ul className={styles.list}>
        {operations.map((operation) => (
          <Entry key={operation.id} operation={operation} note={operation.id === 'protect' ? note : undefined} />
        ))}
      </ul>
    </Section>
  )
}

/** One of them: whether users stay online stands first, before it is opened. */
function Entry({
  operation: { id, title, when, usersCutOff, takes, state },
  note,
}: {
  readonly operation: Operation
  readonly note?: string | undefined
}) {
  const strings = useStrings()
  const { send } = useWizard()
  return (
    <Card as="li" padded target>
      <Stack>
        <div className={styles.head}>
          <span className={styles.sign}>
            <Glyph name={SIGNS[id] ?? 'tools'} size={20} />
          </span>
          <Heading level={3} size="medium">
            <TextButton look="card" onClick={() => send({ type: 'OPEN_OPERATION', operation: id })}>
              {title}
            </TextButton>
          </Heading>
        </div>
        <Text>{when}</Text>
        <Row>
          <Status tone={usersCutOff ? 'warning' : 'success'} glyph={usersCutOff ? 'offline' : 'verified'}>
            {usersCutOff ? strings.operations.cutOff : strings.operations.calm}
          </Status>
          <Note>{takes}</Note>
        </Row>
        {state === undefined ? null : <Name>{state}</Name>}
        {/* What was opened and carried out says itself what it is. */}
        {note === undefined || state !== undefined ? null : <Name>{note}</Name>}
      </Stack>
    </Card>
  )
}
