// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { RemovalView } from '#contract/contract.ts'
import { removalStrings as words } from '../strings.ts'
import { confirmingLinkView, inStep, operationsView, policyFormView } from './views.ts'
import { primaryButtons, type Shown, sent, show } from './window.tsx'

const FOUND: RemovalView = {
  remove: [
    {
      id: '/subscriptions/s/a',
      title: 'Key vault kv-contoso',
      happens: 'It is kept for 90 days.',
      back: 'Recover it.',
      byHand: 'Select Delete.',
      reasons: [],
      source: { id: 'soft-delete', title: 'Soft-delete overview', edition: '2022-01-25', heading: 'Soft-delete behavior' },
    },
  ],
  stays: [{ id: '/subscriptions/s/b', title: 'Resource group rg', reasons: ['It holds other resources: web', 'Locked'] }],
  gone: ['Enterprise policy cmk'],
  script: '#!/usr/bin/env bash',
}

const dialog = () => document.querySelector('dialog')

async function opened(found: RemovalView): Promise<Shown> {
  const page = await show(operationsView)
  page.give('removal:read', found)
  await page.click(page.button(words.open))
  return page
}

describe('removing what was created', () => {
  it('reads as it is opened, names what goes with harm, way back and source, and says what stays and why', async () => {
    const page = await opened(FOUND)
    for (const each of [
      'Key vault kv-contoso',
      'It is kept for 90 days.',
      'Recover it.',
      'Select Delete.',
      'Soft-delete behavior',
      '/subscriptions/s/a',
    ])
      expect(dialog()?.textContent).toContain(each)
    expect(dialog()?.textContent).toContain('It holds other resources: web · Locked')
    expect(dialog()?.textContent).toContain('Enterprise policy cmk')
    expect(dialog()?.textContent).toContain(words.askBackups)
    // It sends nothing to the machine: the page under it stays as it is.
    expect(sent(page)).toEqual([])
  })

  it('saves the script that it shows', async () => {
    const page = await opened(FOUND)
    expect(dialog()?.querySelector('pre')?.textContent).toBe('#!/usr/bin/env bash')
    await page.click(page.button(words.save))
    expect(page.calls.at(-1)).toEqual({ name: 'removal:save', argument: {} })
    expect(dialog()?.textContent).toContain(words.saved({ name: 'remove-cmk.sh' }))
  })

  it('offers no script, and asks nothing, where nothing can be removed', async () => {
    await opened({ remove: [], stays: FOUND.stays, gone: [] })
    expect(dialog()?.textContent).toContain(words.nothing)
    expect(dialog()?.querySelector('pre')).toBeNull()
    expect(dialog()?.textContent).not.toContain(words.askBackups)
  })

  it('says that the record names nothing', async () => {
    await opened({ remove: [], stays: [], gone: [] })
    expect(dialog()?.textContent).toContain(words.none)
  })

  it('says why it couldn’t be read, and reads again', async () => {
    const page = await show(operationsView)
    page.refuseNext('No tenant is open.')
    await page.click(page.button(words.open))
    expect(dialog()?.querySelector('[role="alert"]')?.textContent).toBe('No tenant is open.')
    page.give('removal:read', FOUND)
    await page.click(page.button(words.again))
    expect(dialog()?.querySelector('[role="alert"]')).toBeNull()
    expect(dialog()?.textContent).toContain('Key vault kv-contoso')
  })
})

describe('where it is offered', () => {
  it('is step 3 once something was changed there, beside one primary button as before', async () => {
    const changed = inStep(policyFormView, {
      phase: 'reviewing',
      receipts: [{ title: 'Create the key vault', resourceId: '/x', at: 0, written: true }],
    })
    const page = await show(changed)
    expect(page.maybeButton(words.open)).toBeDefined()
    expect(primaryButtons()).toHaveLength(1)
    await page.push({ ...inStep(policyFormView, { phase: 'reviewing', receipts: [] }), revision: 9 })
    expect(page.maybeButton(words.open)).toBeUndefined()
  })

  it('is the last step before the environment is encrypted', async () => {
    const page = await show(inStep(confirmingLinkView, { phase: 'reviewing', proved: false }))
    expect(page.maybeButton(words.open)).toBeDefined()
    await page.push({ ...inStep(confirmingLinkView, { phase: 'reviewing', proved: true }), revision: 9 })
    expect(page.maybeButton(words.open)).toBeUndefined()
  })

  it('isn’t the form of step 3 before anything was changed', async () => {
    const page = await show(policyFormView)
    expect(page.maybeButton(words.open)).toBeUndefined()
  })
})
