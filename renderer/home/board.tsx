import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { EngagementRow } from '#messages/view.ts'
import { useWords } from '../language.tsx'
import { customers } from '../messages/customers.ts'
import { engagements } from '../messages/engagements.ts'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Hidden } from '../primitives/text.tsx'
import styles from './board.module.css'
import { Engagement } from './engagement.tsx'
import { GridPart } from './grid-part.tsx'
import { type Order, SORTS, type Sort } from './rows.ts'
import { useVisibleRows } from './visible-rows.ts'

/** Focus movement in a grid whose rows hold several controls. */
interface Move {
  /** Number of rows; clamped at the ends. */
  readonly rows: number
  readonly controls: number
}

const PAGE = 10
const ALL = Number.MAX_SAFE_INTEGER

/** Up and down for rows, sideways for controls; undefined for other keys. */
function moveOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, isRightToLeft: boolean): Move | undefined {
  if (altKey || metaKey || shiftKey) return undefined
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft'
  switch (key) {
    case 'ArrowDown':
      return { rows: 1, controls: 0 }
    case 'ArrowUp':
      return { rows: -1, controls: 0 }
    case 'PageDown':
      return { rows: PAGE, controls: 0 }
    case 'PageUp':
      return { rows: -PAGE, controls: 0 }
    case 'Home':
      return ctrlKey ? { rows: -ALL, controls: 0 } : { rows: 0, controls: -ALL }
    case 'End':
      return ctrlKey ? { rows: ALL, controls: 0 } : { rows: 0, controls: ALL }
    case forward:
      return { rows: 0, controls: 1 }
    case back:
      return { rows: 0, controls: -1 }
    default:
      return undefined
  }
}

const within = (place: number, count: number): number => Math.max(0, Math.min(count - 1, place))

const CONTROLS = '[data-control]'

/** A grid with one tab stop: arrow keys move over rows and their controls. Only visible rows are drawn; the row count is complete. */
export function Board({
  rows,
  order,
  onOrder,
  selected,
  onSelect,
  onResume,
}: {
  readonly rows: readonly EngagementRow[]
  readonly order: Order
  readonly onOrder: (order: Order) => void
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: readonly string[], on: boolean) => void
  readonly onResume: () => void
}) {
  const own = useWords(customers)
  const body = useRef<HTMLDivElement>(null)
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const [active, setActive] = useState<string>()
  const place = Math.max(0, active === undefined ? 0 : ids.indexOf(active))
  const { drawn, measure } = useVisibleRows(body, ids, place)
  const move = useMovingFocus(body, ids, place, setActive)
  const toggle = useCallback((id: string, on: boolean) => onSelect([id], on), [onSelect])
  return (
    <GridPart
      role="grid"
      className={styles.board}
      aria-label={own.heading}
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length}
      aria-multiselectable
      onKeyDown={move}
    >
      <Heads order={order} onOrder={onOrder} all={ids} selected={selected} onSelect={onSelect} />
      <GridPart ref={body} role="rowgroup" className={styles.list}>
        {drawn.map((each) => {
          if ('gap' in each)
            return <GridPart key={`before ${each.before}`} role="presentation" className={styles.gap} style={{ blockSize: each.gap }} />
          const row = rows[each.at]
          if (row === undefined) return null
          return (
            <Engagement
              key={row.id}
              row={row}
              at={each.at + 2}
              isActive={each.at === place}
              isSelected={selected.has(row.id)}
              measure={measure}
              onActive={setActive}
              onSelect={toggle}
              onResume={onResume}
            />
          )
        })}
      </GridPart>
    </GridPart>
  )
}

/** Columns in order on screen; those without a sort share the previous column's header. */
const COLUMNS = ['select', 'customer', 'stage', 'status', 'owner', 'key', 'checked', 'actions'] as const

function Heads({
  order,
  onOrder,
  all,
  selected,
  onSelect,
}: {
  readonly order: Order
  readonly onOrder: (order: Order) => void
  readonly all: readonly string[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: readonly string[], on: boolean) => void
}) {
  const words = useWords(engagements)
  const own = useWords(customers)
  const box = useRef<HTMLInputElement>(null)
  const isSome = selected.size > 0 && selected.size < all.length
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome
  }, [isSome])
  const names: Readonly<Record<Sort, string>> = {
    customer: own.customer,
    stage: words.stage,
    status: words.status,
    owner: words.next,
    key: own.keyExpires,
    checked: words.checked,
  }
  return (
    <GridPart role="rowgroup" className={styles.heads}>
      <GridPart role="row" aria-rowindex={1} className={styles.columns}>
        <GridPart role="columnheader">
          <input
            ref={box}
            type="checkbox"
            className={styles.box}
            aria-label={own.selectAll}
            checked={all.length > 0 && selected.size === all.length}
            onChange={({ target }) => onSelect(all, target.checked)}
          />
        </GridPart>
        {SORTS.map((by) => {
          const isBy = order.by === by
          return (
            <GridPart key={by} role="columnheader" aria-sort={isBy ? (order.descending ? 'descending' : 'ascending') : 'none'}>
              <button
                type="button"
                className={classNames(styles.sort, isBy && styles.sorted)}
                onClick={() => onOrder({ by, descending: isBy && !order.descending })}
              >
                {names[by]}
                {isBy ? <Glyph name={order.descending ? 'down' : 'up'} /> : null}
              </button>
            </GridPart>
          )
        })}
        <GridPart role="columnheader">
          <Hidden>{own.actions}</Hidden>
        </GridPart>
      </GridPart>
    </GridPart>
  )
}

/** Moves the focus to a row that may not be drawn yet. */
function useMovingFocus(
  body: { readonly current: HTMLElement | null },
  ids: readonly string[],
  place: number,
  onActive: (id: string) => void,
): (event: KeyboardEvent) => void {
  const wanted = useRef<{ readonly id: string; readonly control: string }>(undefined)
  useEffect(() => {
    const { current: to } = wanted
    if (to === undefined) return
    const row = [...(body.current?.querySelectorAll('[data-row]') ?? [])].find((each) => each.getAttribute('data-row') === to.id)
    const controls = [...(row?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])]
    const control = controls.find((each) => each.dataset['control'] === to.control) ?? controls.at(-1)
    if (control === undefined) return
    wanted.current = undefined
    control.focus()
    row?.scrollIntoView?.({ block: 'nearest' })
  })
  return (event) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || !target.matches(CONTROLS)) return
    const row = target.closest('[role=row]')
    const move = moveOf(event, getComputedStyle(target).direction === 'rtl')
    if (move === undefined || row === null) return
    event.preventDefault()
    if (move.rows === 0) {
      const controls = [...row.querySelectorAll<HTMLElement>(CONTROLS)]
      controls[within(controls.indexOf(target) + move.controls, controls.length)]?.focus()
      return
    }
    const id = ids[within(place + move.rows, ids.length)]
    if (id === undefined) return
    wanted.current = { id, control: target.dataset['control'] ?? '' }
    onActive(id)
  }
}
