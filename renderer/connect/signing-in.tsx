import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { SignInProgress } from '../../machines/sign-in/sign-in.ts'
import type { StartView } from '../../messages/view.ts'
import { FooterFrame, FooterGap } from '../frame/footer-frame.tsx'
import { useStrings, useTimes } from '../language.tsx'
import { useMediaQuery } from '../media-query.ts'
import { StartFrame } from '../pages/start-frame.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './signing-in.module.css'

/** What a sign-in waits for, and the way to call it off. */
export function SigningIn({ signIn: { request, progress } }: { readonly signIn: NonNullable<StartView['signIn']> }) {
  const strings = useStrings()
  const words = useStrings().connect.progress
  const { can, send } = useWizard()
  const footer = (
    <FooterFrame>
      <FooterGap />
      {can('CANCEL') ? <Button onClick={() => send({ type: 'CANCEL' })}>{words.cancel}</Button> : null}
    </FooterFrame>
  )
  return (
    <StartFrame
      page="signing in"
      title={words.title({ tenant: request.tenant })}
      lead={strings.connect.ways[request.way].title}
      footer={footer}
    >
      <div className={styles.waiting}>
        <Progress progress={progress} byTool={request.way === 'azure-cli' || request.way === 'azure-powershell'} />
      </div>
    </StartFrame>
  )
}

/** What the sign-in waits for at this moment. */
export function Progress({ progress, byTool }: { readonly progress: SignInProgress | undefined; readonly byTool: boolean }) {
  const words = useStrings().connect.progress
  switch (progress?.kind) {
    case undefined:
      return <p className={styles.now}>{words.looking}</p>
    case 'browser':
      return (
        <>
          <p className={styles.now}>{words.browser}</p>
          <p className={styles.line}>{words.browserNext}</p>
          <p className={styles.line}>{words.browserMissing}</p>
        </>
      )
    case 'device-code':
      return <DeviceCode progress={progress} />
    case 'tokens':
      return (
        <>
          <p className={styles.now}>{words.tokens({ audience: progress.audience })}</p>
          <p className={styles.line}>{byTool ? words.tool : words.tokensNext}</p>
        </>
      )
  }
}

function DeviceCode({ progress }: { readonly progress: Extract<SignInProgress, { kind: 'device-code' }> }) {
  const words = useStrings().connect.progress
  const { userCode, verificationUri, expiresAt } = progress
  return (
    <>
      <p className={styles.line}>{words.code}</p>
      <div className={styles.copied}>
        <strong className={styles.code}>{userCode}</strong>
        <CopyButton text={userCode} of={words.codeOf} subtle={false} />
      </div>
      <p className={styles.line}>{words.codeAt}</p>
      <div className={styles.copied}>
        <span className={styles.address}>{verificationUri}</span>
        <CopyButton text={verificationUri} of={words.addressOf} subtle={false} />
      </div>
      <Countdown until={expiresAt} />
      <p className={styles.line}>{words.waits}</p>
    </>
  )
}

const MINUTE = 60_000

/** How long the code can be used: seen each second, or four times a minute where little should move; said twice, near the end and at it. */
function Countdown({ until }: { readonly until: number }) {
  const words = useStrings().connect.progress
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
  return <p className={styles.left}>{stage === 'over' ? words.expired : words.expires({ left: countdown(left) })}</p>
}
