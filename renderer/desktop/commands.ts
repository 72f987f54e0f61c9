import { useCallback, useEffect, useState } from 'react'
import type { Command } from '../../ipc/channels.ts'
import type { Bridge } from '../bridge.ts'

/** What the menu asked for last, until it is closed. */
export interface Asked {
  readonly command: Command
  /** Another one each time: asked for once more, it gets the focus again. */
  readonly id: number
}

/** One at a time: what is asked for takes the place of what is open. */
export function useCommand(bridge: Bridge): { readonly asked: Asked | undefined; readonly close: () => void } {
  const [asked, setAsked] = useState<Asked>()
  useEffect(() => bridge.onCommand((command) => setAsked((before) => ({ command, id: (before?.id ?? 0) + 1 }))), [bridge])
  const close = useCallback(() => setAsked(undefined), [])
  return { asked, close }
}
