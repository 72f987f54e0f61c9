import { useCallback, useEffect, useRef, useState } from 'react'
import type { WizardView } from '../../messages/view.ts'
import { Hidden } from '../primitives/text.tsx'

export function LiveRegion({ text }: { readonly text: string }) {
  return <Hidden live>{text}</Hidden>
}

/** Announcements: each of the view's once, the Key Map's sentence when it changes, and the window's own (for example, copied). */
export function useAnnouncements({ announcement, keyMap }: WizardView): {
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
