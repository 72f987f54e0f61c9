// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { preflightChoosingView, preflightView } from './views.ts'
import { copied, sent, show } from './window.tsx'

describe('checking everything first', () => {
  const line = (title: string) =>
    [...document.querySelectorAll<HTMLElement>('main button[aria-expanded]')].find(({ textContent }) =>
      textContent?.includes(title),
    ) as Element

  const titles = () =>
    [...document.querySelectorAll('main section button[aria-expanded]')].flatMap(({ textContent }) => textContent ?? []).slice(0, -1)

  it('lists what blocks first, a line each with who can resolve it and its step', async () => {
    await show(preflightView)
    expect([...document.querySelectorAll('main h2, main h3')].map(({ textContent }) => textContent)).toEqual([
      'What we found',
      'What will change',
    ])
    expect(line('Purge protection').parentElement?.textContent).toMatch(/^Action required .*Key vault admin · step 3$/)
    const words = titles().map((title) => title.split(' ')[0])
    expect(words.indexOf('Confirm')).toBeGreaterThan(words.lastIndexOf('Action'))
  })

  it('narrows them to a person, with a message for anyone but the reader', async () => {
    const page = await show(preflightView)
    const all = titles().length
    const choose = (label: string) =>
      page.click([...document.querySelectorAll('main fieldset label')].find(({ textContent }) => textContent?.startsWith(label)) as Element)
    await choose('You')
    expect(titles().length).toBeLessThan(all)
    expect(line('Purge protection')).toBeUndefined()
    expect(page.text()).not.toContain('Copy message')
    await choose('Key vault admin')
    expect(line('Purge protection')).toBeDefined()
    await page.click(
      [...document.querySelectorAll('main button')].find(({ textContent }) => textContent?.startsWith('Copy message')) as Element,
    )
    const { subject, body } = preflightView.preflight.owners[1]?.message ?? {}
    expect(copied(page)).toEqual([{ text: `${subject}\n\n${body}` }])
  })

  it('says what a finding is once, also where it is opened', async () => {
    const page = await show(preflightView)
    const title = preflightView.preflight.findings.find(({ key }) => key === 'purge-protection')?.title ?? ''
    await page.click(line('Purge protection'))
    expect(page.text().split(title)).toHaveLength(2)
  })

  it('calls a gap that is to be acknowledged a question, as the counts do', async () => {
    const { preflight } = preflightView
    const [first] = preflight.findings
    if (!first) throw new Error('There is a finding')
    const gap = { ...first, title: 'You have 1 gap to acknowledge', status: 'unknown', attestable: false, toAcknowledge: true } as const
    await show({ ...preflightView, preflight: { ...preflight, findings: [gap] } })
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
    const missing = { id: 1, text: 'Choose the environment first.' }
    const page = await show({ ...preflightChoosingView, preflight: { ...preflightChoosingView.preflight, missing } })
    expect(page.text()).toContain('Choose the environment first.')
    await page.click(document.querySelector('input[type=radio]') as HTMLElement)
    await page.click(page.button('Check this environment'))
    expect(sent(page)).toEqual([{ type: 'CHOOSE_ENVIRONMENT', environmentId: preflightChoosingView.preflight.environments[0]?.id }])
  })

  it('takes an environment by its ID where the account sees none, beside the handoff', async () => {
    const { preflight, can } = preflightChoosingView
    const page = await show({ ...preflightChoosingView, can: [...can, 'GO_TO_PAGE'], preflight: { ...preflight, environments: [] } })
    page.button('Open a handoff')
    await page.type(page.field('Environment ID'), 'contoso')
    await page.click(page.button('Check this environment'))
    expect(sent(page)).toEqual([])
    expect(page.text()).toContain('An environment ID is a GUID')
    const environmentId = '11111111-2222-4333-8444-555555555555'
    await page.type(page.field('Environment ID'), ` ${environmentId} `)
    await page.click(page.button('Check this environment'))
    expect(sent(page)).toEqual([{ type: 'CHOOSE_ENVIRONMENT', environmentId }])
  })

  it('says that the list couldn’t be read, and not that the account sees no environment', async () => {
    const { preflight, can } = preflightChoosingView
    const unlisted = {
      title: 'Couldn’t read the list of environments',
      meaning: 'Power Platform asks to wait.',
      remedy: 'Check again in a minute.',
      owner: 'microsoft',
    } as const
    const page = await show({
      ...preflightChoosingView,
      can: [...can, 'GO_TO_PAGE'],
      preflight: { ...preflight, environments: [], unlisted },
    })
    for (const told of [unlisted.title, unlisted.meaning, unlisted.remedy, 'Check again, or enter the environment’s ID'])
      expect(page.text()).toContain(told)
    expect(page.text()).not.toContain('Your account sees no environment')
    expect(page.field('Environment ID')).toBeDefined()
    expect(page.maybeButton('Open a handoff')).toBeUndefined()
    await page.click(page.button('Check again'))
    expect(sent(page)).toEqual([{ type: 'CHECK_AGAIN' }])
  })

  it('says of a refused list not that anything passed', async () => {
    const { preflight } = preflightChoosingView
    const unlisted = { title: 'Couldn’t read the list of environments', meaning: 'm', remedy: 'r', owner: 'you' } as const
    const settled = preflightView.preflight.settled
    expect(settled.length).toBeGreaterThan(0)
    const page = await show({ ...preflightChoosingView, preflight: { ...preflight, environments: [], findings: [], settled, unlisted } })
    expect(page.text()).not.toContain('Passed')
    expect(page.text()).not.toContain('Choose the environment. Then we check everything')
  })

  it.each([
    ['the reading failed', { problem: { title: 'Not read', meaning: 'm', remedy: 'r', owner: 'you' } as const }],
    ['nothing was read yet', { checkedAt: undefined }],
  ])('says not that the account sees no environment where %s', async (_, over) => {
    const { checkedAt, ...others } = preflightChoosingView.preflight
    const at = 'checkedAt' in over ? {} : { checkedAt, ...over }
    const page = await show({
      ...preflightChoosingView,
      preflight: { ...others, ...at, environments: [] } as typeof preflightChoosingView.preflight,
    })
    expect(page.text()).not.toContain('Your account sees no environment')
    expect(page.maybeButton('Open a handoff')).toBeUndefined()
  })

  it('is a part of the first stage, which it leads back to', async () => {
    const page = await show(preflightView)
    expect(document.querySelector('nav [aria-current=step]')?.textContent).toContain('Prepare')
    await page.click(page.button('Back'))
    expect(sent(page)).toEqual([{ type: 'GO_TO_PAGE', page: 'prepare' }])
  })
})
