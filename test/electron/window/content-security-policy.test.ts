import { expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '#electron/window/app-protocol.ts'

it('allows own scripts, styles, images and fonts, and nothing else', () => {
  expect(CONTENT_SECURITY_POLICY.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
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

it('never allows anything inline or evaluated', () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|nonce|sha\d|strict-dynamic|\*/)
})
