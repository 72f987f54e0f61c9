import { type FormEvent, useRef, useState } from 'react'
import type { ReachableTenant, SignInRequest } from '#machines/sign-in/sign-in.ts'
import { detailOfTenant, isOffered, matchingTenants, nameOfTenant, SEARCHED_FROM } from '#machines/sign-in/tenants.ts'
import type { ProblemView } from '#messages/view.ts'
import { FooterFrame, FooterGap } from '../frame/footer-frame.tsx'
import { CHOICES_FORM } from '../frame/page-actions.ts'
import { useWords } from '../language.tsx'
import { connect } from '../messages/connect.ts'
import { StartFrame } from '../pages/start-frame.tsx'
import { Button } from '../primitives/button.tsx'
import { Choice } from '../primitives/choice.tsx'
import { TextField } from '../primitives/fields.tsx'
import { useFirstError } from '../primitives/first-error.ts'
import { Group } from '../primitives/group.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Note } from '../primitives/text.tsx'
import { useDrafts, useWizard } from '../wizard-context.tsx'

/** Lists the tenants that the account can reach. Opening one signs in to it. */
export function TenantChoice({
  tenants,
  request: { way, cloud, tenant },
  problem,
}: {
  readonly tenants: readonly ReachableTenant[]
  readonly request: SignInRequest
  readonly problem: ProblemView | undefined
}) {
  const said = useWords(connect)
  const words = useWords(connect.tenants)
  const { announce, notify, send } = useWizard()
  const { checkFirst } = useDrafts()
  const [picked, setPicked] = useState(isOffered(tenants, tenant) ? tenant : undefined)
  const [typed, setTyped] = useState('')
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const shown = matchingTenants(tenants, typed)
  // Only a visible tenant can be opened.
  const chosen = picked !== undefined && isOffered(shown, picked) ? picked : undefined
  useFirstError(form, tries)
  const search = (next: string) => {
    setTyped(next)
    announce(words.found({ count: matchingTenants(tenants, next).length }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    notify(chosen === undefined ? words.missing : undefined)
    if (chosen === undefined) setTries(tries + 1)
    else send({ type: 'SIGN_IN', request: { way, tenant: chosen, cloud }, ...(checkFirst ? { checkFirst } : {}) })
  }
  const back = () => {
    notify(undefined)
    send({ type: 'BACK' })
  }
  const footer = (
    <FooterFrame margins="page">
      <Button onClick={back}>{said.back}</Button>
      <FooterGap />
      <Button type="submit" form={CHOICES_FORM} appearance="primary">
        {words.open}
      </Button>
    </FooterFrame>
  )
  return (
    <StartFrame page="choose tenant" title={words.title} lead={words.lead({ count: tenants.length })} problem={problem} footer={footer}>
      <form id={CHOICES_FORM} ref={form} onSubmit={submit} noValidate>
        <Stack gap="even">
          {tenants.length < SEARCHED_FROM ? null : <TextField id="tenant-search" label={words.search} value={typed} onChange={search} />}
          {shown.length === 0 ? (
            <Note>{words.noMatch}</Note>
          ) : (
            <Group name={words.group} inOneColumn>
              {shown.map((each) => (
                <Choice
                  key={each.id}
                  group="tenant"
                  value={each.id}
                  title={nameOfTenant(each)}
                  text={detailOfTenant(each) ?? ''}
                  chosen={chosen === each.id}
                  wrong={tries > 0 && chosen === undefined}
                  onChoose={() => {
                    setPicked(each.id)
                    notify(undefined)
                  }}
                />
              ))}
            </Group>
          )}
          <Note>{words.notListed}</Note>
        </Stack>
      </form>
    </StartFrame>
  )
}
