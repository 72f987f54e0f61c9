// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { closingView, drifted, operationsView, refusal } from './views.ts'
import { show } from './window.tsx'

const { comparedAt: _, ...uncompared } = { ...drifted, changes: [] }

describe('what has changed since the end', () => {
  it('is a table of what, then, now and who, the worst marked by a word', async () => {
    await show(operationsView(drifted))
    const table = document.querySelector('table')
    expect([...(table?.querySelectorAll('thead th') ?? [])].map((head) => head.textContent)).toEqual([
      'What',
      'At the end',
      'Now',
      'Who can put it right',
    ])
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent)
    expect(rows[0]).toMatch(/Access of the policy to the key.*Worse.*Key vault administrator.*Give the role again\./)
    expect(rows[1]).toMatch(/Current version of the key.*Changed.*Key vault administratorIn order as it is\. Ask whether/)
  })

  it.each([
    ['that nothing has changed', operationsView({ ...drifted, changes: [] }), 'Nothing has changed'],
    ['who recorded the end', operationsView(uncompared), 'by ada@contoso.example'],
    ['that it is being read', operationsView({ ...uncompared, reading: true }), 'Reading everything again'],
    [
      'why it could not be compared',
      operationsView({ ...uncompared, problem: { title: 'Not read', meaning: 'm', remedy: 'r', owner: 'you', refusal } }),
      'Not read',
    ],
    ['that there is no end to compare with', operationsView(), 'no end of this environment on record'],
  ])('says %s', async (_what, view, words) => {
    const page = await show(view)
    expect(page.text()).toContain(words)
  })

  it('compares when it is asked to, also once more, and keeps its button meanwhile', async () => {
    const page = await show(operationsView(uncompared))
    await page.click(page.button('Compare with the end'))
    expect(page.calls).toContainEqual({ name: 'wizard:send', argument: { type: 'CHECK_AGAIN' } })
    await page.push({ ...operationsView({ ...uncompared, reading: true }), revision: 9 })
    expect(page.button('Compare with the end')).toBeDefined()
    expect(page.text()).not.toContain('Nothing has changed')
  })

  it('offers nothing to compare where no end is on record', async () => {
    await show(operationsView())
    expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).not.toContain('Compare with the end')
  })
})

it('the closing page tells what each word of the encryption status means, and where it stands', async () => {
  await show(closingView)
  const words = [...document.querySelectorAll('main dt')].map((term) => term.textContent)
  expect(words).toEqual(expect.arrayContaining(['Encrypted', 'Failed', 'Warning']))
  expect(document.querySelector('main')?.textContent).toContain('Open the admin center')
})
