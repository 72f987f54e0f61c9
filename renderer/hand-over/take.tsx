import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useStrings } from '../language.tsx'
import { Callout } from '../parts/callout.tsx'
import { Section } from '../parts/section.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './take.module.css'

/** Opens another person's file; what it says comes with the next view. */
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
      <p className={styles.text}>{words.takeLead}</p>
      <Button disabledFocusable={opening} onClick={() => void open()}>
        {words.open}
      </Button>
      {why === undefined ? null : (
        <div className={styles.outcome} role="alert">
          <Callout tone="danger">{why}</Callout>
        </div>
      )}
    </Section>
  )
}
