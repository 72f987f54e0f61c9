import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derivedGuid, randomGuid } from '#node/services/azure/guid.ts'

describe('a random GUID', () => {
  it.each([0, 0.25, 0.5, 0.999999999])('is well formed for the number %d', (number) => {
    expect(randomGuid(() => number)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('differs with chance', () => {
    const numbers = [0.1, 0.9, 0.3, 0.7]
    let next = 0
    const random = () => numbers[next++ % numbers.length] ?? 0
    const first = randomGuid(random)
    next = 1
    expect(randomGuid(random)).not.toBe(first)
  })
})

describe('a derived GUID', () => {
  it('stays the same from version to version: an assignment made years ago is found again', () => {
    expect(derivedGuid('subscriptions/s/vaults/v', 'p', 'r')).toBe(derivedGuid('Subscriptions/S/Vaults/V', 'P', 'R'))
    expect(derivedGuid('subscriptions/s/vaults/v', 'p', 'r')).toBe('3bcda959-2770-55e1-a2fc-0fe6a944bbc5')
  })

  it('is well formed and keeps its parts apart', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,9}$/), fc.stringMatching(/^[a-z]{1,9}$/), (a, b) => {
        const guid = derivedGuid(a, b)
        expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(guid).not.toBe(derivedGuid(`${a}${b}`))
        if (a !== b) expect(guid).not.toBe(derivedGuid(b, a))
      }),
    )
  })
})
