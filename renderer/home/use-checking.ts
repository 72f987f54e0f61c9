import { useCallback, useEffect, useState } from 'react'
import type { CheckedMany } from '#contract/contract.ts'
import { useWizard } from '../wizard-context.tsx'

/** Poll interval in milliseconds. */
const EVERY = 500

export interface CheckingMany {
  readonly check: CheckedMany | undefined
  start(ids: readonly string[]): void
  control(wanted: 'pause' | 'resume' | 'cancel' | 'close'): void
}

const isUnderWay = (check: CheckedMany | undefined): boolean => check?.state === 'running' || check?.state === 'paused'

export function useChecking(): CheckingMany {
  const { bridge, ask, drafts } = useWizard()
  const [check, setCheck] = useState<CheckedMany>()
  const underWay = isUnderWay(check)
  const look = useCallback(async () => {
    const answer = await bridge.call('check:read', {})
    if (answer.ok) setCheck(answer.value.check)
  }, [bridge])
  // A check may already run, started from another visit.
  useEffect(() => {
    if (drafts.checkingMany) void look()
  }, [look, drafts])
  useEffect(() => {
    if (!underWay) return undefined
    const timer = setInterval(() => void look(), EVERY)
    return () => clearInterval(timer)
  }, [underWay, look])
  return {
    check,
    start(ids) {
      drafts.checkingMany = true
      void ask(bridge.call('check:start', { ids })).then(look)
    },
    control(wanted) {
      drafts.checkingMany = wanted !== 'close'
      void ask(bridge.call('check:control', { wanted })).then(look)
    },
  }
}
