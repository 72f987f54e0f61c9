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
