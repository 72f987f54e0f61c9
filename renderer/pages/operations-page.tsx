import type { OperationsView } from '#messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useTimes } from '../language.tsx'
import { Button } from '../primitives/button.tsx'
import { Card, CardItem } from '../primitives/card.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { Row, Spaced, Stack, Tiles } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Status } from '../primitives/status.tsx'
import { Heading, Name, Note, Text } from '../primitives/text.tsx'
import { RemoveCreated } from '../removal/remove-created.tsx'
import { bringIntoSight } from '../step/finding-id.ts'
import { ActionCard } from '../step/task-card.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { Calendar } from './calendar.tsx'
import { Drift, DriftFold } from './drift.tsx'
import { KeyExpiration } from './key-expiration.tsx'
import { LandscapeLink } from './landscape-page.tsx'
import styles from './operations-page.module.css'
import { PageTitle } from './page-title.tsx'
import { isCalm, WhatIf } from './what-if.tsx'

type Operation = OperationsView['list'][number]

// Operations without their own sign share a default.
const SIGNS: Readonly<Partial<Record<string, GlyphName>>> = {
  rotate: 'rotate',
  protect: 'policy',
  add: 'plus',
  change: 'swap',
  revert: 'undo',
  're-enable': 'power',
}

const DRIFT_HEADING_ID = 'drift-heading'

interface First {
  readonly label?: string
  readonly tone?: 'danger'
  readonly sentence: string
  readonly text?: string
  readonly action?: { readonly label: string; readonly go: () => void; readonly operation?: string }
}

/** By urgency: lock, expiring key, drift, unchecked steps, unprotected key. */
function useFirst({ list, drift, unchecked }: OperationsView): First {
  const { operations: words, drift: ofDrift } = useStrings()
  const { view, send, can } = useWizard()
  const { day } = useTimes()
  const now = useNow()
  const opening = (operation: string) => ({
    label: list.find(({ id }) => id === operation)?.title ?? words.title,
    go: () => send({ type: 'OPEN_OPERATION', operation }),
    operation,
  })
  const { emergency, keyDates } = view
  if (emergency)
    return {
      label: words.emergency,
      tone: 'danger',
      text: emergency.text,
      sentence: emergency.keyIsBack ? words.lockedKeyIsBack : words.locked,
      action: opening(emergency.operation),
    }
  if (keyDates?.expires !== undefined && keyDates.rotateFrom !== undefined && keyDates.rotateFrom <= now)
    return { sentence: words.expires({ at: day(keyDates.expires) }), action: opening('rotate') }
  const changes = drift?.changes.filter(({ snoozed, turn }) => snoozed === undefined && turn !== 'better').length ?? 0
  if (changes > 0)
    return { sentence: words.changed({ changes }), action: { label: words.showChanges, go: () => bringIntoSight(`#${DRIFT_HEADING_ID}`) } }
  if (unchecked) {
    const check = () => send(can('CHECK_AGAIN') ? { type: 'CHECK_AGAIN' } : { type: 'GO_TO_PAGE', page: 'preflight' })
    const sentence = drift?.reading ? ofDrift.reading : words.unchecked
    return { sentence, action: { label: words.checkAll, go: check } }
  }
  if (list.some(({ id, state }) => id === 'protect' && state === undefined))
    return { sentence: words.protect, text: words.protectText, action: opening('protect') }
  return { sentence: words.nothing }
}

/** The most urgent operation, the others in a line each, and the key's facts, folded unless something happened. */
export function OperationsPage({ operations }: { readonly operations: OperationsView }) {
  const strings = useStrings()
  const { view } = useWizard()
  const heading = useHeadingFocus('operations')
  const { action, ...first } = useFirst(operations)
  const { drift } = operations
  const { emergency, whatIf, keyDates } = view
  const hasChanged = drift && (emergency || drift.changes.length > 0 || (drift.problem && !drift.reading))
  const hasHappened = whatIf && !isCalm(whatIf)
  return (
    <>
      <PageTitle ref={heading}>{strings.operations.title}</PageTitle>
      <ActionCard
        label={null}
        {...first}
        actions={
          action === undefined ? null : (
            <Button appearance="primary" onClick={action.go}>
              {action.label}
            </Button>
          )
        }
      />
      {hasChanged ? <Drift drift={drift} headingId={DRIFT_HEADING_ID} /> : null}
      {hasHappened ? <WhatIf whatIf={whatIf} /> : null}
      {keyDates?.expires === undefined ? null : <KeyExpiration dates={keyDates} />}
      <Operations list={operations.list} except={action?.operation} />
      <Spaced>
        <Card>
          {whatIf && !hasHappened ? <WhatIf whatIf={whatIf} /> : null}
          {keyDates && keyDates.expires === undefined ? <KeyExpiration dates={keyDates} /> : null}
          <Calendar folded />
          {hasChanged ? null : <DriftFold drift={drift} />}
        </Card>
      </Spaced>
      <LandscapeLink />
      <Spaced>
        <RemoveCreated />
      </Spaced>
    </>
  )
}

/** @param except shown above with its own button */
function Operations({ list, except }: Pick<OperationsView, 'list'> & { readonly except: string | undefined }) {
  const { choose } = useStrings().operations
  return (
    <Section heading={choose}>
      <Card as="ul">
        {list
          .filter(({ id, state }) => id !== except && (id !== 're-enable' || state !== undefined))
          .map((operation) => (
            <OperationLine key={operation.id} operation={operation} />
          ))}
      </Card>
    </Section>
  )
}

/** An operation in one line: title, downtime, duration. */
function OperationLine({ operation: { id, title, usersCutOff, takes, state } }: { readonly operation: Operation }) {
  const { send } = useWizard()
  return (
    <CardItem
      lead={
        <span className={styles.sign} data-sign="">
          <Glyph name={SIGNS[id] ?? 'tools'} size={20} />
        </span>
      }
      aside={<Downtime usersCutOff={usersCutOff} takes={takes} />}
    >
      <TextButton onClick={() => send({ type: 'OPEN_OPERATION', operation: id })}>{title}</TextButton>
      {state === undefined ? null : <Name>{state}</Name>}
    </CardItem>
  )
}

function Downtime({ usersCutOff, takes }: Pick<Operation, 'usersCutOff' | 'takes'>) {
  const { calm, cutOff } = useStrings().operations
  return (
    <>
      <Status tone={usersCutOff ? 'warning' : 'success'} glyph={usersCutOff ? 'offline' : 'verified'}>
        {usersCutOff ? cutOff : calm}
      </Status>
      <Note>{takes}</Note>
    </>
  )
}

/** Operations that are possible before the next step, and later. @param note proposed protections */
export function Optional({ operations, note }: { readonly operations: OperationsView['list']; readonly note?: string | undefined }) {
  const { optional, optionalNote } = useStrings().operations
  return (
    <Section heading={optional} note={optionalNote}>
      <Tiles as="ul" least={320} gap="even">
        {operations.map((operation) => (
          <Entry key={operation.id} operation={operation} note={operation.id === 'protect' ? note : undefined} />
        ))}
      </Tiles>
    </Section>
  )
}

/** States first whether users stay online. */
function Entry({
  operation: { id, title, when, usersCutOff, takes, state },
  note,
}: {
  readonly operation: Operation
  readonly note?: string | undefined
}) {
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
        {when === undefined ? null : <Text>{when}</Text>}
        <Row>
          <Downtime usersCutOff={usersCutOff} takes={takes} />
        </Row>
        {state === undefined ? null : <Name>{state}</Name>}
        {/* An applied operation shows its own result. */}
        {note === undefined || state !== undefined ? null : <Name>{note}</Name>}
      </Stack>
    </Card>
  )
}
