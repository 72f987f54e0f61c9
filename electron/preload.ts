import { contextBridge, ipcRenderer } from 'electron'
import { CALL_NAMES, GET_VIEW, PUSH_VIEW, type RawBridge } from '../ipc/channels.ts'
import type { WizardView } from '../messages/view.ts'

const bridge: RawBridge = {
  call: (name, argument) =>
    CALL_NAMES.includes(name) ? ipcRenderer.invoke(name, argument) : Promise.resolve({ ok: false, why: 'There is no such call.' }),
  getView: () => ipcRenderer.invoke(GET_VIEW),
  onView: (listener) => {
    // Electron's event object stays here: it would hand the page the sender.
    const forward = (_event: unknown, view: WizardView) => listener(view)
    ipcRenderer.on(PUSH_VIEW, forward)
    return () => ipcRenderer.removeListener(PUSH_VIEW, forward)
  },
}

contextBridge.exposeInMainWorld('wizard', Object.freeze(bridge))
