import { useCallback, useEffect, useRef, useState } from 'react'
import type { WizardView } from '../../messages/view.ts'
import { Hidden } from '../primitives/text.tsx'

/** The one polite live region of the window. */
export function LiveRegion({ text }: { readonly text: string }) {
  return <Hidden live>{text}</Hidden>
}

/** What the live region says: each announcement of the view once, and what the window itself has done (copied a text). */
export function useAnnouncements(announcement: WizardView['announcement']): {
  readonly said: string
  readonly announce: (text: string) => void
} {
  const [said, setSaid] = useState('')
  const lastId = useRef<number>(undefined)
  const announce = useCallback((text: string) => {
    // The same words twice are not read twice unless something differs: a trailing space does, and is not heard.
    setSaid((before) => (before === text ? `${text}\u00a0` : text))
  }, [])
  useEffect(() => {
    if (lastId.current === announcement.id) return
    lastId.current = announcement.id
    announce(announcement.text)
  }, [announcement, announce])
  return { said, announce }
}
