import type { KeyboardEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './tabs.module.css'

/** Tabs after the ARIA pattern: one tab stop, with arrows, Home and End. */
export function Tabs<Name extends string>({
  id,
  label,
  tabs,
  chosen,
  onChoose,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly tabs: readonly (readonly [Name, string])[]
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
  readonly children: ReactNode
}) {
  const move = (event: KeyboardEvent) => {
    const now = tabs.findIndex(([name]) => name === chosen)
    const last = tabs.length - 1
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: now === last ? 0 : now + 1,
      ArrowLeft: now === 0 ? last : now - 1,
      Home: 0,
      End: last,
    }
    const target = tabs[targets[event.key] ?? -1]
    if (target === undefined) return
    event.preventDefault()
    onChoose(target[0])
    document.getElementById(`${id}-${target[0]}`)?.focus()
  }
  return (
    <>
      <div role="tablist" aria-label={label} className={styles.list}>
        {tabs.map(([name, title]) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={name === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={name === chosen ? 0 : -1}
            className={classNames(styles.tab, name === chosen && styles.chosen)}
            onClick={() => onChoose(name)}
            onKeyDown={move}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        {children}
      </div>
    </>
  )
}
