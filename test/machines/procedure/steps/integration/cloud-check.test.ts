import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { blocks, judge } from '#machines/engine/step/finding.ts'
import { cloudCheck } from '#machines/procedure/steps/integration/cloud-check.ts'
import { english } from '#test/english.ts'

const findingOf = (cloud: (typeof CLOUDS)[keyof typeof CLOUDS]) => judge([cloudCheck], { cloud }, 0)[0]

describe('the cloud that is worked in', () => {
  it('leaves nothing to judge when it is verified or not in question', () => {
    expect(findingOf(CLOUDS.commercial)).toBeUndefined()
    expect(judge([cloudCheck], {}, 0)).toEqual([])
  })

  it.each(['gcc', 'gcc-high', 'dod', 'china'] as const)('%s keeps the next step closed until a person has confirmed it', (id) => {
    const finding = findingOf(CLOUDS[id])
    expect(finding).toMatchObject({ id: 'F-007', status: 'unknown', attestable: true })
    expect(english.all(finding)?.seen).toContain('No documentation says whether customer-managed keys')
    expect(finding && blocks(finding, [])).toBe(true)
    expect(finding && blocks(finding, [{ key: 'cloud-verified', by: 'ada', at: 0 }])).toBe(false)
  })
})
