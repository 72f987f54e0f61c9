import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { MINUTE } from '#machines/engine/durations.ts'
import { type Group, rowAt } from '#machines/engine/situation/listed.ts'
import type { EngagementRow } from '#messages/view.ts'
import { useFormatter, useTimes, useWords } from '../language.tsx'
import { customers } from '../messages/customers.ts'
import { engagements } from '../messages/engagements.ts'
import { keyDatesOfAll } from '../messages/key-dates-of-all.ts'
import { start as startWords } from '../messages/start.ts'
import { templates } from '../messages/templates.ts'
import { StartFrame } from '../pages/start-frame.tsx'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Text } from '../primitives/text.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import { ApplyChoices } from './apply-choices.tsx'
import { Board } from './board.tsx'
import { BoardActions } from './board-actions.tsx'
import { GroupFilter, Search, StateFilters } from './board-bar.tsx'
import { Checking } from './checking.tsx'
import styles from './engagements.module.css'
import { LeftOutNotice, PolicyNotice } from './policy-notice.tsx'
import { countedGroups, filtering, isWorthFiltering, keysOf, needingSomeone, type Order, ownGroups, sorted, uncheckedOf } from './rows.ts'
import { useChecking } from './use-checking.ts'

const NONE: ReadonlySet<string> = new Set()

/** Customer environments known on this computer, most urgent first. @param onResume an environment is being opened: its sign-in appears */
export function Engagements({
  rows: listed,
  onConnect,
  onDates,
  onTemplates,
  onResume,
}: {
  readonly rows: readonly EngagementRow[]
  readonly onConnect: () => void
  readonly onDates: () => void
  readonly onTemplates: () => void
  readonly onResume: () => void
}) {
  const words = useWords(engagements)
  const own = useWords(customers)
  const start = useWords(startWords)
  const dates = useWords(keyDatesOfAll)
  const ofTemplates = useWords(templates)
  const { view } = useWizard()
  const time = useNow()
  // Rounded to the minute, so that the list isn't sorted every second.
  const now = time - (time % MINUTE)
  const rows = useMemo(() => listed.map((row) => rowAt(row, now)), [listed, now])
  const board = useBoard(rows, now)
  const lead = useLead(rows)
  const checking = useChecking()
  const [applied, setApplied] = useState<readonly string[]>()
  const { customersProblem: problem, lacks } = view.start ?? {}
  const actions = (
    <>
      <Button onClick={onDates}>{dates.heading}</Button>
      <Button onClick={onTemplates}>{ofTemplates.heading}</Button>
      <Button appearance="primary" onClick={onConnect}>
        {start.connect.go}
      </Button>
    </>
  )
  return (
    <StartFrame page="start" title={own.heading} lead={view.start?.listing ? own.listing : lead} large wide actions={actions}>
      <Stack>
        <PolicyNotice />
        <LeftOutNotice />
        {problem === undefined ? null : <Callout tone="warning">{problem}</Callout>}
        {lacks === undefined ? null : (
          <Callout tone="warning" role="status">
            {lacks}
          </Callout>
        )}
      </Stack>
      {board.isFiltering ? (
        <div className={styles.bar}>
          <StateFilters all={rows.length} groups={board.groups} chosen={board.group} onChoose={(group) => board.filter({ group })} />
        </div>
      ) : null}
      <div className={styles.bar}>
        <div className={styles.narrowing}>
          {board.isFiltering ? <Search text={board.searched} onSearch={(searched) => board.filter({ searched })} /> : null}
          {board.ownGroups.length > 0 ? (
            <GroupFilter groups={board.ownGroups} chosen={board.ofGroup} onChoose={(ofGroup) => board.filter({ ofGroup })} />
          ) : null}
        </div>
        <BoardActions
          shown={board.shown}
          selected={board.selected}
          onCheck={checking.start}
          onApply={rows.some(({ hasChosen }) => hasChosen) ? setApplied : undefined}
        />
      </div>
      <Checking checking={checking} rows={rows} />
      {applied === undefined ? null : <ApplyChoices rows={rows} ids={applied} onClose={() => setApplied(undefined)} />}
      {board.shown.length === 0 ? (
        <div className={styles.none}>
          <Text>{words.none}</Text>
          <Button onClick={() => board.filter({ group: 'all', searched: '', ofGroup: undefined })}>{words.showAll}</Button>
        </div>
      ) : (
        <Board
          rows={board.shown}
          order={board.order}
          onOrder={board.setOrder}
          selected={board.selected}
          onSelect={board.select}
          onResume={onResume}
        />
      )}
    </StartFrame>
  )
}

/** Number of environments that need action, and the next expiration. */
function useLead(rows: readonly EngagementRow[]): string {
  const own = useWords(customers)
  const { relative } = useTimes()
  const now = useNow()
  const count = useMemo(() => needingSomeone(rows), [rows])
  const unchecked = useMemo(() => uncheckedOf(rows), [rows])
  const { expired, next } = useMemo(() => keysOf(rows, now), [rows, now])
  const lead = own.lead({ count, unchecked })
  const keys =
    expired > 0 ? own.keysExpired({ count: expired }) : next === undefined ? undefined : own.nextKey({ when: relative(next, now) })
  return keys === undefined ? lead : own.leadAndKeys({ lead, keys })
}

function useBoard(rows: readonly EngagementRow[], now: number) {
  const words = useWords(engagements)
  const { locale } = useFormatter()
  const { announce } = useWizard()
  const [wanted, want] = useState<{ readonly group: Group | 'all'; readonly searched: string; readonly ofGroup?: string | undefined }>({
    group: 'all',
    searched: '',
  })
  const [order, setOrder] = useState<Order>({ by: 'status', descending: false })
  const [picked, setPicked] = useState<ReadonlySet<string>>(NONE)
  const compare = useMemo(() => new Intl.Collator(locale, { numeric: true }).compare, [locale])
  const groups = useMemo(() => countedGroups(rows), [rows])
  const own = useMemo(() => ownGroups(rows, compare), [rows, compare])
  const inOrder = useMemo(() => sorted(rows, order, { compare, now }), [rows, order, compare, now])
  // Falls back when a filter's last row is gone.
  const group = groups.some((each) => each.group === wanted.group) ? wanted.group : 'all'
  const ofGroup = wanted.ofGroup !== undefined && own.includes(wanted.ofGroup) ? wanted.ofGroup : undefined
  const isFiltering = isWorthFiltering(rows)
  const [find] = useState(filtering)
  const shown = find(inOrder, { group, searched: isFiltering ? wanted.searched : '', ofGroup })
  // Hidden rows aren't acted on.
  const selected = useMemo(
    () => (picked.size === 0 ? NONE : new Set(shown.flatMap(({ id }) => (picked.has(id) ? [id] : [])))),
    [shown, picked],
  )
  const current = useRef(selected)
  useLayoutEffect(() => {
    current.current = selected
  })
  // Stable, so that a selection redraws no other row.
  const select = useCallback((ids: readonly string[], on: boolean) => {
    const next = new Set(current.current)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    setPicked(next)
  }, [])
  return {
    groups,
    group,
    ownGroups: own,
    ofGroup,
    searched: wanted.searched,
    isFiltering,
    shown,
    order,
    setOrder,
    selected,
    select,
    filter(change: Partial<typeof wanted>) {
      const next = { ...wanted, group, ofGroup, ...change }
      want(next)
      announce(words.shown({ count: find(inOrder, next).length, total: rows.length }))
    },
  }
}
