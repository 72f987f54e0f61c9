import type { IpcMainInvokeEvent } from 'electron'
import { CALL, GET_VIEW } from '#contract/channels.ts'
import type { CallArgument, CallName, CallReply, Reply } from '#contract/contract.ts'
import { MINUTE } from '#machines/engine/durations.ts'
import type { Message } from '#machines/messages/message.ts'
import { lazily } from '#node/services/azure/lazily.ts'
import { messages, startMessages } from '../messages.ts'
import { TooManyPrograms } from './program-limit.ts'

/** Handlers of all calls. No result means done; refusals are values. */
export type CallHandlers = {
  readonly [Name in CallName]: (argument: CallArgument<Name>) => CallOutcome<Name> | Promise<CallOutcome<Name>>
}
// biome-ignore lint/suspicious/noConfusingVoidType: most handlers do something and have nothing to say
type CallOutcome<Name extends CallName> = CallReply<Name> | ({ ok: true } extends CallReply<Name> ? void : never)

/** Used part of Electron's `ipcMain`, for tests without a window. */
export interface InvokeRegistry<Event = IpcMainInvokeEvent> {
  handle(channel: string, listener: (event: Event, ...sent: readonly unknown[]) => unknown): void
}

export interface Registration {
  readonly registry: InvokeRegistry
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean
  readonly handlers: CallHandlers
  readonly view: () => unknown
  readonly text: (text: Message) => Promise<string>
  /** Never receives a payload, which may contain typed text. */
  readonly log: (line: string) => void
  /** Milliseconds since any moment. */
  readonly now?: () => number
}

const STRANGER = 'The sender is not the wizard’s own page.'
const NO_CALL = 'There is no such call.'

/** Only the error's type: its message may quote typed text. */
const failure = (error: unknown): Message =>
  error instanceof TooManyPrograms
    ? messages.tooManyPrograms
    : startMessages.failed({ kind: error instanceof Error ? error.name : typeof error })

/** One line a minute for each call: a page that was taken over could fill the disk with refusals. The next line counts those left out, as in `(+12)`. */
function oncePerMinute(log: Registration['log'], now: () => number): (channel: string, why: string) => void {
  const last = new Map<string, { readonly at: number; left: number }>()
  return (channel, why) => {
    const before = last.get(channel)
    if (before !== undefined && now() - before.at < MINUTE) {
      before.left += 1
      return
    }
    last.set(channel, { at: now(), left: 0 })
    const left = before?.left ?? 0
    log(`Refused ${channel}: ${why}${left === 0 ? '' : ` (+${left})`}`)
  }
}

const refused = (why: string): Reply => ({ ok: false, why })

/** Building all schemas takes longer than showing the window: loaded with the first call. */
const calls = lazily(async () => (await import('#contract/contract.ts')).CALLS)

/** Parses and dispatches; generic, so that argument and handler match. */
async function answer<Name extends CallName>(
  name: Name,
  argument: unknown,
  { handlers, text }: Pick<Registration, 'handlers' | 'text'>,
): Promise<CallReply<Name> | Reply> {
  const parsed = (await calls())[name].takes.safeParse(argument)
  if (!parsed.success) return refused(await text(startMessages.malformed))
  const handler: CallHandlers[Name] = handlers[name]
  return (await handler(parsed.data as CallArgument<Name>)) ?? { ok: true }
}

/** Answers all calls. Strangers, invalid messages and failing handlers get a refusal, logged by call and reason once a minute; nothing is thrown. */
export function registerCalls({ registry, isTrusted, handlers, view, text, log, now = () => performance.now() }: Registration): void {
  const note = oncePerMinute(log, now)
  const refuse = (channel: string, why: string): Reply => {
    note(channel, why)
    return refused(why)
  }
  // Without the wizard there is no language.
  const said = (message: Message): Promise<string> =>
    text(message).catch(async () => (await import('#messages/start.ts')).startFormatter.text(message))
  const isOurs = (event: IpcMainInvokeEvent): boolean => {
    try {
      return isTrusted(event)
    } catch {
      // A frame that has gone can't be answered.
      return false
    }
  }
  const isCall = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(handlers, name)
  registry.handle(CALL, async (event, name, argument) => {
    if (!isCall(name)) return refuse(CALL, isOurs(event) ? NO_CALL : STRANGER)
    if (!isOurs(event)) return refuse(name, STRANGER)
    try {
      const reply = await answer(name, argument, { handlers, text: said })
      return reply.ok ? reply : refuse(name, reply.why)
    } catch (error) {
      return refuse(name, await said(failure(error)))
    }
  })
  registry.handle(GET_VIEW, async (event) => {
    if (!isOurs(event)) return refuse(GET_VIEW, STRANGER)
    try {
      return await view()
    } catch (error) {
      return refuse(GET_VIEW, await said(failure(error)))
    }
  })
}
