import type { IpcMainInvokeEvent } from 'electron'
import { APP_ORIGIN } from '#electron/window/app-address.ts'
import type { Random } from '#node/practice/random.ts'

/** Contents of a window, as far as a rule asks for them. */
interface Contents {
  readonly id: number
}

/** The class's or the person's window. */
export const OWN: Contents = { id: 7 }

/** The trainer's window: on the same page, with other channels. */
export const TRAINER: Contents = { id: 9 }

const page = { parent: null, origin: APP_ORIGIN, url: `${APP_ORIGIN}/index.html` }

const gone = (member: string): object =>
  Object.defineProperty({}, member, {
    get() {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    },
  })

/** Callers that are not ours; each as Electron could pass it. */
const strangersTo = (own: Contents): Readonly<Record<string, () => object>> => ({
  'the other one of our windows': () => ({ sender: own === OWN ? TRAINER : OWN, senderFrame: page }),
  'another window': () => ({ sender: { id: 8 }, senderFrame: page }),
  'a window whose id is a text': () => ({ sender: { id: String(own.id) }, senderFrame: page }),
  'a frame inside the page': () => ({ sender: own, senderFrame: { ...page, parent: page } }),
  'a page that has gone': () => ({ sender: own, senderFrame: null }),
  'no frame at all': () => ({ sender: own }),
  'no sender at all': () => ({ senderFrame: page }),
  'another site': () => ({ sender: own, senderFrame: { ...page, origin: 'https://example.com', url: 'https://example.com/' } }),
  'a site whose name begins like ours': () => ({ sender: own, senderFrame: { ...page, origin: `${APP_ORIGIN}.example` } }),
  'the same name under another scheme': () => ({ sender: own, senderFrame: { ...page, origin: 'https://wizard' } }),
  'a file': () => ({ sender: own, senderFrame: { ...page, origin: 'file://', url: 'file:///etc/passwd' } }),
  'a sandboxed frame': () => ({ sender: own, senderFrame: { ...page, origin: 'null' } }),
  'our address without our origin': () => ({ sender: own, senderFrame: { ...page, origin: '' } }),
  'an origin that is no text': () => ({ sender: own, senderFrame: { ...page, origin: [APP_ORIGIN] } }),
  'a frame whose parent is not known': () => ({ sender: own, senderFrame: { ...page, parent: undefined } }),
  'a frame that is disposed of': () => ({ sender: own, senderFrame: Object.assign(gone('parent'), { origin: APP_ORIGIN }) }),
  'a frame without a readable origin': () => ({ sender: own, senderFrame: Object.assign(gone('origin'), { parent: null }) }),
  'an event that is disposed of': () => Object.assign(gone('senderFrame'), { sender: own }),
  'a window that is disposed of': () => ({ sender: gone('id'), senderFrame: page }),
  'nothing but an empty event': () => ({}),
})

export interface Sender {
  readonly name: string
  readonly isOwn: boolean
  readonly event: IpcMainInvokeEvent
}

// Electron's own type has much that no rule asks for.
const as = (event: object): IpcMainInvokeEvent => event as IpcMainInvokeEvent

export const ownSender = (own: Contents): Sender => ({ name: 'our own page', isOwn: true, event: as({ sender: own, senderFrame: page }) })

/** Our own page, or one of the strangers. @param own the window that is answered */
export function anySender(random: Random, own: Contents): Sender {
  if (random() < 0.6) return ownSender(own)
  const strangers = strangersTo(own)
  const names = Object.keys(strangers)
  const name = names[Math.floor(random() * names.length)] ?? ''
  return { name, isOwn: false, event: as(strangers[name]?.() ?? {}) }
}
