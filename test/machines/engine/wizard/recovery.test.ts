import { describe, expect, it } from 'vitest'
import { attestationOf, attested, initialContext, type WizardContext } from '#machines/engine/wizard/context.ts'
import { captureBaseline, restored } from '#machines/engine/wizard/recovery.ts'
import type { Remembered } from '#machines/engine/wizard/remembered.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'

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
    expect(lastStep('rotate')).toBe(initialContext(CUSTOMER_MANAGED_KEYS).lastStep)
    expect(lastStep('constructor')).toBe('integration')
  })
})

describe('while no account is known', () => {
  const context: WizardContext = { ...initialContext(CUSTOMER_MANAGED_KEYS), missingCount: 0, choices: { environmentId: 'e' } }

  it('nothing is confirmed and no end is kept: both are a person’s', () => {
    expect(attested(context, attestationOf(context, 'licenses', 1))).toEqual({})
    expect(captureBaseline(context, 1)).toEqual({})
  })
})
