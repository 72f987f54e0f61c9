import { get as httpGet } from 'node:http'
import { request } from 'node:https'

/** A browser without a window: it follows addresses, fills in the one form a page has, and comes back to the app. */
export interface Browser {
  /** Where it ended, and what is there. */
  readonly address: string
  readonly body: string
}

interface Got {
  readonly status: number
  readonly location?: string
  readonly body: string
}

const textOf = (text: string): string => text.replaceAll(/&#(\d+);/g, (_found, code: string) => String.fromCodePoint(Number(code)))

function fetchPage(address: string, ca: string, form?: URLSearchParams): Promise<Got> {
  return new Promise((resolve, reject) => {
    const taken = (response: import('node:http').IncomingMessage): void => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      response.on('end', () => {
        const { location } = response.headers
        resolve({ status: response.statusCode ?? 0, body, ...(location === undefined ? {} : { location }) })
      })
    }
    if (address.startsWith('http:')) {
      // The app listens on 127.0.0.1 only, and gives the name localhost as its address.
      httpGet(address, { agent: false, family: 4 }, taken).on('error', reject)
      return
    }
    const headers = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    request(address, { method: form ? 'POST' : 'GET', ca, agent: false, headers }, taken)
      .on('error', reject)
      .end(form?.toString())
  })
}

/**
 * Opens an address, signs in as a person on the page that comes, and follows where it leads.
 * @param ca PEM of the authority that the page's server is trusted by
 * @param decisions buttons to press, one on each page that comes
 */
export async function signInWithBrowser(address: string, ca: string, person: string, decisions = ['accept']): Promise<Browser> {
  let [here, got] = [address, await fetchPage(address, ca)]
  const follow = async (next: Got): Promise<void> => {
    got = next
    while (got.location !== undefined) {
      here = new URL(got.location, here).href
      got = await fetchPage(here, ca)
    }
  }
  await follow(got)
  for (const decision of decisions) {
    const action = /<form method="post" action="([^"]*)"/.exec(got.body)?.[1]
    if (action === undefined) throw new Error(`There is no form on the page:\n${got.body}`)
    here = new URL(textOf(action), here).href
    await follow(await fetchPage(here, ca, new URLSearchParams({ person, decision })))
  }
  return { address: here, body: got.body }
}
