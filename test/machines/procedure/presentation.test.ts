import { describe, expect, it } from 'vitest'
import type { StepPhase } from '../../../machines/engine/wizard/view-of-step.ts'
import type { StepPicture } from '../../../machines/procedure/picture.ts'
import { PRESENTATION } from '../../../machines/procedure/presentation.ts'
import { readIntegration } from '../../../machines/procedure/steps/integration/step.ts'
import { integrationFacts, NOW } from '../facts.ts'

const reading = readIntegration(integrationFacts(), {}, NOW)

describe('the page of a step', () => {
  it('carries all environments while one is chosen, and afterwards that one', () => {
    const row = (id: string) => ({ id, displayName: id, sku: 'Production', location: 'unitedstates' })
    const picture = { kind: 'environments', environments: ['a', 'b', 'c'].map(row), chosen: 'b' } as const
    const shown = (phase: StepPhase, of: StepPicture) => PRESENTATION.step({ ...reading, picture: of }, phase).picture
    expect(shown('choosing', picture)).toEqual(picture)
    expect(shown('reviewing', picture)).toEqual({ ...picture, environments: [row('b')] })
    const { chosen: _, ...unchosen } = picture
    expect(shown('reading', unchosen)).toEqual(unchosen)
  })

  it('has no picture before it was read, and none of another procedure', () => {
    expect(PRESENTATION.step(undefined, 'reading').picture).toEqual({ kind: 'none' })
    expect(PRESENTATION.step({ ...reading, picture: { kind: 'of another procedure' } }, 'reviewing').picture).toEqual({ kind: 'none' })
  })
})
