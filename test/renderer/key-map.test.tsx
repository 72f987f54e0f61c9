// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { WITHOUT_CARDS, WITHOUT_HEIGHT } from '#renderer/media-query.ts'
import { change, fail, keyMapView, stepView } from './views.ts'
import { sent, show } from './window.tsx'

const parts = () => [...document.querySelectorAll<HTMLButtonElement>('section[aria-label="Key map"] ol > li > button')]
const part = (index: number): HTMLButtonElement => {
  const found = parts()[index]
  if (!found) throw new Error(`The map has no part ${index}.`)
  return found
}
const dialog = () => document.querySelector('section[aria-label="Key map"] [role=dialog]')

/** The policy asks for action; everything else was not read. */
const asking = stepView(
  { findings: [fail] },
  {
    keyMap: {
      ...keyMapView,
      elements: keyMapView.elements.map((element) =>
        element.element === 'key'
          ? {
              ...element,
              state: 'action-required',
              word: 'Action required',
              count: 1,
              name: 'kv-contoso-cmk',
              about: { ...element.about, findings: [{ key: fail.key, title: fail.title }] },
            }
          : element,
      ),
    },
  },
)

const elsewhere = { ...fail, key: 'key-access', part: 'access', title: 'The role is missing' } as const

/** With the whole map, which a person opens on working pages. */
async function showWhole(...given: Parameters<typeof show>) {
  const page = await show(...given)
  await page.click(page.button('Show the whole map'))
  return page
}

describe('when the page was read', () => {
  const stopped = (more: { readonly oldSince?: number }) =>
    stepView({ phase: 'stopped', ...more }, { keyMap: { ...keyMapView, checking: false, checkedAt: 1 } })

  it('is said alone where nothing has changed since', async () => {
    await show(stopped({}))
    expect(document.body.textContent).toMatch(/Last checked (?!.*before a change)/)
  })

  it('is said with the change that came after it', async () => {
    await show(stopped({ oldSince: 2 }))
    expect(document.body.textContent).toMatch(/Last checked .*, before a change/)
  })
})

describe('a long name', () => {
  const long = 'contoso-finance-and-operations-production-environment-europe'
  const named = stepView(
    {},
    {
      keyMap: {
        ...keyMapView,
        elements: keyMapView.elements.map((each) =>
          each.element === 'policy' ? { ...each, outline: 'solid' as const, name: long } : each,
        ),
      },
    },
  )

  it.each([[[]], [[WITHOUT_CARDS]], [[WITHOUT_HEIGHT]]])(
    'begins at its beginning, and is told whole when it is pointed at or heard: %j',
    async (narrow) => {
      await showWhole(named, narrow)
      const name = document.querySelector(`section[aria-label="Key map"] [title="${long}"]`)
      expect(name?.textContent).toBe(long)
      // Of a name, its own direction counts: cut in the direction of a page from right to left, it would lose its beginning.
      expect(name?.getAttribute('dir')).toBe('auto')
      expect(part(4).getAttribute('aria-label')).toContain(long)
    },
  )
})

describe('the Key Map', () => {
  it('is one line on a working page, in which what isn’t there is called by its kind', async () => {
    const elements = keyMapView.elements.map((each) => ({ ...each, outline: 'dashed' as const, name: 'Not chosen yet' }))
    await show(stepView({}, { keyMap: { ...keyMapView, elements } }))
    expect(parts()).toHaveLength(7)
    const [first] = elements
    expect(part(0).textContent).toBe(`${first?.kind}${first?.word}`)
  })

  it('is whole where a person opens it, until it is closed again', async () => {
    const page = await showWhole(asking)
    expect(page.text()).toContain(asking.keyMap?.sentence)
    await page.click(page.button('Show the map in one line'))
    expect(page.button('Show the whole map').getAttribute('aria-expanded')).toBe('false')
  })

  it.each([[[]], [[WITHOUT_CARDS]], [[WITHOUT_HEIGHT]]])(
    'is an ordered list of seven that says kind, name, state and count: %j',
    async (narrow) => {
      await show(asking, narrow)
      expect(parts()).toHaveLength(7)
      expect(parts().map((each) => each.getAttribute('aria-label'))).toContain('Key vault · key, kv-contoso-cmk, Action required, 1')
      expect(part(1).getAttribute('aria-label')).toBe('Integration, Not checked')
    },
  )

  it.each([
    [[], 'ArrowRight', 'ArrowLeft'],
    [[WITHOUT_CARDS], 'ArrowDown', 'ArrowUp'],
  ])('is one stop for Tab, within which arrows, Home and End move: %j', async (narrow, forward, back) => {
    const page = await showWhole(asking, narrow)
    const stops = () => parts().flatMap(({ tabIndex }, index) => (tabIndex === 0 ? [index] : []))
    expect(stops()).toEqual([0])
    part(0).focus()
    await page.press(part(0), forward)
    expect([document.activeElement === part(1), stops()]).toEqual([true, [1]])
    await page.press(part(1), 'End')
    expect([document.activeElement === part(6), stops()]).toEqual([true, [6]])
    await page.press(part(6), forward)
    expect(document.activeElement).toBe(part(6))
    await page.press(part(6), back)
    expect(document.activeElement).toBe(part(5))
    await page.press(part(5), 'Home')
    expect(document.activeElement).toBe(part(0))
  })

  it('says what a part is, takes the focus, and gives it back when it is closed', async () => {
    const page = await show(asking)
    await page.click(part(4))
    expect(dialog()?.textContent).toContain('What is an enterprise policy?')
    expect(document.activeElement).toBe(dialog())
    expect(part(4).getAttribute('aria-expanded')).toBe('true')
    await page.press(dialog() as Element, 'Escape')
    expect(dialog()).toBeNull()
    expect(document.activeElement).toBe(part(4))
  })

  it('leads from a part to what was found of it', async () => {
    const page = await show(asking)
    await page.click(part(6))
    await page.click(page.button('Purge protection is off'))
    expect(dialog()).toBeNull()
    expect(document.activeElement?.textContent).toBe('Purge protection is off')
    expect(document.activeElement?.tagName).toBe('H3')
  })

  it('filters the findings to the part that is selected, says so, and shows all of them again', async () => {
    const ofAccess = { ...change, key: 'grant', part: 'access', title: 'Give the policy access' } as const
    const page = await show(
      stepView({ findings: [fail, elsewhere], plan: [change, ofAccess], phase: 'reviewing' }, { keyMap: asking.keyMap ?? keyMapView }),
    )
    expect(page.text()).toContain(ofAccess.title)
    const shownTitles = () => [...document.querySelectorAll('main h3')].map(({ textContent }) => textContent)
    await page.click(part(6))
    expect(page.text()).toContain('Showing: Key vault · key')
    expect(document.querySelector('[aria-live]')?.textContent).toBe('Showing: Key vault · key')
    expect(shownTitles()).toEqual([fail.title])
    expect(page.text()).toContain(change.title)
    expect(page.text()).not.toContain(ofAccess.title)
    expect(page.text()).not.toContain(elsewhere.title)
    expect(part(6).getAttribute('aria-current')).toBe('true')
    await page.click(page.button('Show all'))
    expect(document.querySelector('main')?.textContent).not.toContain('Showing:')
    expect(document.activeElement?.textContent).toBe('What we found')
    expect(part(6).getAttribute('aria-current')).toBeNull()
  })

  it('filters nothing by a part of which nothing was found, and hides nothing that is missing', async () => {
    const view = stepView({ findings: [fail, elsewhere] }, { keyMap: asking.keyMap ?? keyMapView })
    const page = await show(view)
    await page.click(part(1))
    expect(document.querySelector('main')?.textContent).not.toContain('Showing:')
    await page.click(part(6))
    expect(document.querySelector('main')?.textContent).toContain('Showing:')
    const missing = { id: 1, text: 'Something is left.', target: 'finding', findingKey: elsewhere.key } as const
    await page.push({ ...view, revision: 2, step: { ...view.step, missing } })
    expect(document.querySelector('main')?.textContent).not.toContain('Showing:')
  })

  it('is said once when its sentence is another one', async () => {
    const page = await show(asking)
    const said = () => document.querySelector('[aria-live]')?.textContent
    const before = said()
    const locked = { ...keyMapView, sentence: 'Locked: the key can’t be used' }
    await page.push({ ...asking, revision: 2, keyMap: locked })
    expect(said()).toBe('Locked: the key can’t be used')
    await page.push({ ...asking, revision: 3, keyMap: locked, announcement: { id: 9, text: 'Checked' } })
    expect(said()).toBe('Checked')
    await page.push({ ...asking, revision: 4, announcement: { id: 10, text: 'Read again' } })
    expect(said()).toBe(`Read again\n${keyMapView.sentence}`)
    expect(before).not.toContain(keyMapView.sentence)
  })

  it('keeps what was known while it is read again, and says so', async () => {
    const page = await show(asking)
    await page.click(page.button('Check again'))
    expect(sent(page)).toContainEqual({ type: 'CHECK_AGAIN' })
    await page.push({ ...asking, revision: 2, ...(asking.keyMap ? { keyMap: { ...asking.keyMap, checking: true } } : {}) })
    expect(page.text()).toContain('Checking…')
    expect(part(6).getAttribute('aria-label')).toContain('Action required')
  })
})
