import { useEffect, useState } from 'react'
import { useWords } from '../language.tsx'
import { everyPage } from '../messages/every-page.ts'
import { useWizard } from '../wizard-context.tsx'
import { Button } from './button.tsx'
import styles from './copy-button.module.css'
import { Glyph } from './glyph.tsx'

const SHOWN_MS = 2_000

/** Copies a text and announces it. @param of what is copied, for screen readers */
export function CopyButton({
  text,
  of,
  label: named,
  short,
  subtle = true,
}: {
  readonly text: string
  readonly of: string
  readonly label?: string
  readonly short?: string
  readonly subtle?: boolean
}) {
  const words = useWords(everyPage.copy)
  const label = named ?? words.copy
  const { ask, bridge, announce } = useWizard()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    if (!(await ask(bridge.call('clipboard:write', { text })))) return
    setCopied(true)
    announce(words.announced({ of }))
  }
  return (
    <Button
      className={styles.button}
      size="small"
      appearance={subtle ? 'subtle' : 'secondary'}
      icon={<Glyph name={copied ? 'check' : 'copy'} />}
      aria-label={named === undefined ? words.what({ of }) : label}
      onClick={() => void copy()}
    >
      {copied ? words.copied : (short ?? label)}
    </Button>
  )
}
