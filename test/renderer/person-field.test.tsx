// @vitest-environment happy-dom
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { inStep, policyForm, policyFormView } from './views.ts'
import { type Shown, show } from './window.tsx'

const ADA = { id: 'a1d4c7e2-3b5f-4a86-9c0d-1e2f3a4b5c6d', displayName: 'Ada Marsh', userName: 'ada@contoso.example' }
const GRACE = { id: 'b2e5d8f3-4c60-4b97-8d1e-2f3a4b5c6d7e', displayName: 'Grace Okafor', userName: 'grace@contoso.example' }
const GRACE_TOO = { ...GRACE, id: 'c3f6e904-5d71-4ca8-9e2f-3a4b5c6d7e8f', userName: 'grace.two@contoso.example' }
const LABEL = 'Power Platform admin'

const searches = ({ calls }: Shown) => calls.filter(({ name }) => name === 'people:search').map(({ argument }) => argument)
const chosen = ({ calls }: Shown) => calls.findLast(({ name }) => name === 'wizard:send')?.argument
const aria = (element: Element, name: string) => element.getAttribute(`aria-${name}`)
const options = () => [...document.querySelectorAll<HTMLElement>('[role=option]')]

describe('choosing a person', () => {
  it('shows who is chosen by name, and the ID behind a line that opens', async () => {
    const page = await show(policyFormView)
    expect(page.field(LABEL).value).toBe('Ada Marsh (ada@contoso.example)')
    const details = [...document.querySelectorAll('details')].find(({ textContent }) => textContent?.includes(ADA.id))
    expect(details?.open).toBe(false)
    expect(details?.textContent).toContain('Object ID')
  })

  it('searches what is typed, and takes the ID of who is chosen', async () => {
    const page = await show(policyFormView)
    page.give('people:search', { kind: 'people', people: [GRACE, GRACE_TOO] })
    await page.type(page.field(LABEL), 'grace')
    expect(searches(page)).toEqual([{ text: 'grace' }])
    expect(options().map(({ textContent }) => textContent)).toEqual([
      'Grace Okaforgrace@contoso.example',
      'Grace Okaforgrace.two@contoso.example',
    ])
    await page.click(options()[1] as HTMLElement)
    expect(page.field(LABEL).value).toBe('Grace Okafor (grace.two@contoso.example)')
    await page.click(page.button('Check these choices'))
    expect(chosen(page)).toMatchObject({ decision: { policy: { administratorObjectId: GRACE_TOO.id } } })
  })

  it('says of a group that it is one', async () => {
    const page = await show(policyFormView)
    page.give('people:search', { kind: 'people', people: [{ id: GRACE.id, displayName: 'CMK admins', userName: '', isGroup: true }] })
    await page.type(page.field(LABEL), 'cmk')
    expect(options().map(({ textContent }) => textContent)).toEqual(['CMK adminsSecurity group'])
    await page.click(options()[0] as HTMLElement)
    expect(page.field(LABEL).value).toBe('CMK admins')
    await page.click(page.button('Check these choices'))
    expect(chosen(page)).toMatchObject({ decision: { policy: { administratorObjectId: GRACE.id, administratorIsGroup: true } } })
  })

  it('takes the person whose whole user name is typed', async () => {
    const page = await show(policyFormView)
    page.give('people:search', { kind: 'people', people: [GRACE] })
    await page.type(page.field(LABEL), GRACE.userName.toUpperCase())
    expect(page.field(LABEL).value).toBe('Grace Okafor (grace@contoso.example)')
    expect([options(), aria(page.field(LABEL), 'expanded')]).toEqual([[], 'false'])
  })

  it('writes over nothing that was typed or chosen while its answer was on its way', async () => {
    const page = await show(policyFormView)
    let answer: (_: { kind: 'people'; people: (typeof GRACE)[] }) => void = () => undefined
    page.give('people:search', new Promise((resolve) => (answer = resolve)))
    const answered = async () => {
      answer({ kind: 'people', people: [GRACE] })
      await page.push({ ...policyFormView, revision: policyFormView.revision + 1 })
    }
    await page.type(page.field(LABEL), GRACE.userName)
    await page.type(page.field('Resource group'), 'rg-typed-meanwhile')
    await answered()
    expect(page.field('Resource group').value).toBe('rg-typed-meanwhile')
    expect(page.field(LABEL).value).toBe('Grace Okafor (grace@contoso.example)')
    page.give('people:search', new Promise((resolve) => (answer = resolve)))
    await page.type(page.field(LABEL), GRACE.userName)
    await page.click(page.button('Choose ada@contoso.example'))
    await answered()
    expect(page.field(LABEL).value).toBe('Ada Marsh (ada@contoso.example)')
  })

  it('takes an object ID as it is, and asks no one about it', async () => {
    const page = await show(policyFormView)
    await page.type(page.field(LABEL), GRACE.id)
    await page.click(page.button('Check these choices'))
    expect(searches(page)).toEqual([])
    expect(chosen(page)).toMatchObject({ decision: { policy: { administratorObjectId: GRACE.id } } })
  })

  it('says in one sentence why no one can be searched, does not ask again, and stands in no one’s way', async () => {
    const page = await show(policyFormView)
    page.give('people:search', { kind: 'not-readable', why: 'Your sign-in can’t search people.', lasting: true })
    await page.type(page.field(LABEL), 'gr')
    expect(page.text()).toContain('Your sign-in can’t search people.')
    await page.type(page.field(LABEL), 'gra')
    expect(searches(page)).toEqual([{ text: 'gr' }])
    await page.type(page.field(LABEL), GRACE.id)
    await page.click(page.button('Check these choices'))
    expect(chosen(page)).toMatchObject({ decision: { policy: { administratorObjectId: GRACE.id } } })
  })

  it('says when no name fits, and asks for a person only once the field is left or handed in', async () => {
    const page = await show(policyFormView)
    await page.type(page.field(LABEL), 'zz')
    expect(page.text()).toContain('No name starts with “zz”.')
    expect(page.text()).not.toContain('Choose a person from the list')
    await page.click(page.button('Check these choices'))
    expect(page.text()).toContain('Choose a person from the list, or enter an object ID')
    expect(document.activeElement).toBe(page.field(LABEL))
  })

  it('shows a name as text, whatever stands in it', async () => {
    const page = await show(policyForm({ administrator: { ...ADA, displayName: '<img src=x onerror=alert(1)>' } }))
    expect(page.field(LABEL).value).toBe('<img src=x onerror=alert(1)> (ada@contoso.example)')
    expect(document.querySelector('main img')).toBeNull()
  })

  it('offers who is signed in when someone else is chosen', async () => {
    const page = await show(policyFormView)
    expect(page.maybeButton('Choose ada@contoso.example')).toBeUndefined()
    await page.type(page.field(LABEL), GRACE.id)
    await page.click(page.button('Choose ada@contoso.example'))
    expect(page.field(LABEL).value).toBe('Ada Marsh (ada@contoso.example)')
  })

  it('is shown by name once the choices are made', async () => {
    const page = await show(inStep(policyForm({ chosen: true, administrator: GRACE }), { phase: 'reviewing' }))
    expect(page.text()).toContain('Grace Okafor')
    expect(page.text()).not.toContain(GRACE.id)
  })

  it('is done by keyboard alone, as a combobox: arrows go round, Enter takes, Escape closes', async () => {
    const page = await show(policyFormView)
    page.give('people:search', { kind: 'people', people: [GRACE, GRACE_TOO] })
    const field = page.field(LABEL)
    expect([field.role, aria(field, 'expanded'), aria(field, 'autocomplete')]).toEqual(['combobox', 'false', 'list'])
    await page.type(field, 'grace')
    expect(aria(field, 'expanded')).toBe('true')
    expect(document.getElementById(aria(field, 'controls') ?? '')?.getAttribute('aria-label')).toBe(LABEL)
    const active = () => options().findIndex((each) => aria(each, 'selected') === 'true' && each.id === aria(field, 'activedescendant'))
    expect(active()).toBe(-1)
    const went: number[] = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
      await page.press(field, key)
      went.push(active())
    }
    expect(went).toEqual([0, 1, 0, 1])
    await page.press(field, 'Escape')
    expect([options(), aria(field, 'expanded'), field.value]).toEqual([[], 'false', 'grace'])
    await page.press(field, 'ArrowUp')
    expect(active()).toBe(1)
    await page.press(field, 'Enter')
    expect([options(), field.value]).toEqual([[], 'Grace Okafor (grace.two@contoso.example)'])
  })

  it('never submits the form by Enter while the list is open, and leaves text that is being composed alone', async () => {
    const page = await show(policyFormView)
    page.give('people:search', { kind: 'people', people: [GRACE, GRACE_TOO] })
    const field = page.field(LABEL)
    let stopped: boolean | undefined
    const listen = (event: KeyboardEvent) => {
      stopped = event.defaultPrevented
    }
    document.addEventListener('keydown', listen)
    onTestFinished(() => document.removeEventListener('keydown', listen))
    const press = async (key: string, isComposing = false) => {
      await page.press(field, key, { isComposing })
      return [stopped, options().length]
    }
    await page.type(field, 'grace')
    expect(await press('Enter', true)).toEqual([false, 2])
    expect(await press('Enter')).toEqual([true, 0])
    expect(await press('Enter')).toEqual([false, 0])
    await press('ArrowDown')
    expect(await press('Enter', true)).toEqual([false, 2])
    expect(await press('Enter')).toEqual([true, 0])
    expect(field.value).toBe('Grace Okafor (grace@contoso.example)')
  })

  it('scrolls to the option that is active, and keeps the focus wherever the list is pressed', async () => {
    const page = await show(policyFormView)
    page.give('people:search', { kind: 'people', people: [GRACE, GRACE_TOO] })
    const scrolled = vi.spyOn(HTMLElement.prototype, 'scrollIntoView')
    onTestFinished(() => scrolled.mockRestore())
    await page.type(page.field(LABEL), 'grace')
    await page.press(page.field(LABEL), 'ArrowUp')
    expect(scrolled.mock.instances).toEqual([options()[1]])
    const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true })
    document.querySelector('[role=listbox]')?.dispatchEvent(press)
    expect(press.defaultPrevented).toBe(true)
  })
})
