import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { About } from '../../ipc/contract.ts'
import { PRODUCT } from '../../ipc/window-title.ts'
import { useStrings } from '../language.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './about-dialog.module.css'
import { ModalDialog } from './modal-dialog.tsx'

/** Versions, licenses, and what helps whoever helps. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { about: words } = useStrings().desktop
  const { bridge } = useWizard()
  const [about, setAbout] = useState<About>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    void bridge.readAbout().then((answer) => (answer.ok ? setAbout(answer.value) : setProblem(answer.why)))
  }, [bridge])
  return (
    <ModalDialog title={words.title({ product: PRODUCT })} onClose={onClose}>
      {about === undefined ? null : (
        <dl className={styles.facts}>
          <Fact name={words.version} value={about.version} />
          <Fact name={words.license} value={about.license} />
          <Fact name="Electron" value={about.electron} />
          <Fact name="Chromium" value={about.chromium} />
          <Fact name="Node.js" value={about.node} />
        </dl>
      )}
      <Diagnostics onProblem={setProblem} />
      {problem === undefined ? null : (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {about === undefined ? null : <Packages packages={about.packages} />}
    </ModalDialog>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function Diagnostics({ onProblem }: { readonly onProblem: (problem: string | undefined) => void }) {
  const { about: words } = useStrings().desktop
  const { bridge } = useWizard()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const answer = await bridge.copyDiagnostics()
    setCopied(answer.ok)
    onProblem(answer.ok ? undefined : answer.why)
  }
  return (
    <div className={styles.diagnostics}>
      <Button onClick={() => void copy()}>{words.copy}</Button>
      {/* Not the page's live region: a dialog makes the page behind it silent. */}
      <span role="status">{copied ? words.copied : ''}</span>
      <p className={styles.what}>{words.what}</p>
    </div>
  )
}

function Packages({ packages }: Pick<About, 'packages'>) {
  const { about: words } = useStrings().desktop
  return (
    <details>
      <summary className={styles.summary}>{words.packages({ count: packages.length })}</summary>
      <table className={styles.packages}>
        <thead>
          <tr>
            <th scope="col">{words.package}</th>
            <th scope="col">{words.version}</th>
            <th scope="col">{words.license}</th>
          </tr>
        </thead>
        <tbody>
          {packages.map(({ name, version, license }) => (
            <tr key={`${name} ${version}`}>
              <td>{name}</td>
              <td>{version}</td>
              <td>{license}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
