// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { preflightView } from './views.ts'
import { type Shown, show } from './window.tsx'

const sent = (page: Shown) => page.calls.filter(({ name }) => name === 'wizard:send').map(({ argument }) => argument)

describe('checking everything first', () => {
  it('lists findings by who can put them right, with a message for everybody but the reader', async () => {
    const page = await show(preflightView)
    const headings = [...document.querySelectorAll('main h2')].map((heading) => heading.textContent)
    expect(headings).toEqual([
      'What we found',
      'You',
      'Key vault admin',
      'Step 3 would change: Create the enterprise policy',
      'Passed or planned',
    ])
    const group = document.querySelectorAll('main section')[2] as HTMLElement
    await page.click(group.querySelector('button') as HTMLElement)
    expect(page.calls).toContainEqual({ name: 'clipboard:write', argument: { text: 'For the vault\n\nTurn it on.' } })
    expect(document.querySelectorAll('main section')[1]?.textContent).not.toContain('Copy message for')
  })

  it('checks one finding or all of them again', async () => {
    const page = await show(preflightView)
    await page.click(
      [...document.querySelectorAll('main button')].filter((button) => button.textContent === 'Check this again')[1] as Element,
    )
    await page.click(page.button('Check everything again'))
    expect(sent(page)).toEqual([{ type: 'CHECK_ONE', key: 'purge-protection' }, { type: 'CHECK_AGAIN' }])
  })

  it('asks for the environment where none is chosen, and says so above the footer', async () => {
    const { chosen: _, ...rest } = preflightView.preflight ?? {
      reading: false,
      environments: [],
      groups: [],
      settled: [],
      announcement: '',
    }
    const page = await show({
      ...preflightView,
      preflight: {
        ...rest,
        groups: [],
        environments: [{ id: '1', displayName: 'contoso-prod', sku: 'Production', location: 'Europe' }],
        missing: { id: 1, text: 'Choose the environment first.' },
      },
    })
    expect(page.text()).toContain('Choose the environment first.')
    await page.click(document.querySelector('input[type=radio]') as HTMLElement)
    await page.click(page.button('Check this environment'))
    expect(sent(page)).toEqual([{ type: 'CHOOSE_ENVIRONMENT', environmentId: '1' }])
  })

  it('is a part of the first stage, which it leads back to', async () => {
    const page = await show(preflightView)
    expect(document.querySelector('nav [aria-current=step]')?.textContent).toContain('Prepare')
    await page.click(page.button('Back'))
    expect(sent(page)).toEqual([{ type: 'GO_TO_PAGE', page: 'prepare' }])
  })
})
