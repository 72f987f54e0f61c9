import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { EngagementRow } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { Card, CardItem } from '../primitives/card.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { Name, Note, Text } from '../primitives/text.tsx'
import type { Strings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'

/**
 * Customer environments that were worked on with this computer; nothing where there are none.
 * @param onResume one is being opened: its sign-in comes on screen
 */
export function Engagements({ onResume }: { readonly onResume: () => void }) {
  const words = useStrings().engagements
  const { view } = useWizard()
  const rows = view.start?.engagements ?? []
  if (rows.length === 0) return null
  return (
    <Section heading={words.heading}>
      <Text>{words.lead}</Text>
      <Card as="ul">
        {rows.map((row) => (
          <Engagement key={row.id} row={row} busy={view.start?.connecting === true} onResume={onResume} />
        ))}
      </Card>
    </Section>
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
    <CardItem
      aside={
        <>
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
        </>
      }
      below={
        removing ? (
          <Stack>
            <Text>{words.removing}</Text>
            <Row>
              <Button onClick={() => void ask(bridge.removeEngagement(row.id))}>{words.removeNow}</Button>
              <Button appearance="subtle" onClick={() => setRemoving(false)}>
                {words.keep}
              </Button>
            </Row>
          </Stack>
        ) : null
      }
    >
      <Name>{name}</Name>
      {state.kind === 'closed' ? null : (
        <Note>
          {row.customer}, {row.cloud}
        </Note>
      )}
      {stateWords(state, words, (at) => moment(at, now))}
      <Note>{state.kind === 'closed' ? state.why : words.saved({ when: moment(row.savedAt, now), account: row.account })}</Note>
    </CardItem>
  )
}
