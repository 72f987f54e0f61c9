import { type Command, PUSH_COMMAND } from '#contract/channels.ts'

export interface Asked {
  on(
    event: 'did-start-navigation',
    listener: (details: { readonly isMainFrame: boolean; readonly isSameDocument: boolean }) => void,
  ): unknown
  on(event: 'render-process-gone', listener: () => void): unknown
  send(channel: typeof PUSH_COMMAND, command: Command): void
}

export interface Commands {
  /** Asks the page to show something, once it listens. Only the last request counts. */
  ask(command: Command): void
  listens(): void
}

export function commandsOf(page: Asked): Commands {
  let isListening = false
  let kept: Command | undefined
  const loadsAnew = () => {
    isListening = false
  }
  page.on('render-process-gone', loadsAnew)
  page.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) loadsAnew()
  })
  return {
    ask(command) {
      if (isListening) page.send(PUSH_COMMAND, command)
      else kept = command
    },
    listens() {
      isListening = true
      if (kept !== undefined) page.send(PUSH_COMMAND, kept)
      kept = undefined
    },
  }
}
