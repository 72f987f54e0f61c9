import { expect, it } from 'vitest'
import * as ipc from '../../ipc/window-title.ts'
import { english } from '../english.ts'
import { closingView, startView, stepView } from '../renderer/views.ts'

const windowTitle = (view: Parameters<typeof ipc.windowTitle>[0]): string => english.text(ipc.windowTitle(view))

it('names the step first and the product last', () => {
  const { practice: _, ...real } = stepView({})
  expect(windowTitle(real)).toBe('Step 3 of 4: Create the enterprise policy - CMK Enablement Wizard')
  expect(windowTitle(startView)).toBe('CMK Enablement Wizard')
})

it('says on every page that it is practice', () => {
  expect(windowTitle(stepView({}))).toContain('PRACTICE TENANT')
  expect(windowTitle(closingView)).toBe('The environment is encrypted with your key - PRACTICE TENANT - CMK Enablement Wizard')
})

it('says on every page that the cloud came from a file', () => {
  const { practice: _, ...real } = stepView({})
  const customCloud = { name: 'Rehearsal', hosts: [] }
  expect(windowTitle({ ...real, customCloud })).toBe('Step 3 of 4: Create the enterprise policy - CUSTOM CLOUD - CMK Enablement Wizard')
  expect(windowTitle({ ...startView, customCloud })).toBe('CUSTOM CLOUD - CMK Enablement Wizard')
})
