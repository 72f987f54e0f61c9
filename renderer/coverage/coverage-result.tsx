import { useEffect, useRef, useState } from 'react'
import { defined } from '#machines/defined.ts'
import type { CoverageItemId } from '#machines/procedure/coverage/item-ids.ts'
import type { CoverageView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { CoverageRow } from './coverage-row.tsx'

export function CoverageResult({ coverage }: { readonly coverage: CoverageView }) {
  const words = useStrings().coverage
  const { moment } = useTimes()
  const { can, send } = useWizard()
  const now = useNow()
  const withGaps = coverage.rows.filter(({ gaps }) => gaps > 0)
  const covered = coverage.rows.filter(({ gaps }) => gaps === 0)
  const all = withGaps.reduce((sum, { gaps }) => sum + gaps, 0)
  const change = can('CHANGE_CHOICES') ? (
    <TextButton onClick={() => send({ type: 'CHANGE_CHOICES' })}>{words.change}</TextButton>
  ) : undefined
  const { answered } = coverage
  const { open, toggle, list } = useOpenRows(withGaps, coverage.openGaps)
  const rows = (of: CoverageView['rows']) => (
    <Card as="ul">
      {of.map((row) => (
        <CoverageRow key={row.item} row={row} open={open.has(row.item)} onToggle={() => toggle(row.item)} />
      ))}
    </Card>
  )
  return (
    <div ref={list}>
      <Section
        heading={words.gaps}
        {...(all === 0 ? {} : { note: words.gapsNote({ open: coverage.openGaps, all }) })}
        {...defined({ action: change })}
      >
        {all === 0 ? <Callout tone="success">{words.noGaps}</Callout> : rows(withGaps)}
      </Section>
      {coverage.unsure === undefined ? null : (
        <Section heading={words.unsure} note={words.unsureNote}>
          {rows(coverage.unsure)}
        </Section>
      )}
      {covered.length === 0 ? null : (
        <Section
          heading={words.covered}
          {...(answered ? { note: words.answeredBy({ by: answered.by, at: moment(answered.at, now) }) } : {})}
        >
          {rows(covered)}
        </Section>
      )}
    </div>
  )
}

const one = (item: CoverageItemId | undefined): readonly CoverageItemId[] => (item === undefined ? [] : [item])

/**
 * Open rows. When a gap is acknowledged, its button disappears: the focus moves to the next gap and its row opens, or
 * after the last one to the heading.
 */
function useOpenRows(rows: CoverageView['rows'], openGaps: number) {
  const next = rows.find((row) => row.openGaps > 0)?.item
  const [open, setOpen] = useState<ReadonlySet<CoverageItemId>>(new Set(one(next)))
  const [seen, setSeen] = useState(openGaps)
  const list = useRef<HTMLDivElement>(null)
  const before = useRef(openGaps)
  if (seen !== openGaps) {
    setSeen(openGaps)
    const isDone = (item: CoverageItemId) => rows.some((row) => row.item === item && row.openGaps === 0)
    if (openGaps < seen) setOpen(new Set([...[...open].filter((item) => !isDone(item)), ...one(next)]))
  }
  useEffect(() => {
    if (openGaps < before.current) {
      const target = list.current?.querySelector<HTMLElement>('[data-gap]') ?? list.current?.querySelector('h2')
      target?.focus()
      target?.scrollIntoView?.({ block: 'nearest' })
    }
    before.current = openGaps
  }, [openGaps])
  const toggle = (item: CoverageItemId) => setOpen(new Set(open.has(item) ? [...open].filter((each) => each !== item) : [...open, item]))
  return { open, toggle, list }
}
