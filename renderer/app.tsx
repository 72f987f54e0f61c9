import { memo, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { WayIn } from '#contract/channels.ts'
import { windowTitle } from '#contract/window-title.ts'
import { defined } from '#machines/defined.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import type { WizardView } from '#messages/view.ts'
import styles from './app.module.css'
import type { Arrival, Bridge } from './bridge.ts'
import { useCommand } from './desktop/commands.ts'
import { AppBar } from './frame/app-bar.tsx'
import type { Board } from './frame/running.ts'
import { useHelp } from './frame/use-help.ts'
import { type Language, LanguageProvider, useFormatter, useWords } from './language.tsx'
import { later } from './later.ts'
import { everyPage } from './messages/every-page.ts'
import { useDoors } from './pages/doors.ts'
import { StartPage } from './pages/start-page.tsx'
import { Callout } from './primitives/callout.tsx'
import { Hidden } from './primitives/text.tsx'
import { type DraftChange, type Drafts, DraftsProvider, NO_SIGN_IN, NO_TENANT, type Wizard, WizardProvider } from './wizard-context.tsx'

// Keeps the first page light: tenant pages load once it is idle, when a person may open a tenant next, or when one opens directly.
const TenantPages = later(() => import('./pages/tenant-pages.tsx').then((module) => module.TenantPages))

// Loaded when the person first asks for it.
const Spotlight = later(() => import('./frame/spotlight.tsx').then((module) => module.Spotlight))
const UpdateRow = later(() => import('./desktop/updates.tsx').then((module) => module.UpdateRow))
const Desktop = later(() => import('./desktop/desktop.tsx').then((module) => module.Desktop))

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
  const [drafts, keep] = useKept(arrival.view?.page === 'start')
  return (
    <div className={styles.root}>
      <LanguageProvider language={language} wanted={arrival.view && (arrival.view.language ?? 'en')}>
        {arrival.refused === undefined ? null : <Unreadable why={arrival.refused} />}
        <DraftsProvider value={drafts}>
          {arrival.view ? <Pages view={arrival.view} arrival={arrival} bridge={bridge} keep={keep} /> : null}
        </DraftsProvider>
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
  const isBehind = isStart && practice !== undefined
  if (seen.isStart !== isStart || seen.isPractice !== isPractice)
    setSeen({ isStart, isPractice, ended: isStart && !isBehind && (seen.ended || seen.isPractice) })
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

/** Input that wasn't submitted, for as long as it may be shown. */
function useKept(isStart: boolean): readonly [Drafts, Wizard['keep']] {
  const [drafts, setDrafts] = useState<Drafts>({})
  const keep = useCallback((change: DraftChange) => setDrafts((before) => defined({ ...before, ...change })), [])
  const [wasStart, setWasStart] = useState(isStart)
  if (wasStart !== isStart) {
    setWasStart(isStart)
    keep(isStart ? NO_TENANT : NO_SIGN_IN)
  }
  return [drafts, keep]
}

/** Why the last call failed. A change of language clears it: a retry says it in the new one. */
function useNotice(language: WizardView['language']): readonly [string | undefined, Wizard['notify']] {
  const [said, setSaid] = useState<string>()
  const [last, setLast] = useState(language)
  if (last !== language) {
    setLast(language)
    setSaid(undefined)
  }
  return [said, setSaid]
}

/** Skips the start page when the command line names a tenant. */
function useOpensAtOnce({ start }: WizardView): boolean {
  const [atOnce, setAtOnce] = useState(start?.connecting === true && start.signIn === undefined)
  if (atOnce && start?.connecting !== true) setAtOnce(false)
  return atOnce && start?.connecting === true
}

const OPENS_ANOTHER: readonly WizardEvent['type'][] = ['OPEN_PRACTICE', 'SIGN_IN', 'LIST_TENANTS']

interface PagesProps extends Pick<Wizard, 'view' | 'bridge' | 'keep'> {
  readonly arrival: Arrival
}

/** Not drawn again when a draft changes. */
const Pages = memo(function Pages({ view, arrival, bridge, keep }: PagesProps) {
  const formatter = useFormatter()
  const { said, announce } = useAnnouncements(view)
  const isStart = view.page === 'start'
  const [notice, notify] = useNotice(view.language)
  const pageRef = useRef<string>(undefined)
  const opensAtOnce = useOpensAtOnce(view)
  const [idle, setIdle] = useState(false)
  const { asked, ask: openOver, close } = useCommand(bridge)
  const [entered, setEntered] = useState(false)
  // A single press opens an environment of the list, or a practice case.
  const maySoonOpen = entered || idle || view.start?.connecting === true
  useEffect(() => {
    if (!maySoonOpen) return
    TenantPages.load()
    // Every page of a tenant shows a date, and the first format takes 10 ms.
    new Intl.DateTimeFormat(view.language)
  }, [maySoonOpen, view.language])
  const mayLoadAhead = idle && isStart && !entered && view.start?.connecting !== true
  useEffect(() => {
    if (mayLoadAhead) void bridge.call('tenant:load-ahead', {})
  }, [mayLoadAhead, bridge])
  const enter = useCallback(
    (way: WayIn) => {
      setEntered(true)
      void bridge.call('tenant:load-ahead', { way })
    },
    [bridge],
  )

  const ask: Wizard['ask'] = useCallback(
    async (call) => {
      const answer = await call
      notify(answer.ok ? undefined : answer.why)
      return answer.ok
    },
    [notify],
  )
  const doors = useDoors(view, bridge, ask)
  const practiceEnded = usePracticeEnded(view)
  const [board, setBoard] = useState<Board>({})
  if (view.start?.engagements && view.start !== board) setBoard(view.start)
  const help = useHelp((view.page === 'step' || view.page === 'operations') && view.step !== undefined)
  const wizard = useMemo((): Wizard => {
    return {
      view,
      bridge,
      arrivedAt: arrival.at,
      send(event) {
        // From a page outside a tenant nothing else opens while changes follow in the one behind it.
        if (isStart && view.staying !== undefined && OPENS_ANOTHER.includes(event.type)) notify(view.staying)
        else void ask(bridge.call('wizard:send', event))
      },
      can: (type) => view.can.includes(type),
      decide: (decision) => void ask(bridge.call('wizard:send', { type: 'DECIDE', decision })),
      mayDecide: (kind) => view.decisions.includes(kind),
      ask,
      announce,
      ...defined({ notice }),
      notify,
      doors,
      help,
      openOver,
      openEngagement(id) {
        void ask(bridge.call('engagements:open', { id })).then((opened) => {
          if (!opened) return
          keep(NO_SIGN_IN)
          doors.go()
        })
      },
      practiceEnded,
      board,
      keep,
      pageRef,
    }
  }, [view, arrival.at, isStart, bridge, ask, announce, notice, notify, doors, help, openOver, practiceEnded, board, keep])

  useEffect(() => {
    document.title = formatter.text(windowTitle(view))
  }, [view, formatter])
  useEffect(() => {
    if (!isStart) return
    const request = requestIdleCallback(() => setIdle(true))
    return () => cancelIdleCallback(request)
  }, [isStart])
  useFirstMoments(view, bridge)

  return (
    <WizardProvider value={wizard}>
      {view.staging?.bare === true || opensAtOnce ? null : <AppBar />}
      {isStart && view.update?.version !== undefined ? <UpdateRow /> : null}
      {isStart ? (
        view.start && !opensAtOnce && <StartPage start={view.start} doors={doors} idle={idle && !view.start.connecting} onEntered={enter} />
      ) : (
        <TenantPages />
      )}
      {view.staging?.spotlight === true ? <Spotlight /> : null}
      {asked ? <Desktop asked={asked} onClose={close} /> : null}
      <LiveRegion text={said} />
    </WizardProvider>
  )
})
