import { type RefObject, useEffect, useState } from 'react'
import type { KeyMapView } from '#messages/view.ts'
import { classNames } from '../primitives/class-names.ts'
import { toneClass } from '../primitives/tones.tsx'
import styles from './compact.module.css'
import { STATE_LOOKS } from './looks.ts'
import { LineInRow, rowClasses, ThingInRow } from './row.tsx'

/**
 * The map in one row once the map itself has scrolled away. Takes no room and is hidden from screen readers.
 * @param of the element that must be out of sight
 */
export function CompactMap({ map, of }: { readonly map: KeyMapView; readonly of: RefObject<HTMLElement | null> }) {
  const hidden = useIsOutOfSight(of)
  if (!hidden) return null
  const isDone = map.headline === 'encrypted'
  return (
    <div className={styles.place} aria-hidden="true">
      <div className={styles.bar}>
        <span className={styles.sentence}>{map.sentence}</span>
        <div className={styles.row}>
          {map.elements.map((element) => (
            <div
              key={element.element}
              className={classNames(styles.element, toneClass(STATE_LOOKS[element.state].tone), rowClasses[element.form])}
              data-state={element.state}
              data-outline={element.outline}
              data-outage={element.outage === undefined ? undefined : true}
              data-done={isDone || undefined}
            >
              {element.form === 'card' ? <ThingInRow element={element} /> : <LineInRow element={element} isDone={isDone} />}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

function useIsOutOfSight(of: RefObject<HTMLElement | null>): boolean {
  const [outOfSight, setOutOfSight] = useState(false)
  useEffect(() => {
    const element = of.current
    if (element === null) return
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1)
      if (last) setOutOfSight(!last.isIntersecting)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [of])
  return outOfSight
}
