import { useEffect, useRef } from 'react'
import styles from './spotlight.module.css'

/** Elements that can be lit as one. */
const PARTS = 'dialog, fieldset, form, section, article, nav, header, footer, li, tr, [role="group"], [role="region"]'

/** Share of the window; larger elements aren't lit. */
const LARGEST = 0.5

/**
 * The part around the pointed element, or the largest ancestor below `LARGEST`.
 * @param areaOf share of the window that an element covers
 */
export function spotOf(pointed: Element, areaOf: (element: Element) => number): Element {
  let spot = pointed
  for (let at: Element | null = pointed; at !== null && areaOf(at) <= LARGEST; at = at.parentElement) {
    spot = at
    if (at.matches(PARTS)) break
  }
  return spot
}

/** Margin around the lit part, in pixels. */
const MARGIN = 6

const areaOf = (element: Element): number => {
  const { width, height } = element.getBoundingClientRect()
  return (width * height) / (innerWidth * innerHeight)
}

/** Dims the window except under the pointer or the focus. Takes no input. */
export function Spotlight() {
  const light = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const shown = light.current
    return shown ? shine(shown) : undefined
  }, [])
  return <div ref={light} className={styles.light} popover="manual" aria-hidden="true" />
}

/** @returns stops it */
function shine(light: HTMLElement): () => void {
  let spot: Element | undefined
  let above: Element | null = null
  let placed = ''
  let frame = 0

  function shineOn(target: unknown): void {
    if (!(target instanceof Element)) return
    spot = spotOf(target, areaOf)
    const dialog = target.closest('dialog')
    // A dialog opened later covers the light until it is shown again.
    if (dialog !== above) light.hidePopover()
    above = dialog
    light.showPopover()
  }

  // Every frame, because scrolling and redraws have no common event.
  function follow(): void {
    frame = requestAnimationFrame(follow)
    if (spot?.isConnected !== true) spot = undefined
    light.hidden = spot === undefined
    if (spot === undefined) return
    const { left, top, width, height } = spot.getBoundingClientRect()
    const now = `${left - MARGIN} ${top - MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`
    if (now === placed) return
    placed = now
    light.style.left = `${left - MARGIN}px`
    light.style.top = `${top - MARGIN}px`
    light.style.width = `${width + 2 * MARGIN}px`
    light.style.height = `${height + 2 * MARGIN}px`
  }

  const point = ({ target }: Event) => shineOn(target)
  document.addEventListener('pointerover', point)
  document.addEventListener('focusin', point)
  shineOn([...document.querySelectorAll(':hover')].at(-1) ?? document.activeElement)
  follow()
  return () => {
    document.removeEventListener('pointerover', point)
    document.removeEventListener('focusin', point)
    cancelAnimationFrame(frame)
  }
}
