// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { strings } from '../strings.ts'
import { change, stepView, waitingView } from './views.ts'
import { copied, type Shown, show } from './window.tsx'

const planned = stepView({ plan: [change] }, { can: ['CHECK_AGAIN', 'NEXT'] })
const files = [
  { name: 'main.bicep', text: 'param vaultName string\n' },
  { name: 'README.txt', text: 'Run main.bicep first.\n' },
]

async function openTab(page: Shown): Promise<void> {
  if (document.querySelector('aside') === null) await page.click(page.button(strings.frame.guide))
  await page.click(page.button(strings.script.tab))
}

const asked = (page: Shown) => page.calls.filter(({ name }) => name === 'script:write').map(({ argument }) => argument)

describe('the script tab', () => {
  it('shows each file with its name and its text, reachable by keyboard, and copies the whole of it', async () => {
    const page = await show(planned)
    page.give('script:write', { kind: 'files', files })
    await openTab(page)
    const blocks = [...document.querySelectorAll<HTMLElement>('aside pre')]
    expect(blocks.map((block) => [block.getAttribute('aria-label'), block.tabIndex, block.textContent])).toEqual([
      ['Contents of main.bicep', 0, files[0]?.text],
      ['Contents of README.txt', 0, files[1]?.text],
    ])
    await page.click(page.button('Copy README.txt'))
    expect(copied(page)).toContainEqual({ text: 'Run main.bicep first.\n' })
  })

  it('asks anew for another language, another extent and another reading, and keeps the language on another page', async () => {
    const page = await show(planned)
    await openTab(page)
    await page.type(page.field(strings.script.language), 'terraform')
    await page.type(page.field(strings.script.of), 'whole')
    await page.push({ ...planned, revision: 2, step: { ...planned.step, checkedAt: 0 } })
    expect(asked(page)).toEqual([
      { language: 'azure-cli', of: 'step' },
      { language: 'terraform', of: 'step' },
      { language: 'terraform', of: 'whole' },
      { language: 'terraform', of: 'whole' },
    ])
    await page.push({ ...planned, revision: 3, step: { ...planned.step, id: 'membership' } })
    await openTab(page)
    expect(asked(page).at(-1)).toEqual({ language: 'terraform', of: 'step' })
  })

  it('is of all other environments where none is chosen yet, and says so where none can be added', async () => {
    const page = await show(stepView({ id: 'add', phase: 'choosing', picture: { kind: 'targets', rows: [], targets: [] } }))
    page.give('script:write', { kind: 'nothing-planned' })
    await openTab(page)
    expect(asked(page)).toEqual([{ language: 'azure-cli', of: 'whole' }])
    expect(document.querySelector('aside')?.textContent).toContain(strings.script.nothing.each)
    await page.type(page.field(strings.script.of), 'step')
    expect(asked(page).at(-1)).toEqual({ language: 'azure-cli', of: 'step' })
    expect(document.querySelector('aside')?.textContent).toContain(strings.script.nothing.step)
  })

  it('does not ask again for a view that says nothing new of the plan', async () => {
    const page = await show(planned)
    await openTab(page)
    await page.push({ ...planned, revision: 2 })
    expect(asked(page)).toHaveLength(1)
  })

  it('saves a file through main, says under which name, and shows why it could not', async () => {
    const page = await show(planned)
    page.give('script:write', { kind: 'files', files })
    page.give('script:save', { savedAs: 'mine.bicep' })
    await openTab(page)
    await page.click(page.button('Save main.bicep as…'))
    expect(page.calls.at(-1)).toEqual({
      name: 'script:save',
      argument: { script: { language: 'azure-cli', of: 'step' }, file: 'main.bicep' },
    })
    expect(page.text()).toContain('Saved as mine.bicep')
    page.refuseNext('Couldn’t save the file. The disk is full.')
    await page.click(page.button('Save README.txt as…'))
    expect(document.querySelector('footer [role=alert]')?.textContent).toContain('The disk is full.')
  })

  it('says nothing of a save that was called off', async () => {
    const page = await show(planned)
    page.give('script:write', { kind: 'files', files })
    await openTab(page)
    await page.click(page.button('Save main.bicep as…'))
    expect(page.text()).not.toContain('Saved as')
  })

  it.each([
    ['nothing is planned', { kind: 'nothing-planned' } as const, 'No changes are planned in this step'],
    ['a name cannot be written', { kind: 'refused', why: '“@rg” begins with @.' } as const, '“@rg” begins with @.'],
  ])('says so when %s, and offers nothing to run', async (_what, value, words) => {
    const page = await show(planned)
    page.give('script:write', value)
    await openTab(page)
    expect(page.text()).toContain(words)
    expect(page.text()).not.toContain(strings.script.whoApplies)
    expect(document.querySelector('aside pre')).toBeNull()
  })

  it('says that the step does not care who applies it, and checks again', async () => {
    const page = await show(planned)
    page.give('script:write', { kind: 'files', files })
    await openTab(page)
    expect(page.text()).toContain(strings.script.whoApplies)
    const [inGuide] = [...document.querySelectorAll('aside button')].filter(({ textContent }) => textContent === 'Check again')
    if (!inGuide) throw new Error('There is no button to check again.')
    await page.click(inGuide)
    expect(page.calls.at(-1)).toEqual({ name: 'wizard:send', argument: { type: 'CHECK_AGAIN' } })
  })

  it('is not there while Microsoft works', async () => {
    const page = await show(waitingView)
    expect(page.maybeButton(strings.script.tab)).toBeUndefined()
  })
})
