import { type FormEvent, useId, useState } from 'react'
import { isEmail, MOST_EMAILS } from '#machines/procedure/actions/mail-alerts/action-group.ts'
import type { StepPicture } from '#messages/view.ts'
import { Button } from '../primitives/button.tsx'
import { TextField } from '../primitives/fields.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'

type Protection = Extract<StepPicture, { kind: 'protection' }>

const addressesIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((part) => part !== '')

/** A request, which is only planned. */
export function ExpiryMail({ picture: { mail } }: { readonly picture: Protection }) {
  const words = useStrings().operations
  const { decide, view } = useWizard()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const [pressed, setPressed] = useState(false)
  if (!mail || !view.decisions.includes('wish-mail')) return null
  const value = typed ?? (mail.emails ?? mail.suggested).join(', ')
  const emails = addressesIn(value)
  const isRight = emails.length > 0 && emails.length <= MOST_EMAILS && emails.every(isEmail)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setPressed(true)
    if (isRight) decide({ kind: 'wish-mail', emails })
    else document.getElementById(id)?.focus()
  }
  return (
    <Section heading={words.mail}>
      <form onSubmit={submit} noValidate>
        <Stack gap="even">
          <TextField
            id={id}
            label={words.emails}
            value={value}
            wide
            hint={words.emailsHint({ most: MOST_EMAILS })}
            broken={pressed && !isRight ? words.emailsWrong({ most: MOST_EMAILS }) : undefined}
            onChange={setTyped}
          />
          <Row>
            <Button type="submit">{words.planMail}</Button>
            {mail.emails ? (
              <Button appearance="subtle" onClick={() => decide({ kind: 'wish-mail' })}>
                {words.noMail}
              </Button>
            ) : null}
          </Row>
        </Stack>
      </form>
    </Section>
  )
}
