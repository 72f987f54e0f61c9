import type { ReactNode } from 'react'
import type { StageEntry, StepperEntry } from '#messages/view.ts'
import { STATE_LOOKS } from '../key-map/looks.ts'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Place, TextButton } from '../primitives/link-button.tsx'
import { Status } from '../primitives/status.tsx'
import { Hidden, Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import styles from './stepper.module.css'

const LOOKS = { ...STATE_LOOKS, stopped: { tone: 'warning', glyph: 'action' } } as const
const SIGNS = { prepare: 'list', manage: 'tools' } as const

/** A list, not tabs, because a step opens only when the previous one is verified. */
export function Stepper() {
  const {
    view: { stages, stepper },
    can,
    send,
  } = useWizard()
  const around = (entry: StageEntry | undefined) =>
    entry === undefined ? null : (
      <Stage
        entry={entry}
        sign={<Glyph name={SIGNS[entry.id]} />}
        onGo={entry.page && can('GO_TO_PAGE') ? () => entry.page && send({ type: 'GO_TO_PAGE', page: entry.page }) : undefined}
      />
    )
  return (
    <ol>
      {around(stages?.prepare)}
      {stepper.map((entry, index) => (
        <Stage
          key={entry.id}
          entry={entry}
          sign={index + 1}
          onGo={
            entry.state !== 'now' && entry.state !== 'closed' && can('GO_TO_STEP')
              ? () => send({ type: 'GO_TO_STEP', step: entry.id })
              : undefined
          }
        />
      ))}
      {around(stages?.manage)}
    </ol>
  )
}

function Stage({
  entry,
  sign,
  onGo,
}: {
  readonly entry: StageEntry | StepperEntry
  readonly sign: ReactNode
  readonly onGo: (() => void) | undefined
}) {
  const strings = useStrings()
  const { view } = useWizard()
  const { title, state } = entry
  const isNow = state === 'now'
  const name = (
    <>
      {title}
      <Hidden>{` (${strings.frame.stepState[state]})`}</Hidden>
    </>
  )
  return (
    <li className={classNames(styles.step, isNow && styles.now)} aria-current={isNow ? 'step' : undefined}>
      <span className={classNames(styles.dot, styles[state])} aria-hidden="true">
        {state === 'done' ? <Glyph name="check" /> : sign}
      </span>
      {onGo ? (
        <TextButton look="plain" onClick={onGo}>
          {name}
        </TextButton>
      ) : (
        // If closed, the note says when it opens.
        <Place now={isNow} why={isNow || state === 'closed' ? undefined : view.staying}>
          {name}
        </Place>
      )}
      <Asks entry={entry} />
    </li>
  )
}

function Asks({ entry: { asks, note } }: { readonly entry: StageEntry | StepperEntry }) {
  if (asks) {
    const { tone, glyph } = LOOKS[asks.state]
    return (
      <Status tone={tone} glyph={glyph} long>
        {asks.text}
      </Status>
    )
  }
  return note === '' ? null : <Note>{note}</Note>
}
