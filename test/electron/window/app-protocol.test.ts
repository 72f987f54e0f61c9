import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AppResponse, appRequestHandler, CONTENT_SECURITY_POLICY, serveApp, servedFile } from '#electron/window/app-protocol.ts'

describe('which file an address names', () => {
  it('serves the page for the bare origin', () => {
    expect(servedFile('app://wizard/')).toBe('index.html')
    expect(servedFile('app://wizard')).toBe('index.html')
  })

  it('serves files as the build names them', () => {
    expect(servedFile('app://wizard/assets/index-BcWiJPT4.js')).toBe('assets/index-BcWiJPT4.js')
    expect(servedFile('app://wizard/assets/index-BcWiJPT4.js?v=1#x')).toBe('assets/index-BcWiJPT4.js')
  })

  it.each([
    'app://other/index.html',
    'app://wizard.evil/index.html',
    'https://wizard/index.html',
    'file:///etc/passwd',
    'app://wizard/%2e%2e/%2e%2e/package.json',
    'app://wizard/..%2f..%2fmain/index.js',
    'app://wizard/..%5c..%5cmain%5cindex.js',
    'app://wizard/assets\\..\\..\\main\\index.js',
    'app://wizard//etc/passwd',
    'app://wizard/assets/',
    'app://wizard/.env',
    'app://wizard/assets/.hidden.js',
    'app://wizard/index.html%00.js',
    'app://wizard/index',
    'app://wizard/data.json',
    'not an address',
  ])('refuses %s', (address) => {
    expect(servedFile(address)).toBeUndefined()
  })

  it('never names a file outside its folder, however the address is spelled', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2E.',
        '%252e%252e',
        '/',
        '\\',
        '%2f',
        '%5c',
        '//',
        '\u0000',
        '%00',
        'assets',
        'index.html',
        'x.js',
        '~',
        'C:',
        ';',
      ),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = servedFile(`app://wizard/${pieces.join('')}`)
        if (file === undefined) return
        const folder = path.resolve('/srv/page')
        expect(path.resolve(folder, file).startsWith(folder + path.sep)).toBe(true)
        expect(file.split('/')).not.toContain('..')
      }),
      { numRuns: 2000 },
    )
  })
})

const PAGE = '<link rel="stylesheet" href="page.css">'

describe('what is answered', () => {
  let base: string
  let folder: string
  let answer: (address: string, method?: string) => AppResponse

  beforeAll(() => {
    base = mkdtempSync(path.join(tmpdir(), 'page-'))
    folder = path.join(base, 'page')
    mkdirSync(path.join(folder, 'folder.js'), { recursive: true })
    writeFileSync(path.join(folder, 'index.html'), PAGE)
    writeFileSync(path.join(folder, 'script.js'), 'export {}')
    writeFileSync(path.join(base, 'secret.js'), 'secret')
    const handler = appRequestHandler(folder)
    answer = (url, method = 'GET') => handler({ url, method })
  })
  afterAll(() => rmSync(base, { recursive: true, force: true }))

  it('gives the page as it is, with its policy', () => {
    for (const page of [answer('app://wizard/'), answer('app://wizard/index.html')]) {
      expect(page.statusCode).toBe(200)
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(page.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
      expect(page.headers['cache-control']).toBe('no-store')
      expect(String(page.data)).toBe(PAGE)
    }
  })

  it('serves a script as a script, not to be sniffed as anything else', () => {
    const script = answer('app://wizard/script.js')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.headers['x-content-type-options']).toBe('nosniff')
    expect(String(script.data)).toBe('export {}')
  })

  it.each([
    'app://wizard/missing.js',
    'app://wizard/folder.js',
    'app://wizard/script.js/more.js',
    'app://wizard/..%2fsecret.js',
    'app://wizard/../secret.js',
  ])('answers 404 for %s', (address) => {
    const response = answer(address)
    expect(response.statusCode).toBe(404)
    expect(String(response.data)).not.toContain('secret')
  })

  it('gives the answer to Chromium as plain data', async () => {
    const given = await new Promise<unknown>((resolve) => {
      const registerBufferProtocol: Parameters<typeof serveApp>[0]['registerBufferProtocol'] = (_scheme, handle) => {
        handle({ url: 'app://wizard/script.js', method: 'GET', referrer: '', headers: {} }, resolve)
        return true
      }
      serveApp({ registerBufferProtocol }, folder)
    })
    expect(given).toEqual(answer('app://wizard/script.js'))
  })

  it('answers only GET', () => {
    expect(answer('app://wizard/script.js', 'POST').statusCode).toBe(404)
  })
})
