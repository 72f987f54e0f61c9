import { Button } from '@fluentui/react-components'
import { type ReactNode, useId, useState } from 'react'
import type { StartView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { useLater } from '../later.ts'
import { Spaced, Tiles } from '../primitives/layout.tsx'
import { Heading, Points, Text } from '../primitives/text.tsx'
import { Engagements } from './engagements.tsx'
import { PractisePage } from './practise-page.tsx'
import { StartFrame } from './start-frame.tsx'
import styles from './start-page.module.css'

type Door = 'doors' | 'practise' | 'connect'

const fetchConnectPage = () => import('../connect/connect-page.tsx').then(({ ConnectPage }) => ConnectPage)

/** Where a person is before they said where they want to be: at what they last began. */
const doorOf = ({ signIn, problem }: StartView): Door => (signIn ? 'connect' : problem ? 'practise' : 'doors')

/**
 * Where everything begins: two doors, and what is behind each.
 * @param idle whether what is not on screen yet may be fetched
 */
export function StartPage({ start, idle }: { readonly start: StartView; readonly idle: boolean }) {
  const [gone, setGone] = useState<Door>()
  // A sign-in under way is never out of sight.
  const door = start.signIn && start.connecting ? 'connect' : (gone ?? doorOf(start))
  const ConnectPage = useLater(idle || door === 'connect', fetchConnectPage)
  const back = () => setGone('doors')
  switch (door) {
    case 'doors':
      return <Doors onGo={setGone} onResume={() => setGone(undefined)} />
    case 'practise':
      return <PractisePage start={start} onBack={back} />
    case 'connect':
      return ConnectPage === undefined ? null : <ConnectPage start={start} onBack={back} />
  }
}

function Doors({ onGo, onResume }: { readonly onGo: (door: Door) => void; readonly onResume: () => void }) {
  const strings = useStrings()
  const { title, lead, practise, connect } = strings.start
  return (
    <StartFrame page="start" title={title} lead={lead} large>
      <Engagements onResume={onResume} />
      <Spaced>
        <Tiles>
          <DoorCard words={practise}>
            <Button appearance="primary" onClick={() => onGo('practise')}>
              {practise.go}
            </Button>
          </DoorCard>
          <DoorCard words={connect}>
            <Button onClick={() => onGo('connect')}>{connect.go}</Button>
          </DoorCard>
        </Tiles>
      </Spaced>
    </StartFrame>
  )
}

function DoorCard({
  words,
  children,
}: {
  readonly words: { readonly title: string; readonly what: string; readonly points: readonly string[] }
  readonly children: ReactNode
}) {
  const titleId = useId()
  return (
    <section className={styles.door} aria-labelledby={titleId}>
      <Heading level={2} size="large" id={titleId}>
        {words.title}
      </Heading>
      <Text>{words.what}</Text>
      <Points items={words.points} />
      {children}
    </section>
  )
}
