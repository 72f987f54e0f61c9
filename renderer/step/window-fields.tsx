import { Field, Input } from '@fluentui/react-components'
import type { RefObject } from 'react'
import type { MaintenanceWindow } from '../../machines/engine/step/maintenance-window.ts'
import type { DisplayText } from '../../machines/messages/display-text.ts'
import { useFormatter, useStrings, useTimes } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Group } from '../primitives/group.tsx'
import { Note, Text } from '../primitives/text.tsx'
import { useNow } from '../wizard-context.tsx'
import { fromField, localTimeZone } from './local-time.ts'

/** What is typed: as the fields hold it, so that half a date stays where it is. */
export interface WindowDraft {
  readonly from: string
  readonly to: string
}

export const windowOf = ({ from, to }: WindowDraft): MaintenanceWindow => ({
  from: fromField(from),
  to: fromField(to),
  timeZone: localTimeZone(),
})

/** From when to when the environment may be away, in the person's own time. @param needed milliseconds that the plan can take */
export function WindowFields({
  draft,
  onChange,
  needed,
  problem,
  first,
}: {
  readonly draft: WindowDraft
  readonly onChange: (draft: WindowDraft) => void
  readonly needed: number
  readonly problem: DisplayText | undefined
  readonly first: RefObject<HTMLInputElement | null>
}) {
  const strings = useStrings()
  const text = useFormatter().text
  const { duration } = useTimes()
  const now = useNow()
  const words = strings.confirmation.window
  const { to } = windowOf(draft)
  const short = problem === undefined && to - now < needed
  return (
    <Group name={words.legend}>
      <Field label={words.from} validationState={problem === undefined ? 'none' : 'error'}>
        <Input
          type="datetime-local"
          input={{ ref: first }}
          value={draft.from}
          onChange={(_event, { value }) => onChange({ ...draft, from: value })}
        />
      </Field>
      <Field label={words.to} validationState={problem === undefined ? 'none' : 'error'}>
        <Input type="datetime-local" value={draft.to} onChange={(_event, { value }) => onChange({ ...draft, to: value })} />
      </Field>
      {problem === undefined ? null : (
        <Callout tone="danger" role="alert">
          {text(problem)}
        </Callout>
      )}
      <Note as="p">
        {words.zone({ zone: localTimeZone() })} {short ? words.short({ needed: duration(needed) }) : ''}
      </Note>
    </Group>
  )
}

/** A window that was stated, in the zone it was stated in. */
export function StatedWindow({ window }: { readonly window: MaintenanceWindow }) {
  const strings = useStrings()
  const { dateAndTimeIn } = useTimes()
  const { from, to, timeZone } = window
  return (
    <Text>
      {strings.confirmation.window.stated({ from: dateAndTimeIn(from, timeZone), to: dateAndTimeIn(to, timeZone), zone: timeZone })}
    </Text>
  )
}
