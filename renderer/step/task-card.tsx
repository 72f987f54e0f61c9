import { type ReactNode, useId } from 'react'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import type { FindingView, StepView } from '#messages/view.ts'
import { ActionButtons } from '../frame/action-buttons.tsx'
import { pageActions } from '../frame/page-actions.ts'
import { Glyph } from '../primitives/glyph.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { Status } from '../primitives/status.tsx'
import { Heading, Hidden, Name } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { FindingCard } from './finding-card.tsx'
import { findingTitleId } from './finding-id.ts'
import { findingState } from './finding-state.ts'
import { type Names, NamesQuestion, QUESTION_OF_NAMES } from './names-question.tsx'
import styles from './task-card.module.css'

/** The finding that is the task: the card shows it, and the list has the others. */
export const findingOfTask = ({ task, findings }: StepView): FindingView | undefined =>
  task.finding === undefined || task.goTo !== undefined ? undefined : findings.find(({ key }) => key === task.finding)

/** The person's task: its button, what happens next, owner and duration. Reasons are in the help. */
export function TaskCard({ step }: { readonly step: StepView }) {
  const { task, place, proved } = step
  const strings = useStrings()
  const { happens, who, takes, starts } = task.about ?? {}
  const finding = findingOfTask(step)
  if (finding !== undefined) return <FindingTask finding={finding} names={step.picture.kind === 'noted' ? step.picture.names : undefined} />
  // After an operation, nothing is to be done.
  const label = place === undefined && proved ? null : (task.done?.verified ?? strings.task.now)
  return (
    <ActionCard label={label} sentence={task.now} text={happens} tone={task.done && 'success'}>
      {who === undefined ? null : (
        <dl className={styles.about}>
          <About term={strings.task.who} sign="person">
            {who.map((owner) => strings.owners[ownerOf(owner)]).join(' · ')}
          </About>
          {takes === undefined ? null : (
            <About term={strings.task.takes} sign="clock">
              {takes}
            </About>
          )}
          {starts === undefined ? null : <About term={strings.schedule.starts}>{starts}</About>}
        </dl>
      )}
    </ActionCard>
  )
}

function FindingTask({ finding, names }: { readonly finding: FindingView; readonly names: Names | undefined }) {
  const strings = useStrings()
  const { view } = useWizard()
  const { word, tone, glyph } = findingState(finding, strings.findings.pills)
  const isOfNames = names !== undefined && finding.key === QUESTION_OF_NAMES && finding.attestable && finding.refusal === undefined
  return (
    <ActionCard
      label={
        <Status tone={tone} glyph={glyph}>
          {word}
        </Status>
      }
      sentence={finding.title}
      titleId={findingTitleId(finding.key)}
      {...(isOfNames ? { text: finding.remedy, actions: null } : {})}
    >
      {isOfNames ? <NamesQuestion names={names} /> : null}
      <ul className={styles.finding}>
        <FindingCard finding={finding} opened said={isOfNames} but={pageActions(view, strings).primary?.label} />
      </ul>
    </ActionCard>
  )
}

/**
 * The main card of a page, with its one primary button.
 * @param label replaces "Do now"; null: none
 * @param text an additional sentence
 * @param actions replace the page's own; null: they are further down
 * @param titleId of a sentence that the focus can go to
 */
export function ActionCard({
  label,
  sentence,
  text,
  tone,
  actions,
  titleId,
  children,
}: {
  readonly label?: ReactNode
  readonly sentence: ReactNode
  readonly text?: ReactNode
  readonly tone?: 'danger' | 'warning' | 'success' | undefined
  readonly actions?: ReactNode
  readonly titleId?: string
  readonly children?: ReactNode
}) {
  const strings = useStrings()
  const id = useId()
  return (
    <section
      className={styles.card}
      data-tone={tone}
      data-task={titleId === undefined ? undefined : 'finding'}
      aria-labelledby={titleId ?? id}
    >
      <div className={styles.now}>
        <div className={styles.said}>
          {label === null ? null : (
            <span id={id} className={styles.label}>
              {label ?? strings.task.now}
            </span>
          )}
          {titleId === undefined ? (
            <p id={label === null ? id : undefined} className={styles.sentence}>
              {sentence}
            </p>
          ) : (
            <Heading level={2} size="medium" id={titleId} focus="ring">
              {sentence}
            </Heading>
          )}
          {text === undefined ? null : <p className={styles.text}>{text}</p>}
        </div>
        {actions === undefined ? <ActionButtons /> : actions === null ? null : <div data-actions>{actions}</div>}
      </div>
      {children}
    </section>
  )
}

/** @param sign replaces the term visually */
function About({ term, sign, children }: { readonly term: string; readonly sign?: GlyphName; readonly children: ReactNode }) {
  return (
    <div className={styles.part}>
      <dt className={styles.term}>
        {sign === undefined ? (
          term
        ) : (
          <>
            <Glyph name={sign} />
            <Hidden>{term}</Hidden>
          </>
        )}
      </dt>
      <dd>
        <Name>{children}</Name>
      </dd>
    </div>
  )
}
