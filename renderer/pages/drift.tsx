import type { DriftView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { Callout } from '../parts/callout.tsx'
import { classNames } from '../parts/class-names.ts'
import type { IconName } from '../parts/icons.tsx'
import { TextButton } from '../parts/link-button.tsx'
import { Pill, type Tone } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import { Problem } from '../step/problem.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './drift.module.css'

const SIGNS: Readonly<Record<DriftView['changes'][number]['turn'], { readonly tone: Tone; readonly icon: IconName }>> = {
  worse: { tone: 'danger', icon: 'cross' },
  better: { tone: 'success', icon: 'check' },
  other: { tone: 'neutral', icon: 'plan' },
}

/** What was true at the end against what is true now, and the button that compares them. */
export function Drift({ drift }: { readonly drift: DriftView | undefined }) {
  const words = useStrings().drift
  const { moment } = useTimes()
  const { can, send } = useWizard()
  const now = useNow()
  if (!drift)
    return (
      <Section heading={words.heading}>
        <p className={styles.text}>{words.noEnd}</p>
      </Section>
    )
  const { endAt, endBy, reading, comparedAt, changes, problem } = drift
  const known = comparedAt !== undefined && !reading && problem === undefined
  return (
    <Section
      heading={words.heading}
      note={reading ? words.reading : comparedAt === undefined ? '' : words.compared({ when: moment(comparedAt, now) })}
      busy={reading}
      action={can('CHECK_AGAIN') ? <TextButton onClick={() => send({ type: 'CHECK_AGAIN' })}>{words.compare}</TextButton> : undefined}
    >
      <p className={styles.text}>{words.end({ when: moment(endAt, now), by: endBy })}</p>
      {problem && !reading ? <Problem problem={problem} level="h3" /> : null}
      {known && changes.length === 0 ? <Callout tone="success">{words.nothing}</Callout> : null}
      {known && changes.length > 0 ? <Changes changes={changes} /> : null}
    </Section>
  )
}

function Changes({ changes }: { readonly changes: DriftView['changes'] }) {
  const words = useStrings().drift
  const open = changes.filter(({ remedy }) => remedy !== undefined).length
  return (
    <>
      <Callout tone={open > 0 ? 'warning' : 'info'}>{words.toPutRight({ worse: open })}</Callout>
      <div className={styles.room}>
        {/* Where there is no room the cells stand below each other: the roles are said so that it stays a table. */}
        {/* biome-ignore lint/a11y/noRedundantRoles: another `display` takes the role of a table away */}
        <table role="table" className={styles.table} aria-label={words.heading}>
          {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
          <thead role="rowgroup" className={styles.heads}>
            {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
            <tr role="row">
              {[words.what, words.was, words.is, words.who].map((head) => (
                // biome-ignore lint/a11y/noRedundantRoles: as above
                <th key={head} role="columnheader" scope="col" className={styles.head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
          <tbody role="rowgroup">
            {changes.map((change) => (
              <Row key={change.key} change={change} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Row({ change: { what, was, is, turn, owner, remedy } }: { readonly change: DriftView['changes'][number] }) {
  const strings = useStrings()
  const words = useStrings().drift
  return (
    // biome-ignore lint/a11y/noRedundantRoles: another `display` takes the role away
    <tr role="row" className={styles.row}>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <th role="rowheader" scope="row" className={classNames(styles.cell, styles.what)}>
        <span className={styles.name}>{what}</span>
        <Pill {...SIGNS[turn]}>{words.turns[turn]}</Pill>
      </th>
      <Cell head={words.was}>{was}</Cell>
      <Cell head={words.is}>{is}</Cell>
      <Cell head={words.who}>
        <span className={styles.name}>{strings.owners[owner]}</span>
        {remedy ?? words.inOrder}
      </Cell>
    </tr>
  )
}

function Cell({ head, children }: { readonly head: string; readonly children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above
    <td role="cell" className={styles.cell}>
      {/* Seen only where the heads of the columns are not. */}
      <span className={styles.label} aria-hidden="true">
        {head}
      </span>
      {children}
    </td>
  )
}
