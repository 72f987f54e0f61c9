import type { RecordView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Row, Spaced, Stack } from '../primitives/layout.tsx'
import { type Strings, useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'

/** Shown above every page while the record can't be written. */
export function RecordNote() {
  const words = useStrings().engagements.record
  const { moment } = useTimes()
  const { view, ask, bridge } = useWizard()
  const now = useNow()
  const { held, problem } = view.record ?? {}
  if (held) {
    return (
      <Spaced>
        <Callout tone="warning" role="status">
          <Stack>
            <span>{heldWords(words, held, (at) => moment(at, now))}</span>
            <Row>
              <Button onClick={() => void ask(bridge.call('engagements:take-over', {}))}>{words.takeOver}</Button>
            </Row>
          </Stack>
        </Callout>
      </Spaced>
    )
  }
  if (problem === undefined) return null
  return (
    <Spaced>
      <Callout tone="danger" role="status">
        {words.problem} {problem}
      </Callout>
    </Spaced>
  )
}

type Held = NonNullable<RecordView['held']>

function heldWords(
  words: Strings['engagements']['record'],
  { state, user, host, processId, since }: Held,
  when: (at: number) => string,
): string {
  if (state === 'released') return words.released
  if (state === 'unreadable' || user === undefined || host === undefined || processId === undefined || since === undefined)
    return words.unreadable
  return words[state]({ user, host, processId, when: when(since) })
}
