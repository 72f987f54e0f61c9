import { vi } from 'vitest'

/** Highlights by name, for documents without their own. */
export const marked = new Map<string, ReadonlySet<Range>>()

/** Gives the document what a browser has for marking text, and for asking whether it is shown. */
export function highlights(): void {
  vi.stubGlobal(
    'Highlight',
    class extends Set<Range> {
      priority = 0
      constructor(...ranges: readonly Range[]) {
        super(ranges)
      }
    },
  )
  vi.stubGlobal('CSS', { ...globalThis.CSS, highlights: marked })
  Element.prototype.checkVisibility = function (this: Element) {
    // As in a browser: without a box of its own it is not visible.
    return this.closest('[hidden]') === null && getComputedStyle(this).display !== 'contents'
  }
  Element.prototype.scrollIntoView = () => undefined
}
