import { API_PERMISSIONS, adminConsentAddress, registrationCommands, registrationLines } from '#machines/sign-in/permissions.ts'
import { validateClientId, validateTenant } from '#machines/sign-in/tenant.ts'
import { useFormatter, useWords } from '../language.tsx'
import { connect } from '../messages/connect.ts'
import { Card } from '../primitives/card.tsx'
import { CodeBlock } from '../primitives/code-block.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Disclosure } from '../primitives/disclosure.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Heading, Mono, Name, Note, Points, Text } from '../primitives/text.tsx'

export function Registration({
  authority,
  tenant,
  clientId,
}: {
  readonly authority: string
  readonly tenant: string
  readonly clientId: string
}) {
  const words = useWords(connect.registration)
  const formatter = useFormatter()
  const named = validateTenant(tenant) === undefined && validateClientId(clientId) === undefined
  return (
    <Disclosure show={words.show} hide={words.hide}>
      <Card padded>
        <Stack>
          <Text>{words.intro}</Text>
          <Heading level={2}>{words.create}</Heading>
          <Text>{words.createText}</Text>
          <Block heading={words.commands} text={registrationCommands()} of={words.commandsOf} />
          <Row>
            <CopyButton text={formatter.all(registrationLines()).join('\n')} of={words.textOf} label={words.text} subtle={false} />
          </Row>
          <Disclosure show={words.permissions} hide={words.permissionsHide}>
            <Permissions />
          </Disclosure>
          <Heading level={2}>{words.consent}</Heading>
          {named ? (
            <>
              <Text>{words.consentText}</Text>
              <Block
                heading={words.consentAddress}
                text={adminConsentAddress({ authority }, tenant.trim(), clientId.trim())}
                of={words.consentOf}
              />
            </>
          ) : (
            <Text>{words.consentNeeds}</Text>
          )}
          <Heading level={2}>{words.enter}</Heading>
          <Text>{words.enterText}</Text>
        </Stack>
      </Card>
    </Disclosure>
  )
}

function Permissions() {
  const words = useWords(connect.registration)
  const formatter = useFormatter()
  return (
    <Stack as="ul">
      {API_PERMISSIONS.map(({ api, appId, permission, why, confidence }) => (
        <li key={appId}>
          <Name>
            <span translate="no">{api}</span>: <code translate="no">{permission}</code>
          </Name>
          <Mono>{appId}</Mono>
          <Note>{formatter.text(why)}</Note>
          {confidence === 'general-knowledge' ? <Note>{words.unsure}</Note> : null}
        </li>
      ))}
    </Stack>
  )
}

function Block({ heading, text, of }: { readonly heading: string; readonly text: string; readonly of: string }) {
  return <CodeBlock title={<Name>{heading}</Name>} actions={<CopyButton text={text} of={of} />} text={text} />
}

export function ServicePrincipalNeeds() {
  const said = useWords(connect)
  const { show, hide, points } = said.principal
  return (
    <Disclosure show={show} hide={hide}>
      <Card padded>
        <Points items={points} />
      </Card>
    </Disclosure>
  )
}
