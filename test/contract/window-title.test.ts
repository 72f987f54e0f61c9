import { expect, it } from 'vitest'
import * as ipc from '#contract/window-title.ts'
import { english } from '../english.ts'
import { closingView, startView, stepView } from '../renderer/views.ts'

const windowTitle = (view: Parameters<typeof ipc.windowTitle>[0]): string => english.text(ipc.windowTitle(view))

it('names environment and customer first, then the step, and the product last', () => {
  const { practice: _, ...real } = stepView({})
  expect(windowTitle(real)).toBe('contoso-prod, Contoso - Step 3 of 4: Create the enterprise policy - CMK Enablement Wizard')
  expect(windowTitle(startView)).toBe('CMK Enablement Wizard')
})

it('names the customer alone until an environment is chosen', () => {
  const { practice: _, who, ...real } = stepView({})
  if (!who) throw new Error('A step says who is signed in.')
  const { environment: __, ...without } = who
  expect(windowTitle({ ...real, who: without })).toBe('Contoso - Step 3 of 4: Create the enterprise policy - CMK Enablement Wizard')
})

it('says on every page that it is practice', () => {
  expect(windowTitle(stepView({}))).toContain('PRACTICE TENANT')
  expect(windowTitle(closingView)).toBe(
    'contoso-prod, Contoso - The environment is linked to your policy - PRACTICE TENANT - CMK Enablement Wizard',
  )
})

it('says on every page that the cloud came from a file', () => {
  const { practice: _, ...real } = stepView({})
  const customCloud = { name: 'Rehearsal', hosts: [] }
  expect(windowTitle({ ...real, customCloud })).toBe(
    'contoso-prod, Contoso - Step 3 of 4: Create the enterprise policy - CUSTOM CLOUD - CMK Enablement Wizard',
  )
  expect(windowTitle({ ...startView, customCloud })).toBe('CUSTOM CLOUD - CMK Enablement Wizard')
})

it('says on every page that people work in the environment', () => {
  const { practice: _, ...real } = stepView({})
  const elements = (tone: 'production' | 'other', word: string) =>
    real.keyMap?.elements.map((each) => (each.element === 'environment' ? { ...each, badge: { word, tone } } : each)) ?? []
  if (!real.keyMap) throw new Error('A step has the Key Map.')
  expect(windowTitle({ ...real, keyMap: { ...real.keyMap, elements: elements('production', 'Production') } })).toBe(
    'contoso-prod, Contoso - Production - Step 3 of 4: Create the enterprise policy - CMK Enablement Wizard',
  )
  expect(windowTitle({ ...real, keyMap: { ...real.keyMap, elements: elements('other', 'Sandbox') } })).not.toContain('Sandbox')
})

it('is one line that no name turns around: what it says after the names stays readable', () => {
  const { practice: _, who, ...real } = stepView({})
  if (!who) throw new Error('A step says who is signed in.')
  const named = { ...who, environment: 'PROD\u202e\r\n"x"', customer: '\u2066Contoso 👩\u200d🔧 בדיקה' }
  expect(windowTitle({ ...real, who: named })).toBe(
    'PROD "x", Contoso 👩\u200d🔧 בדיקה - Step 3 of 4: Create the enterprise policy - CMK Enablement Wizard',
  )
})
