// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '#contract/channels.ts'
import { allViews, confirmingLinkView, stepView } from './views.ts'
import { type Shown, sent, show } from './window.tsx'

const STARTS = ['CONFIRM', 'SCHEDULE']

/** Presses all that can be pressed at once, and what that brings to light as well. */
async function pressEverything(): Promise<void> {
  const pressed = new Set<Element>()
  for (const _round of ['what is there', 'what that opened'])
    await act(async () => {
      for (const button of document.querySelectorAll('button, summary, [role=switch], input[type=radio], input[type=checkbox]')) {
        if (pressed.has(button)) continue
        pressed.add(button)
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
      }
      await new Promise((resolve) => setTimeout(resolve))
    })
  expect(pressed.size).toBeGreaterThan(0)
}

const starts = (page: Shown): readonly unknown[] =>
  sent(page).filter((event) => STARTS.some((type) => JSON.stringify(event).includes(`"${type}"`)))

/** In the dialog that asks, its own button starts what it names: that is held by the rules for the dialog. */
const withoutQuestion = Object.entries(allViews).filter(([, { step }]) => step?.phase !== 'confirming')

describe('no press starts a change without the question', () => {
  it.each(withoutQuestion)('on the page: %s', async (_, view) => {
    const page = await show(view)
    await pressEverything()
    expect(starts(page)).toEqual([])
  })

  // Find marks text of the page, and needs a browser for it.
  it.each(COMMANDS.filter((command) => command !== 'find'))('in what the menu shows: %s', async (command) => {
    const page = await show(stepView({}))
    await page.command(command)
    await pressEverything()
    expect(starts(page)).toEqual([])
  })

  it('in the question about an outage, before the name of the environment is typed', async () => {
    const page = await show(confirmingLinkView)
    await pressEverything()
    expect(starts(page)).toEqual([])
  })
})
