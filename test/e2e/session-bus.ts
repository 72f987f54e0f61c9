import { createBroker, defineInterface, sessionBus } from 'dbus-native'
import { z } from 'zod'
import { hasLibrary, notificationLibrary } from '../../tools/system.mjs'

/** True if notifications can't be observed here: the tests that need them are skipped. */
export const notificationsUnseen = !hasLibrary(notificationLibrary)

/** As a person is shown it. */
export interface Notified {
  readonly title: string
  readonly body: string
}

export interface SessionBus {
  readonly address: string
  /** Notifications since `forget`, oldest first. */
  shown(): readonly Notified[]
  forget(): void
  clickNewest(): void
}

const SERVICE = 'org.freedesktop.Notifications'
// The socket lies in a folder that no other user can read.
const ANYONE = { authMethods: ['ANONYMOUS'] }

const given = z.object({ summary: z.string(), body: z.string() })

/** By the Desktop Notifications Specification. */
function notificationService(): { readonly exported: ReturnType<typeof defineInterface> } & Omit<SessionBus, 'address'> {
  let shown: Notified[] = []
  let count = 0
  const exported = defineInterface({
    name: SERVICE,
    methods: {
      GetCapabilities: { out: { capabilities: 'as' }, handler: () => ['actions', 'body'] },
      GetServerInformation: {
        out: { name: 's', vendor: 's', version: 's', specification: 's' },
        handler: () => ({ name: 'of the tests', vendor: '', version: '1', specification: '1.2' }),
      },
      Notify: {
        in: { app: 's', replaces: 'u', icon: 's', summary: 's', body: 's', actions: 'as', hints: 'a{sv}', timeout: 'i' },
        out: { id: 'u' },
        handler: (words: unknown) => {
          const { summary, body } = given.parse(words)
          shown.push({ title: summary, body })
          count += 1
          return count
        },
      },
      CloseNotification: { in: { id: 'u' }, handler: () => null },
    },
    signals: { ActionInvoked: { args: { id: 'u', action: 's' } }, NotificationClosed: { args: { id: 'u', reason: 'u' } } },
  })
  return {
    exported,
    shown: () => shown,
    forget() {
      shown = []
    },
    clickNewest: () => exported.emit['ActionInvoked']?.(count, 'default'),
  }
}

async function start(): Promise<SessionBus> {
  const broker = createBroker(ANYONE)
  const address = await new Promise<string>((resolve, reject) => {
    broker.listen((failure, listening) => (failure ? reject(failure) : resolve(listening)))
  })
  const bus = sessionBus({ busAddress: address, ...ANYONE })
  const { exported, ...service } = notificationService()
  await bus.export('/org/freedesktop/Notifications', exported)
  await bus.ownName(SERVICE)
  process.once('exit', () => broker.close())
  return { address, ...service }
}

let started: Promise<SessionBus> | undefined

/** Session bus of this worker's windows. Its only service shows notifications, so that windows find the same on every machine. */
export function desktopBus(): Promise<SessionBus> {
  started ??= start()
  return started
}
