import type { CDPSession, Locator, Page } from '@playwright/test'
import { expect as expectValue } from 'vitest'
import { expect } from './expect.ts'

// More stops than any page has: who does not arrive by then never will.
const MOST_STOPS = 60
/** So many keys go out before the page is asked what they did: each question takes as long as a key. Those after the target are dropped. */
const KEYS_AT_ONCE = 10
/** As the protocol counts held keys. */
const SHIFT = 8

/**
 * A person without a mouse. Nothing here clicks, fills or moves the focus: every effect is that of a key. At each stop on the
 * way the focus must be visible, and the focused element must be on screen with nothing in front of it.
 */
export class Keyboard {
  private session: Promise<CDPSession> | undefined

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

  /** The same keys as `press` sends, in the same order, without a wait for each. */
  private async pressAtOnce(key: 'Tab' | 'Shift+Tab'): Promise<void> {
    this.session ??= this.page.context().newCDPSession(this.page)
    const session = await this.session
    const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: key === 'Tab' ? 0 : SHIFT }
    const events = (['rawKeyDown', 'keyUp'] as const).map((type) => ({ type, ...tab }))
    await Promise.all(
      Array.from({ length: KEYS_AT_ONCE }, () => events.map((event) => session.send('Input.dispatchKeyEvent', event))).flat(),
    )
  }

  private async walk(key: 'Tab' | 'Shift+Tab', target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    const walk = await target.evaluateHandle(watchedWalk)
    let seen: Seen = { reached: false, gone: false, passed: [], unseen: [], behind: [] }
    while (!seen.reached && !seen.gone && seen.passed.length < MOST_STOPS) {
      const before = seen.passed.length
      await this.pressAtOnce(key)
      seen = await walk.evaluate((each) => each.seen())
      if (seen.passed.length === before) break
    }
    await walk.evaluate((each) => each.end())
    expectValue(seen.unseen, 'The focus cannot be seen').toEqual([])
    expectValue(seen.behind, 'It has the focus, but something else is in front of it').toEqual([])
    // Drawn anew meanwhile, it is looked for again from here.
    if (seen.gone) return this.walk(key, target)
    if (!seen.reached) throw new Error(`${key} never came to ${target}. It stopped at:\n${seen.passed.join('\n')}`)
  }
}

/** Stops of the focus, by name. */
interface Seen {
  readonly reached: boolean
  /** The target is no longer on the page. */
  readonly gone: boolean
  readonly passed: readonly string[]
  /** Looked the same without the focus as with it. */
  readonly unseen: readonly string[]
  readonly behind: readonly string[]
}

/**
 * Runs in the page. Looks at every stop when its key is let go, and drops the keys that come once the target has the focus: no one presses
 * those. The one that is left must look different without the focus, and the one that gets it must be in sight.
 */
function watchedWalk(target: Element): { seen(): Seen; end(): void } {
  const passed: string[] = []
  const unseen: string[] = []
  const behind: string[] = []
  const active = (): Element => document.activeElement ?? document.body
  const nameOf = (element: Element): string =>
    `<${element.localName}> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}`
  // Elements that no key reaches: a heading with focus set by script, or the page itself.
  const hasItByItself = (element: Element): boolean => element === document.body || element.getAttribute('tabindex') === '-1'

  /** How it and what is close around it is drawn once nothing moves any more. */
  function looks(element: Element): string {
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish()
    const drawn: string[] = []
    let around: Element | null = element
    for (let level = 0; level < 3 && around !== null; level++) {
      for (const part of [null, '::before', '::after']) {
        const style = getComputedStyle(around, part)
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, transform } = style
        drawn.push([outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, transform].join(' '))
      }
      around = around.parentElement
    }
    return drawn.join('\n')
  }

  /** Element that covers its center, if any. */
  function obstacleOf(element: Element): string | undefined {
    const { left, top, width, height } = element.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    const isInSight = hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.control === element)
    return isInSight ? undefined : (hit?.outerHTML.slice(0, 120) ?? 'it is outside of the window')
  }

  let stop = { element: active(), withFocus: looks(active()) }
  const isThere = () => passed.length > 0 && active() === target
  let dropping = false
  const onDown = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return
    dropping = isThere()
    if (!dropping) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const onUp = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return
    if (dropping) return event.stopImmediatePropagation()
    const { element, withFocus } = stop
    // A field for a date has several stops, and keeps the focus on the way through them.
    if (element !== active() && !hasItByItself(element) && looks(element) === withFocus) unseen.push(nameOf(element))
    const reached = active()
    const obstacle = hasItByItself(reached) ? undefined : obstacleOf(reached)
    if (obstacle !== undefined) behind.push(`${nameOf(reached)}: ${obstacle}`)
    passed.push(nameOf(reached))
    stop = { element: reached, withFocus: looks(reached) }
  }
  window.addEventListener('keydown', onDown, true)
  window.addEventListener('keyup', onUp, true)
  return {
    seen: () => ({ reached: isThere(), gone: !target.isConnected, passed: [...passed], unseen: [...unseen], behind: [...behind] }),
    end() {
      window.removeEventListener('keydown', onDown, true)
      window.removeEventListener('keyup', onUp, true)
    },
  }
}
