import { useCallback, useEffect, useState } from 'react'
import type { CallReply, CheckedMany } from '#contract/contract.ts'
import { useDrafts, useWizard } from '../wizard-context.tsx'

/** Poll interval in milliseconds. */
const EVERY = 500

export interface CheckingMany {
  readonly check: CheckedMany | undefined
  start(ids: readonly string[]): void
  control(wanted: 'pause' | 'resume' | 'cancel' | 'close'): void
}

const isUnderWay = (check: CheckedMany | undefined): boolean => check?.state === 'running' || check?.state === 'paused'

export function useChecking(): CheckingMany {
  const { bridge, ask, keep } = useWizard()
  const [wasStarted] = useState(useDrafts().checkingMany === true)
  const [check, setCheck] = useState<CheckedMany>()
  const underWay = isUnderWay(check)
  const show = useCallback((answer: CallReply<'check:read'>) => {
    if (answer.ok) setCheck(answer.value.check)
  }, [])
  const look = useCallback(() => void bridge.call('check:read', {}).then(show), [bridge, show])
  // A check may already run, started from another visit.
  useEffect(() => {
    if (wasStarted) void bridge.call('check:read', {}).then(show)
  }, [wasStarted, bridge, show])
  useEffect(() => {
    if (!underWay) return undefined
    const timer = setInterval(look, EVERY)
    return () => clearInterval(timer)
  }, [underWay, look])
  return {
    check,
    start(ids) {
      keep({ checkingMany: true })
      void ask(bridge.call('check:start', { ids })).then(look)
    },
    control(wanted) {
      keep({ checkingMany: wanted !== 'close' })
      void ask(bridge.call('check:control', { wanted })).then(look)
    },
  }
}
