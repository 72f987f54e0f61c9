import { useEffect } from 'react'
import type { BackstageView } from '../../ipc/presenter-channels.ts'
import { useWords } from '../language.tsx'
import { presenter } from '../messages/presenter.ts'
import { Note } from '../primitives/text.tsx'
import type { Act } from './act.ts'
import { Chart } from './chart.tsx'
import { Requests } from './requests.tsx'
import styles from './under-the-hood.module.css'

/** The app's activity for support, also in a real tenant. */
export function UnderTheHood({ view, act }: { readonly view: BackstageView; readonly act: Act }) {
  const words = useWords(presenter)
  useEffect(() => {
    document.title = words.underTheHood
  }, [words])
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{words.underTheHood}</h1>
      <Note as="p">{words.redacted}</Note>
      <Chart view={view} />
      <Requests requests={view.requests} act={act} />
    </main>
  )
}
