import { useEffect, useRef } from 'react'
import { MINUTE } from '#machines/engine/durations.ts'
import { sameId } from '#machines/engine/ids.ts'
import type { SignInProgress } from '#machines/sign-in/sign-in.ts'
import { nameOfTenant } from '#machines/sign-in/tenants.ts'
import type { StartView } from '#messages/view.ts'
import { FooterFrame, FooterGap } from '../frame/footer-frame.tsx'
import { useTimes, useWords } from '../language.tsx'
import { useMediaQuery } from '../media-query.ts'
import { connect } from '../messages/connect.ts'
import { StartFrame } from '../pages/start-frame.tsx'
import { Button } from '../primitives/button.tsx'
import { Card } from '../primitives/card.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Name, Text } from '../primitives/text.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './signing-in.module.css'

export function SigningIn({
  signIn: { request, progress },
  tenants = [],
}: {
  readonly signIn: NonNullable<StartView['signIn']>
  readonly tenants: StartView['tenants']
}) {
  const said = useWords(connect)
  const words = useWords(connect.progress)
  const { can, send } = useWizard()
  const listed = tenants.find(({ id }) => sameId(id, request.tenant))
  const tenant = listed ? nameOfTenant(listed) : request.tenant
  const footer = (
    <FooterFrame margins="page">
      <FooterGap />
      {can('CANCEL') ? <Button onClick={() => send({ type: 'CANCEL' })}>{words.cancel}</Button> : null}
    </FooterFrame>
  )
  return (
    <StartFrame
      page="signing in"
      title={request.tenant === '' ? words.titleAny : words.title({ tenant })}
      lead={said.ways[request.way].title}
      footer={footer}
    >
      <Card padded>
        <Progress progress={progress} byTool={request.way === 'azure-cli' || request.way === 'azure-powershell'} />
      </Card>
    </StartFrame>
  )
}

export function Progress({ progress, byTool }: { readonly progress: SignInProgress | undefined; readonly byTool: boolean }) {
  const words = useWords(connect.progress)
  switch (progress?.kind) {
    case undefined:
      return <Name>{words.looking}</Name>
    case 'browser':
      return (
        <Stack gap="tight">
          <Name>{words.browser}</Name>
          <Text>{words.browserNext}</Text>
          <Text>{words.browserMissing}</Text>
        </Stack>
      )
    case 'device-code':
      return <DeviceCode progress={progress} />
    case 'tokens':
      return (
        <Stack gap="tight">
          <Name>{words.tokens({ audience: progress.audience })}</Name>
          <Text>{byTool ? words.tool : words.tokensNext}</Text>
        </Stack>
      )
  }
}

function DeviceCode({ progress }: { readonly progress: Extract<SignInProgress, { kind: 'device-code' }> }) {
  const words = useWords(connect.progress)
  const { userCode, verificationUri, expiresAt } = progress
  return (
    <Stack>
      <Text>{words.code}</Text>
      <Row gap="even">
        <strong className={styles.code}>{userCode}</strong>
        <CopyButton text={userCode} of={words.codeOf} subtle={false} />
      </Row>
      <Text>{words.codeAt}</Text>
      <Row gap="even">
        <span className={styles.address}>{verificationUri}</span>
        <CopyButton text={verificationUri} of={words.addressOf} subtle={false} />
      </Row>
      <Countdown until={expiresAt} />
      <Text>{words.waits}</Text>
    </Stack>
  )
}

/** Shown every second, or four times a minute with reduced motion; announced twice, near the end and at it. */
function Countdown({ until }: { readonly until: number }) {
  const words = useWords(connect.progress)
  const { countdown } = useTimes()
  const { announce } = useWizard()
  const calm = useMediaQuery('(prefers-reduced-motion: reduce)')
  const left = until - useNow(calm ? 15_000 : 1_000)
  const stage = left <= 0 ? 'over' : left < MINUTE ? 'ending' : 'long'
  const said = useRef<typeof stage>('long')
  useEffect(() => {
    if (said.current === stage) return
    said.current = stage
    if (stage !== 'long') announce(stage === 'over' ? words.expired : words.lastMinute)
  }, [stage, announce, words])
  return <span className={styles.left}>{stage === 'over' ? words.expired : words.expires({ left: countdown(left) })}</span>
}
