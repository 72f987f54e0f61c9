import { useState } from 'react'
import type { CallReply } from '#contract/contract.ts'
import type { BoardFormat } from '#contract/customer.ts'
import type { EngagementRow } from '#messages/view.ts'
import { useWords } from '../language.tsx'
import { customers } from '../messages/customers.ts'
import { pilot } from '../messages/pilot.ts'
import { Button } from '../primitives/button.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Note } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

/** Acts on the selected rows, or on all visible ones. */
export function BoardActions({
  shown,
  selected,
  onCheck,
  onApply,
}: {
  readonly shown: readonly EngagementRow[]
  readonly selected: ReadonlySet<string>
  readonly onCheck: (ids: readonly string[]) => void
  readonly onApply?: ((ids: readonly string[]) => void) | undefined
}) {
  const words = useWords(customers)
  const apply = useWords(pilot)
  const { bridge, ask, announce, notify } = useWizard()
  const [isOpen, setOpen] = useState(false)
  const of = () => shown.flatMap(({ id }) => (selected.size === 0 || selected.has(id) ? [id] : []))
  const save = async (saving: Promise<CallReply<'customers:save' | 'board:save'>>) => {
    const answer = await saving
    if (!answer.ok) return notify(answer.why)
    notify(undefined)
    if (answer.value.savedAs !== undefined) announce(words.saved({ file: answer.value.savedAs }))
  }
  const saveAs = (format: BoardFormat) => void save(bridge.call('board:save', { format, ids: of() }))
  return (
    <Stack>
      <Row spread="end">
        {selected.size > 0 ? <Note>{words.selected({ count: selected.size })}</Note> : null}
        <Button
          disabledFocusable={selected.size === 0}
          {...(selected.size === 0 ? { title: words.checkHint } : {})}
          onClick={() => (selected.size === 0 ? undefined : onCheck(of()))}
        >
          {words.check}
        </Button>
        {onApply === undefined ? null : (
          <Button
            disabledFocusable={selected.size === 0}
            {...(selected.size === 0 ? { title: apply.hint } : {})}
            onClick={() => (selected.size === 0 ? undefined : onApply(of()))}
          >
            {apply.heading}
          </Button>
        )}
        <Button onClick={() => saveAs('csv')}>{words.saveCsv}</Button>
        <Button appearance="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.more}
        </Button>
      </Row>
      {isOpen ? (
        <Row spread="end">
          <Button onClick={() => saveAs('json')}>{words.saveJson}</Button>
          <Button onClick={() => void save(bridge.call('customers:save', {}))}>{words.saveList}</Button>
          <Button onClick={() => void ask(bridge.call('customers:open', {}))}>{words.openList}</Button>
        </Row>
      ) : null}
    </Stack>
  )
}
