/** What is read as one thing. */
const PARTS = 'dialog, fieldset, form, section, article, nav, header, footer, li, tr, [role="group"], [role="region"]'

/** What fills more of the window than this lights nothing up. */
const LARGEST = 0.5

/**
 * What the light falls on: the part that the pointed element belongs to, or as much around it as is not most of the window.
 * @param areaOf of an element on screen, as a share of the window's
 */
export function spotOf(pointed: Element, areaOf: (element: Element) => number): Element {
  let spot = pointed
  for (let at: Element | null = pointed; at !== null && areaOf(at) <= LARGEST; at = at.parentElement) {
    spot = at
    if (at.matches(PARTS)) break
  }
  return spot
}
