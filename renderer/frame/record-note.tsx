import { Button } from '@fluentui/react-components'
import type { RecordView } from '../../messages/view.ts'
import { moment } from '../format.ts'
import { Callout } from '../parts/callout.tsx'
import { strings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './record-note.module.css'

const words = strings.engagements.record

/** Says that nothing can be put on record here, and why; stands above every page for as long as that is so. */
export function RecordNote() {
  const { view, ask, bridge } = useWizard()
  const now = useNow()
  const { held, problem } = view.record ?? {}
  if (held) {
    return (
      <div role="status" className={styles.note}>
        <Callout tone="warning">
          <p>{heldWords(held, now)}</p>
          <Button onClick={() => void ask(bridge.takeOver())}>{words.takeOver}</Button>
        </Callout>
      </div>
    )
  }
  if (problem === undefined) return null
  return (
    <div role="status" className={styles.note}>
      <Callout tone="danger">
        {words.problem} {problem}
      </Callout>
    </div>
  )
}

function heldWords({ state, user, host, processId, since }: NonNullable<RecordView['held']>, now: number): string {
  if (state === 'released') return words.released
  if (state === 'unreadable' || user === undefined || host === undefined || processId === undefined || since === undefined)
    return words.unreadable
  return words[state](user, host, processId, moment(since, now))
}
