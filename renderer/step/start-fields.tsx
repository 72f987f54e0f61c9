import { Field, Input } from '@fluentui/react-components'
import { type RefObject, useId } from 'react'
import type { MaintenanceWindow } from '../../machines/engine/step/maintenance-window.ts'
import type { DisplayText } from '../../machines/messages/display-text.ts'
import { useFormatter, useStrings, useTimes } from '../language.tsx'
import { ShortChoice } from '../primitives/choice.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Group } from '../primitives/group.tsx'
import { Stack } from '../primitives/layout.tsx'
import styles from './confirmation.module.css'
import { localTimeZone } from './local-time.ts'
import { FoldedMailDraft } from './mail-draft.tsx'

/** When it starts: at once, or at what is typed, as the field holds it. */
export interface StartDraft {
  readonly later: boolean
  readonly at: string
}

/** Now or later, and when it is over by then. @param window what is handed in, so that the page says the same end later */
export function StartFields({
  draft,
  onChange,
  window,
  problem,
  field,
}: {
  readonly draft: StartDraft
  readonly onChange: (draft: StartDraft) => void
  readonly window: MaintenanceWindow | undefined
  readonly problem: DisplayText | undefined
  /** The field itself, for the focus. */
  readonly field: RefObject<HTMLInputElement | null>
}) {
  const { schedule: words } = useStrings()
  const { text } = useFormatter()
  const group = useId()
  return (
    <>
      <Group name={words.when}>
        <Stack>
          <ShortChoice group={group} title={words.now} chosen={!draft.later} onChoose={() => onChange({ ...draft, later: false })} />
          <ShortChoice group={group} title={words.later} chosen={draft.later} onChoose={() => onChange({ ...draft, later: true })} />
          {draft.later ? (
            <Field
              className={styles.field}
              label={words.start}
              hint={words.zone({ zone: localTimeZone() })}
              validationState={problem === undefined ? 'none' : 'error'}
              {...(problem === undefined ? {} : { validationMessage: text(problem) })}
            >
              <Input
                type="datetime-local"
                input={{ ref: field }}
                value={draft.at}
                onChange={(_event, { value }) => onChange({ ...draft, at: value })}
              />
            </Field>
          ) : null}
        </Stack>
      </Group>
      <Expected later={draft.later} window={window} />
    </>
  )
}

/** What follows from it: the latest end, and what has to be so until then. */
function Expected({ later, window }: { readonly later: boolean; readonly window: MaintenanceWindow | undefined }) {
  const { schedule: words } = useStrings()
  const { dateAndTime, duration } = useTimes()
  if (window === undefined || !Number.isFinite(window.from)) return null
  const { from, to } = window
  return (
    <>
      <Facts>
        <Fact term={words.ends}>{words.endsBy({ at: dateAndTime(to), needed: duration(to - from) })}</Fact>
        <Fact term={words.untilThen}>{later ? words.stayOn : undefined}</Fact>
      </Facts>
      <FoldedMailDraft to={{ mail: 'outage', start: from }} />
    </>
  )
}
