import { Fragment, useEffect, useId, useMemo, useState } from 'react'
import { useFormatter, useWords } from '../language.tsx'
import { desktop } from '../messages/desktop.ts'
import { Select } from '../primitives/field.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Heading, List, Mono, Note, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './help-dialog.module.css'
import { type Block, blocksOf, piecesOf } from './markdown.ts'

/** Bundled, because the window has no network. Loaded on demand. */
const GUIDES = {
  user: () => import('../../docs/user-guide.md?raw'),
  partner: () => import('../../docs/partner-guide.md?raw'),
  trainer: () => import('../../docs/trainer.md?raw'),
  commandLine: () => import('../../docs/command-line.md?raw'),
  managedSettings: () => import('../../docs/managed-settings.md?raw'),
  notVerified: () => import('../../docs/not-verified.md?raw'),
} as const
type Guide = keyof typeof GUIDES
const NAMES = ['user', 'partner', 'trainer', 'commandLine', 'managedSettings', 'notVerified'] as const satisfies readonly Guide[]

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { help: words, shortcuts, whatsNew, report, licenses } = useWords(desktop)
  const { locale } = useFormatter()
  const { openOver } = useWizard()
  const [guide, setGuide] = useState<Guide>('user')
  const [text, setText] = useState('')
  const id = useId()
  useEffect(() => {
    let over = false
    void GUIDES[guide]().then((read) => {
      if (!over) setText(read.default)
    })
    return () => {
      over = true
    }
  }, [guide])
  return (
    <ModalDialog wide title={words.title} onClose={onClose}>
      <Stack>
        <Row gap="wide">
          <TextButton onClick={() => openOver('shortcuts')}>{shortcuts.title}</TextButton>
          <TextButton onClick={() => openOver('whats-new')}>{whatsNew.title}</TextButton>
          <TextButton onClick={() => openOver('report')}>{report.title}</TextButton>
          <TextButton onClick={() => openOver('licenses')}>{licenses.title}</TextButton>
        </Row>
        <Row>
          <label htmlFor={id}>{words.guide}</label>
          <Select id={id} value={guide} onChange={({ target }) => setGuide(NAMES.find((each) => each === target.value) ?? 'user')}>
            {NAMES.map((each) => (
              <option key={each} value={each}>
                {words.guides[each]}
              </option>
            ))}
          </Select>
        </Row>
        {locale === 'en' ? null : <Note as="p">{words.inEnglish}</Note>}
        <GuideText text={text} />
      </Stack>
    </ModalDialog>
  )
}

function GuideText({ text }: { readonly text: string }) {
  const blocks = useMemo(() => blocksOf(text), [text])
  return (
    <div lang="en" dir="ltr" className={styles.guide}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a guide is drawn as a whole, and no part of it is ever moved
        <Part key={index} block={block} />
      ))}
    </div>
  )
}

function Part({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Heading level={block.level} size={block.level === 3 ? 'medium' : 'small'}>
          <Line text={block.text} />
        </Heading>
      )
    case 'paragraph':
      return (
        <Text>
          <Line text={block.text} />
        </Text>
      )
    case 'list':
      return (
        <List ordered={block.ordered}>
          {block.items.map((item) => (
            <li key={item}>
              <Line text={item} />
            </li>
          ))}
        </List>
      )
    case 'table':
      return (
        <table className={styles.table}>
          <thead>
            <tr>
              {block.head.map((cell) => (
                <th key={cell} scope="col">
                  <Line text={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.join('|')}>
                {row.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two cells of a row may read alike, and none is ever moved
                  <td key={index}>
                    <Line text={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'code':
      return (
        <pre className={styles.code} translate="no">
          {block.text}
        </pre>
      )
  }
}

function Line({ text }: { readonly text: string }) {
  return piecesOf(text).map(({ as, text: words }, index) => {
    const key = `${index} ${words}`
    if (as === 'strong') return <strong key={key}>{words}</strong>
    return as === 'code' ? <Mono key={key}>{words}</Mono> : <Fragment key={key}>{words}</Fragment>
  })
}
