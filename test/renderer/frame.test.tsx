// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { defined } from '#machines/defined.ts'
import type { WizardView } from '#messages/view.ts'
import { WITHOUT_CARDS, WITHOUT_HEIGHT, WITHOUT_RAIL } from '#renderer/media-query.ts'
import { allViews, applyingView, change, closingView, keyMapView, preflightView, startView, stepView, verifiedView } from './views.ts'
import { copied, sent, show } from './window.tsx'

async function showHelp(view: WizardView) {
  const page = await show(view)
  await page.click(page.button('Help'))
  return page
}

describe('the footer', () => {
  it.each(Object.entries(allViews))('has three buttons at most: %s', async (_name, view) => {
    await show(view)
    expect(document.querySelectorAll('footer button').length).toBeLessThanOrEqual(3)
  })
})

describe('the frame around every page', () => {
  it.each(Object.entries(allViews))(
    'has one main, one heading of the first level, headings in order and one live region: %s',
    async (_name, view) => {
      await show(view)
      expect(document.querySelectorAll('main')).toHaveLength(1)
      expect(document.querySelectorAll('h1')).toHaveLength(1)
      expect(document.querySelectorAll('[aria-live]')).toHaveLength(1)
      const levels = [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].map((heading) => Number(heading.tagName.slice(1)))
      expect(levels[0]).toBe(1)
      for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    },
  )

  it('says PRACTICE TENANT on every page of one, and lets time pass and leave', async () => {
    const page = await show(closingView)
    const banner = document.querySelector('header')
    expect(banner?.textContent).toContain('PRACTICE TENANT')
    expect(document.title).toContain('PRACTICE TENANT')
    await page.click(page.button('Skip 1 hour'))
    await page.click(page.button('Leave practice'))
    expect(page.calls).toContainEqual({ name: 'practice:advance', argument: { hours: 1 } })
    expect(sent(page)).toContainEqual({ type: 'CLOSE_TENANT' })
  })

  it('says after a practice case that nothing of it is kept, until something else is opened', async () => {
    const ended = 'The practice case ended. Nothing of it is kept.'
    const page = await show(closingView)
    await page.push({ ...startView, revision: 2 })
    expect(document.querySelector('main [role=status]')?.textContent).toBe(ended)
    await page.click(page.button('Start practicing'))
    expect(page.text()).toContain(ended)
    const { practice: _, ...real } = closingView
    await page.push({ ...real, revision: 3 })
    await page.push({ ...startView, revision: 4 })
    expect(page.text()).not.toContain(ended)
  })

  it('says on Home how far the run behind it is and why no other environment opens, and leads back', async () => {
    const { step, who } = stepView({ phase: 'waiting' }, {})
    const [change] = applyingView.step.progress
    if (change === undefined) throw new Error('Nothing is being made.')
    const progress = (['done', 'running', 'waiting'] as const).map((state) => ({ ...change, title: `The ${state} one`, state }))
    const staying = 'Changes in contoso-prod aren’t all made yet.'
    const start = { ...startView.start, behind: {} } as const
    const behind = { ...startView, start, ...defined({ who, step: step && { ...step, progress } }), staying }
    const page = await show({ ...behind, can: ['RETURN'] })
    const note = () => document.querySelector('main [role=status]')?.textContent
    await vi.waitFor(() => expect(note()).toContain('Making change 2 of 3: The running one'))
    expect(note()).toContain(staying)
    await page.click(page.button('Start practicing'))
    await page.click(page.button('Start: Ready to enable'))
    expect(sent(page)).toEqual([])
    expect(document.querySelector('[role=alert]')?.textContent).toContain(staying)
    await page.click(page.button(`Open ${who?.environment}`))
    expect(sent(page)).toEqual([{ type: 'RETURN' }])
  })

  it('says at each place that is open why it cannot be gone to for now', async () => {
    const why = 'Making changes. You can continue when they’re done and verified.'
    const view = stepView({})
    await show({ ...view, can: [], staying: why })
    const titles = [...document.querySelectorAll<HTMLElement>('nav span[title]')].map((place) => [
      place.textContent?.replace(/ \(.*/, ''),
      place.title,
    ])
    const open = [
      ...view.stepper.filter(({ state }) => state === 'done' || state === 'open'),
      ...view.pages.filter((each) => ['hand-over', 'evidence'].includes(each.page)),
    ]
    expect(titles).toEqual(expect.arrayContaining(open.map(({ title }) => [title, why])))
    for (const { title } of view.stepper.filter(({ state }) => state === 'closed' || state === 'now'))
      expect(titles).not.toContainEqual([title, why])
  })

  it('has no practice banner in a real tenant', async () => {
    const { practice: _, ...real } = stepView({})
    const page = await show(real)
    expect(document.querySelector('header')).toBeNull()
    expect(page.text()).not.toContain('PRACTICE')
  })

  it('names the tenant, and copies its ID instead of showing it', async () => {
    const page = await show(stepView({}))
    expect(page.text()).not.toContain('6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90')
    await page.click(page.button('Copy the tenant ID'))
    expect(copied(page)).toContainEqual({ text: '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90' })
  })

  it.each([[[]], [[WITHOUT_CARDS]], [[WITHOUT_HEIGHT, WITHOUT_RAIL]]])(
    'never hides who and where, however narrow it is: %j',
    async (narrow) => {
      const page = await show(stepView({}), narrow)
      for (const fact of ['Contoso', 'contoso-prod', 'Practice (simulated)', 'ada@contoso.example']) expect(page.text()).toContain(fact)
    },
  )
})

describe('a cloud from a file', () => {
  const customCloud = { name: 'Rehearsal', hosts: ['login.rehearsal.example', '*.vault.rehearsal.example'] }

  it.each(Object.entries(allViews).filter(([, view]) => view.practice === undefined || view.page !== 'start'))(
    'stands on every page with its hosts: %s',
    async (_name, { practice: _practice, ...view }) => {
      await show({ ...view, customCloud })
      const banner = document.querySelector('header')?.textContent
      for (const word of ['CUSTOM CLOUD', 'Rehearsal', ...customCloud.hosts]) expect(banner).toContain(word)
      expect(document.title).toContain('CUSTOM CLOUD')
    },
  )
})

describe('someone who is signed in', () => {
  const { practice: _, who, ...view } = stepView({}, { can: ['SIGN_OUT', 'NEXT'] })
  if (!who) throw new Error('A step says who is signed in.')
  const real: WizardView = { ...view, who: { ...who, note: 'The sign-in is kept in memory only.' } }

  it.each([[[]], [[WITHOUT_CARDS, WITHOUT_RAIL]]])('can sign out on every page, however narrow it is: %j', async (narrow) => {
    const page = await show(real, narrow)
    await page.click(page.button('Sign out'))
    expect(sent(page)).toContainEqual({ type: 'SIGN_OUT' })
  })

  it('is told what is particular about the sign-in, in a narrow window beside the steps', async () => {
    const wide = await show(real)
    expect(wide.text()).toContain('kept in memory only')
    const page = await show(real, [WITHOUT_CARDS, WITHOUT_RAIL])
    await page.click(page.button('Step 3 of 4. All steps'))
    expect(page.text()).toContain('kept in memory only')
  })

  it('is not offered to sign out where no one can, nor in practice', async () => {
    const page = await show({ ...real, can: ['NEXT'] })
    expect(page.maybeButton('Sign out')).toBeUndefined()
    const practice = await show(stepView({}, { can: ['SIGN_OUT'] }))
    expect(practice.maybeButton('Sign out')).toBeUndefined()
  })

  it('sees each service that gave no access, with what to do, unfolded in the first step alone', async () => {
    const refusedAudiences = [
      {
        audience: 'key-vault',
        problem: { title: 'Azure Key Vault gave no token', meaning: 'No consent.', remedy: 'Ask for consent.', owner: 'you' },
      },
    ]
    const first = await show(stepView({ place: { number: 1, of: 4 } }, { refusedAudiences } as Partial<WizardView>))
    expect(first.text()).toContain('Ask for consent.')
    const later = await show(stepView({ place: { number: 3, of: 4 } }, { refusedAudiences } as Partial<WizardView>))
    expect(later.text()).toContain('Azure Key Vault gave no token')
    expect(later.text()).toContain('What we found')
    await later.click(later.button('What to do'))
    expect(later.text()).toContain('Ask for consent.')
  })
})

describe('the type of the environment', () => {
  const withBadge = (badge: { word: string; tone: 'production' | 'other' } | undefined) => {
    const elements = keyMapView.elements.map((each) => (each.element === 'environment' && badge ? { ...each, badge } : each))
    return stepView({}, { keyMap: { ...keyMapView, elements } })
  }
  const railText = () => document.querySelector('nav[aria-label=Steps]')?.textContent

  it.each([
    ['Production', 'production', true],
    ['Sandbox', 'other', false],
  ] as const)('stands beside its name: %s', async (word, tone, filled) => {
    await show(withBadge({ word, tone }))
    expect(railText()).toContain(`contoso-prod${word}`)
    const badge = [...document.querySelectorAll('nav span')].find(({ textContent }) => textContent === word)
    expect(badge?.className.includes('filled')).toBe(filled)
  })

  it('is not said until it was read', async () => {
    await show(withBadge(undefined))
    expect(railText()).not.toContain('Production')
  })
})

describe('the stepper', () => {
  it('is an ordered list of all stages in a navigation landmark that marks the one on screen', async () => {
    const page = await show(stepView({}))
    const items = [...document.querySelectorAll('nav ol > li')]
    expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, null, null, 'step', null, null])
    expect(items[3]?.textContent).toContain('1 action required')
    expect(items[5]?.textContent).toBe('Manage (not available yet)Available when encrypted')
    await page.click(page.button('Note the environment (done)'))
    expect(sent(page)).toContainEqual({ type: 'GO_TO_STEP', step: 'environment' })
    expect(page.maybeButton('Add the environment (not available yet)')).toBeUndefined()
  })

  it('leads to the stage before the first step, also from one of its parts, and to the one after the last once that is open', async () => {
    const page = await show(preflightView)
    await page.click(page.button('Prepare (now)'))
    const { stages, ...view } = stepView({}, { can: ['GO_TO_PAGE'] })
    if (!stages) throw new Error('A step stands between two stages.')
    const manage = { id: 'manage', title: 'Manage', state: 'open', page: 'operations', note: '1 change found' } as const
    await page.push({ ...view, revision: 2, stages: { ...stages, manage } })
    await page.click(page.button('Manage (open)'))
    expect(sent(page)).toEqual([
      { type: 'GO_TO_PAGE', page: 'prepare' },
      { type: 'GO_TO_PAGE', page: 'operations' },
    ])
  })

  it('becomes one line where there is no room, and opens on demand', async () => {
    const page = await show(stepView({}), [WITHOUT_CARDS, WITHOUT_RAIL])
    expect(document.querySelector('nav[aria-label=Steps]')?.textContent).toMatch(/^Contosocontoso-prodStep 3 of 4/)
    expect(document.querySelectorAll('nav ol')).toHaveLength(0)
    await page.click(page.button('Step 3 of 4. All steps'))
    expect(document.querySelectorAll('nav ol > li')).toHaveLength(6)
  })
})

describe('the guide', () => {
  it('has tabs that the arrow keys move along', async () => {
    const page = await showHelp(stepView({}))
    const chosen = () => document.querySelector('[role=tab][aria-selected=true]')?.textContent
    expect(chosen()).toBe('Why')
    await page.click(page.button('Manual steps'))
    expect(page.text()).toContain('Create a key vault in an Azure region')
    await page.press(page.button('Manual steps'), 'ArrowRight')
    expect(chosen()).toBe('Script')
    expect(document.activeElement?.textContent).toBe('Script')
  })

  it('opens what can go wrong to its words and its document', async () => {
    const page = await showHelp(stepView({}))
    await page.click(page.button('Pitfalls'))
    expect(document.querySelector('details summary')?.textContent).toBe('The template editor rejects the text')
    expect(page.text()).toContain('A deleted vault loses its role assignments')
    await page.click(page.button('Key Vault: Soft-delete overview'))
    expect(page.calls).toContainEqual({ name: 'links:open', argument: { source: 'soft-delete' } })
  })

  it('says before the first click by hand what cannot be undone', async () => {
    const { step } = stepView({})
    const [way] = step.guide.byHand
    const byHand = [{ ...way, heading: 'Key vault', clicks: ['Create a key vault.'], caution: 'This cannot be undone.' }]
    const page = await showHelp(stepView({ guide: { ...step.guide, byHand } }))
    await page.click(page.button('Manual steps'))
    expect(page.text()).toMatch(/This cannot be undone\..*Create a key vault\./)
  })

  it('names each document with the date of its edition, and opens it by id', async () => {
    const page = await showHelp(stepView({}))
    await page.click(page.button('Sources'))
    expect(page.text()).toMatch(/Updated .*2022/)
    await page.click(page.button('Key Vault: Soft-delete overview'))
    expect(page.calls).toContainEqual({ name: 'links:open', argument: { source: 'soft-delete' } })
  })

  it('is closed at first, opens by its button in the bar or F1, takes and gives back the focus, and is as it was left on the next page', async () => {
    const page = await show(stepView({}))
    expect(document.querySelector('aside')).toBeNull()
    await page.press(document.body, 'F1')
    expect(document.activeElement).toBe(document.querySelector('aside'))
    expect(page.text()).toContain('An Azure resource that names a key vault and a key.')
    await page.push(stepView({ id: 'membership', title: 'Add the environment' }, { revision: 2 }))
    expect(document.querySelector('aside')).not.toBeNull()
    expect(document.activeElement?.tagName).toBe('H1')
    await page.press(document.querySelector('aside') as Element, 'Escape')
    expect(document.querySelector('aside')).toBeNull()
    expect(document.activeElement?.textContent).toBe('Help')
    await page.click(page.button('Help'))
    await page.click(page.button('Close help'))
    expect(localStorage.getItem('help-is-open')).toBe('no')
  })
})

describe('when the page changes', () => {
  it('the focus goes to its heading, but not at the start', async () => {
    const page = await show(startView)
    expect(document.activeElement).toBe(document.body)
    await page.push(stepView({}, { revision: 2 }))
    expect(document.activeElement?.textContent).toBe('Create the enterprise policy')
    expect(document.activeElement?.tagName).toBe('H1')
    await page.push({ ...closingView, revision: 3 })
    expect(document.activeElement?.textContent).toBe('The environment is linked to your policy')
  })

  it('the focus stays where it is when only facts change', async () => {
    const page = await show(stepView({ plan: [change] }, { can: ['REVIEW_PLAN'] }))
    page.button('Apply 1 change…').focus()
    await page.push({ ...verifiedView, revision: 2 })
    expect(document.activeElement?.textContent).toBe('Continue: add the environment')
  })

  it('the title of the document follows', async () => {
    const page = await show(startView)
    expect(document.title).toBe('CMK Enablement Wizard')
    await page.push(stepView({}, { revision: 2 }))
    expect(document.title).toBe(
      'contoso-prod, Contoso - Step 3 of 4: Create the enterprise policy - PRACTICE TENANT - CMK Enablement Wizard',
    )
  })
})

describe('what main sends', () => {
  it('is announced once for each announcement, also when views with the same one follow', async () => {
    const page = await show(stepView({}, { announcement: { id: 1, text: 'Checked.' } }))
    const said: (string | null)[] = []
    const region = document.querySelector('[role=status]') as HTMLElement
    const observer = new MutationObserver(() => said.push(region.textContent))
    observer.observe(region, { childList: true, characterData: true, subtree: true })
    await page.push(stepView({}, { revision: 2, announcement: { id: 1, text: 'Checked.' } }))
    await page.push(stepView({}, { revision: 3, announcement: { id: 2, text: 'Proved.' } }))
    observer.disconnect()
    expect(said).toEqual(['Proved.'])
  })

  it('is ignored when it is older than what is on screen', async () => {
    const page = await show(stepView({ title: 'Newer' }, { revision: 5 }))
    await page.push(stepView({ title: 'Older' }, { revision: 4 }))
    expect(document.querySelector('h1')?.textContent).toBe('Newer')
  })

  it('is asked for, and the page says why main does not give it', async () => {
    const page = await show({ ok: false, why: 'The sender is not the wizard’s own page.' })
    expect(document.querySelector('[role=alert]')?.textContent).toContain('The sender is not the wizard’s own page.')
    await page.push(stepView({}))
    expect(document.querySelector('[role=alert]')).toBeNull()
    expect(document.querySelector('h1')?.textContent).toBe('Create the enterprise policy')
  })

  it('as a refusal is shown above the footer, and can be dismissed', async () => {
    const page = await showHelp(stepView({}))
    page.refuseNext('Couldn’t open a browser on this computer. The address is https://learn.microsoft.com/')
    await page.click(page.button('Sources'))
    await page.click(page.button('Key Vault: Soft-delete overview'))
    expect(document.querySelector('footer [role=alert]')?.textContent).toContain('The address is https://learn.microsoft.com/')
    await page.click(page.button('Dismiss'))
    expect(document.querySelector('footer [role=alert]')).toBeNull()
  })

  it('goes with its language: it can’t be said in another one', async () => {
    const view = stepView({})
    const page = await showHelp(view)
    page.refuseNext('Couldn’t open a browser on this computer.')
    await page.click(page.button('Sources'))
    await page.click(page.button('Key Vault: Soft-delete overview'))
    expect(document.querySelector('footer [role=alert]')).not.toBeNull()
    await page.push({ ...view, revision: view.revision + 1, language: 'en-XA' })
    expect(document.querySelector('footer [role=alert]')).toBeNull()
  })
})
