// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it, onTestFinished, vi } from 'vitest'
import { Button } from '#renderer/primitives/button.tsx'

it('refuses to be pressed and to submit while it keeps its place among the tab stops', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  onTestFinished(async () => {
    await act(async () => root.unmount())
    host.remove()
    vi.unstubAllGlobals()
  })
  const [press, submit] = [vi.fn(), vi.fn((event: Event) => event.preventDefault())]
  host.addEventListener('submit', submit)
  const draw = (isOff: boolean) =>
    act(async () =>
      root.render(
        <form>
          <Button type="submit" disabledFocusable={isOff} onClick={press}>
            Save
          </Button>
        </form>,
      ),
    )
  const button = () => host.querySelector('button') as HTMLButtonElement
  await draw(true)
  button().focus()
  button().click()
  expect([document.activeElement, button().disabled, button().getAttribute('aria-disabled')]).toEqual([button(), false, 'true'])
  expect([press, submit].map(({ mock }) => mock.calls.length)).toEqual([0, 0])
  await draw(false)
  button().click()
  expect(document.activeElement).toBe(button())
  expect([press, submit].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
})
