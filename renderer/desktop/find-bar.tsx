import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../language.tsx'
import { desktop } from '../messages/desktop.ts'
import { Button } from '../primitives/button.tsx'
import { Input } from '../primitives/field.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { useReturnFocus } from '../primitives/return-focus.ts'
import { useWizard } from '../wizard-context.tsx'
import { findIn } from './find.ts'
import styles from './find-bar.module.css'

const ALL = 'find'
const CURRENT = 'find-current'
const PAUSE_MS = 400

interface Found {
  readonly count: number
  /** Zero-based. */
  readonly current: number
}
const NOTHING: Found = { count: 0, current: 0 }

/** Highlights all matches, and the current one more strongly. */
function mark(ranges: readonly Range[], current: number): void {
  CSS.highlights.set(ALL, new Highlight(...ranges))
  const now = ranges[current]
  const one = new Highlight(...(now ? [now] : []))
  one.priority = 1
  CSS.highlights.set(CURRENT, one)
}

function unmark(): void {
  CSS.highlights.delete(ALL)
  CSS.highlights.delete(CURRENT)
}

/** Searches again when the page changes: a section may open, or a new view arrive. */
function useFound(query: string) {
  const ranges = useRef<readonly Range[]>([])
  const [found, setFound] = useState(NOTHING)
  const current = useRef(0)

  const show = useCallback((wanted: number) => {
    const count = ranges.current.length
    current.current = count === 0 ? 0 : (wanted + count) % count
    mark(ranges.current, current.current)
    setFound((before) => (before.count === count && before.current === current.current ? before : { count, current: current.current }))
  }, [])
  const reveal = useCallback(() => ranges.current[current.current]?.startContainer.parentElement?.scrollIntoView({ block: 'center' }), [])

  useEffect(() => {
    ranges.current = findIn(document.body, query)
    show(0)
    reveal()
    let frame = 0
    const again = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        ranges.current = findIn(document.body, query)
        show(Math.min(current.current, Math.max(0, ranges.current.length - 1)))
      })
    }
    const observer = new MutationObserver(again)
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ['hidden', 'open'] })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [query, show, reveal])
  useEffect(() => unmark, [])

  const move = (by: number) => {
    show(current.current + by)
    reveal()
  }
  return { found, move }
}

/** @param asked a new number for each request */
export function FindBar({ asked, onClose }: { readonly asked: number; readonly onClose: () => void }) {
  const { find: words } = useWords(desktop)
  const { announce } = useWizard()
  const [query, setQuery] = useState('')
  const { found, move } = useFound(query)
  const input = useRef<HTMLInputElement>(null)
  useReturnFocus()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once more, it gets the focus again
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [asked])

  const nothing = query.trim() !== '' && found.count === 0
  const result = query.trim() === '' ? '' : nothing ? words.nothing : words.result({ current: found.current + 1, count: found.count })
  const told = nothing ? words.folded : result
  useEffect(() => {
    if (told === '') return
    const timer = setTimeout(() => announce(told), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [told, announce])

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    } else if (event.key === 'Enter' && event.target === input.current) {
      event.preventDefault()
      move(event.shiftKey ? -1 : 1)
    }
  }
  return (
    <search className={styles.bar} aria-label={words.title} onKeyDown={press}>
      <Input
        ref={input}
        className={styles.field}
        aria-label={words.title}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      <span className={styles.result}>{result}</span>
      <Button
        appearance="subtle"
        icon={
          <span className={styles.up}>
            <Glyph name="down" />
          </span>
        }
        aria-label={words.previous}
        title={words.previous}
        disabledFocusable={found.count === 0}
        onClick={() => move(-1)}
      />
      <Button
        appearance="subtle"
        icon={<Glyph name="down" />}
        aria-label={words.next}
        title={words.next}
        disabledFocusable={found.count === 0}
        onClick={() => move(1)}
      />
      <CloseButton onClose={onClose} />
      {nothing ? <p className={styles.note}>{words.folded}</p> : null}
    </search>
  )
}

function CloseButton({ onClose }: { readonly onClose: () => void }) {
  const { close } = useWords(desktop)
  return <Button appearance="subtle" icon={<Glyph name="close" />} aria-label={close} title={close} onClick={onClose} />
}
