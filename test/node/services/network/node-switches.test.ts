import { describe, expect, it } from 'vitest'
import { weakeningSwitches } from '#node/services/network/node-switches.ts'

describe('Node.js’s own switches that weaken connections or print what they carry', () => {
  it.each([
    ['--tls-keylog=/tmp/keys', '--tls-keylog'],
    ['--tls-keylog /tmp/keys', '--tls-keylog'],
    ['--trace-tls', '--trace-tls'],
    ['--tls-min-v1.0', '--tls-min-v1.0'],
    ['--tls-min-v1.1', '--tls-min-v1.1'],
    ['--tls-cipher-list=RC4', '--tls-cipher-list'],
    ['--insecure-http-parser', '--insecure-http-parser'],
    ['--use-openssl-ca', '--use-openssl-ca'],
    // As Node.js takes them.
    ['--use_openssl_ca', '--use-openssl-ca'],
    ['--tls_min-v1.0', '--tls-min-v1.0'],
    ['"--trace-tls"', '--trace-tls'],
    ['--trace"-tls"', '--trace-tls'],
    ['"--tls-keylog=a \\" b"', '--tls-keylog'],
    ['  --max-http-header-size=9  --trace-tls ', '--trace-tls'],
  ])('are found in NODE_OPTIONS: %s', (options, found) => {
    expect(weakeningSwitches([], options)).toEqual([found])
  })

  it('are found on the command line of Node.js, each once', () => {
    expect(weakeningSwitches(['--tls_keylog', 'file', '--trace-tls'], '--trace-tls --use-openssl-ca')).toEqual([
      '--tls-keylog',
      '--trace-tls',
      '--use-openssl-ca',
    ])
  })

  it.each(['', undefined, '--max-old-space-size=4096', '--no-insecure-http-parser', '--tls-min-v1.2', '--title=--trace-tls', 'trace-tls'])(
    'are no others: %s',
    (options) => expect(weakeningSwitches(['--enable-source-maps'], options)).toEqual([]),
  )
})
