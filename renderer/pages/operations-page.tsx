import { Button } from '@fluentui/react-components'
import type { OperationsView } from '../../messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useStrings, useTimes } from '../language.tsx'
import { Card, CardItem } from '../primitives/card.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { Row, Spaced, Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Status } from '../primitives/status.tsx'
import { Heading, Name, Note, Text } from '../primitives/text.tsx'
import { RemoveCreated } from '../removal/remove-created.tsx'
import { bringIntoSight } from '../step/finding-id.ts'
import { ActionCard } from '../step/task-card.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
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

const DRIFT_HEADING_ID = 'drift-heading'

/** What the card says, and what its button opens. */
interface First {
  readonly label?: string
  readonly tone?: 'danger'
  readonly sentence: string
  readonly text?: string
  readonly action?: { readonly label: string; readonly go: () => void }
}

/** What applies first: a lock, a key that is about to expire, what changed since the baseline, steps to check, a key without protection. */
function useFirst({ list, drift, unchecked }: OperationsView): First {
  const { operations: words, drift: ofDrift } = useStrings()
  const { view, send, can } = useWizard()
  const { day } = useTimes()
  const now = useNow()
  const open = (id: string) => () => send({ type: 'OPEN_OPERATION', operation: id })
  const titleOf = (id: string) => list.find((each) => each.id === id)?.title ?? words.title
  const { emergency, keyDates } = view
  if (emergency)
    return {
      ...{ label: words.emergency, tone: 'danger', text: emergency.text },
      sentence: emergency.keyIsBack ? words.lockedKeyIsBack : words.locked,
      action: { label: titleOf(emergency.operation), go: open(emergency.operation) },
    }
  if (keyDates?.expires !== undefined && keyDates.rotateFrom !== undefined && keyDates.rotateFrom <= now)
    return { sentence: words.expires({ at: day(keyDates.expires) }), action: { label: titleOf('rotate'), go: open('rotate') } }
  const changes = drift?.changes.filter(({ snoozed, turn }) => snoozed === undefined && turn !== 'better').length ?? 0
  if (changes > 0)
    return { sentence: words.changed({ changes }), action: { label: words.showChanges, go: () => bringIntoSight(`#${DRIFT_HEADING_ID}`) } }
  if (unchecked) {
    const check = () => send(can('CHECK_AGAIN') ? { type: 'CHECK_AGAIN' } : { type: 'GO_TO_PAGE', page: 'preflight' })
    const sentence = drift?.reading ? ofDrift.reading : words.unchecked
    return { sentence, action: { label: words.checkAll, go: check } }
  }
  if (list.some(({ id, state }) => id === 'protect' && state === undefined))
    return { sentence: words.protect, text: words.protectText, action: { label: titleOf('protect'), go: open('protect') } }
  return { sentence: words.nothing }
}

/** What applies first, what takes the environment offline, the dates, and every operation that isn't needed now in a line. */
export function OperationsPage({ operations }: { readonly operations: OperationsView }) {
  const strings = useStrings()
  const { view } = useWizard()
  const heading = useHeadingFocus('operations')
  const { action, ...first } = useFirst(operations)
  return (
    <>
      <PageTitle ref={heading}>{strings.operations.title}</PageTitle>
      <ActionCard
        {...{ label: strings.operations.first, ...first }}
        actions={
          action === undefined ? null : (
            <Button appearance="primary" onClick={action.go}>
              {action.label}
            </Button>
          )
        }
      />
      {view.emergency || (operations.drift?.changes.length ?? 0) > 0 ? (
        <Drift drift={operations.drift} headingId={DRIFT_HEADING_ID} />
      ) : null}
      <WhatIf />
      {view.keyDates === undefined ? null : <KeyExpiration dates={view.keyDates} />}
      <Calendar />
      <Section heading={strings.operations.choose}>
        <Card as="ul">
          {operations.list
            .filter(({ id, state }) => id !== 're-enable' || state !== undefined || view.emergency !== undefined)
            .map((operation) => (
              <OperationLine key={operation.id} operation={operation} />
            ))}
        </Card>
      </Section>
      {view.emergency || (operations.drift?.changes.length ?? 0) > 0 ? null : (
        <Drift drift={operations.drift} headingId={DRIFT_HEADING_ID} />
      )}
      <LandscapeLink />
      <Spaced>
        <RemoveCreated />
      </Spaced>
    </>
  )
}

/** An operation in one line: what it is, when to use it, whether users stay online, and how long it takes. */
function OperationLine({ operation: { id, title, when, usersCutOff, takes, state } }: { readonly operation: Operation }) {
  const strings = useStrings()
  const { send } = useWizard()
  return (
    <CardItem
      lead={
        <span className={styles.sign} data-sign="">
          <Glyph name={SIGNS[id] ?? 'tools'} size={20} />
        </span>
      }
      aside={
        <>
          <Status tone={usersCutOff ? 'warning' : 'success'} glyph={usersCutOff ? 'offline' : 'verified'}>
            {usersCutOff ? strings.operations.cutOff : strings.operations.calm}
          </Status>
          <Note>{takes}</Note>
        </>
      }
    >
      <TextButton onClick={() => send({ type: 'OPEN_OPERATION', operation: id })}>{title}</TextButton>
      <Note>{when}</Note>
      {state === undefined ? null : <Name>{state}</Name>}
    </CardItem>
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
