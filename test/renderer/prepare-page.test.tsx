// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { prepareView as walked } from './views.ts'
import { sent, show } from './window.tsx'

/** As walked to, but for a second person who is needed for step 3. */
const prepareView: typeof walked = {
  ...walked,
  prepare: {
    ...walked.prepare,
    parts: walked.prepare.parts.map((part) =>
      part.part === 'people'
        ? {
            ...part,
            state: 'action-required',
            action: { title: 'Hand over step 3 to the key vault admin', page: 'hand-over', step: 'policy' },
            people: part.people.map(({ who, ...person }) =>
              person.steps.includes(3) ? { ...person, state: 'action-required' } : { ...person, ...(who ? { who } : {}) },
            ),
          }
        : part,
    ),
  },
}
const parts = () => [...document.querySelectorAll<HTMLElement>('main ol > li:has(h2)')]

describe('the stage before the first step', () => {
  it('is its parts in order, each with its state in words, below one verdict that counts people', async () => {
    await show(prepareView)
    expect(parts().map((part) => part.querySelector('h2')?.textContent)).toEqual([
      'What the key covers',
      'Check everything first',
      'Who does what',
    ])
    expect(parts()[1]?.textContent).toContain('1 action required')
    expect(document.querySelector('main section')?.textContent).toMatch(/^\d (person|people) must act\. You can start now/)
  })

  it('says once that nothing is checked yet, not again of each part and person, and has one button for it', async () => {
    const unread = prepareView.prepare.parts.map((part) => ({
      ...part,
      state: 'not-checked' as const,
      says: 'Not checked yet',
      owners: [],
      people: part.people.map(({ who: _, ...person }) => ({ ...person, state: 'not-checked' as const })),
    }))
    await show({ ...prepareView, prepare: { ...prepareView.prepare, parts: unread.filter(({ part }) => part !== 'coverage') } })
    expect(document.querySelector('main section')?.textContent).toContain('Nothing is checked yet')
    expect(document.querySelector('main ol')?.textContent).toContain('Key vault admin')
    expect(document.querySelector('main ol')?.textContent).not.toContain('Not checked')
    expect([...document.querySelectorAll('main button')].filter((button) => button.textContent === 'See findings')).toHaveLength(1)
  })

  it('names what blocks step 1, and who must act, in place of a start on it', async () => {
    const blocked = { step: 1, title: 'The integration isn’t enabled', more: 1, owners: ['lifecycle-services-administrator', 'you'] }
    await show({ ...prepareView, prepare: { ...prepareView.prepare, blocked } })
    const verdict = document.querySelector('main section')?.textContent
    expect(verdict).toMatch(/^Step 1 is blocked: The integration isn’t enabled, and 1 more/)
    expect(verdict).toContain('Who must act: Lifecycle Services admin and You')
    expect(verdict).not.toContain('You can start')
  })

  it('says who must act first, then what happens to users and when, and that the person chooses when it starts', async () => {
    const page = await show(prepareView)
    expect(page.text()).toMatch(/2 people must act\..*What the key covers.*Up to 4 days, users offline for part of it.*/)
    await page.click(page.button('Time, downtime, and costs'))
    expect(page.text()).toMatch(/If the integration is missing, it adds up to 90 minutes and a short downtime/)
    expect(page.text()).toMatch(/You choose when it starts\. Plan for all of it/)
  })

  it('says what is charged', async () => {
    const page = await show(prepareView)
    await page.click(page.button('Time, downtime, and costs'))
    expect(page.text()).toContain('Microsoft charges for the paid Azure subscription')
    page.button('Key Vault prices')
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
    expect(sent(page)).toEqual([
      { type: 'GO_TO_PAGE', page: 'coverage' },
      { type: 'GO_TO_PAGE', page: 'preflight' },
      { type: 'GO_TO_PAGE', page: 'hand-over', step: 'policy' },
    ])
  })

  it('names who does which steps, and whom findings are for', async () => {
    await show(prepareView)
    expect(parts()[1]?.textContent).toContain('You2')
    expect(parts()[2]?.textContent).toContain('Key vault adminStep 3Someone else')
    expect(parts()[2]?.textContent).toContain('Power Platform adminSteps 2 and 4ada@contoso.exampleYou')
  })

  it('keeps no one from the steps', async () => {
    const page = await show(prepareView)
    await page.click(page.button('Continue'))
    expect(sent(page)).toContainEqual({ type: 'NEXT' })
  })
})
