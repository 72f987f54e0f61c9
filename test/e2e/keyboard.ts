import type { ElementHandle, Locator, Page } from '@playwright/test'
import { expect as expectValue } from 'vitest'
import { expect } from './expect.ts'

// More stops than any page has: who does not arrive by then never will.
const MOST_STOPS = 60

/**
 * A person without a mouse. Nothing here clicks, fills or moves the focus: every effect is that of a key. At each stop on the
 * way the focus must be visible, and the focused element must be on screen with nothing in front of it.
 */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Replaces the text of the field that has the focus. */
  async typeInstead(text: string): Promise<void> {
    await this.press('ControlOrMeta+A')
    await this.page.keyboard.type(text)
  }

  /** Continues with Tab until the target has the focus. */
  async tabTo(target: Locator): Promise<void> {
    await this.walk('Tab', target)
  }

  /** Goes back with Shift+Tab until the target has the focus. */
  async tabBackTo(target: Locator): Promise<void> {
    await this.walk('Shift+Tab', target)
  }

  private async walk(key: 'Tab' | 'Shift+Tab', target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    const passed: string[] = []
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await this.step(key, passed)
      if (await target.evaluate((element) => element === document.activeElement)) return
    }
    throw new Error(`${key} never came to ${target}. It stopped at:\n${passed.join('\n')}`)
  }

  /** One stop: the one that is left must look different without the focus, the one that gets it must be in sight. */
  private async step(key: 'Tab' | 'Shift+Tab', passed: string[]): Promise<void> {
    const left = await this.focused()
    const withFocus = await left.evaluate(looks)
    await this.press(key)
    const without = await left.evaluate(looks)
    // A field for a date has several stops, and keeps the focus on the way through them.
    const hasLeft = await left.evaluate((element) => element !== document.activeElement)
    if (hasLeft && !withFocus.byItself)
      expectValue(without.looks, `The focus on ${withFocus.name} cannot be seen`).not.toEqual(withFocus.looks)
    const reached = await this.focused()
    const { name, byItself, obstacle } = await reached.evaluate(looks)
    passed.push(name)
    if (!byItself) expectValue(obstacle, `${name} has the focus, but something else is in front of it`).toBeUndefined()
  }

  private async focused(): Promise<ElementHandle<Element>> {
    const handle = await this.page.evaluateHandle(() => document.activeElement ?? document.body)
    return handle.asElement() ?? Promise.reject(new Error('Nothing has the focus.'))
  }
}

interface Looks {
  readonly name: string
  /** True for what a key cannot reach: a heading that was given the focus, or the page itself. */
  readonly byItself: boolean
  /** How it and what is close around it is drawn. */
  readonly looks: readonly string[]
  /** What lies over its middle, when it is not the element itself. */
  readonly obstacle: string | undefined
}

/** Runs in the page. */
function looks(element: Element): Looks {
  const drawn: string[] = []
  let around: Element | null = element
  for (let level = 0; level < 3 && around !== null; level++) {
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(around, part)
      drawn.push(
        [
          style.outlineStyle,
          style.outlineWidth,
          style.outlineColor,
          style.boxShadow,
          style.borderColor,
          style.backgroundColor,
          style.transform,
        ].join(' '),
      )
    }
    around = around.parentElement
  }
  const { left, top, width, height } = element.getBoundingClientRect()
  const hit = document.elementFromPoint(left + width / 2, top + height / 2)
  const inSight = hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.control === element)
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)
  return {
    name: `<${element.localName}> ${words}`,
    byItself: element === document.body || element.getAttribute('tabindex') === '-1',
    looks: drawn,
    obstacle: inSight ? undefined : (hit?.outerHTML.slice(0, 120) ?? 'it is outside of the window'),
  }
}
