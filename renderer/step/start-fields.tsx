import { Field, Input } from '@fluentui/react-components'
import { type RefObject, useId } from 'react'
import type { DisplayText } from '../../machines/messages/display-text.ts'
import { useFormatter, useStrings, useTimes } from '../language.tsx'
import { ShortChoice } from '../primitives/choice.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Group } from '../primitives/group.tsx'
import { Stack } from '../primitives/layout.tsx'
import { useNow } from '../wizard-context.tsx'
import styles from './confirmation.module.css'
import { fromField, localTimeZone } from './local-time.ts'
import { FoldedMailDraft } from './mail-draft.tsx'

/** When it starts: at once, or at what is typed, as the field holds it. */
export interface StartDraft {
  readonly later: boolean
  readonly at: string
}

/** Now or later, and when it is over by then. @param needed milliseconds that the plan can take */
export function StartFields({
  draft,
  onChange,
  needed,
  problem,
  field,
}: {
  readonly draft: StartDraft
  readonly onChange: (draft: StartDraft) => void
  readonly needed: number
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
      <Expected draft={draft} needed={needed} />
    </>
  )
}

/** What follows from it: the latest end, and what has to be so until then. */
function Expected({ draft, needed }: { readonly draft: StartDraft; readonly needed: number }) {
  const { schedule: words } = useStrings()
  const { dateAndTime, duration } = useTimes()
  const now = useNow()
  const start = draft.later ? fromField(draft.at) : now
  if (!Number.isFinite(start)) return null
  return (
    <>
      <Facts>
        <Fact term={words.ends}>{words.endsBy({ at: dateAndTime(start + needed), needed: duration(needed) })}</Fact>
        <Fact term={words.untilThen}>{draft.later ? words.stayOn : undefined}</Fact>
      </Facts>
      <FoldedMailDraft to={{ mail: 'outage', start }} />
    </>
  )
}
