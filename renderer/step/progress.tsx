import type { ProgressView, RetryView, StepView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { classNames } from '../parts/class-names.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import type { IconName } from '../parts/icons.tsx'
import { Pill, type Tone } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import type { Strings } from '../strings.ts'
import { useNow } from '../wizard-context.tsx'
import styles from './progress.module.css'

const STATES: Readonly<Record<ProgressView['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  waiting: { tone: 'neutral', icon: 'circle' },
  running: { tone: 'brand', icon: 'running' },
  done: { tone: 'success', icon: 'check' },
  refused: { tone: 'danger', icon: 'cross' },
}

/** Id of the heading that gets the focus when the work begins. */
export const PROGRESS_HEADING_ID = 'progress-heading'

/** Each change with its state, since when, what it waits for, and its receipt. No percentage: nobody knows one. */
export function Progress({ step }: { readonly step: StepView }) {
  const strings = useStrings()
  const note = noteOf(strings.progress, step)
  return (
    <Section heading={strings.progress.heading} headingId={PROGRESS_HEADING_ID} {...(note === undefined ? {} : { note })}>
      <ol className={styles.list}>
        {step.progress.map((item) => (
          <Item key={item.key} item={item} {...(item.state === 'running' && step.retry ? { retry: step.retry } : {})} />
        ))}
      </ol>
    </Section>
  )
}

function noteOf(words: Strings['progress'], { phase, retry }: StepView): string | undefined {
  if (phase === 'rechecking') return words.rechecking
  if (phase !== 'pausing') return undefined
  return retry?.nextAt === undefined ? words.paused : words.pausing
}

/** Which try was refused, and how long it is until the next one. */
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
    <p className={styles.retry}>
      <strong>{strings.progress.attempt({ attempt, of })}</strong> {next}
    </p>
  )
}

function Item({ item, retry }: { readonly item: ProgressView; readonly retry?: RetryView }) {
  const strings = useStrings()
  const { moment } = useTimes()
  const now = useNow()
  const { tone, icon } = STATES[item.state]
  return (
    <li className={styles.item}>
      <span className={styles.state}>
        <Pill tone={tone} icon={icon}>
          {strings.progress.states[item.state]}
        </Pill>
      </span>
      <span className={styles.what}>
        <span className={classNames(item.state === 'running' && styles.running)}>{item.title}</span>
        {item.startedAt === undefined ? null : (
          <span className={styles.line}>{strings.progress.started({ at: moment(item.startedAt, now) })}</span>
        )}
        {item.waitsFor === undefined ? null : <span className={styles.line}>{item.waitsFor}</span>}
        {retry === undefined ? null : (
          <span className={styles.line}>{strings.progress.refused({ attempt: retry.attempt, of: retry.of, reason: retry.reason })}</span>
        )}
        {item.written === false ? <span className={styles.line}>{strings.progress.unchanged}</span> : null}
        {item.resourceId === undefined ? null : <ReceiptId id={item.resourceId} short />}
      </span>
    </li>
  )
}

// The last type and name of a resource id, for example "vaults/kv-contoso-cmk".
const tail = (id: string): string =>
  `…/${id
    .split('/')
    .filter((part) => part !== '')
    .slice(-2)
    .join('/')}`

/** A resource's id with its copy button, which always copies the whole. */
export function ReceiptId({ id, short = false }: { readonly id: string; readonly short?: boolean }) {
  const strings = useStrings()
  return (
    <span className={styles.receipt}>
      <span className={styles.id} title={short ? id : undefined}>
        {short ? tail(id) : id}
      </span>
      <CopyButton text={id} of={strings.progress.resource} />
    </span>
  )
}
