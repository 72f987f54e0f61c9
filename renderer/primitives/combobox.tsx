import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './combobox.module.css'
import { type Described, Input } from './field.tsx'

/** Raises a list above everything when it appears. */
const raise = (list: HTMLElement | null): void => list?.showPopover?.()

/**
 * A text field that proposes what fits, after the ARIA pattern of a combobox with list autocomplete: the focus stays in the field, arrows choose,
 * Enter takes, or closes where none is chosen, Escape closes. Any other text counts as typed.
 */
export function Combobox({
  described,
  label,
  value,
  placeholder,
  options,
  onType,
  onPick,
  onLeave,
}: {
  readonly described: Described
  /** Name of the list. */
  readonly label: string
  readonly value: string
  readonly placeholder: string
  /** None: the list is closed. */
  readonly options: readonly { readonly id: string; readonly content: ReactNode }[]
  readonly onType: (text: string) => void
  readonly onPick: (id: string) => void
  readonly onLeave: () => void
}) {
  const own = useId()
  const [isWanted, setWanted] = useState(false)
  const [activeId, setActiveId] = useState<string>()
  const isOpen = isWanted && options.length > 0
  const at = isOpen ? options.findIndex(({ id }) => id === activeId) : -1
  useEffect(() => document.getElementById(`${own}-${at}`)?.scrollIntoView?.({ block: 'nearest' }), [own, at])
  const show = (wanted: boolean) => {
    setWanted(wanted)
    setActiveId(undefined)
  }
  const pick = (id: string) => {
    show(false)
    onPick(id)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const active = options[at]
    if (by !== undefined && options.length > 0) {
      const next = at === -1 && by === -1 ? options.length - 1 : (at + by + options.length) % options.length
      setWanted(true)
      setActiveId(options[next]?.id)
    } else if (event.key === 'Enter' && active) pick(active.id)
    else if ((event.key === 'Enter' || event.key === 'Escape') && isOpen) show(false)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.box}>
      <Input
        {...described}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${own}-list` : undefined}
        aria-activedescendant={at === -1 ? undefined : `${own}-${at}`}
        className={styles.input}
        value={value}
        placeholder={placeholder}
        onChange={({ target }) => {
          show(true)
          onType(target.value)
        }}
        onClick={() => setWanted(true)}
        onKeyDown={press}
        onBlur={() => {
          show(false)
          onLeave()
        }}
      />
      {isOpen ? (
        <div
          ref={raise}
          popover="manual"
          id={`${own}-list`}
          role="listbox"
          tabIndex={-1}
          aria-label={label}
          className={styles.list}
          onMouseDown={(event) => event.preventDefault()}
        >
          {options.map(({ id, content }, index) => (
            // The focus stays in the field, which handles the keys.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={id}
              id={`${own}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={classNames(styles.option, index === at && styles.active)}
              onClick={() => pick(id)}
            >
              {content}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
