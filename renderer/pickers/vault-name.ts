import { useEffect, useState } from 'react'
import type { CheckedVaultName } from '../../ipc/contract.ts'
import { useWizard } from '../wizard-context.tsx'

/** So long nothing is typed before Azure is asked, in milliseconds. */
export const PAUSE_BEFORE_ASKING = 600

interface Checked extends CheckedVaultName {
  readonly of: string
}

/**
 * What Azure says of a name for a new key vault, once typing has paused. An answer that is late for what is typed now is dropped.
 * @param name absent: nothing is to be asked
 */
export function useVaultName(subscriptionId: string, name: string | undefined): CheckedVaultName | undefined {
  const { bridge, announce } = useWizard()
  const [checked, setChecked] = useState<Checked>()
  const of = name === undefined ? undefined : `${subscriptionId} ${name}`
  useEffect(() => {
    if (name === undefined || of === undefined) return
    let isWanted = true
    const timer = setTimeout(async () => {
      const answer = await bridge.checkVaultName(subscriptionId, name)
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
