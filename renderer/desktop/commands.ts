import { useCallback, useEffect, useState } from 'react'
import type { Command } from '#contract/channels.ts'
import type { Bridge } from '../bridge.ts'

export interface Asked {
  readonly command: Command
  /** A new number for each request, so that a repeated one gets the focus again. */
  readonly id: number
}

export interface Commands {
  readonly asked: Asked | undefined
  readonly ask: (command: Command) => void
  readonly close: () => void
}

/** Opens one dialog at a time; a new request replaces the open one. */
export function useCommand(bridge: Bridge): Commands {
  const [asked, setAsked] = useState<Asked>()
  const ask = useCallback((command: Command) => setAsked((before) => ({ command, id: (before?.id ?? 0) + 1 })), [])
  useEffect(() => bridge.onCommand(ask), [bridge, ask])
  const close = useCallback(() => setAsked(undefined), [])
  return { asked, ask, close }
}
