import type { IpcMainInvokeEvent } from 'electron'
import { CALL_NAMES, type CallName, GET_VIEW } from '../../ipc/channels.ts'
import type { CallArgument, CallReply, Reply } from '../../ipc/contract.ts'
import type { Message } from '../../machines/messages/message.ts'
import { lazily } from '../../services/azure/lazily.ts'
import { startMessages } from '../messages.ts'

/** What main does for each call. Giving nothing means it was done, where no value is asked for; a refusal is given back as a value. */
export type CallHandlers = {
  readonly [Name in CallName]: (argument: CallArgument<Name>) => CallOutcome<Name> | Promise<CallOutcome<Name>>
}
// biome-ignore lint/suspicious/noConfusingVoidType: most handlers do something and have nothing to say
type CallOutcome<Name extends CallName> = CallReply<Name> | ({ ok: true } extends CallReply<Name> ? void : never)

/** The part of Electron's `ipcMain` that is used, so that the rule can be tried without a window. */
export interface InvokeRegistry<Event = IpcMainInvokeEvent> {
  handle(channel: string, listener: (event: Event, argument: unknown) => unknown): void
}

export interface Registration {
  readonly registry: InvokeRegistry
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean
  readonly handlers: CallHandlers
  readonly view: () => unknown
  /** Formats a reply in the person's language. */
  readonly text: (text: Message) => Promise<string>
  /** Never gets a payload: what a person typed does not belong in a log. */
  readonly log: (line: string) => void
}

const STRANGER = 'The sender is not the wizard’s own page.'

/** By its kind alone: a message may quote what a person typed. */
const failure = (error: unknown): Message => startMessages.failed({ kind: error instanceof Error ? error.name : typeof error })

const refused = (why: string): Reply => ({ ok: false, why })

/** The schemas of all calls take longer to build than the window to be on its way: they come with the first call. */
const calls = lazily(async () => (await import('../../ipc/contract.ts')).CALLS)

/** Parses, then hands over: one function for each name, so that argument and handler stay of one type. */
async function answer<Name extends CallName>(
  name: Name,
  argument: unknown,
  { handlers, text }: Pick<Registration, 'handlers' | 'text'>,
): Promise<CallReply<Name> | Reply> {
  const parsed = (await calls())[name].safeParse(argument)
  if (!parsed.success) return refused(await text(startMessages.malformed))
  const handler: CallHandlers[Name] = handlers[name]
  return (await handler(parsed.data as CallArgument<Name>)) ?? { ok: true }
}

/**
 * Answers every call of the contract. A stranger, a message that does not parse and a handler that fails all end in a
 * refusal that is logged by channel and reason; nothing is thrown, and the app continues.
 */
export function registerCalls({ registry, isTrusted, handlers, view, text, log }: Registration): void {
  const refuse = (channel: string, why: string): Reply => {
    log(`Refused ${channel}: ${why}`)
    return refused(why)
  }
  // Where the wizard itself could not be opened there is no language either.
  const said = (message: Message): Promise<string> =>
    text(message).catch(async () => (await import('../../messages/start.ts')).startFormatter.text(message))
  const isOurs = (event: IpcMainInvokeEvent): boolean => {
    try {
      return isTrusted(event)
    } catch {
      // A frame that is gone before the check throws: there is no one to answer.
      return false
    }
  }
  for (const name of CALL_NAMES) {
    registry.handle(name, async (event, argument) => {
      if (!isOurs(event)) return refuse(name, STRANGER)
      try {
        const reply = await answer(name, argument, { handlers, text: said })
        return reply.ok ? reply : refuse(name, reply.why)
      } catch (error) {
        return refuse(name, await said(failure(error)))
      }
    })
  }
  registry.handle(GET_VIEW, async (event) => {
    if (!isOurs(event)) return refuse(GET_VIEW, STRANGER)
    try {
      return await view()
    } catch (error) {
      return refuse(GET_VIEW, await said(failure(error)))
    }
  })
}
