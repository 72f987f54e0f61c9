import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { EngagementRow } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import type { Strings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './engagements.module.css'

/**
 * Customer environments that were worked on with this computer; nothing where there are none.
 * @param onResume one is being opened: its sign-in comes on screen
 */
export function Engagements({ onResume }: { readonly onResume: () => void }) {
  const words = useStrings().engagements
  const { view } = useWizard()
  const headingId = useId()
  const rows = view.start?.engagements ?? []
  if (rows.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {words.heading}
      </h2>
      <p className={styles.lead}>{words.lead}</p>
      <ul className={styles.list}>
        {rows.map((row) => (
          <Engagement key={row.id} row={row} busy={view.start?.connecting === true} onResume={onResume} />
        ))}
      </ul>
    </section>
  )
}

function stateWords(state: EngagementRow['state'], words: Strings['engagements'], when: (at: number) => string): string {
  switch (state.kind) {
    case 'encrypting':
      return words.encrypting({ when: when(state.since) })
    case 'removing':
      return words.beingRemoved({ when: when(state.since) })
    case 'rotating':
      return words.rotating({ when: when(state.since) })
    case 'managing':
      return words.managing({ when: when(state.since) })
    case 'registering':
    case 'assigning':
      return words.waiting({ when: when(state.since) })
    case 'encrypted':
      return words.encrypted
    case 'open':
    case 'ready':
    case 'action-required':
    case 'confirm':
    case 'not-checked':
      return words.open({ step: state.step })
    case 'locked':
      return words.locked
    case 'closed':
      return words.closed
  }
}

function Engagement({ row, busy, onResume }: { readonly row: EngagementRow; readonly busy: boolean; readonly onResume: () => void }) {
  const words = useStrings().engagements
  const { moment } = useTimes()
  const { ask, bridge, drafts } = useWizard()
  const now = useNow()
  const [removing, setRemoving] = useState(false)
  const { state } = row
  const name = row.environment || row.customer || row.id
  const open = async () => {
    if (busy) return
    // What was typed for another sign-in must not stand in this one's form.
    delete drafts.signIn
    if (await ask(bridge.openEngagement(row.id))) onResume()
  }
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <span className={styles.name}>{name}</span>
        {state.kind === 'closed' ? null : (
          <span className={styles.where}>
            {row.customer}, {row.cloud}
          </span>
        )}
        <span className={styles.state}>{stateWords(state, words, (at) => moment(at, now))}</span>
        <span className={styles.where}>
          {state.kind === 'closed' ? state.why : words.saved({ when: moment(row.savedAt, now), account: row.account })}
        </span>
      </div>
      <div className={styles.buttons}>
        {state.kind === 'closed' ? null : (
          <Button disabledFocusable={busy} aria-label={words.openOf({ environment: name })} onClick={() => void open()}>
            {words.openIt}
          </Button>
        )}
        <Button
          appearance="subtle"
          aria-expanded={removing}
          aria-label={words.removeOf({ environment: name })}
          onClick={() => setRemoving(!removing)}
        >
          {words.remove}
        </Button>
      </div>
      {removing ? (
        <div className={styles.removing}>
          <p className={styles.lead}>{words.removing}</p>
          <div className={styles.buttons}>
            <Button onClick={() => void ask(bridge.removeEngagement(row.id))}>{words.removeNow}</Button>
            <Button appearance="subtle" onClick={() => setRemoving(false)}>
              {words.keep}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  )
}
