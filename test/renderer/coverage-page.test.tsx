// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { WizardView } from '../../messages/view.ts'
import { coverageFormView, coverageGapsView } from './views.ts'
import { show } from './window.tsx'

const sent = (page: { readonly calls: readonly { readonly name: string; readonly argument: unknown }[] }) =>
  page.calls.filter(({ name }) => name === 'wizard:send').map(({ argument }) => argument)

const card = (title: string): Element => {
  const heading = [...document.querySelectorAll('h3')].find(({ textContent }) => textContent === title)
  const found = heading?.closest('li')
  if (!found) throw new Error(`There is no card ${title}`)
  return found
}

describe('the form of what is used', () => {
  it('asks for parts of an app once the app is ticked, and hands in what is', async () => {
    const page = await show(coverageFormView)
    expect(page.text()).not.toContain('Recommendations')
    await page.click(page.field('Commerce'))
    await page.click(page.field('Recommendations'))
    await page.click(page.button('See coverage'))
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision: { kind: 'use-apps', apps: ['commerce', 'commerce-recommendations'] } }])
  })

  it('says that nothing is ticked instead of doing nothing', async () => {
    const page = await show(coverageFormView)
    await page.click(page.button('See coverage'))
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Select at least one app')
    expect(document.activeElement).toBe(page.field('Finance'))
    expect(sent(page)).toEqual([])
  })

  it('keeps what is ticked while another page is shown', async () => {
    const page = await show(coverageFormView)
    await page.click(page.field('Finance'))
    await page.push({ ...coverageGapsView, revision: 2 })
    await page.push({ ...coverageFormView, revision: 3 })
    expect((page.field('Finance') as HTMLInputElement).checked).toBe(true)
  })
})

describe('what the documents make of it', () => {
  it('names the edition, quotes its terms, and opens what disagrees by itself', async () => {
    await show(coverageGapsView)
    const commerce = card('Commerce').textContent
    expect(commerce).toContain('In the document’s words: “support CMKs for all environment-specific resources except')
    expect(commerce).toMatch(/Updated .*2026/)
    expect(commerce).toContain('Contradicts this')
    expect(card('Finance').textContent).not.toContain('Contradicts this')
  })

  it('calls what nobody has said unknown', async () => {
    await show(coverageGapsView)
    expect(card('Tax Calculation, set up in Finance').textContent).toContain('Unknown')
  })

  it('has each gap acknowledged by itself, and says who did', async () => {
    const page = await show(coverageGapsView)
    expect(card('Connectors').textContent).toContain('Acknowledged by kim@contoso.example')
    await page.click(page.button('Acknowledge gap'))
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision: { kind: 'acknowledge-gap', item: 'tax-calculation' } }])
  })

  it('sends the focus to the next gap, and after the last one to their heading', async () => {
    const page = await show(coverageGapsView)
    page.button('Acknowledge gap').focus()
    const { coverage } = coverageGapsView
    if (!coverage) throw new Error('There is no coverage.')
    const done: WizardView = {
      ...coverageGapsView,
      revision: 2,
      coverage: {
        ...coverage,
        openGaps: 0,
        items: coverage.items.map((item) => (item.known ? { ...item, acknowledged: { by: 'ada', at: 0 } } : item)),
      },
    }
    await page.push(done)
    expect(document.activeElement?.textContent).toBe('Gaps')
    expect(page.button('Go to steps')).toBeDefined()
  })
})
