import { type Command, PUSH_COMMAND } from '../../ipc/channels.ts'

/** The part of the page's contents that matters for what the menu asks it. */
export interface Asked {
  on(
    event: 'did-start-navigation',
    listener: (details: { readonly isMainFrame: boolean; readonly isSameDocument: boolean }) => void,
  ): unknown
  on(event: 'render-process-gone', listener: () => void): unknown
  send(channel: typeof PUSH_COMMAND, command: Command): void
}

export interface Commands {
  /** Asks the page to show something, now or once it listens. Of several, the last: it would take the place of the ones before. */
  ask(command: Command): void
  /** The page can be used, and listens. */
  listens(): void
}

/** What the menu asks of a page. While a page loads, no one hears it: then it is kept until the page listens. */
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
