import { watchForNotice } from '#machines/engine/wizard/notice.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { SERVICE_OWNERS } from '#machines/procedure/owners/owners.ts'
import type { WizardView } from '#messages/view.ts'
import type { KeysHost } from '#node/host/customer-managed-keys.ts'
import { messages } from '../messages.ts'

interface Preventable {
  preventDefault(): void
}

export interface Closable {
  on(event: 'close', listener: (event: Preventable) => void): unknown
  on(event: 'show', listener: () => void): unknown
  isVisible(): boolean
  isFocused(): boolean
  isMinimized(): boolean
  hide(): void
  minimize(): void
}

/** Why quitting needs a question: changes that haven't started, one without an answer yet, or a schedule. */
export type QuitReason = { readonly of: 'changes'; readonly unstarted: number } | { readonly of: 'change' | 'schedule' }
/** `when-done`: after the whole run. `when-answered`: after the change that is being made. */
export type QuitAnswer = 'when-done' | 'when-answered' | 'now' | 'not'

export interface Desk {
  /** Shows an icon that reopens the window. @returns false if it would be invisible */
  showIcon(place: DisplayText | undefined): Promise<boolean>
  hideIcon(): void
  notify(notice: { readonly title: DisplayText; readonly body: DisplayText }): void | Promise<void>
  askBeforeQuit(reason: QuitReason): Promise<QuitAnswer>
  /** Prevents automatic sleep; the person can still start it. */
  keepAwake(wanted: boolean): void
  onWake(woke: () => void): void
  /** Calls back once the network is back. @returns cancels */
  whenOnline(back: () => void): () => void
  quit(): void
}

type Host = Pick<KeysHost, 'view' | 'subscribe' | 'underway' | 'followUnderway' | 'pollNow' | 'scheduled' | 'isWriting' | 'unstarted'> & {
  send(event: { readonly type: 'STOP_AFTER_THIS' }): void
}

const CONTINUES = { title: messages.background.title, body: messages.background.body }

function placeOf({ who, step, others = [] }: WizardView): DisplayText | undefined {
  const waiting = others.filter(({ phase }) => phase === 'waiting')
  const isWaiting = step?.phase === 'waiting'
  const count = waiting.length + Number(isWaiting)
  if (count > 1) return messages.background.places({ count })
  const shown = isWaiting ? step : (waiting[0] ?? step)
  const environment = (isWaiting ? step.about : waiting[0]?.environment) ?? who?.environment
  if (environment !== undefined && shown) return messages.background.place({ environment, title: shown.title })
  const only = environment ?? shown?.title
  return only === undefined ? undefined : verbatim(only)
}

/**
 * Keeps running after the window closes while confirmed work is under way, and notifies at its end. Asks before
 * quitting during a run of changes or with a schedule; otherwise closing and quitting are unchanged.
 * Decision 0086: only for what a person confirmed; minimized where no tray is shown.
 * @param mayNotify whether notifications are on
 * @returns a handler for quitting
 */
export function stayInBackground(
  window: Closable,
  host: Host,
  desk: Desk,
  mayNotify: () => boolean,
): { beforeQuit(event: Preventable): void } {
  const watch = watchForNotice(SERVICE_OWNERS.says)
  watch(host.view())
  let isLeaving = false
  let isAsking = false
  let hasSaid = false
  const notify = (notice: Parameters<Desk['notify']>[0]): void => {
    if (mayNotify()) void desk.notify(notice)
  }

  let shownPlace: string | undefined
  async function showPlace(view: WizardView): Promise<boolean> {
    const place = placeOf(view)
    const said = JSON.stringify(place ?? '')
    if (said === shownPlace) return true
    shownPlace = said
    return desk.showIcon(place)
  }

  async function retire(): Promise<void> {
    host.followUnderway()
    shownPlace = undefined
    if (await showPlace(host.view())) window.hide()
    // Without an icon a hidden window might be lost, so it stays in the window list.
    else window.minimize()
    if (hasSaid) return
    hasSaid = true
    notify(CONTINUES)
  }

  window.on('close', (event) => {
    if (isLeaving || !host.underway()) return
    event.preventDefault()
    // Closing a minimized window quits; nothing is lost.
    if (window.isMinimized()) desk.quit()
    else void retire()
  })
  window.on('show', () => {
    shownPlace = undefined
    desk.hideIcon()
  })

  host.subscribe((view) => {
    const isLookedAt = window.isVisible() && window.isFocused() && !window.isMinimized()
    for (const notice of watch(view)) if (!isLookedAt || notice.beside) notify(notice)
    if (shownPlace !== undefined && !window.isVisible()) void showPlace(view)
  })

  // After sleep or without a network, events were missed: polls at once.
  desk.onWake(() => host.pollNow())
  let isKeptAwake = false
  const stayAwake = (): void => {
    const wanted = host.scheduled() !== undefined
    if (wanted !== isKeptAwake) desk.keepAwake(wanted)
    isKeptAwake = wanted
  }
  stayAwake()
  host.subscribe(stayAwake)

  let callOff: (() => void) | undefined
  const watchNetwork = ({ step }: WizardView): void => {
    const isOutOfReach = step?.wait?.outOfReachSince !== undefined
    if (isOutOfReach) callOff ??= desk.whenOnline(() => host.pollNow())
    else {
      callOff?.()
      callOff = undefined
    }
  }
  watchNetwork(host.view())
  host.subscribe(watchNetwork)

  const toAskAbout = (): QuitReason | undefined => {
    const unstarted = host.unstarted()
    if (unstarted > 0) return { of: 'changes', unstarted }
    if (host.isWriting()) return { of: 'change' }
    return host.scheduled() === undefined ? undefined : { of: 'schedule' }
  }
  async function ask(reason: QuitReason): Promise<void> {
    isAsking = true
    const answer = await desk.askBeforeQuit(reason)
    isAsking = false
    if (answer === 'not') return
    // The situation changed during the question, so the answer doesn't apply.
    const now = toAskAbout()
    if (reason.of === 'schedule' && now !== undefined && now.of !== 'schedule') return ask(now)
    if (answer === 'when-done') {
      // What came of it is known once it's read.
      await ended(host, () => host.unstarted() > 0 || host.isWriting() || host.view().step?.phase === 'reading')
      // A change that failed is for the person to see.
      if (host.view().step?.problem !== undefined) return
    }
    if (answer === 'when-answered') {
      host.send({ type: 'STOP_AFTER_THIS' })
      await ended(host, host.isWriting)
    }
    isLeaving = true
    desk.quit()
  }

  return {
    beforeQuit(event) {
      const reason = isLeaving ? undefined : toAskAbout()
      if (reason === undefined) {
        isLeaving = true
        return
      }
      event.preventDefault()
      if (!isAsking) void ask(reason)
    },
  }
}

const ended = (host: Pick<Host, 'subscribe'>, goesOn: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (!goesOn()) return resolve()
    const end = host.subscribe(() => {
      if (goesOn()) return
      end()
      resolve()
    })
  })
