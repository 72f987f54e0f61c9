import { useEffect, useState } from 'react'
import { type Brand, LONGEST_ORGANIZATION } from '#contract/brand.ts'
import type { CallReply } from '#contract/contract.ts'
import { Button } from '../primitives/button.tsx'
import { Callout, Failure } from '../primitives/callout.tsx'
import { TextField } from '../primitives/fields.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import styles from './report-brand.module.css'

export function ReportBrand() {
  const words = useStrings().brand
  const { announce, bridge } = useWizard()
  const [brand, setBrand] = useState<Brand>()
  const [problem, setProblem] = useState<string>()
  const take = (reply: CallReply<'brand:read'>) => {
    setProblem(reply.ok ? undefined : reply.why)
    if (reply.ok) setBrand(reply.value)
    return reply.ok
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => void bridge.call('brand:read', {}).then(take), [bridge])
  if (brand === undefined) return problem === undefined ? null : <Callout tone="danger">{problem}</Callout>
  const { name, logo } = brand
  const rename = async () => void ((await bridge.call('brand:change', { name: name.trim() }).then(take)) && announce(words.saved))
  return (
    <Section heading={words.heading}>
      <Note as="p">{words.lead}</Note>
      <Stack gap="even">
        <TextField
          id="report-organization"
          label={words.name}
          value={name}
          onChange={(value) => setBrand({ ...brand, name: value.slice(0, LONGEST_ORGANIZATION) })}
          onLeave={() => void rename()}
        />
        <Row>
          {logo === undefined ? null : <img className={styles.logo} src={logo} alt={words.logo} />}
          <Button onClick={() => void bridge.call('brand:choose-logo', {}).then(take)}>
            {logo === undefined ? words.choose : words.replace}
          </Button>
          {logo === undefined ? null : (
            <Button appearance="subtle" onClick={() => void bridge.call('brand:change', { logo: 'none' }).then(take)}>
              {words.remove}
            </Button>
          )}
        </Row>
        <Failure why={problem} />
      </Stack>
    </Section>
  )
}
