import { app, type BrowserWindow, dialog, Menu, Notification, nativeImage, net, powerMonitor, powerSaveBlocker, Tray } from 'electron'
import { PRODUCT } from '#contract/window-title.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Formatter } from '#messages/formatter.ts'
import small from '../../assets/icons/16x16.png?inline'
import large from '../../assets/icons/32x32.png?inline'
import { messages } from '../messages.ts'
import type { Desk, QuitAnswer, QuitReason } from './background.ts'
import { type Every, whenOnline } from './network-watch.ts'
import { hasTray } from './tray-host.ts'

interface Question {
  readonly message: DisplayText
  readonly detail: DisplayText
  /** The first is the default. */
  readonly answers: readonly { readonly answer: QuitAnswer; readonly label: DisplayText }[]
}

const NOW = { answer: 'now', label: messages.quit.now } as const
const NOT = { answer: 'not', label: messages.quit.not } as const
function questionAbout(reason: QuitReason): Question {
  if (reason.of !== 'changes') return QUESTIONS[reason.of]
  return {
    message: messages.quit.unstarted({ count: reason.unstarted }),
    detail: messages.quit.unstartedDetail,
    answers: [
      { answer: 'when-done', label: messages.quit.finishFirst },
      { answer: 'when-answered', label: messages.quit.stopAfterThis },
      NOT,
    ],
  }
}

const QUESTIONS: Readonly<Record<'change' | 'schedule', Question>> = {
  change: {
    message: messages.quit.message,
    detail: messages.quit.detail,
    answers: [{ answer: 'when-answered', label: messages.quit.whenAnswered }, NOW, NOT],
  },
  schedule: { message: messages.quit.scheduled, detail: messages.quit.scheduledDetail, answers: [NOT, NOW] },
}

const every: Every = (milliseconds, run) => {
  const timer = setInterval(run, milliseconds)
  return () => clearInterval(timer)
}

function icon() {
  const image = nativeImage.createFromDataURL(small)
  image.addRepresentation({ scaleFactor: 2, dataURL: large })
  return image
}

/** @param show brings the window to the front @param text formats in the current language */
export function electronDesk(window: BrowserWindow, show: () => void, text: Formatter['text']): Desk {
  let tray: Tray | undefined
  let awake: number | undefined
  // Without a reference, notifications are garbage collected together with their click handlers.
  const told = new Set<Notification>()
  if (process.platform === 'win32') app.setAppUserModelId('io.github.cmk-enablement-wizard')
  return {
    async showIcon(place) {
      // The dock keeps the app and reopens its window.
      if (process.platform === 'darwin') return true
      if (!tray && !(await hasTray(process.platform))) return false
      const isNew = tray === undefined
      tray ??= new Tray(icon())
      tray.setToolTip(place === undefined ? PRODUCT : text(messages.background.tooltip({ product: PRODUCT, place })))
      if (!isNew) return true
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: text(messages.background.open), click: show },
          { label: text(messages.background.quit), click: () => app.quit() },
        ]),
      )
      tray.on('click', show)
      return true
    },
    hideIcon() {
      tray?.destroy()
      tray = undefined
    },
    notify(notice) {
      if (!Notification.isSupported()) return window.flashFrame(true)
      const notification = new Notification({ title: text(notice.title), body: text(notice.body) })
      told.add(notification)
      const forget = () => told.delete(notification)
      notification.on('click', () => {
        forget()
        show()
      })
      notification.on('close', forget)
      notification.show()
    },
    async askBeforeQuit(reason) {
      // The question might be invisible over a hidden window.
      if (!window.isVisible()) show()
      const { message, detail, answers } = questionAbout(reason)
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        title: PRODUCT,
        message: text(message),
        detail: text(detail),
        buttons: answers.map(({ label }) => text(label)),
        defaultId: 0,
        cancelId: answers.findIndex(({ answer }) => answer === 'not'),
        noLink: true,
      })
      return answers[response]?.answer ?? 'not'
    },
    keepAwake(wanted) {
      if (awake !== undefined) powerSaveBlocker.stop(awake)
      awake = wanted ? powerSaveBlocker.start('prevent-app-suspension') : undefined
    },
    onWake: (woke) => void powerMonitor.on('resume', woke),
    whenOnline: (back) => whenOnline(() => net.isOnline(), every, back),
    quit: () => app.quit(),
  }
}
