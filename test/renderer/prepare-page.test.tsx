// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { prepareView } from './views.ts'
import { show } from './window.tsx'

const parts = () => [...document.querySelectorAll<HTMLElement>('main ol > li:has(h2)')]

describe('the stage before the first step', () => {
  it('is its parts in order, each with its state in words, and ticked only where nothing is left', async () => {
    await show(prepareView)
    expect(parts().map((part) => part.querySelector('h2')?.textContent)).toEqual([
      'What the key covers',
      'Check everything first',
      'Who does what',
    ])
    expect(parts().map((part) => part.querySelector('[aria-hidden=true]')?.textContent)).toEqual(['', '2', '3'])
    expect(parts()[1]?.textContent).toContain('1 to confirm')
  })

  it('says first what happens to users and when, and that the person chooses when it starts', async () => {
    const page = await show(prepareView)
    expect(page.text()).toMatch(/steps 1 to 3\. Users stay online\..*Up to 4 days, users offline for part of it.*What the key covers/)
    expect(page.text()).toMatch(/You choose when it starts\. Plan for all of it; users can be back sooner\./)
  })

  it('says nothing of that once it has happened', async () => {
    const stepper = prepareView.stepper.map((entry) => ({ ...entry, state: 'done' as const }))
    const page = await show({ ...prepareView, stepper })
    expect(page.text()).not.toContain('users offline')
  })

  it('names each service that gave no access at sign-in, with what to do a press away', async () => {
    const problem = { title: 'Couldn’t access Azure Key Vault', meaning: 'No consent.', remedy: 'Ask for consent.', owner: 'you' as const }
    const page = await show({ ...prepareView, refusedAudiences: [{ audience: 'key-vault', problem }] })
    expect(page.text()).toContain('Couldn’t access Azure Key Vault')
    await page.click(page.button('What to do'))
    expect(page.text()).toContain('Ask for consent.')
  })

  it('has one action in each part, and leads to where it is done', async () => {
    const page = await show(prepareView)
    expect(parts().map((part) => part.querySelectorAll('button').length)).toEqual([1, 1, 1])
    for (const title of ['See coverage', 'See findings', 'Hand over step 3 to the key vault admin']) await page.click(page.button(title))
    expect(page.calls.filter(({ name }) => name === 'wizard:send').map(({ argument }) => argument)).toEqual([
      { type: 'GO_TO_PAGE', page: 'coverage' },
      { type: 'GO_TO_PAGE', page: 'preflight' },
      { type: 'GO_TO_PAGE', page: 'hand-over', step: 'policy' },
    ])
  })

  it('names who does which steps, and whom findings are for', async () => {
    await show(prepareView)
    expect(parts()[1]?.textContent).toContain('You1')
    expect(parts()[2]?.textContent).toContain('Key vault adminStep 3Someone else')
    expect(parts()[2]?.textContent).toContain('Power Platform adminSteps 1, 2, and 4ada@contoso.exampleYou')
  })

  it('keeps nobody from the steps', async () => {
    const page = await show(prepareView)
    await page.click(page.button('Continue'))
    expect(page.calls).toContainEqual({ name: 'wizard:send', argument: { type: 'NEXT' } })
  })
})
