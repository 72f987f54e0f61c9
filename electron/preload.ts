import { contextBridge, ipcRenderer, webFrame } from 'electron'
import { CALL, GET_VIEW, PUSH_COMMAND, PUSH_VIEW, type RawBridge } from '#contract/channels.ts'
import {
  type BackstageView,
  PRESENTER_DO,
  PRESENTER_GET,
  PRESENTER_MARK,
  type PresenterBridge,
  type PresenterView,
  PUSH_PRESENTER,
} from '#contract/presenter-channels.ts'
import type { WizardView } from '#messages/view.ts'

/** The event object stays here, because it contains the sender. */
function subscribe<Pushed>(channel: string, listener: (pushed: Pushed) => void): () => void {
  const forward = (_event: unknown, pushed: Pushed) => listener(pushed)
  ipcRenderer.on(channel, forward)
  return () => ipcRenderer.removeListener(channel, forward)
}

const bridge: RawBridge = {
  call: (name, argument) => ipcRenderer.invoke(CALL, name, argument),
  getView: () => ipcRenderer.invoke(GET_VIEW),
  onView: (listener) => subscribe<WizardView>(PUSH_VIEW, listener),
  onCommand: (listener) => subscribe<unknown>(PUSH_COMMAND, listener),
}

const presenter: PresenterBridge = {
  act: (act) => ipcRenderer.invoke(PRESENTER_DO, act),
  getView: () => ipcRenderer.invoke(PRESENTER_GET),
  onView: (listener) => subscribe<PresenterView | BackstageView>(PUSH_PRESENTER, listener),
}

// Decision 0221: WebRTC resolves names past the policy, the proxy and main.
void webFrame.executeJavaScript("for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) delete globalThis[name]")

// By page, so that each gets only its own API; the main process checks the sender.
if (location.hash === PRESENTER_MARK) contextBridge.exposeInMainWorld('presenter', Object.freeze(presenter))
else contextBridge.exposeInMainWorld('wizard', Object.freeze(bridge))
