import type { IpcMainInvokeEvent } from 'electron'
import { APP_ORIGIN } from '../../electron/window/app-address.ts'
import type { Random } from '../../practice/random.ts'

/** The one window's contents. */
export const OWN = { id: 7 }

const page = { parent: null, origin: APP_ORIGIN, url: `${APP_ORIGIN}/index.html` }

const gone = (member: string): object =>
  Object.defineProperty({}, member, {
    get() {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    },
  })

/** Callers that are not ours; each as Electron could pass it. */
const STRANGERS: Readonly<Record<string, () => object>> = {
  'another window': () => ({ sender: { id: 8 }, senderFrame: page }),
  'a window whose id is a text': () => ({ sender: { id: '7' }, senderFrame: page }),
  'a frame inside the page': () => ({ sender: OWN, senderFrame: { ...page, parent: page } }),
  'a page that has gone': () => ({ sender: OWN, senderFrame: null }),
  'no frame at all': () => ({ sender: OWN }),
  'no sender at all': () => ({ senderFrame: page }),
  'another site': () => ({ sender: OWN, senderFrame: { ...page, origin: 'https://example.com', url: 'https://example.com/' } }),
  'a site whose name begins like ours': () => ({ sender: OWN, senderFrame: { ...page, origin: `${APP_ORIGIN}.example` } }),
  'the same name under another scheme': () => ({ sender: OWN, senderFrame: { ...page, origin: 'https://wizard' } }),
  'a file': () => ({ sender: OWN, senderFrame: { ...page, origin: 'file://', url: 'file:///etc/passwd' } }),
  'a sandboxed frame': () => ({ sender: OWN, senderFrame: { ...page, origin: 'null' } }),
  'our address without our origin': () => ({ sender: OWN, senderFrame: { ...page, origin: '' } }),
  'an origin that is no text': () => ({ sender: OWN, senderFrame: { ...page, origin: [APP_ORIGIN] } }),
  'a frame whose parent is not known': () => ({ sender: OWN, senderFrame: { ...page, parent: undefined } }),
  'a frame that is disposed of': () => ({ sender: OWN, senderFrame: Object.assign(gone('parent'), { origin: APP_ORIGIN }) }),
  'a frame without a readable origin': () => ({ sender: OWN, senderFrame: Object.assign(gone('origin'), { parent: null }) }),
  'an event that is disposed of': () => Object.assign(gone('senderFrame'), { sender: OWN }),
  'a window that is disposed of': () => ({ sender: gone('id'), senderFrame: page }),
  'nothing but an empty event': () => ({}),
}

export interface Sender {
  readonly name: string
  readonly isOwn: boolean
  readonly event: IpcMainInvokeEvent
}

/** Our own page, or one of the strangers. */
export function anySender(random: Random): Sender {
  // Electron's own type has much that no rule asks for.
  const as = (event: object): IpcMainInvokeEvent => event as IpcMainInvokeEvent
  if (random() < 0.6) return { name: 'our own page', isOwn: true, event: as({ sender: OWN, senderFrame: page }) }
  const names = Object.keys(STRANGERS)
  const name = names[Math.floor(random() * names.length)] ?? ''
  return { name, isOwn: false, event: as(STRANGERS[name]?.() ?? {}) }
}
