import { describe, expect, it } from 'vitest'
import type { Reading } from '../../../../machines/engine/step/proof.ts'
import { withReadBeside } from '../../../../machines/engine/wizard/to-view.ts'
import { reading } from '../../readings.ts'

const ENVIRONMENT = { id: 'E1', displayName: 'contoso-prod' }
const at = (readAt: number, over: Partial<Reading> = {}) => reading({ stepId: 'environment', readAt, environment: ENVIRONMENT, ...over })
const step = (own: Reading | undefined) => ({ stepId: 'environment', choices: { environmentId: 'e1' }, reading: own })

describe('a step that is read again', () => {
  it.each([
    ['what was read with all steps since', at(1), [at(2)], 2],
    ['its own reading where that is the newer one', at(2), [at(1)], 2],
    ['its own where no other one is of this step', at(1), [at(2, { stepId: 'policy' })], 1],
    ['its own where the other one is of another environment', at(1), [at(2, { environment: { ...ENVIRONMENT, id: 'E2' } })], 1],
    ['its own where a choice was missing', at(1), [at(2, { choiceMissing: true })], 1],
    ['its own where it lacked a choice, which the other one made for itself', at(1, { choiceMissing: true }), [at(2)], 1],
    ['nothing before it was ever read', undefined, [at(2)], undefined],
  ] as const)('shows %s', (_, own, others, shown) => {
    expect(withReadBeside(step(own), others).reading?.readAt).toBe(shown)
  })
})
