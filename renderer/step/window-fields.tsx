import { Field, Input } from '@fluentui/react-components'
import type { RefObject } from 'react'
import type { MaintenanceWindow } from '../../machines/engine/step/maintenance-window.ts'
import type { DisplayText } from '../../machines/messages/display-text.ts'
import { useFormatter, useStrings, useTimes } from '../language.tsx'
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

/** Whether what is wrong with a window is wrong with its start; otherwise it is with its end. @param now milliseconds since 1970-01-01T00:00:00Z */
export const isWrongStart = ({ from, to }: MaintenanceWindow, now: number): boolean => !Number.isFinite(from) || (from > now && to > from)

/** From when to when the environment may be away, in the person's own time. @param needed milliseconds that the plan can take */
export function WindowFields({
  draft,
  onChange,
  needed,
  problem,
  fields,
}: {
  readonly draft: WindowDraft
  readonly onChange: (draft: WindowDraft) => void
  readonly needed: number
  readonly problem: DisplayText | undefined
  /** The fields themselves, for the focus. */
  readonly fields: Readonly<Record<'from' | 'to', RefObject<HTMLInputElement | null>>>
}) {
  const strings = useStrings()
  const text = useFormatter().text
  const { duration } = useTimes()
  const now = useNow()
  const words = strings.confirmation.window
  const window = windowOf(draft)
  const short = problem === undefined && window.to - now < needed
  const wrong = problem === undefined ? undefined : isWrongStart(window, now) ? 'from' : 'to'
  return (
    <Group name={words.legend}>
      {(['from', 'to'] as const).map((end) => (
        <Field
          key={end}
          label={words[end]}
          validationState={wrong === end ? 'error' : 'none'}
          {...(problem !== undefined && wrong === end ? { validationMessage: text(problem) } : {})}
        >
          <Input
            type="datetime-local"
            input={{ ref: fields[end] }}
            value={draft[end]}
            onChange={(_event, { value }) => onChange({ ...draft, [end]: value })}
          />
        </Field>
      ))}
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
