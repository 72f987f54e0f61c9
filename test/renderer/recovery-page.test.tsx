// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { RecordView, RecoveryView, WizardView } from '#messages/view.ts'
import { NOW, startView } from './views.ts'
import { sent, show } from './window.tsx'

const calm: RecoveryView = { reading: false, savedAt: NOW - 3_600_000, account: 'ada@contoso.example', differences: [], recovered: [] }
const difference: RecoveryView['differences'][number] = {
  key: 'policy purge-protection',
  step: 3,
  stepTitle: 'Create the enterprise policy',
  title: 'Purge protection is off',
  was: 'Passed: Purge protection is on',
  is: 'Action required: Purge protection is off',
}

const { start: _, ...open } = startView
const recovery = (more: Partial<RecoveryView>, can: WizardView['can'] = ['CHECK_AGAIN', 'ANSWER_DRIFT', 'CLOSE_TENANT']): WizardView => ({
  ...open,
  page: 'recovery',
  recovery: { ...calm, ...more },
  can,
})
const heading = () => document.querySelector('h1')?.textContent

describe('the page after a restart', () => {
  it('says that it reads, and shows no difference of the time before', async () => {
    const page = await show(recovery({ reading: true, differences: [difference] }, []))
    expect(heading()).toBe('Checking every step again')
    expect(page.text()).not.toContain('Purge protection')
    expect(document.querySelectorAll('[data-actions] button')).toHaveLength(0)
  })

  it('says of each difference where it is, what was on record and what is now', async () => {
    const page = await show(recovery({ differences: [difference] }))
    expect(heading()).toBe('Something changed since your last visit')
    for (const words of ['Step 3: Create the enterprise policy', difference.was, difference.is]) expect(page.text()).toContain(words)
    expect([...document.querySelectorAll('dt')].map((term) => term.textContent)).toEqual(['Saved', 'Now'])
  })

  it.each([
    ['Continue with current state', { type: 'ANSWER_DRIFT', answer: 'keep' }],
    ['Go to first change', { type: 'ANSWER_DRIFT', answer: 'redo' }],
    ['Close without continuing', { type: 'ANSWER_DRIFT', answer: 'stop' }],
    ['Check again', { type: 'CHECK_AGAIN' }],
  ])('has an answer: %s', async (label, event) => {
    const page = await show(recovery({ differences: [difference] }))
    expect(document.querySelectorAll('[data-actions] button')).toHaveLength(3)
    await page.click(page.button(label))
    expect(sent(page)).toEqual([event])
  })

  it('says what was found broken on this computer though nothing differs', async () => {
    const page = await show(recovery({ recovered: ['The log was cut off in its last line.'] }))
    expect(heading()).toBe('Something to know before you continue')
    expect(page.text()).toContain('The log was cut off in its last line.')
  })

  it('says why the steps could not be read, and offers to read again alone', async () => {
    const problem = { title: 'A defect', meaning: 'Nothing was read.', remedy: 'Check again.', owner: 'you' } as const
    const page = await show(recovery({ problem }, ['CHECK_AGAIN', 'CLOSE_TENANT']))
    expect(heading()).toBe('Couldn’t check the steps')
    expect(page.text()).toContain('Nothing was read.')
    expect([...document.querySelectorAll('[data-actions] button')].map((button) => button.textContent)).toEqual(['Check again'])
  })
})

describe('an engagement that cannot be written to', () => {
  const by = { user: 'grace', host: 'desk-2', processId: 4711, since: NOW }
  const held = (record: RecordView): WizardView => ({ ...recovery({ differences: [difference] }), record })

  it.each([
    [{ state: 'here', ...by }, 'grace has this environment open in another wizard'],
    [{ state: 'gone', ...by }, 'The wizard that grace used to open this environment'],
    [{ state: 'elsewhere', ...by }, 'on another computer, desk-2 (process 4711)'],
    [{ state: 'unreadable' }, 'doesn’t say by whom'],
  ] as const)('says who holds it, and hands it over on purpose only: %o', async (holder, words) => {
    const page = await show(held({ held: holder }))
    expect(document.querySelector('main [role=status]')?.textContent).toContain(words)
    expect(page.calls.some(({ name }) => name === 'engagements:take-over')).toBe(false)
    await page.click(page.button('Take over'))
    expect(page.calls).toContainEqual({ name: 'engagements:take-over', argument: {} })
  })

  it('says why nothing can be put on record, with nothing to take over', async () => {
    const page = await show(held({ problem: 'The disk is full.' }))
    expect(document.querySelector('main [role=status]')?.textContent).toContain(
      'so changes are blocked. Operations already running at Microsoft continue, and we keep checking them. The disk is full.',
    )
    expect(page.maybeButton('Take over')).toBeUndefined()
  })

  it('says nothing while all is well', async () => {
    await show(recovery({ differences: [difference] }))
    expect(document.querySelector('main [role=status]')).toBeNull()
  })
})
