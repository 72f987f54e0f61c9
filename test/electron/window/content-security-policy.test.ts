import { expect, it } from 'vitest'
import { contentSecurityPolicy } from '#electron/window/app-protocol.ts'

it('allows own scripts, own and nonced styles, own images and fonts, and nothing else', () => {
  expect(contentSecurityPolicy('abc').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-abc'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
})

it('never allows inline or evaluated script', () => {
  expect(contentSecurityPolicy('abc')).not.toMatch(/unsafe|strict-dynamic|\*/)
})
