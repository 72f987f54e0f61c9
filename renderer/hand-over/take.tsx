import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useStrings } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Row } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

export function Take() {
  const words = useStrings().handOver
  const { bridge, announce } = useWizard()
  const [why, setWhy] = useState<string>()
  const [opening, setOpening] = useState(false)
  const open = async () => {
    if (opening) return
    setOpening(true)
    announce(words.opening)
    const answer = await bridge.openHandOver()
    setOpening(false)
    setWhy(answer.ok ? undefined : answer.why)
  }
  return (
    <Section heading={words.take}>
      <Text>{words.takeLead}</Text>
      <Row>
        <Button disabledFocusable={opening} onClick={() => void open()}>
          {words.open}
        </Button>
      </Row>
      {why === undefined ? null : (
        <Callout tone="danger" role="alert">
          {why}
        </Callout>
      )}
    </Section>
  )
}
