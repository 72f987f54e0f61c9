import type { Command, RawBridge } from '#contract/channels.ts'
import { type CallInput, type CallName, type CallReply, command, type Reply, readReply } from '#contract/contract.ts'
import type { Formatter } from '#messages/formatter.ts'
import type { WizardView } from '#messages/view.ts'
import { everyPage } from './messages/every-page.ts'

type Refused = Extract<Reply, { ok: false }>

/** The main process as the window sees it: calls that resolve to a reply and never throw, and the last view. */
export interface Bridge {
  call<Name extends CallName>(name: Name, argument: CallInput<Name>): Promise<CallReply<Name> | Refused>
  current(): Arrival
  subscribe(listener: () => void): () => void
  /** Calls back for each command from the menu. @returns unsubscribe */
  onCommand(listener: (command: Command) => void): () => void
}

/** A view with its arrival time, so that the engagement's clock can be computed between two views. */
export interface Arrival {
  readonly view?: WizardView
  readonly at: number
  /** Why the main process sent no view; the last one stays. */
  readonly refused?: string
}

/**
 * Builds the window's side from the contract. Every reply is parsed; views come from the same source and are only typed.
 * @param text formats the bridge's own messages in the current language
 * @param now milliseconds on a monotonic clock
 */
export function createBridge(raw: RawBridge, text: () => Formatter['text'], now: () => number = () => performance.now()): Bridge {
  const listeners = new Set<() => void>()
  let current: Arrival = { at: now() }

  const arrive = (arrival: Arrival): void => {
    current = arrival
    for (const listener of listeners) listener()
  }
  const receive = (view: WizardView): void => {
    if (current.view === undefined || view.revision >= current.view.revision) arrive({ view, at: now() })
  }
  const refuse = (why: string): void => arrive({ ...current, refused: why })
  // Subscribes before asking for the first view, so that no change is missed.
  raw.onView(receive)
  raw.getView().then(
    (answer) => ('ok' in answer ? refuse(answer.why) : receive(answer)),
    (error: unknown) => refuse(String(error)),
  )

  return {
    async call<Name extends CallName>(name: Name, argument: CallInput<Name>) {
      try {
        return readReply(name, await raw.call(name, argument)) ?? { ok: false, why: text()(everyPage.bridge.unknownAnswer) }
      } catch (error) {
        return { ok: false, why: error instanceof Error ? error.message : String(error) }
      }
    },
    current: () => current,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onCommand: (listener) =>
      raw.onCommand((pushed) => {
        const parsed = command.safeParse(pushed)
        if (parsed.success) listener(parsed.data)
      }),
  }
}
