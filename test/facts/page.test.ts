import { describe, expect, it } from 'vitest'
import { asLine, asMarkdown, closingLine } from './page.ts'
import type { Facts } from './register/register.ts'

const register: readonly Facts[] = [
  {
    documents: {
      'lock-unlock': { 'Unlock environments (preview)': ['coverage.used'] },
      'power-platform-keys': { 'Create enterprise policy': ['coverage.items'], '': ['coverage.stays'] },
    },
    conclusions: ['coverage.acceptOrDoNotUse'],
    ofTheWizard: [],
  },
  { documents: { 'power-platform-keys': { 'Create enterprise policy': ['rotate.guide.takes'] } }, conclusions: [], ofTheWizard: [] },
]
const english = {
  'coverage.used': 'Re-enable {name}.',
  'coverage.items': 'It needs *one* policy.',
  'coverage.stays': 'It stays.',
  'coverage.acceptOrDoNotUse': 'Accept it.',
  'rotate.guide.takes': 'A day',
}

describe('the page of facts', () => {
  const page = asMarkdown(register, english)

  it('has a chapter for each document, with its edition and address', () => {
    expect(page).toContain(
      '## Power Platform: Lock and unlock environments through key vault access\n\nEdition of 2025-05-22: <https://learn.microsoft.com/power-platform/admin/cmk-lock-unlock>',
    )
  })

  it('links each heading, and brings together what several families take from it', () => {
    const chapter = page.slice(page.indexOf('### [Create enterprise policy]'))
    expect(chapter).toContain(
      'customer-managed-key#create-enterprise-policy)\n\n- It needs \\*one\\* policy. `coverage.items`\n- A day `rotate.guide.takes`',
    )
  })

  it('begins a chapter with what stands above the first heading', () => {
    expect(page.indexOf('It stays.')).toBeLessThan(page.indexOf('Create enterprise policy'))
  })

  it('ends with what no document says', () => {
    expect(page.endsWith('## Our conclusions and advice\n\n- Accept it. `coverage.acceptOrDoNotUse`\n')).toBe(true)
  })

  it('counts a fact once, however many documents it rests on', () => {
    expect(closingLine(register)).toBe('4 facts from 2 documents, 1 conclusions of our own')
  })
})

describe('a message as one line', () => {
  it.each([
    ['Wait.', 'Wait.'],
    ['Until {until, date, moment}, {name}.', 'Until {until}, {name}.'],
    ['{count, plural, one {# key is} other {# keys of {vault} are}} gone', '{count} keys of {vault} are gone'],
    ['{on, select, true {on} other {off}}.', 'off.'],
  ])('%s', (text, line) => {
    expect(asLine(text)).toBe(line)
  })
})
