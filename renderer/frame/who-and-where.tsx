import type { WhoView } from '#messages/view.ts'
import { BreakableName } from '../primitives/breakable-name.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Hidden, Name, Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { EnvironmentBadge } from './environment-badge.tsx'

/** Customer and environment on narrow windows, visible on every page to prevent mix-ups. */
export function WhereInShort({ who }: { readonly who: WhoView }) {
  const strings = useStrings()
  return (
    <Stack gap="tight">
      <Name>{who.customer}</Name>
      <Row>
        <Note>{who.environment ?? strings.frame.noEnvironment}</Note>
        <EnvironmentBadge />
      </Row>
    </Stack>
  )
}

export function WhoInLine({ who }: { readonly who: WhoView }) {
  const strings = useStrings()
  return (
    <Row spread="apart">
      <Facts look="line">
        <Fact term={strings.frame.cloud}>{who.cloud}</Fact>
        <Fact term={strings.frame.account}>
          <BreakableName of={who.account} after="@." />
        </Fact>
      </Facts>
      <SignOut />
    </Row>
  )
}

export function Where({ who }: { readonly who: WhoView }) {
  const strings = useStrings()
  return (
    <Stack>
      <Row spread="apart">
        <Name>{who.customer}</Name>
        <CopyButton text={who.tenant} of={strings.frame.tenantId} />
      </Row>
      <Stack gap="tight">
        <Row>
          <Note>
            <Hidden>{`${strings.frame.environment} `}</Hidden>
            {who.environment ?? strings.frame.noEnvironment}
          </Note>
          <EnvironmentBadge />
        </Row>
        <Note>
          <Hidden>{`${strings.frame.cloud} `}</Hidden>
          {who.cloud}
        </Note>
      </Stack>
    </Stack>
  )
}

export function Who({ who }: { readonly who: WhoView }) {
  const strings = useStrings()
  return (
    <Stack>
      <Facts look="narrow">
        <Fact term={strings.frame.account}>
          <BreakableName of={who.account} after="@." />
        </Fact>
      </Facts>
      {who.note === undefined ? null : <Note as="p">{who.note}</Note>}
      <SignOut />
    </Stack>
  )
}

/** Also forgets the sign-in. Absent in practice. */
function SignOut() {
  const strings = useStrings()
  const { view, can, send } = useWizard()
  if (view.practice !== undefined || !can('SIGN_OUT')) return null
  return (
    <Row>
      <TextButton onClick={() => send({ type: 'SIGN_OUT' })}>{strings.frame.signOut}</TextButton>
    </Row>
  )
}
