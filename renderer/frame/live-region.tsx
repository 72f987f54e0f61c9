import { useCallback, useEffect, useRef, useState } from 'react'
import type { WizardView } from '../../messages/view.ts'
import { Hidden } from '../primitives/text.tsx'

/** The one polite live region of the window. */
export function LiveRegion({ text }: { readonly text: string }) {
  return <Hidden live>{text}</Hidden>
}

/**
 * What the live region says: each announcement of the view once, the Key Map's sentence once it is another one, and what the window itself
 * has done (copied a text).
 */
export function useAnnouncements({ announcement, keyMap }: WizardView): {
  readonly said: string
  readonly announce: (text: string) => void
} {
  const [said, setSaid] = useState('')
  const lastId = useRef<number>(undefined)
  const lastSentence = useRef<string>(undefined)
  const sentence = keyMap?.sentence
  const announce = useCallback((text: string) => {
    // The same words twice are not read twice unless something differs: a trailing space does, and is not heard.
    setSaid((before) => (before === text ? `${text}\u00a0` : text))
  }, [])
  useEffect(() => {
    const isNew = lastId.current !== announcement.id
    // The first one stands on the page that was just opened.
    const isAnother = sentence !== undefined && lastSentence.current !== undefined && lastSentence.current !== sentence
    lastId.current = announcement.id
    lastSentence.current = sentence
    if (isNew || isAnother) announce([...(isNew ? [announcement.text] : []), ...(isAnother ? [sentence] : [])].join('\n'))
  }, [announcement, sentence, announce])
  return { said, announce }
}
