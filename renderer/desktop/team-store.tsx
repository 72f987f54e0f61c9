import { type ReactNode, useEffect, useId, useState } from 'react'
import type { MovedView, TeamView } from '#contract/team-contract.ts'
import { useWords } from '../language.tsx'
import { managed } from '../messages/managed.ts'
import { team, teamStays } from '../messages/team.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { TextField } from '../primitives/fields.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Note, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'
import type { InWords } from '../words.ts'

type Answer = { readonly ok: true; readonly value: TeamView } | { readonly ok: false; readonly why: string }

/** Shows no progress for a faster answer: most people have no store, and nothing should flash. */
const ASKING_AFTER_MS = 500

export function TeamStore({ group }: { readonly group: (name: string, children: ReactNode) => ReactNode }) {
  const words = useWords(team)
  const why = useWords(teamStays)
  const { title } = useWords(managed)
  const reason = useId()
  const repairing = useId()
  const { bridge } = useWizard()
  const [shown, setShown] = useState<TeamView>()
  const [said, setSaid] = useState<{ readonly tone: 'success' | 'info' | 'warning' | 'danger'; readonly text: string }>()
  const [isBusy, setBusy] = useState(false)
  const isSlow = useIsLater(ASKING_AFTER_MS)
  const show = (answer: Answer, done?: string) => {
    if (answer.ok) setShown(answer.value)
    const refused = answer.ok ? answer.value.why : answer.why
    if (refused !== undefined) setSaid({ tone: 'danger', text: refused })
    else setSaid(done === undefined ? undefined : { tone: 'success', text: done })
  }
  const busy = async (work: () => Promise<void>) => {
    setBusy(true)
    await work()
    setBusy(false)
  }
  useEffect(() => {
    let isThere = true
    void bridge.call('team:read', {}).then((answer) => {
      if (!isThere) return
      setShown(answer.ok ? answer.value : { state: 'none', here: 0 })
      if (answer.ok && answer.value.why !== undefined) setSaid({ tone: 'danger', text: answer.value.why })
    })
    return () => {
      isThere = false
    }
  }, [bridge])
  const connect = (address: string, tenant: string) =>
    busy(async () => show(await bridge.call('team:connect', { address, tenant }), words.works))
  const move = (to: 'store' | 'computer') =>
    busy(async () => {
      const answer = await bridge.call('team:move', { to })
      const after = await bridge.call('team:read', {})
      if (after.ok) setShown(after.value)
      setSaid(answer.ok ? movedSaid(answer.value, words, why) : { tone: 'danger', text: answer.why })
    })
  if (!shown) return isSlow ? group(words.title, <Note as="p">{words.asking}</Note>) : null
  return group(
    words.title,
    <Stack gap="even">
      {said === undefined ? null : (
        <Callout tone={said.tone} role={said.tone === 'danger' ? 'alert' : 'status'}>
          {said.text}
        </Callout>
      )}
      {shown.state === 'none' ? (
        <Connect isBusy={isBusy} connect={connect} />
      ) : (
        <>
          <Where shown={shown} />
          <Row>
            {shown.state === 'ready' ? (
              <Button
                disabledFocusable={isBusy}
                onClick={() => void busy(async () => show(await bridge.call('team:read', {}), words.works))}
              >
                {words.test}
              </Button>
            ) : (
              <Button disabledFocusable={isBusy} onClick={() => void connect(shown.address ?? '', shown.tenant ?? '')}>
                {words.signIn}
              </Button>
            )}
            {shown.repair === undefined ? null : (
              <Button
                disabledFocusable={isBusy}
                aria-describedby={repairing}
                onClick={() => void busy(async () => show(await bridge.call('team:repair', {}), words.works))}
              >
                {shown.repair === 'mark' ? words.repair : words.adopt}
              </Button>
            )}
            {shown.state === 'ready' && shown.here > 0 ? (
              <Button disabledFocusable={isBusy} onClick={() => void move('store')}>
                {words.moveIn({ count: shown.here })}
              </Button>
            ) : null}
            {shown.state === 'ready' ? (
              <Button disabledFocusable={isBusy} onClick={() => void move('computer')}>
                {words.moveOut}
              </Button>
            ) : null}
            <Button
              appearance="subtle"
              disabledFocusable={isBusy || shown.managed === true}
              aria-describedby={shown.managed ? reason : undefined}
              onClick={() => void busy(async () => show(await bridge.call('team:leave', {})))}
            >
              {words.leave}
            </Button>
          </Row>
          {shown.repair === undefined ? null : (
            <Note as="p" id={repairing}>
              {shown.repair === 'mark' ? words.repairNote : words.adoptNote}
            </Note>
          )}
          {shown.managed ? (
            <Note as="p" id={reason}>
              {title}
            </Note>
          ) : null}
        </>
      )}
    </Stack>,
  )
}

const REASONS = ['open', 'there', 'damaged', 'waiting', 'protected'] as const

/** Shown as success only if everything moved. */
function movedSaid({ moved, stays }: MovedView, words: InWords<typeof team>, why: InWords<typeof teamStays>) {
  const left = REASONS.flatMap((reason) => {
    const count = stays[reason]
    return count === undefined ? [] : [why[reason]({ count })]
  })
  const tone = left.length > 0 ? 'warning' : moved > 0 ? 'success' : 'info'
  return { tone, text: [words.moved({ moved }), ...left].join(' ') } as const
}

/** Whether some time has passed since the component mounted. */
function useIsLater(milliseconds: number): boolean {
  const [isLater, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return isLater
}

function Connect({ isBusy, connect }: { readonly isBusy: boolean; readonly connect: (address: string, tenant: string) => Promise<void> }) {
  const words = useWords(team)
  const id = useId()
  const [address, setAddress] = useState('')
  const [tenant, setTenant] = useState('')
  return (
    <>
      <Text>{words.lead}</Text>
      <TextField id={`${id}-address`} label={words.address} hint={words.addressHint} value={address} wide onChange={setAddress} />
      <TextField id={`${id}-tenant`} label={words.tenant} hint={words.tenantHint} value={tenant} wide onChange={setTenant} />
      <Row>
        <Button
          appearance="primary"
          disabledFocusable={isBusy || address.trim() === '' || tenant.trim() === ''}
          onClick={() => void connect(address, tenant)}
        >
          {words.connect}
        </Button>
        {isBusy ? <Note>{words.connecting}</Note> : null}
      </Row>
    </>
  )
}

function Where({ shown: { account, container, tenant, signedInAs, protection } }: { readonly shown: TeamView }) {
  const words = useWords(team)
  return (
    <Facts>
      <Fact term={words.account}>{account}</Fact>
      <Fact term={words.container}>{container}</Fact>
      <Fact term={words.tenant}>{tenant}</Fact>
      <Fact term={words.signedInAs}>{signedInAs}</Fact>
      <Fact term={words.protection}>{protection === undefined ? undefined : words[stateOf(protection)]}</Fact>
    </Facts>
  )
}

function stateOf({ policy, legalHold, versions }: NonNullable<TeamView['protection']>) {
  if (policy) return 'policy'
  if (legalHold) return 'legalHold'
  return versions ? 'versions' : 'noPolicy'
}
