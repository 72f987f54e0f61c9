import { useEffect } from 'react'
import type { WayIn } from '#contract/channels.ts'
import type { StartView } from '#messages/view.ts'
import { FirstRun } from '../home/first-run.tsx'
import { useWords } from '../language.tsx'
import { useLater } from '../later.ts'
import { start as words } from '../messages/start.ts'
import type { Door, Doors } from './doors.ts'
import { StartFrame } from './start-frame.tsx'

const fetchConnectPage = () => import('../connect/connect-page.tsx').then(({ ConnectPage }) => ConnectPage)
const fetchPracticePage = () => import('../practice/practice-page.tsx').then(({ PracticePage }) => PracticePage)
const fetchTemplates = () => import('../home/templates-page.tsx').then(({ TemplatesPage }) => TemplatesPage)
const fetchKeyDates = () => import('../home/key-dates.tsx').then(({ KeyDatesPage }) => KeyDatesPage)
const fetchEngagements = () => import('../home/engagements.tsx').then(({ Engagements }) => Engagements)

/**
 * Start page and the pages that it leads to.
 * @param idle whether more code may be loaded
 * @param onEntered called when a tenant may be opened next
 */
export function StartPage({
  start,
  doors: { now: door = 'home', go },
  idle,
  onEntered,
}: {
  readonly start: StartView
  readonly doors: Doors
  readonly idle: boolean
  readonly onEntered: (way: WayIn) => void
}) {
  const ConnectPage = useLater(idle || door === 'connect', fetchConnectPage)
  const PracticePage = useLater(idle || door === 'practise', fetchPracticePage)
  const KeyDatesPage = useLater(door === 'dates', fetchKeyDates)
  const TemplatesPage = useLater(door === 'templates', fetchTemplates)
  const back = () => go('home')
  useEffect(() => {
    if (door !== 'practise' && door !== 'connect') return
    const request = requestIdleCallback(() => onEntered(door === 'practise' ? 'practice' : 'sign-in'))
    return () => cancelIdleCallback(request)
  }, [door, onEntered])
  switch (door) {
    case 'home':
      return <Home start={start} onGo={go} />
    case 'practise':
      return PracticePage === undefined ? null : <PracticePage start={start} onBack={back} />
    case 'dates':
      return KeyDatesPage === undefined ? null : <KeyDatesPage rows={start.engagements ?? []} onBack={back} onResume={() => go()} />
    case 'templates':
      return TemplatesPage === undefined ? null : <TemplatesPage rows={start.engagements ?? []} onBack={back} />
    case 'connect':
      return ConnectPage === undefined ? null : <ConnectPage start={start} onBack={back} />
  }
}

function Home({ start: { engagements }, onGo }: { readonly start: StartView; readonly onGo: (door?: Door) => void }) {
  const { title, lead } = useWords(words)
  const hasWork = engagements !== undefined && engagements.length > 0
  const Engagements = useLater(hasWork, fetchEngagements)
  const onConnect = () => onGo('connect')
  if (engagements?.length === 0) return <FirstRun onPractise={() => onGo('practise')} onConnect={onConnect} />
  // The list isn't loaded yet: draw neither, so that nothing flashes.
  if (!hasWork || Engagements === undefined) return <StartFrame page="start" title={title} lead={lead} large wide />
  return (
    <Engagements
      rows={engagements}
      onConnect={onConnect}
      onDates={() => onGo('dates')}
      onTemplates={() => onGo('templates')}
      onResume={onGo}
    />
  )
}
