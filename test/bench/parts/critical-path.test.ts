import { describe, expect, test } from 'vitest'
import { type Asked, criticalPath } from './critical-path.ts'

const ARM = 'https://arm.example'
const PRINCIPAL = '11111111-2222-4333-8444-555555555555'

const asked = (url: string, startedAt: number, endedAt: number, answer = '{}', status = 200): Asked => ({
  method: 'GET',
  url,
  startedAt,
  endedAt,
  answer,
  status,
})

describe('the longest chain of dependent requests', () => {
  test('is nothing when nothing was asked', () => {
    expect(criticalPath([], [])).toBe(0)
  })

  test('is one request where none needs another, however they were sent', () => {
    const oneAfterTheOther = [asked(`${ARM}/a`, 0, 100), asked(`${ARM}/b`, 100, 220), asked(`${ARM}/c`, 220, 300)]
    expect(criticalPath(oneAfterTheOther, [ARM])).toBe(120)
  })

  test('continues where an answer contained the ID that the next request uses', () => {
    const chain = [asked(`${ARM}/policy`, 0, 100, `{"principalId":"${PRINCIPAL}"}`), asked(`${ARM}/roles?for=${PRINCIPAL}`, 150, 250)]
    expect(criticalPath(chain, [ARM])).toBe(200)
    expect(criticalPath(chain, [ARM, PRINCIPAL])).toBe(100)
  })

  test('continues where an answer contained the host', () => {
    const vault = asked(`${ARM}/vault`, 0, 100, '{"vaultUri":"https://vault.example:8443/"}')
    expect(criticalPath([vault, asked('https://vault.example:8443/keys', 100, 200)], [ARM])).toBe(200)
  })

  test('continues over pages', () => {
    const pages = [asked(`${ARM}/list`, 0, 100, `{"nextLink":"${ARM}/list?page=2"}`), asked(`${ARM}/list?page=2`, 100, 190)]
    expect(criticalPath(pages, [ARM])).toBe(190)
  })

  test('continues over a request that was refused, and not over one that was made twice', () => {
    expect(criticalPath([asked(`${ARM}/key`, 0, 100, '{}', 401), asked(`${ARM}/key`, 100, 200)], [ARM])).toBe(200)
    expect(criticalPath([asked(`${ARM}/key`, 0, 100), asked(`${ARM}/key`, 100, 200)], [ARM])).toBe(100)
  })

  test('counts the first that contained it, not a later one that contains it too', () => {
    const told = `{"id":"${PRINCIPAL}"}`
    const chain = [asked(`${ARM}/a`, 0, 50, told), asked(`${ARM}/b`, 10, 100, told), asked(`${ARM}/c/${PRINCIPAL}`, 100, 200)]
    expect(criticalPath(chain, [ARM])).toBe(150)
  })

  test('does not hang on an answer that came too late', () => {
    const chain = [asked(`${ARM}/a`, 0, 100, `{"id":"${PRINCIPAL}"}`), asked(`${ARM}/b/${PRINCIPAL}`, 50, 150)]
    expect(criticalPath(chain, [ARM])).toBe(100)
  })
})
