import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { WayIn } from '#contract/channels.ts'
import { windowTitle } from '#contract/window-title.ts'
import { defined } from '#machines/defined.ts'
import type { WizardView } from '#messages/view.ts'
import styles from './app.module.css'
import type { Arrival, Bridge } from './bridge.ts'
import { useCommand } from './desktop/commands.ts'
import { AppBar } from './frame/app-bar.tsx'
import type { Board } from './frame/running.ts'
import { useHelp } from './frame/use-help.ts'
import { type Language, LanguageProvider, useFormatter, useWords } from './language.tsx'
import { useLater } from './later.ts'
import { everyPage } from './messages/every-page.ts'
import { useDoors } from './pages/doors.ts'
import { StartPage } from './pages/start-page.tsx'
import { Callout } from './primitives/callout.tsx'
import { Hidden } from './primitives/text.tsx'
import { type Drafts, type Wizard, WizardProvider } from './wizard-context.tsx'

// Keeps the first page light: tenant pages load when a person may open a tenant next, or when one opens directly.
const fetchTenantPages = () => import('./pages/tenant-pages.tsx').then(({ TenantPages }) => TenantPages)

// Loaded when the person first asks for it.
const fetchSpotlight = () => import('./frame/spotlight.tsx').then(({ Spotlight }) => Spotlight)
const fetchUpdateRow = () => import('./desktop/updates.tsx').then(({ UpdateRow }) => UpdateRow)
const fetchDesktop = () => import('./desktop/desktop.tsx').then(({ Desktop }) => Desktop)

function useFirstMoments(view: WizardView, bridge: Bridge): void {
  const reported = useRef({ page: false, step: false })
  const stepUsable = view.step !== undefined && view.step.phase !== 'reading'
  useEffect(() => {
    let frame = 0
    const look = () => {
      if (!reported.current.page) {
        reported.current.page = true
        void bridge.call('marks:report', { mark: 'firstPageInteractive' })
      }
      if (!stepUsable || reported.current.step) return
      if (document.querySelector('main h1') === null) {
        // The step's page is a separate chunk, which may load some frames after the view.
        frame = requestAnimationFrame(look)
        return
      }
      reported.current.step = true
      void bridge.call('marks:report', { mark: 'firstStepInteractive' })
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  })
}

export function App({ bridge, language }: { readonly bridge: Bridge; readonly language: Language }) {
  const arrival = useSyncExternalStore(bridge.subscribe, bridge.current)
  return (
    <div className={styles.root}>
      <LanguageProvider language={language} wanted={arrival.view && (arrival.view.language ?? 'en')}>
        {arrival.refused === undefined ? null : <Unreadable why={arrival.refused} />}
        {arrival.view ? <Pages view={arrival.view} arrival={arrival} bridge={bridge} /> : null}
      </LanguageProvider>
    </div>
  )
}

function Unreadable({ why }: { readonly why: string }) {
  const unreadable = useWords(everyPage.unreadable)
  return (
    <Callout tone="danger" role="alert">
      <strong>{unreadable.title}</strong> {unreadable.meaning} <code>{why}</code>
    </Callout>
  )
}

/** Between the end of a practice case and the next page: nothing else says that practice isn't saved. */
function usePracticeEnded({ page, practice }: WizardView): boolean {
  const isStart = page === 'start'
  const [seen, setSeen] = useState({ isStart, isPractice: false, ended: false })
  const isPractice = practice !== undefined && practice.readOnly !== true
  if (seen.isStart !== isStart || seen.isPractice !== isPractice)
    setSeen({ isStart, isPractice, ended: isStart && (seen.ended || (!seen.isStart && seen.isPractice)) })
  return isStart && seen.ended
}

function LiveRegion({ text }: { readonly text: string }) {
  return <Hidden live>{text}</Hidden>
}

/** Announcements: each of the view's once, the Key Map's sentence when it changes, and the window's own (for example, copied). */
function useAnnouncements({ announcement, keyMap }: WizardView): {
  readonly said: string
  readonly announce: (text: string) => void
} {
  const [said, setSaid] = useState('')
  const lastId = useRef<number>(undefined)
  const lastSentence = useRef<string>(undefined)
  const sentence = keyMap?.sentence
  const announce = useCallback((text: string) => {
    // A trailing space makes a repeated announcement be read again; it isn't heard.
    setSaid((before) => (before === text ? `${text}\u00a0` : text))
  }, [])
  useEffect(() => {
    const isNew = lastId.current !== announcement.id
    // The first sentence belongs to the page that just opened.
    const isAnother = sentence !== undefined && lastSentence.current !== undefined && lastSentence.current !== sentence
    lastId.current = announcement.id
    lastSentence.current = sentence
    if (isNew || isAnother) announce([...(isNew ? [announcement.text] : []), ...(isAnother ? [sentence] : [])].join('\n'))
  }, [announcement, sentence, announce])
  return { said, announce }
}

function Pages({ view, arrival, bridge }: { readonly view: WizardView; readonly arrival: Arrival; readonly bridge: Bridge }) {
  const formatter = useFormatter()
  const { said, announce } = useAnnouncements(view)
  const [notice, setNotice] = useState<string>()
  const drafts = useRef<Drafts>({})
  const shown = useRef<Wizard['shown']>({})
  const isStart = view.page === 'start'
  // Skips the start page when the command line names a tenant.
  const opensAtOnce = useRef(view.start?.connecting === true && view.start.signIn === undefined)
  if (view.start?.connecting !== true) opensAtOnce.current = false
  const [idle, setIdle] = useState(false)
  const { asked, ask: openOver, close } = useCommand(bridge)
  const Desktop = useLater(asked !== undefined, fetchDesktop)
  const UpdateRow = useLater(isStart && view.update?.version !== undefined, fetchUpdateRow)
  const isLit = view.staging?.spotlight === true
  const Spotlight = useLater(isLit, fetchSpotlight)
  const [entered, setEntered] = useState(false)
  // In the list of environments, a single press opens one.
  const maySoonOpen = entered || (idle && (view.start?.engagements ?? []).length > 0)
  const TenantPages = useLater(maySoonOpen || !isStart || view.start?.connecting === true, fetchTenantPages)
  const enter = useCallback(
    (way: WayIn) => {
      setEntered(true)
      void bridge.call('tenant:load-ahead', { way })
    },
    [bridge],
  )

  const ask: Wizard['ask'] = useCallback(async (call) => {
    const answer = await call
    setNotice(answer.ok ? undefined : answer.why)
    return answer.ok
  }, [])
  const doors = useDoors(view, bridge, ask)
  const practiceEnded = usePracticeEnded(view)
  const board = useRef<Board>({})
  if (view.start?.engagements) board.current = view.start
  const help = useHelp((view.page === 'step' || view.page === 'operations') && view.step !== undefined)
  const wizard = useMemo((): Wizard => {
    return {
      view,
      bridge,
      arrivedAt: arrival.at,
      send: (event) => void ask(bridge.call('wizard:send', event)),
      can: (type) => view.can.includes(type),
      decide: (decision) => void ask(bridge.call('wizard:send', { type: 'DECIDE', decision })),
      mayDecide: (kind) => view.decisions.includes(kind),
      ask,
      announce,
      ...defined({ notice }),
      notify: setNotice,
      doors,
      help,
      openOver,
      openEngagement(id) {
        // Drafts of another sign-in must not appear in this form.
        delete drafts.current.signIn
        delete drafts.current.checkFirst
        void ask(bridge.call('engagements:open', { id })).then((opened) => opened && doors.go())
      },
      practiceEnded,
      board: board.current,
      drafts: drafts.current,
      shown: shown.current,
    }
  }, [view, arrival.at, bridge, ask, announce, notice, doors, help, openOver, practiceEnded])

  // An error shown in the previous language; a retry shows it in the new one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the language is another one
  useEffect(() => setNotice(undefined), [view.language])
  useEffect(() => {
    document.title = formatter.text(windowTitle(view))
  }, [view, formatter])
  useEffect(() => {
    if (!isStart) {
      delete drafts.current.signIn
      delete drafts.current.checkFirst
      return
    }
    // Forms start empty for another tenant.
    delete drafts.current.environmentId
    delete drafts.current.apps
    delete drafts.current.policy
    delete drafts.current.person
    delete drafts.current.browsing
    const request = requestIdleCallback(() => setIdle(true))
    return () => cancelIdleCallback(request)
  }, [isStart])
  useFirstMoments(view, bridge)

  return (
    <WizardProvider value={wizard}>
      {view.staging?.bare === true || opensAtOnce.current ? null : <AppBar />}
      {isStart && UpdateRow ? <UpdateRow /> : null}
      {isStart ? (
        view.start &&
        !opensAtOnce.current && <StartPage start={view.start} doors={doors} idle={idle && !view.start.connecting} onEntered={enter} />
      ) : TenantPages === undefined ? null : (
        <TenantPages />
      )}
      {isLit && Spotlight ? <Spotlight /> : null}
      {asked && Desktop ? <Desktop asked={asked} onClose={close} /> : null}
      <LiveRegion text={said} />
    </WizardProvider>
  )
}
