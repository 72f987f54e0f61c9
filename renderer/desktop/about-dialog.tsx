import { useEffect, useState } from 'react'
import type { About } from '#contract/contract.ts'
import { PRODUCT } from '#contract/window-title.ts'
import { useWords } from '../language.tsx'
import { desktop } from '../messages/desktop.ts'
import { Failure } from '../primitives/callout.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Row } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './about-dialog.module.css'

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { about: words, licenses, report } = useWords(desktop)
  const { bridge, openOver } = useWizard()
  const [about, setAbout] = useState<About>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    void bridge.call('about:read', {}).then((answer) => (answer.ok ? setAbout(answer.value) : setProblem(answer.why)))
  }, [bridge])
  return (
    <ModalDialog title={words.title({ product: PRODUCT })} onClose={onClose}>
      {about === undefined ? null : (
        <Facts>
          <Fact term={words.version}>{about.version}</Fact>
          <Fact term={words.license}>{about.license}</Fact>
          <Fact term="Electron">{about.electron}</Fact>
          <Fact term="Chromium">{about.chromium}</Fact>
          <Fact term="Node.js">{about.node}</Fact>
        </Facts>
      )}
      <Row gap="wide">
        <TextButton onClick={() => openOver('licenses')}>{licenses.title}</TextButton>
        <TextButton onClick={() => openOver('report')}>{report.title}</TextButton>
      </Row>
      <Failure why={problem} />
      {about === undefined ? null : <Packages packages={about.packages} />}
    </ModalDialog>
  )
}

function Packages({ packages }: Pick<About, 'packages'>) {
  const { about: words } = useWords(desktop)
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
        <tbody translate="no">
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
