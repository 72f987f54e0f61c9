import { useEffect } from 'react'
import type { WayIn } from '#contract/channels.ts'
import type { StartView } from '#messages/view.ts'
import { FirstRun } from '../home/first-run.tsx'
import { useWords } from '../language.tsx'
import { later } from '../later.ts'
import { start as words } from '../messages/start.ts'
import type { Door, Doors } from './doors.ts'
import { StartFrame } from './start-frame.tsx'

const ConnectPage = later(() => import('../connect/connect-page.tsx').then((module) => module.ConnectPage))
const PracticePage = later(() => import('../practice/practice-page.tsx').then((module) => module.PracticePage))
const TemplatesPage = later(() => import('../home/templates-page.tsx').then((module) => module.TemplatesPage))
const KeyDatesPage = later(() => import('../home/key-dates.tsx').then((module) => module.KeyDatesPage))
const Engagements = later(() => import('../home/engagements.tsx').then((module) => module.Engagements), Unlisted)

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
  const back = () => go('home')
  useEffect(() => {
    if (!idle) return
    ConnectPage.load()
    PracticePage.load()
  }, [idle])
  useEffect(() => {
    if (door !== 'practise' && door !== 'connect') return
    const request = requestIdleCallback(() => onEntered(door === 'practise' ? 'practice' : 'sign-in'))
    return () => cancelIdleCallback(request)
  }, [door, onEntered])
  switch (door) {
    case 'home':
      return <Home start={start} onGo={go} />
    case 'practise':
      return <PracticePage start={start} onBack={back} />
    case 'dates':
      return <KeyDatesPage rows={start.engagements ?? []} onBack={back} onResume={() => go()} />
    case 'templates':
      return <TemplatesPage rows={start.engagements ?? []} onBack={back} />
    case 'connect':
      return <ConnectPage start={start} onBack={back} />
  }
}

function Home({ start: { engagements }, onGo }: { readonly start: StartView; readonly onGo: (door?: Door) => void }) {
  const onConnect = () => onGo('connect')
  if (engagements?.length === 0) return <FirstRun onPractise={() => onGo('practise')} onConnect={onConnect} />
  if (engagements === undefined) return <Unlisted />
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

/** The list isn't loaded yet: neither it nor the first run, so that nothing flashes. */
function Unlisted() {
  const { title, lead } = useWords(words)
  return <StartFrame page="start" title={title} lead={lead} large wide />
}
