import { defined } from '#machines/defined.ts'
import type { ProgressView, RetryView, StepView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { Card, CardItem } from '../primitives/card.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Row } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { Mono, Name, Note, Text } from '../primitives/text.tsx'
import { type Strings, useStrings } from '../strings.ts'
import { useNow } from '../wizard-context.tsx'

const LOOKS: Readonly<Record<ProgressView['state'], StateLook>> = {
  waiting: { tone: 'neutral', glyph: 'missing' },
  running: { tone: 'brand', glyph: 'running' },
  done: { tone: 'success', glyph: 'verified' },
  refused: { tone: 'danger', glyph: 'action' },
}

/** ID of the heading that gets the focus when the work begins. */
export const PROGRESS_HEADING_ID = 'progress-heading'

/** No percentage, because none is known. */
export function Progress({ step }: { readonly step: StepView }) {
  const strings = useStrings()
  const note = noteOf(strings.progress, step)
  return (
    <Section heading={strings.progress.heading} headingId={PROGRESS_HEADING_ID} {...defined({ note })}>
      <Card as="ol">
        {step.progress.map((item) => (
          <Item key={item.key} item={item} {...(item.state === 'running' && step.retry ? { retry: step.retry } : {})} />
        ))}
      </Card>
    </Section>
  )
}

function noteOf(words: Strings['progress'], { phase, retry }: StepView): string | undefined {
  if (phase === 'rechecking') return words.rechecking
  if (phase !== 'pausing') return undefined
  if (retry === undefined) return words.asking
  return retry.nextAt === undefined ? words.paused : words.pausing
}

export function Retry({ retry: { attempt, of, nextAt } }: { readonly retry: RetryView }) {
  const strings = useStrings()
  const { countdown } = useTimes()
  const now = useNow(1000)
  const next =
    nextAt === undefined
      ? strings.progress.held
      : nextAt > now
        ? strings.progress.nextTry({ left: countdown(nextAt - now) })
        : strings.progress.nextTryNow
  return (
    <Text>
      <strong>{strings.progress.attempt({ attempt, of })}</strong> {next}
    </Text>
  )
}

function Item({ item, retry }: { readonly item: ProgressView; readonly retry?: RetryView }) {
  const strings = useStrings()
  const { moment } = useTimes()
  const now = useNow()
  return (
    <CardItem lead={<Status {...LOOKS[item.state]}>{strings.progress.states[item.state]}</Status>}>
      {item.state === 'running' ? <Name>{item.title}</Name> : item.title}
      {item.startedAt === undefined ? null : <Note>{strings.progress.started({ at: moment(item.startedAt, now) })}</Note>}
      {item.waitsFor === undefined ? null : <Note>{item.waitsFor}</Note>}
      {retry === undefined ? null : <Note>{strings.progress.refused({ attempt: retry.attempt, of: retry.of, reason: retry.reason })}</Note>}
      {item.written === false ? <Note>{strings.progress.unchanged}</Note> : null}
      {item.resourceId === undefined ? null : <ReceiptId id={item.resourceId} />}
    </CardItem>
  )
}

// Last type and name of a resource ID, for example "vaults/kv-contoso-cmk".
const tail = (id: string): string =>
  `…/${id
    .split('/')
    .filter((part) => part !== '')
    .slice(-2)
    .join('/')}`

function ReceiptId({ id }: { readonly id: string }) {
  const strings = useStrings()
  return (
    <Row as="span" gap="tight">
      <Mono title={id}>{tail(id)}</Mono>
      <CopyButton text={id} of={strings.progress.resource} />
    </Row>
  )
}
