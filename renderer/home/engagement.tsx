import { Button } from '@fluentui/react-components'
import { type ReactNode, useId, useState } from 'react'
import type { EngagementRow } from '../../messages/view.ts'
import { TypeBadge } from '../frame/type-badge.tsx'
import { useTimes, useWords } from '../language.tsx'
import { common } from '../messages/common.ts'
import { engagements } from '../messages/engagements.ts'
import { classNames } from '../primitives/class-names.ts'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Row } from '../primitives/layout.tsx'
import { Mono, Name, Note, Text } from '../primitives/text.tsx'
import { toneClass } from '../primitives/tones.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './engagement.module.css'
import { rowWords } from './row-words.ts'
import { Stage } from './stage.tsx'

/** One environment: who and where, how far it is, how it stands and why, and what is next. Names first; its IDs open with its details. */
export function Engagement({ row, onResume }: { readonly row: EngagementRow; readonly onResume: () => void }) {
  const words = useWords(engagements)
  const { owners } = useWords(common)
  const { moment, relative } = useTimes()
  const { ask, bridge, drafts, view } = useWizard()
  const now = useNow()
  const detailsId = useId()
  const [isOpen, setOpen] = useState(false)
  const { state, checkedAt } = row
  const isBusy = view.start?.connecting === true
  const isClosed = state.kind === 'closed'
  const name = row.environment || (isClosed ? words.unreadable : words.unnamed)
  const said = rowWords(row, { engagements: words, owners }, now, (at) => moment(at, now))
  const open = async () => {
    if (isBusy) return
    // What was typed for another sign-in must not stand in this one's form.
    delete drafts.signIn
    if (await ask(bridge.openEngagement(row.id))) onResume()
  }
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        {row.customer === '' ? null : <Name>{row.customer}</Name>}
        <span className={styles.environment}>
          <span>{name}</span>
          <TypeBadge type={row.environmentType} />
        </span>
      </div>
      <Cell label={words.stage}>{row.steps.length > 0 ? <Stage steps={row.steps} /> : null}</Cell>
      <Cell label={words.status} className={toneClass(said.tone)}>
        <span className={styles.status}>
          <Glyph name={said.glyph} />
          <span>{said.status}</span>
        </span>
        {said.why === undefined ? null : <Note>{said.why}</Note>}
      </Cell>
      <Cell label={words.next}>
        {said.next === undefined ? null : <span className={styles.line}>{said.next}</span>}
        {said.owner === undefined ? null : <Note>{said.owner}</Note>}
      </Cell>
      <Cell label={words.checked}>
        {checkedAt === undefined ? null : (
          <>
            <span className={styles.line}>{moment(checkedAt, now)}</span>
            <Note>{relative(checkedAt, now)}</Note>
          </>
        )}
      </Cell>
      <div className={styles.buttons}>
        {isClosed ? null : (
          <Button disabledFocusable={isBusy} aria-label={words.openOf({ environment: name })} onClick={() => void open()}>
            {words.openIt}
          </Button>
        )}
        <Button
          appearance="subtle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          aria-label={words.detailsOf({ environment: name })}
          onClick={() => setOpen(!isOpen)}
        >
          {words.details}
        </Button>
      </div>
      {isOpen ? (
        <div id={detailsId} className={styles.details}>
          <Details row={row} name={name} />
        </div>
      ) : null}
    </li>
  )
}

/** Its column is named once above all rows, and in each for those who do not see that. */
function Cell({
  label,
  className,
  children,
}: {
  readonly label: string
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <div className={classNames(styles.cell, className)}>
      {children ? <span className={styles.label}>{label}</span> : null}
      {children}
    </div>
  )
}

/** What tells the environment apart from all others, and the way off the list. */
function Details({ row, name }: { readonly row: EngagementRow; readonly name: string }) {
  const words = useWords(engagements)
  const { moment } = useTimes()
  const now = useNow()
  const { ask, bridge } = useWizard()
  const [isRemoving, setRemoving] = useState(false)
  const ids: readonly (readonly [string, string])[] =
    row.state.kind === 'closed'
      ? [[words.folder, row.id]]
      : [
          [words.environmentId, row.environmentId],
          [words.tenantId, row.tenantId],
        ]
  const facts: readonly (readonly [string, string])[] =
    row.state.kind === 'closed'
      ? []
      : [
          [words.cloud, row.cloud],
          [words.account, row.account],
          [words.saved, moment(row.savedAt, now)],
        ]
  return (
    <>
      <Facts>
        {ids.map(([term, value]) => (
          <Fact key={term} term={term}>
            <Row as="span" gap="tight">
              <Mono>{value}</Mono>
              <CopyButton text={value} of={term} />
            </Row>
          </Fact>
        ))}
        {facts.map(([term, value]) => (
          <Fact key={term} term={term}>
            {value}
          </Fact>
        ))}
      </Facts>
      <div className={styles.remove}>
        <Button aria-expanded={isRemoving} aria-label={words.removeOf({ environment: name })} onClick={() => setRemoving(!isRemoving)}>
          {words.remove}
        </Button>
        {isRemoving ? (
          <>
            <Text>{words.removing}</Text>
            <Row>
              <Button onClick={() => void ask(bridge.removeEngagement(row.id))}>{words.removeNow}</Button>
              <Button appearance="subtle" onClick={() => setRemoving(false)}>
                {words.keep}
              </Button>
            </Row>
          </>
        ) : null}
      </div>
    </>
  )
}
