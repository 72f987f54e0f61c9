import { useEffect, useState } from 'react'
import type { CheckedVaultName } from '#contract/contract.ts'
import { useWizard } from '../wizard-context.tsx'

/** Pause in typing before Azure is asked, in milliseconds. */
export const PAUSE_BEFORE_ASKING = 600

interface Checked extends CheckedVaultName {
  readonly of: string
}

/** Azure's answer about a new key vault's name, after a pause in typing. Drops outdated answers. @param name absent: nothing to ask */
export function useVaultName(subscriptionId: string, name: string | undefined): CheckedVaultName | undefined {
  const { bridge, announce } = useWizard()
  const [checked, setChecked] = useState<Checked>()
  const of = name === undefined ? undefined : `${subscriptionId} ${name}`
  useEffect(() => {
    if (name === undefined || of === undefined) return
    let isWanted = true
    const timer = setTimeout(async () => {
      const answer = await bridge.call('vault-name:check', { subscriptionId, name })
      if (!isWanted || !answer.ok) return
      setChecked({ of, ...answer.value })
      announce(answer.value.text)
    }, PAUSE_BEFORE_ASKING)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [bridge, announce, subscriptionId, name, of])
  return of !== undefined && checked?.of === of ? checked : undefined
}
