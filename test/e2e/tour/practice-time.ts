import type { Locator } from '@playwright/test'
import { expect } from '../expect.ts'
import type { Wizard } from '../launch.ts'
import { drawn } from '../window-size.ts'

const MOST_PAUSES = 100

/**
 * Time of the practice tenant, stopped: every pause of main lasts until the test ends it. What is on screen for a moment
 * only can so be looked at for as long as it takes.
 */
export class PracticeTime {
  constructor(private readonly wizard: Wizard) {}

  /** From now on no timer of main fires on its own. */
  async stop(): Promise<void> {
    await this.wizard.main.evaluate(() => {
      const { setTimeout, clearTimeout } = globalThis
      const held = new Map<unknown, () => void>()
      const hold = (callback: (...words: unknown[]) => void, _milliseconds?: number, ...words: unknown[]) => {
        // A real timer represents the held one, so that it can be canceled like any other.
        const standIn = setTimeout(() => undefined, 2 ** 31 - 1).unref()
        held.set(standIn, () => callback(...words))
        return standIn
      }
      const callOff = (timer: NodeJS.Timeout | undefined) => {
        held.delete(timer)
        clearTimeout(timer)
      }
      const letPass = () => {
        const due = [...held.values()]
        held.clear()
        // Not within the call that asks for it: what follows keeps main busy.
        setImmediate(() => {
          for (const callback of due) callback()
        })
      }
      const goOn = () => {
        Object.assign(globalThis, { setTimeout, clearTimeout })
        letPass()
      }
      Object.assign(globalThis, { setTimeout: hold, clearTimeout: callOff, practiceTime: { letPass, goOn, pauses: () => held.size } })
    })
  }

  /** Lets one pause after the other pass until something is on screen. */
  async passUntil(awaited: Locator): Promise<void> {
    for (let passed = 0; passed < MOST_PAUSES; passed++) {
      if (await awaited.isVisible()) return
      await this.wizard.main.evaluate(() => Reflect.get(globalThis, 'practiceTime').letPass())
      // Looked at only once main pauses again and the page has drawn that: no pause ends unseen.
      await expect.poll(async () => (await this.pauses()) > 0 || (await awaited.isVisible())).toBe(true)
      await drawn(this.wizard)
    }
    throw new Error(`However much time passed, this was never on screen: ${awaited}`)
  }

  private pauses(): Promise<number> {
    return this.wizard.main.evaluate(() => Reflect.get(globalThis, 'practiceTime').pauses())
  }

  /** Time continues as usual. */
  async goOn(): Promise<void> {
    await this.wizard.main.evaluate(() => Reflect.get(globalThis, 'practiceTime').goOn())
  }
}
