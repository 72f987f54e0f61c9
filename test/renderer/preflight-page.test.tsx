// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { preflightView } from './views.ts'
import { type Shown, show } from './window.tsx'

const sent = (page: Shown) => page.calls.filter(({ name }) => name === 'wizard:send').map(({ argument }) => argument)

describe('checking everything first', () => {
  const line = (title: string) =>
    [...document.querySelectorAll<HTMLElement>('main button[aria-expanded]')].find(({ textContent }) =>
      textContent?.includes(title),
    ) as Element

  it('lists findings by who can resolve them, a line each with its step, and a message for everybody but the reader', async () => {
    const page = await show(preflightView)
    expect([...document.querySelectorAll('main h2, main h3')].map(({ textContent }) => textContent)).toEqual([
      'What we found',
      'You',
      'Key vault admin',
      'What will change',
    ])
    expect(line('Purge protection').parentElement?.textContent).toMatch(/^Action required .*Step 3$/)
    expect(page.maybeButton('Copy message for you')).toBeUndefined()
    await page.click(
      [...document.querySelectorAll('main button')].find(({ textContent }) => textContent?.startsWith('Copy message')) as Element,
    )
    expect(page.calls).toContainEqual({ name: 'clipboard:write', argument: { text: 'For the vault\n\nTurn it on.' } })
  })

  it('calls a gap that is to be acknowledged a question, as the counts do', async () => {
    const { preflight } = preflightView
    const [group, ...others] = preflight.groups
    const [first] = group?.findings ?? []
    if (!group || !first) throw new Error('There is a finding')
    const gap = { ...first, title: 'You have 1 gap to acknowledge', status: 'unknown', attestable: false, toAcknowledge: true } as const
    await show({ ...preflightView, preflight: { ...preflight, groups: [{ ...group, findings: [gap] }, ...others] } })
    expect(line('1 gap to acknowledge').textContent).toMatch(/^Confirm /)
  })

  it('opens a finding to what to do about it, and checks it or all of them again', async () => {
    const page = await show(preflightView)
    expect(page.maybeButton('Check this again')).toBeUndefined()
    await page.click(line('Purge protection'))
    await page.click(page.button('Check this again'))
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
