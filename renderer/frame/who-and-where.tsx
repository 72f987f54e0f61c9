import type { WhoView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { BreakableName } from '../primitives/breakable-name.tsx'
import { Card } from '../primitives/card.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Name, Note } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

/** Customer, environment, cloud and account: on every page, so that the wrong one is noticed. The tenant is its name; its ID is copied. */
export function WhoAndWhere({ who, inOneLine }: { readonly who: WhoView; readonly inOneLine: boolean }) {
  const strings = useStrings()
  const list = (
    <Facts look={inOneLine ? 'line' : 'narrow'}>
      {inOneLine ? <Fact term={strings.frame.customer}>{who.customer}</Fact> : null}
      <Fact term={strings.frame.environment}>{who.environment ?? strings.frame.noEnvironment}</Fact>
      <Fact term={strings.frame.cloud}>{who.cloud}</Fact>
      <Fact term={strings.frame.account}>
        <BreakableName of={who.account} after="@." />
      </Fact>
    </Facts>
  )
  if (inOneLine)
    return (
      <Row spread="apart">
        {list}
        <Leave />
      </Row>
    )
  return (
    <Card padded>
      <Stack>
        <Row spread="apart">
          <Name>{who.customer}</Name>
          <CopyButton text={who.tenant} of={strings.frame.tenantId} />
        </Row>
        {list}
        {who.note === undefined ? null : <Note as="p">{who.note}</Note>}
        <Leave />
      </Stack>
    </Card>
  )
}

/** Away from a real tenant, with the sign-in kept or forgotten. Practice has nobody signed in, and a button of its own in its banner. */
function Leave() {
  const strings = useStrings()
  const { view, can, send } = useWizard()
  if (view.practice || !can('SIGN_OUT')) return null
  return (
    <Row>
      {can('CLOSE_TENANT') ? <TextButton onClick={() => send({ type: 'CLOSE_TENANT' })}>{strings.frame.startPage}</TextButton> : null}
      <TextButton onClick={() => send({ type: 'SIGN_OUT' })}>{strings.frame.signOut}</TextButton>
    </Row>
  )
}
