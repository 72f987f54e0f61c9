// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { COMMANDS } from '#contract/channels.ts'
import { DAY, HOUR } from '#machines/engine/durations.ts'
import { DEFAULT_SETTINGS } from '#messages/settings.ts'
import type { WizardView } from '#messages/view.ts'
import { pageOffers } from '#renderer/desktop/offers.ts'
import { found } from '#renderer/desktop/search-dialog.tsx'
import { barStrings } from '../strings.ts'
import { highlights } from './highlights.ts'
import { allViews, homeView, NOW, prepareView, customer as row, startView, stepView, waitingView } from './views.ts'
import { type Shown, sent, show } from './window.tsx'
// Loaded with the file, so that no test waits for them.
import '#renderer/home/key-dates.tsx'
import '#renderer/home/templates-page.tsx'
import 'virtual:messages/window/es'
import 'virtual:messages/window/fr'
import 'virtual:messages/window/ja'
import 'virtual:messages/window/pt-BR'

beforeEach(highlights)

const NO_ONE = { customer: 'Contoso', tenant: '', cloud: '', account: '' }

const heading = () => document.querySelector('h1')?.textContent
const bar = () => document.querySelector(`nav[aria-label="${barStrings.name}"]`)
const here = () => bar()?.querySelector('[aria-current=page]')?.textContent
const field = (): HTMLInputElement => {
  const input = document.querySelector<HTMLInputElement>('[role=combobox]')
  if (!input) throw new Error('The search isn’t open.')
  return input
}
const options = () => [...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent ?? '')
const chosen = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent

describe('the bar above every page', () => {
  it('says where a person is before a tenant is open, and leads to the other place', async () => {
    const page = await show(startView)
    expect(here()).toBe('Home')
    await page.click(page.button(barStrings.practice))
    expect([heading(), here()]).toEqual(['Practice', 'Practice'])
    await page.click(page.button(barStrings.home))
    expect(here()).toBe('Home')
  })

  it('leads out of an open tenant', async () => {
    const page = await show(stepView({}, { can: ['GO_HOME'] }))
    await page.click(page.button(barStrings.practice))
    expect(sent(page)).toEqual([{ type: 'GO_HOME' }])
    await page.push({ ...startView, revision: 2 })
    expect(heading()).toBe('Practice')
  })

  it('stays where it is when the tenant can’t be left after all', async () => {
    const page = await show(stepView({}, { can: ['GO_HOME'] }))
    page.refuseNext('A change is being made.')
    await page.click(page.button(barStrings.practice))
    await page.push({ ...startView, revision: 2 })
    expect(here()).toBe('Home')
  })

  it('has no button that does nothing: while a change is made, its places say why they lead nowhere', async () => {
    const page = await show(stepView({}, { can: [], staying: 'The wizard is making changes.' }))
    expect(page.maybeButton(barStrings.home)).toBeUndefined()
    expect([...(bar()?.querySelectorAll('li > span') ?? [])].map((place) => place.getAttribute('title'))).toEqual([
      'The wizard is making changes.',
      'The wizard is making changes.',
    ])
  })

  it('changes the language, by each language’s own name', async () => {
    const page = await show({ ...startView, settings: { ...DEFAULT_SETTINGS, language: 'de' } })
    const choice = bar()?.querySelector('select')
    if (!choice) throw new Error('The bar has no choice of the language.')
    expect(choice.value).toBe('de')
    expect(choice.getAttribute('aria-label')).toBe('Language')
    await page.type(choice, 'ja')
    expect(page.calls.at(-1)).toEqual({ name: 'settings:change', argument: { language: 'ja' } })
  })

  it('opens the settings and the search, and each gives the focus back to its button', async () => {
    const page = await show(startView)
    for (const name of [barStrings.settings, `${barStrings.search} ${barStrings.keys}`]) {
      page.button(name).focus()
      await page.click(page.button(name))
      expect(document.querySelector('dialog')?.contains(document.activeElement)).toBe(true)
      await page.click(page.button('Close'))
      expect(document.activeElement).toBe(page.button(name))
    }
  })

  it('isn’t there where a trainer wants a bare page', async () => {
    await show(stepView({}, { staging: { spotlight: false, bare: true } }))
    expect(bar()).toBeNull()
  })
})

describe('the activity of all customers', () => {
  const encrypting = { ...row, state: { kind: 'encrypting', since: NOW - DAY } } as const
  const scheduled = { ...row, id: 'two', environment: 'fabrikam-prod', state: { kind: 'scheduled', at: NOW + HOUR } } as const
  const quiet = { ...row, id: 'three', environment: 'quiet-prod', state: { kind: 'encrypted' } } as const
  const { start, ...around } = homeView([scheduled, encrypting, quiet])
  const home: WizardView = {
    ...around,
    start: {
      ...(start ?? startView.start),
      finished: [
        { id: 'three', kind: 'encrypting', startedAt: NOW - 9 * DAY },
        { id: 'two', kind: 'rotating', startedAt: NOW - 20 * DAY, failed: true },
      ],
    },
  }
  const bell = () => [...(bar()?.querySelectorAll('button') ?? [])].at(-1)
  const lists = () =>
    [...document.querySelectorAll('dialog ul')].map((list) => [...list.querySelectorAll('li')].map(({ textContent }) => textContent ?? ''))

  it('is counted on the bell, and listed as in the list of customers: what runs first, then what has ended', async () => {
    const page = await show(home)
    expect(bell()?.getAttribute('aria-label')).toBe('Activity: 2 running or scheduled')
    await page.click(bell() ?? document.body)
    const [running = [], finished = []] = lists()
    expect(running).toHaveLength(2)
    expect(running[0]).toMatch(/contoso-prod.*Encrypting, day 2 of 4/)
    expect(running[1]).toMatch(/fabrikam-prod.*Scheduled/)
    expect(finished).toHaveLength(2)
    expect(finished[0]).toMatch(/quiet-prod.*Encryption with your key.*Succeeded.*Started/)
    expect(finished[1]).toMatch(/fabrikam-prod.*New key version.*Failed/)
  })

  it('opens an environment as its row does', async () => {
    const page = await show(home)
    await page.command('activity')
    await page.click(
      [...document.querySelectorAll('dialog button')].find((each) => each.getAttribute('aria-label') === 'Open fabrikam-prod') ??
        document.body,
    )
    expect(page.calls.at(-1)).toEqual({ name: 'engagements:open', argument: { id: 'two' } })
    expect(document.querySelector('dialog')).toBeNull()
  })

  it('keeps what was typed in the sign-in form where an environment is refused', async () => {
    const page = await show(home)
    await page.click(page.button('Sign in to a tenant'))
    await page.type(page.field('Tenant'), 'fabrikam.example')
    await page.command('activity')
    page.refuseNext('This environment is no longer on the list.')
    await page.click(page.button('Open fabrikam-prod'))
    expect(page.text()).toContain('This environment is no longer on the list.')
    expect(page.field('Tenant').value).toBe('fabrikam.example')
  })

  it('in an open tenant has what runs there, and the others as they were listed, without a second line for the same environment', async () => {
    const page = await show(home)
    const { who } = waitingView
    await page.push({ ...waitingView, revision: 2, who: { ...(who ?? NO_ONE), tenant: row.tenantId, environment: row.environment } })
    expect(bell()?.getAttribute('aria-label')).toBe('Activity: 2 running or scheduled')
    await page.click(bell() ?? document.body)
    expect(lists()[0]).toEqual([expect.stringContaining(waitingView.step.title), expect.stringContaining('fabrikam-prod')])
    expect(document.querySelectorAll('dialog li button')).toHaveLength(0)
  })

  it('says where there is nothing', async () => {
    const page = await show(startView)
    expect(bell()?.getAttribute('aria-label')).toBe('Activity')
    await page.click(bell() ?? document.body)
    expect(document.querySelector('dialog')?.textContent).toContain('Nothing is running or scheduled.')
    expect(document.querySelector('dialog')?.textContent).toContain('Nothing has finished yet.')
  })
})

const search = async (view: WizardView): Promise<Shown> => {
  const page = await show(view)
  await page.command('search')
  return page
}

describe('the search for commands', () => {
  it('finds by words of a title, in any order, without accents and case, first what begins with them', () => {
    const offers = ['Key dates of all', 'Récupérer la clé', 'Settings', 'Tastatur: Hockey'].map((title) => ({ title }))
    const titles = (typed: string) => found(offers, typed).map(({ title }) => title)
    expect(titles('key')).toEqual(['Key dates of all', 'Tastatur: Hockey'])
    expect(titles('ALL key')).toEqual(['Key dates of all'])
    expect(titles('cle recup')).toEqual(['Récupérer la clé'])
    expect(titles('')).toHaveLength(4)
    expect(titles('nothing')).toEqual([])
  })

  it('finds by other words for what opens, after those with it in the title, and says which', () => {
    const offers = [{ title: 'Manage', also: 'rotate, remove, delete' }, { title: 'Remove filter' }, { title: 'Settings' }]
    expect(found(offers, 'Remo').map(({ title, by }) => [title, by])).toEqual([
      ['Remove filter', undefined],
      ['Manage', 'remove'],
    ])
    expect(found(offers, 'settings rotate')).toEqual([])
    expect(found([{ title: '管理', also: 'ローテーション、削除' }], '削除').map(({ by }) => by)).toEqual(['削除'])
  })

  it.each([
    ['en', ['remove', 'delete', 'cost', 'price', 'cancel', 'offline', 'locked', 'unlock', 'rotate']],
    ['de', ['entfernen', 'löschen', 'Kosten', 'Preis', 'abbrechen', 'offline', 'gesperrt', 'entsperren', 'rotieren']],
    ['es', ['quitar', 'eliminar', 'costo', 'precio', 'cancelar', 'sin conexión', 'bloqueado', 'desbloquear', 'rotar']],
    ['fr', ['retirer', 'supprimer', 'coût', 'prix', 'annuler', 'hors connexion', 'verrouillé', 'déverrouiller', 'rotation']],
    ['ja', ['削除', '取り除く', '費用', '価格', 'キャンセル', 'オフライン', 'ロック', 'ロック解除', 'ローテーション']],
    ['pt-BR', ['remover', 'excluir', 'custo', 'preço', 'cancelar', 'offline', 'bloqueado', 'desbloquear', 'girar']],
  ])('leads from the words that people type to what opens, on the first page as in a tenant: %s', async (language, typed) => {
    const page = await search(startView)
    await page.push({ ...startView, revision: 2, language })
    expect(document.documentElement.lang).toBe(language)
    const without: string[] = []
    for (const view of [startView, stepView({}, { can: ['GO_TO_PAGE', 'GO_TO_STEP', 'GO_HOME'] })]) {
      await page.push({ ...view, language, revision: view.revision + 10 })
      for (const word of typed) {
        await page.type(field(), word)
        if (options().length === 0) without.push(word)
      }
    }
    expect(without).toEqual([])
  })

  it('lists what the menu has, by the titles of what opens, in the language of the person', async () => {
    const page = await search(startView)
    expect(options()).toEqual(expect.arrayContaining(['Settings', 'Find in page', 'Keyboard shortcuts', 'What’s new']))
    await page.push({ ...startView, revision: 2, language: 'de' })
    expect(options()).toEqual(expect.arrayContaining(['Einstellungen', 'Tastenkombinationen']))
  })

  it('is used by the keyboard alone: the arrows choose, Enter does it, and the field keeps the focus meanwhile', async () => {
    const page = await search(startView)
    expect(document.activeElement).toBe(field())
    await page.type(field(), 'set')
    expect(chosen()).toBe('Settings')
    await page.type(field(), '')
    const all = options()
    await page.press(field(), 'ArrowDown')
    expect(chosen()).toBe(all[1])
    await page.press(field(), 'ArrowUp')
    await page.press(field(), 'ArrowUp')
    expect(chosen()).toBe(all.at(-1))
    await page.type(field(), 'shortcuts')
    await page.press(field(), 'Enter', { isComposing: true })
    expect(options()).toHaveLength(1)
    await page.press(field(), 'Enter')
    expect(document.querySelector('dialog h2')?.textContent).toBe('Keyboard shortcuts')
  })

  it('says how many it found, and does nothing where that is none', async () => {
    const page = await search(startView)
    await page.type(field(), 'xyzzy')
    expect(document.querySelector('dialog [role=status]')?.textContent).toBe('No command matches.')
    expect(field().getAttribute('aria-activedescendant')).toBeNull()
    const before = page.calls.length
    await page.press(field(), 'Enter')
    expect([page.calls.length, options()]).toEqual([before, []])
  })

  it('opens a customer’s environment as its row does', async () => {
    const page = await search(homeView([row]))
    await page.type(field(), 'contoso')
    await page.press(field(), 'Enter')
    expect(page.calls.at(-1)).toEqual({ name: 'engagements:open', argument: { id: row.id } })
  })

  it('leads to another page of the tenant', async () => {
    const page = await search(stepView({}, { can: ['GO_TO_PAGE', 'GO_HOME'] }))
    await page.type(field(), 'evidence')
    await page.press(field(), 'Enter')
    expect(sent(page)).toEqual([{ type: 'GO_TO_PAGE', page: 'evidence' }])
    expect(document.querySelector('dialog')).toBeNull()
  })

  it.each([
    ['unfolds what explains the topic that it found, that once', 'cost', 'true'],
    ['leaves a page that it found by its title as it is', 'prepare', 'false'],
  ])('%s', async (_, typed, expanded) => {
    const page = await search(stepView({}, { can: ['GO_TO_PAGE', 'GO_HOME'] }))
    await page.type(field(), typed)
    await page.press(field(), 'Enter')
    expect(sent(page)).toEqual([{ type: 'GO_TO_PAGE', page: 'prepare' }])
    await page.push({ ...prepareView, revision: 9 })
    const isExpanded = () => page.button('Time, downtime, and costs').getAttribute('aria-expanded')
    expect(isExpanded()).toBe(expanded)
    await page.push(stepView({}, { can: ['GO_TO_PAGE', 'GO_HOME'], revision: 10 }))
    await page.push({ ...prepareView, revision: 11 })
    expect(isExpanded()).toBe('false')
  })
})

/** Events that only show a page, or read. An outage starts with none of them. */
const SHOWING = ['GO_TO_PAGE', 'GO_TO_STEP', 'CHECK_AGAIN']
/** Calls that change nothing. */
const HARMLESS = /^(wizard:send|engagements:open|tenant:load-ahead|marks:report|[a-z-]+:(read|list))$/

/** Does each. @returns those after which nothing was sent, opened, or on another page */
async function idle(page: Shown, titles: readonly string[]): Promise<readonly string[]> {
  const without: string[] = []
  for (const title of titles) {
    await page.command('search')
    const option = [...document.querySelectorAll('[role=option]')].find(({ textContent }) => textContent === title)
    // A place that was gone to is no longer offered.
    if (option === undefined) continue
    const before = { calls: page.calls.length, heading: heading() }
    await page.click(option)
    const isOver = document.querySelector('dialog:not(:has([role=combobox])), search') !== null
    if (!isOver && page.calls.length === before.calls && heading() === before.heading) without.push(title)
  }
  return without
}

describe('each command of the search', () => {
  it.each(Object.entries(allViews))('is one that the page takes now, and starts nothing that needs a dialog: %s', (_, view) => {
    const send = vi.fn()
    const offers = pageOffers(view, 'Check again', send)
    for (const { run } of offers) run()
    const types = send.mock.calls.map(([event]) => event.type)
    expect(types).toHaveLength(offers.length)
    expect(types.filter((type) => !SHOWING.includes(type) || !view.can.includes(type))).toEqual([])
    expect(new Set(offers.map(({ title }) => title)).size).toBe(offers.length)
  })

  it.each([
    ['before a tenant is open', homeView([row])],
    ['in an open tenant', stepView({}, { can: ['GO_TO_PAGE', 'GO_TO_STEP', 'CHECK_AGAIN', 'GO_HOME'] })],
  ])('acts %s, and asks for nothing but to show or to read', async (_, view) => {
    const page = await search(view)
    const titles = options()
    expect(titles.length).toBeGreaterThan(COMMANDS.length)
    expect(await idle(page, titles)).toEqual([])
    expect(page.calls.map(({ name }) => name).filter((name) => !HARMLESS.test(name))).toEqual([])
  })
})
