import { useId } from 'react'
import { defined } from '#machines/defined.ts'
import { DAY } from '#machines/engine/durations.ts'
import { FURTHEST_START } from '#machines/engine/step/maintenance-window.ts'
import { useTimes } from '../language.tsx'
import { Choice } from '../primitives/choice.tsx'
import { SelectField } from '../primitives/fields.tsx'
import { Group } from '../primitives/group.tsx'
import { Stack, Tiles } from '../primitives/layout.tsx'
import { Note, Wrong } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useNow } from '../wizard-context.tsx'
import { DayField } from './day-field.tsx'
import { daysFrom, momentIn, TIMES_OF_DAY, type WallTime } from './local-time.ts'
import { TimeZoneField } from './time-zone-field.tsx'

export interface StartDraft extends WallTime {
  readonly when?: 'now' | 'later'
  /** Zone of the later start and of all times beside it. */
  readonly timeZone: string
}

export const laterIn = ({ timeZone, day, time }: StartDraft): number => momentIn(timeZone, { day, time })

interface Ending {
  /** Milliseconds it can take, or to plan for. */
  readonly needed: number
  /** No document names a latest end. */
  readonly openEnded: boolean
}

interface Drafted {
  readonly draft: StartDraft
  readonly onChange: (draft: StartDraft) => void
  /** Error of the submitted start. */
  readonly problem: string | undefined
}

/** Now or later, each with its end; a later start has day, time and zone. */
export function StartFields({ draft, onChange, problem, ending }: Drafted & { readonly ending: Ending }) {
  const { schedule: words } = useStrings()
  const { duration } = useTimes()
  const now = useNow()
  const group = useId()
  const { when, timeZone } = draft
  const notChosen = problem !== undefined && when === undefined
  const after = ending.openEnded ? words.planAfter : words.endAfter
  return (
    <Stack>
      <Group name={words.when} note={<Note>{words.times({ zone: timeZone })}</Note>}>
        <Choice
          group={group}
          value="now"
          title={words.now}
          text={<StartAndEnd at={now} timeZone={timeZone} ending={ending} />}
          chosen={when === 'now'}
          wrong={notChosen}
          onChoose={() => onChange({ ...draft, when: 'now' })}
        />
        <Choice
          group={group}
          value="later"
          title={words.later}
          text={
            when === 'later' ? (
              <StartAndEnd at={laterIn(draft)} timeZone={timeZone} ending={ending} />
            ) : (
              <>
                {words.choose}
                <br />
                {after({ needed: duration(ending.needed) })}
              </>
            )
          }
          chosen={when === 'later'}
          onChoose={() => onChange({ ...draft, when: 'later' })}
        />
      </Group>
      {notChosen ? <Wrong>{problem}</Wrong> : null}
      {when === 'later' ? (
        <>
          <LaterFields draft={draft} onChange={onChange} problem={problem} />
          <Note as="p">{words.stayOn}</Note>
        </>
      ) : null}
    </Stack>
  )
}

export function StartAndEnd({ at, timeZone, ending }: { readonly at: number; readonly timeZone: string; readonly ending: Ending }) {
  const { schedule: words } = useStrings()
  const { momentInZone } = useTimes()
  const end = momentInZone(at + ending.needed, timeZone)
  return (
    <>
      {momentInZone(at, timeZone)}
      <br />
      <strong>{(ending.openEnded ? words.planUntil : words.end)({ at: end })}</strong>
    </>
  )
}

/** The time that is to change may be none of the list's. */
const timesWith = (time: string): readonly string[] => (TIMES_OF_DAY.includes(time) ? TIMES_OF_DAY : [...TIMES_OF_DAY, time].sort())

/** Lists in the language's format, so that no date is misread. */
function LaterFields({ draft, onChange, problem }: Drafted) {
  const { schedule: words } = useStrings()
  const { clockTime } = useTimes()
  const now = useNow()
  const id = useId()
  const { day, time, timeZone } = draft
  return (
    <Tiles least={160} gap="even">
      <DayField
        id={`${id}-day`}
        label={words.day}
        value={day}
        onChange={(value) => onChange({ ...draft, day: value })}
        {...defined({ broken: problem })}
        days={daysFrom(timeZone, now, FURTHEST_START / DAY + 1)}
      />
      <SelectField
        id={`${id}-time`}
        label={words.time}
        value={time}
        onChange={(value) => onChange({ ...draft, time: value })}
        options={timesWith(time).map((value) => ({ value, label: clockTime(value) }))}
      />
      <TimeZoneField
        id={`${id}-zone`}
        label={words.timeZone}
        timeZone={timeZone}
        onChoose={(value) => onChange({ ...draft, timeZone: value })}
      />
    </Tiles>
  )
}
