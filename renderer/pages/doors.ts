import { useCallback, useEffect, useMemo, useState } from 'react'
import type { StartView, WizardView } from '../../messages/view.ts'
import type { Bridge } from '../bridge.ts'

/** A page before a tenant is open. */
export type Door = 'home' | 'practise' | 'connect' | 'dates' | 'templates'

export interface Doors {
  /** The one on screen; absent while a tenant is open. */
  readonly now: Door | undefined
  /** Whether another one can be gone to: no sign-in is under way, and nothing is being changed. */
  readonly free: boolean
  /** Also out of an open tenant, which is closed. Without a door: where the view says that the person is. */
  go(door?: Door): void
}

/** Where a person is before they said where they want to be: at what they last began. */
const doorOf = ({ signIn, problem }: StartView): Door => (signIn ? 'connect' : problem ? 'practise' : 'home')

/** Which page before a tenant is on screen, and the ways to the others. */
export function useDoors(view: WizardView, bridge: Bridge, ask: (call: ReturnType<Bridge['send']>) => Promise<boolean>): Doors {
  const { start, page } = view
  const [gone, setGone] = useState<Door>()
  const isStart = page === 'start'
  useEffect(() => {
    if (!isStart) setGone(undefined)
  }, [isStart])
  const go = useCallback(
    (door?: Door) => {
      setGone(door)
      if (isStart || door === undefined) return
      void ask(bridge.send({ type: 'CLOSE_TENANT' })).then((done) => {
        if (!done) setGone(undefined)
      })
    },
    [isStart, ask, bridge],
  )
  // A sign-in under way is never out of sight.
  const door = start && (start.signIn && start.connecting ? 'connect' : (gone ?? doorOf(start)))
  const now = isStart ? door : undefined
  const free = isStart ? start?.connecting !== true : view.can.includes('CLOSE_TENANT')
  return useMemo(() => ({ now, free, go }), [now, free, go])
}
