import { describe, expect, it } from 'vitest'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { restored } from '#machines/engine/wizard/recovery.ts'
import type { Remembered } from '#machines/engine/wizard/remembered.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { context as opened } from '../../readings.ts'

const remembered = (reached: string): Remembered => ({
  savedAt: 0,
  account: 'ada@contoso.example',
  reached,
  choices: {},
  attestations: [],
  steps: {},
  operations: {},
  recovered: [],
})
const lastStep = (reached: string): WizardContext['lastStep'] => restored(CUSTOMER_MANAGED_KEYS, remembered(reached)).lastStep

describe('what is taken up of an engagement', () => {
  it('is the step that was on screen, or the closing page', () => {
    expect(lastStep('policy')).toBe('policy')
    expect(lastStep('closing')).toBe('closing')
  })

  it('begins with the first step where the file names one that the procedure does not have', () => {
    expect(lastStep('rotate')).toBe(opened().lastStep)
    expect(lastStep('constructor')).toBe('integration')
  })
})
