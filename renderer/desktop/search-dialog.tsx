import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../language.tsx'
import { desktop } from '../messages/desktop.ts'
import { plain } from '../plain.ts'
import { classNames } from '../primitives/class-names.ts'
import { Input } from '../primitives/field.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Note } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'
import { useOffers } from './offers.ts'
import styles from './search-dialog.module.css'

interface Findable {
  readonly title: string
  readonly also?: string
}

type Found<Offer> = Offer & { readonly by?: string }

const listed = (also = ''): readonly string[] => also.split(/[,、，] */u).filter(Boolean)

/** Offers whose title contains every typed word, those starting with the first word first; then matches by synonym. */
export function found<Offer extends Findable>(offers: readonly Offer[], typed: string): readonly Found<Offer>[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  const [first = ''] = words
  const holds = (text: string) => words.every((word) => plain(text).includes(word))
  const [matching, others] = [offers.filter(({ title }) => holds(title)), offers.filter(({ title }) => !holds(title))]
  const begins = ({ title }: Findable) =>
    plain(title)
      .split(/[\s\p{P}]+/u)
      .some((word) => word.startsWith(first))
  return [
    ...matching.filter(begins),
    ...matching.filter((each) => !begins(each)),
    ...others.flatMap((offer) => {
      const by = listed(offer.also).filter(holds)
      return by.length === 0 ? [] : [{ ...offer, by: by.join(', ') }]
    }),
  ]
}

/** Thousands of customers may match; beyond this, the person types more. */
const MOST = 40

/** Keep the focus if another page took it already. */
const headingOfNewPage = () => document.querySelector<HTMLElement>('main h1:focus')

export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { search: words } = useWords(desktop)
  const offers = useOffers()
  const { keep } = useWizard()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const all = found(offers, typed)
  const shown = all.slice(0, MOST)
  // The list may have become shorter.
  const chosen = Math.min(at, shown.length - 1)
  useEffect(() => document.getElementById(`${id}-${chosen}`)?.scrollIntoView?.({ block: 'nearest' }), [id, chosen])
  const run = (index: number) => {
    const offer = shown[index]
    if (offer === undefined) return
    onClose()
    keep({ sought: offer.by === undefined ? undefined : offer.id })
    offer.run()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') run(chosen)
    else if (by !== undefined && shown.length > 0) setAt((chosen + by + shown.length) % shown.length)
    else return
    event.preventDefault()
  }
  return (
    <ModalDialog title={words.title} focusOn={() => input.current} returnTo={headingOfNewPage} onClose={onClose}>
      <Input
        ref={input}
        className={styles.field}
        role="combobox"
        aria-label={words.title}
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `${id}-${chosen}` : undefined}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" aria-label={words.title} className={styles.list}>
        {shown.map((offer, index) => (
          // The focus stays in the field, which handles the keys.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={offer.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={classNames(styles.offer, index === chosen && styles.chosen)}
            onClick={() => run(index)}
          >
            {offer.title}
            {offer.by === undefined ? null : <Note>{offer.by}</Note>}
          </div>
        ))}
      </div>
      <p className={styles.count} role="status">
        {all.length > shown.length ? words.more({ count: all.length - shown.length }) : words.found({ count: shown.length })}
      </p>
    </ModalDialog>
  )
}
