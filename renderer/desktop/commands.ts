import { useCallback, useEffect, useState } from 'react'
import type { Command } from '../../ipc/channels.ts'
import type { Bridge } from '../bridge.ts'

/** What the menu or the page asked for last, until it is closed. */
export interface Asked {
  readonly command: Command
  /** Another one each time: asked for once more, it gets the focus again. */
  readonly id: number
}

export interface Commands {
  readonly asked: Asked | undefined
  readonly ask: (command: Command) => void
  readonly close: () => void
}

/** One at a time: what is asked for takes the place of what is open. */
export function useCommand(bridge: Bridge): Commands {
  const [asked, setAsked] = useState<Asked>()
  const ask = useCallback((command: Command) => setAsked((before) => ({ command, id: (before?.id ?? 0) + 1 })), [])
  useEffect(() => bridge.onCommand(ask), [bridge, ask])
  const close = useCallback(() => setAsked(undefined), [])
  return { asked, ask, close }
}
