import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CustomScheme, Protocol } from 'electron'
import { APP_HOST, APP_SCHEME } from './app-address.ts'

export const APP_SCHEME_PRIVILEGES: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, codeCache: true },
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

// Characters of the build's file names. Escapes (%2e) and backslashes are never needed, and no name begins with a dot,
// so `..` is impossible.
const SAFE_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/

/**
 * Maps an address to a file.
 * @param address absolute
 * @returns path relative to the page's folder, with forward slashes; undefined if not served
 */
export function servedFile(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, host, pathname } = new URL(address)
  if (protocol !== `${APP_SCHEME}:` || host !== APP_HOST) return undefined
  const wanted = pathname === '/' || pathname === '' ? '/index.html' : pathname
  if (!SAFE_PATH.test(wanted) || CONTENT_TYPES[path.posix.extname(wanted)] === undefined) return undefined
  return wanted.slice(1)
}

/** Plain data: the first `Response` of a process loads a whole HTTP client. */
export interface AppResponse {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly data: Buffer
}

const notFound: AppResponse = { statusCode: 404, headers: { 'content-type': 'text/plain' }, data: Buffer.from('Not found') }

/** Decision 0020: only files of ours, and nothing inline, because services' text is shown here. */
export const CONTENT_SECURITY_POLICY = [
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
].join('; ')

/** Serves the page from one folder. @param folder absolute; nothing outside is read */
export function appRequestHandler(folder: string) {
  return (request: { readonly url: string; readonly method: string }): AppResponse => {
    const file = servedFile(request.url)
    if (file === undefined || request.method !== 'GET') return notFound
    const extension = path.posix.extname(file)
    const headers = { 'content-type': CONTENT_TYPES[extension] ?? 'application/octet-stream', 'x-content-type-options': 'nosniff' }
    try {
      // Synchronous: a loading page would otherwise wait twice for the busy main process.
      const data = readFileSync(path.join(folder, file))
      const forPages = { 'content-security-policy': CONTENT_SECURITY_POLICY, 'cache-control': 'no-store' }
      return { statusCode: 200, headers: extension === '.html' ? { ...headers, ...forPages } : headers, data }
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR'))
        return notFound
      throw error
    }
  }
}

/** Chromium's code for a failed request without an answer. */
const ERR_FAILED = -2

/** Serves the page under `app://wizard/`. */
export function serveApp(protocol: Pick<Protocol, 'registerBufferProtocol'>, folder: string): void {
  const answer = appRequestHandler(folder)
  protocol.registerBufferProtocol(APP_SCHEME, (request, respond) => {
    try {
      respond(answer(request))
    } catch (error) {
      console.error(`${request.url} could not be read:`, error)
      respond({ error: ERR_FAILED })
    }
  })
}
