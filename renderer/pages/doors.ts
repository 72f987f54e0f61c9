import { useCallback, useMemo, useState } from 'react'
import type { Reply } from '#contract/contract.ts'
import type { StartView, WizardView } from '#messages/view.ts'
import type { Bridge } from '../bridge.ts'

export type Door = 'home' | 'practise' | 'connect' | 'dates' | 'templates'

export interface Doors {
  /** Absent while a tenant is open. */
  readonly now: Door | undefined
  /** Whether another page can be opened: no sign-in is running. A change that runs continues. */
  readonly free: boolean
  /** Also leaves an open tenant. Without a door: the page that the view implies. */
  go(door?: Door): void
}

/** Default page: that of the last attempt. */
const doorOf = ({ signIn, problem }: StartView): Door => (signIn ? 'connect' : problem ? 'practise' : 'home')

/** Current page outside a tenant, and navigation between them. */
export function useDoors(view: WizardView, bridge: Bridge, ask: (call: Promise<Reply>) => Promise<boolean>): Doors {
  const { start, page } = view
  const [gone, setGone] = useState<Door>()
  const isStart = page === 'start'
  const [wasStart, setWasStart] = useState(isStart)
  if (wasStart !== isStart) {
    setWasStart(isStart)
    if (!isStart) setGone(undefined)
  }
  const go = useCallback(
    (door?: Door) => {
      setGone(door)
      if (isStart || door === undefined) return
      void ask(bridge.call('wizard:send', { type: 'GO_HOME' })).then((done) => {
        if (!done) setGone(undefined)
      })
    },
    [isStart, ask, bridge],
  )
  // A running sign-in is always shown.
  const door = start && (start.signIn && start.connecting ? 'connect' : (gone ?? doorOf(start)))
  const now = isStart ? door : undefined
  const free = isStart ? start?.connecting !== true : view.can.includes('GO_HOME')
  return useMemo(() => ({ now, free, go }), [now, free, go])
}
