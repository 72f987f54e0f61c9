import { memo, type ReactNode, useId, useMemo, useState } from 'react'
import { isKeyDue } from '#machines/engine/situation/listed.ts'
import type { EngagementRow } from '#messages/view.ts'
import { TypeBadge } from '../frame/type-badge.tsx'
import { useTimes, useWords } from '../language.tsx'
import { customers } from '../messages/customers.ts'
import { engagements } from '../messages/engagements.ts'
import { everyPage } from '../messages/every-page.ts'
import { team } from '../messages/team.ts'
import { Button } from '../primitives/button.tsx'
import { classNames } from '../primitives/class-names.ts'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { TextField } from '../primitives/fields.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Row } from '../primitives/layout.tsx'
import { Moment } from '../primitives/moment.tsx'
import { Mono, Name, Note, Text } from '../primitives/text.tsx'
import { type Tone, toneClass } from '../primitives/tones.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './engagement.module.css'
import { GridPart } from './grid-part.tsx'
import { rowWords } from './row-words.ts'
import { Stage } from './stage.tsx'
import type { VisibleRows } from './visible-rows.ts'

/** An environment's row: customer, stage, status, next step. IDs are in its details. */
export const Engagement = memo(function Engagement({
  row,
  at,
  isActive,
  isSelected,
  measure,
  onActive,
  onSelect,
  onResume,
}: {
  readonly row: EngagementRow
  readonly at: number
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly measure: VisibleRows['measure']
  readonly onActive: (id: string) => void
  readonly onSelect: (id: string, on: boolean) => void
  readonly onResume: () => void
}) {
  const words = useWords(engagements)
  const own = useWords(customers)
  const { owners } = useWords(everyPage)
  const { moment, relative, day } = useTimes()
  const { ask, bridge, keep, view } = useWizard()
  const now = useNow()
  const detailsId = useId()
  const [isOpen, setOpen] = useState(false)
  const { id, state, checkedAt, keyExpires, groups = [] } = row
  const ref = useMemo(() => measure(id), [measure, id])
  const isBusy = view.start?.connecting === true
  const isClosed = state.kind === 'closed'
  const name = row.environment || (isClosed ? words.unreadable : words.unnamed)
  const said = rowWords(row, { engagements: words, owners }, now, (time) => moment(time, now))
  const tab = isActive ? 0 : -1
  const open = async () => {
    if (!(await ask(bridge.call('engagements:open', { id })))) return
    // Drafts of another sign-in must not appear in this form.
    keep({ signIn: undefined })
    onResume()
  }
  return (
    <GridPart
      ref={ref}
      role="row"
      aria-rowindex={at}
      aria-selected={isSelected}
      className={classNames(styles.row, isSelected && styles.selected)}
      onFocus={() => onActive(id)}
    >
      <Cell className={styles.select}>
        <input
          type="checkbox"
          data-control="select"
          className={styles.box}
          tabIndex={tab}
          aria-label={own.select({ environment: name })}
          checked={isSelected}
          onChange={({ target }) => onSelect(id, target.checked)}
        />
      </Cell>
      <Cell className={styles.who}>
        {row.customer === '' ? null : (
          <Name>
            <bdi>{row.customer}</bdi>
          </Name>
        )}
        <span className={styles.environment}>
          <bdi>{name}</bdi>
          <TypeBadge type={row.environmentType} />
        </span>
        <SharedBy row={row} />
        {groups.length > 0 ? <Note>{groups.join(' · ')}</Note> : null}
      </Cell>
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
      <Cell label={own.keyExpires} className={toneClass(toneOfKey(row, now))}>
        {keyExpires === undefined ? null : (
          <>
            <span className={styles.key}>{day(keyExpires)}</span>
            <Note>{keyExpires <= now ? own.expired : relative(keyExpires, now)}</Note>
          </>
        )}
      </Cell>
      <Cell label={words.checked}>
        {checkedAt === undefined ? null : (
          <>
            <span className={styles.line}>
              <Moment at={checkedAt} />
            </span>
            <Note>{relative(checkedAt, now)}</Note>
          </>
        )}
      </Cell>
      <Cell className={styles.buttons}>
        {isClosed ? null : (
          <Button
            data-control="open"
            tabIndex={tab}
            disabledFocusable={isBusy}
            aria-label={words.openOf({ environment: name })}
            onClick={() => void open()}
          >
            {words.openIt}
          </Button>
        )}
        <Button
          appearance="subtle"
          data-control="details"
          tabIndex={tab}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          aria-label={words.detailsOf({ environment: name })}
          onClick={() => setOpen(!isOpen)}
        >
          {words.details}
        </Button>
      </Cell>
      {isOpen ? (
        <GridPart id={detailsId} role="gridcell" aria-colspan={8} className={styles.details}>
          <Details row={row} name={name} />
        </GridPart>
      ) : null}
    </GridPart>
  )
})

const toneOfKey = (row: EngagementRow, now: number): Tone =>
  row.keyExpires !== undefined && row.keyExpires <= now ? 'danger' : isKeyDue(row, now) ? 'warning' : 'neutral'

/** Header shown once above all rows, and repeated in each cell for screen readers. */
function Cell({
  label,
  className,
  children,
}: {
  readonly label?: string
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <GridPart role="gridcell" className={classNames(styles.cell, className)}>
      {/* Heard with the column header; shown where there are no columns. */}
      {label !== undefined && children ? (
        <span className={styles.label} aria-hidden="true">
          {label}
        </span>
      ) : null}
      {children}
    </GridPart>
  )
}

/** The person's name and groups for a customer, shared by all of its environments. */
function CustomerForm({ row }: { readonly row: EngagementRow }) {
  const words = useWords(customers)
  const { ask, bridge } = useWizard()
  const id = useId()
  const { customer, tenantName, tenantId, groups = [] } = row
  const [name, setName] = useState(tenantName === undefined ? '' : customer)
  const [typed, setTyped] = useState(groups.join(', '))
  const save = () => {
    const own = name.trim()
    const inGroups = [...new Set(typed.split(',').flatMap((each) => each.trim() || []))]
    void ask(bridge.call('customers:change', { tenantId, ...(own === '' ? {} : { name: own }), groups: inGroups }))
  }
  return (
    <div className={styles.form}>
      <TextField
        id={`${id}-name`}
        label={words.ownName}
        value={name}
        onChange={setName}
        hint={words.ownNameHint({ tenant: tenantName ?? customer })}
      />
      <TextField id={`${id}-groups`} label={words.groups} value={typed} hint={words.groupsHint} onChange={setTyped} />
      <Row>
        <Button onClick={save}>{words.keep}</Button>
      </Row>
    </div>
  )
}

/** Whether the team shares it, who works on it now, and what is missing in the team's store. */
function SharedBy({ row: { inTeam, held, note } }: { readonly row: EngagementRow }) {
  const words = useWords(team)
  if (!inTeam && !held && note === undefined) return null
  return (
    <>
      {inTeam || held ? <Note>{held ? words.openBy(held) : words.inStore}</Note> : null}
      {note === undefined ? null : <Note>{note}</Note>}
    </>
  )
}

function Details({ row, name }: { readonly row: EngagementRow; readonly name: string }) {
  const words = useWords(engagements)
  const own = useWords(customers)
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
          ...(row.tenantName === undefined ? [] : [[own.tenantName, row.tenantName] as const]),
          [words.cloud, row.cloud],
          [words.account, row.account],
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
        {row.state.kind === 'closed' || row.listedAt !== undefined ? null : (
          <Fact term={words.saved}>
            <Moment at={row.savedAt} />
          </Fact>
        )}
      </Facts>
      {row.state.kind === 'closed' ? null : <CustomerForm row={row} />}
      {row.here ? null : (
        <div className={styles.remove}>
          <Button aria-expanded={isRemoving} aria-label={words.removeOf({ environment: name })} onClick={() => setRemoving(!isRemoving)}>
            {words.remove}
          </Button>
          {isRemoving ? (
            <>
              <Text>{row.listedAt !== undefined ? words.removingUnopened : words.removing}</Text>
              <Row>
                <Button onClick={() => void ask(bridge.call('engagements:remove', { id: row.id }))}>{words.removeNow}</Button>
                <Button appearance="subtle" onClick={() => setRemoving(false)}>
                  {words.keep}
                </Button>
              </Row>
            </>
          ) : null}
        </div>
      )}
    </>
  )
}
