// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { coverageFormView, coverageGapsView, coverageViews } from './views.ts'
import { sent, show } from './window.tsx'

const answerOf = (title: string, words: string): HTMLInputElement => {
  const question = [...document.querySelectorAll('[role=radiogroup]')].find(
    (each) => document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent === title,
  )
  const found = [...(question?.querySelectorAll('label') ?? [])].find(({ textContent }) => textContent === words)?.querySelector('input')
  if (!found) throw new Error(`There is no answer ${words} for ${title}`)
  return found
}

const row = (title: string): HTMLLIElement => {
  const heading = [...document.querySelectorAll('h3')].find(({ textContent }) => textContent === title)
  const found = heading?.closest('li')
  if (!found) throw new Error(`There is no row ${title}`)
  return found
}

describe('the form of what is used', () => {
  it('asks for parts of an app once the app is ticked, and hands in what is', async () => {
    const page = await show(coverageFormView)
    expect(page.text()).not.toContain('Recommendations')
    await page.click(answerOf('Commerce', 'Yes'))
    await page.click(answerOf('Recommendations', 'Yes'))
    await page.click(answerOf('Finance', 'No'))
    await page.click(page.button('See coverage'))
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision: { kind: 'use-apps', apps: ['commerce', 'commerce-recommendations'] } }])
  })

  it('answers nothing by itself, and says how much is unanswered with the focus on the first', async () => {
    const page = await show(coverageFormView)
    expect(document.querySelectorAll('input:checked')).toHaveLength(0)
    await page.click(answerOf('Commerce', 'Yes'))
    await page.click(page.button('See coverage'))
    expect(document.querySelector('[role=alert]')?.textContent).toContain('2 questions aren’t answered yet.')
    expect(document.activeElement).toBe(answerOf('Finance', 'Yes'))
    await page.click(answerOf('Finance', 'Yes'))
    await page.click(page.button('See coverage'))
    expect(document.querySelector('[role=alert]')?.textContent).toContain('1 question isn’t answered yet.')
    expect(document.activeElement).toBe(answerOf('Recommendations', 'Yes'))
    expect(sent(page)).toEqual([])
  })

  it('takes one press for a group of which nothing else is used', async () => {
    const page = await show(coverageFormView)
    await page.click(answerOf('Commerce', 'Yes'))
    const { coverage } = coverageFormView
    const uses = coverage.uses.map((use) => ({ ...use, group: 'commerce' as const }))
    await page.push({ ...coverageFormView, revision: 2, coverage: { ...coverage, uses } })
    await page.click(page.button('None of the rest'))
    expect(
      [answerOf('Commerce', 'Yes'), answerOf('Recommendations', 'No'), answerOf('Finance', 'No')].map(({ checked }) => checked),
    ).toEqual([true, true, true])
  })

  it('says that nothing is used instead of doing nothing', async () => {
    const page = await show(coverageFormView)
    await page.click(answerOf('Finance', 'No'))
    await page.click(answerOf('Commerce', 'No'))
    await page.click(page.button('See coverage'))
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Answer “Yes” or “Don’t know” for at least one app.')
    expect(document.activeElement).toBe(answerOf('Finance', 'Yes'))
    expect(sent(page)).toEqual([])
  })

  it('keeps what is ticked while another page is shown', async () => {
    const page = await show(coverageFormView)
    await page.click(answerOf('Finance', 'Don’t know'))
    await page.push({ ...coverageGapsView, revision: 2 })
    await page.push({ ...coverageFormView, revision: 3 })
    expect(answerOf('Finance', 'Don’t know').checked).toBe(true)
  })

  it('takes “Don’t know” for an answer, apart from what is used', async () => {
    const page = await show(coverageFormView)
    await page.click(answerOf('Finance', 'No'))
    await page.click(answerOf('Commerce', 'Don’t know'))
    expect(page.text()).not.toContain('Recommendations')
    await page.click(page.button('See coverage'))
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision: { kind: 'use-apps', apps: [], unsure: ['commerce'] } }])
  })

  it('shows what was answered before', async () => {
    const { coverage } = coverageFormView
    const uses = coverage.uses.map((use) => ({ ...use, answer: use.item === 'finance' ? ('unsure' as const) : ('yes' as const) }))
    await show({ ...coverageFormView, coverage: { ...coverage, uses } })
    expect(
      [answerOf('Finance', 'Don’t know'), answerOf('Commerce', 'Yes'), answerOf('Recommendations', 'Yes')].map(({ checked }) => checked),
    ).toEqual([true, true, true])
  })
})

describe('what the documents make of it', () => {
  it('lists what no one knows by itself, with nothing to acknowledge', async () => {
    const { coverage } = coverageGapsView
    const connectors = coverage.rows.find(({ item }) => item === 'connectors')
    if (!connectors) throw new Error('There is no such row.')
    const unsure = [{ ...connectors, gaps: 0, openGaps: 0, items: connectors.items.map(({ known: _, ...item }) => item) }]
    await show({ ...coverageGapsView, coverage: { ...coverage, rows: [], unsure } })
    const section = row('Connectors').closest('section')
    expect(section?.textContent).toBe('Don’t know if usedTo confirm in step 1ConnectorsNot covered')
  })

  it('says in one line how far the key reaches an app, and keeps the rest folded', async () => {
    await show(coverageGapsView)
    expect(row('Finance').textContent).toBe('FinanceCovered')
    expect(row('Commerce').textContent).toBe('CommerceDocuments disagreeCovered')
    expect(row('Connectors').textContent).toBe('ConnectorsNot coveredAcknowledged')
  })

  it('opens a row by its name, and says whether it is open', async () => {
    const page = await show(coverageGapsView)
    const press = page.button('Finance')
    expect(press.getAttribute('aria-expanded')).toBe('false')
    await page.click(press)
    expect(press.getAttribute('aria-expanded')).toBe('true')
    expect(document.getElementById(press.getAttribute('aria-controls') ?? '')?.textContent).toContain('environment-specific resources')
    await page.click(press)
    expect(row('Finance').textContent).toBe('FinanceCovered')
  })

  it('names the edition, quotes its terms, and opens what disagrees by itself', async () => {
    const page = await show(coverageGapsView)
    await page.click(page.button('Commerce'))
    const commerce = row('Commerce').textContent
    expect(commerce).toContain('In the document’s words: “support CMKs for all environment-specific resources except')
    expect(commerce).toMatch(/Updated .*2026/)
    expect(commerce).toContain('Contradicts this')
    await page.click(page.button('Finance'))
    expect(row('Finance').textContent).not.toContain('Contradicts this')
  })

  it('calls what no one has said unknown, and opens the first gap that is left', async () => {
    await show(coverageGapsView)
    expect(row('Tax Calculation, set up in Finance').textContent).toContain('Unknown1 to acknowledgeI understand that')
  })

  it('has each gap acknowledged by itself, and says who did', async () => {
    const page = await show(coverageGapsView)
    await page.click(page.button('Connectors'))
    expect(row('Connectors').textContent).toContain('Acknowledged by ada@contoso.example')
    await page.click(page.button('Acknowledge gap'))
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision: { kind: 'acknowledge-gap', item: 'tax-calculation' } }])
  })

  it('opens the next gap and sends the focus to it, and after the last one to their heading', async () => {
    const [none, one, both] = coverageViews
    if (!none || !one || !both) throw new Error('The walk acknowledged less.')
    const page = await show(none)
    page.button('Acknowledge gap').focus()
    await page.push({ ...one, revision: 2 })
    expect(document.activeElement?.textContent).toContain('I understand that')
    expect(row('Tax Calculation, set up in Finance').contains(document.activeElement)).toBe(true)
    await page.push({ ...both, revision: 3 })
    expect(document.activeElement?.textContent).toBe('Gaps')
    expect(row('Tax Calculation, set up in Finance').textContent).toMatch(/UnknownAcknowledged$/)
    expect(page.button('Go to steps')).toBeDefined()
  })
})
