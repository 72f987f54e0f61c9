import { randomBytes } from 'node:crypto'
import { type AuthenticationRecord, InteractiveBrowserCredential } from '@azure/identity'
import { CryptoProvider, PromptValue } from '@azure/msal-node'
import { defined } from '#machines/defined.ts'
import type { SignInProgress } from '#machines/sign-in/sign-in.ts'
import { authorityHost } from '../azure/hosts.ts'
import { BrowserRefused, type FinalPages, listenForAnswer } from './browser-listener.ts'
import { withClaimsApart } from './claims-apart.ts'
import type { Words } from './identity-options.ts'
import { browserMessages } from './messages.ts'
import { publicClient } from './public-client.ts'
import type { OpenBrowser } from './system-browser.ts'
import type { TokenCache } from './token-cache.ts'
import { type AskingWay, cached, credentialOptions, isKnownAuthority, type WayOptions } from './ways.ts'

const finalPages = ({ locale, text }: Words): FinalPages => ({
  done: page(locale, text(browserMessages.done), text(browserMessages.doneText)),
  failed: page(locale, text(browserMessages.failed), text(browserMessages.failedText)),
})

function page(locale: string, title: string, text: string): string {
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${title}</title><body style="font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem"><h1>${title}</h1><p>${text}</p></body></html>`
}

export interface BrowserOptions {
  readonly openBrowser: OpenBrowser
  readonly report: (progress: SignInProgress) => void
  readonly words: Words
}

/** System browser with PKCE, and a state that the answer must hold. */
export function browserWay(options: WayOptions, cache: TokenCache, { openBrowser, report, words }: BrowserOptions): AskingWay {
  const isSignInPage = authorityHost(options.cloud)
  const open = async (address: string): Promise<void> => {
    if (!isSignInPage(new URL(address)))
      throw new Error('browser_not_opened: the sign-in page is not on the chosen cloud’s sign-in service.')
    report({ kind: 'browser' })
    try {
      await openBrowser(address)
    } catch (error) {
      throw new Error(`browser_not_opened: ${error instanceof Error ? error.message : error}`)
    }
  }
  return {
    prompt: (scope, signal, claims) =>
      signInByBrowser(options, { cache, scope, signal, open, pages: finalPages(words), ...defined({ claims }) }),
    silently: (authenticationRecord) =>
      withClaimsApart(
        () =>
          new InteractiveBrowserCredential({
            ...credentialOptions(options),
            clientId: options.clientId,
            ...cached(cache),
            authenticationRecord,
            disableAutomaticAuthentication: true,
          }),
      ),
  }
}

interface Prompt {
  readonly cache: TokenCache
  readonly scope: string
  readonly signal: AbortSignal
  /** That the service asks for, as JSON. */
  readonly claims?: string
  readonly open: (address: string) => Promise<void>
  readonly pages: FinalPages
}

async function signInByBrowser(options: WayOptions, { cache, scope, signal, claims, open, pages }: Prompt): Promise<AuthenticationRecord> {
  const { cloud, tenantId, clientId, pipeline } = options
  const client = publicClient({ authority: cloud.authority, tenantId, clientId, isKnown: isKnownAuthority(cloud), pipeline }, cache)
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
  const state = randomBytes(32).toString('base64url')
  const listener = await listenForAnswer(state, pages)
  try {
    const asked = { scopes: [scope], redirectUri: listener.redirectUri, ...defined({ claims }) }
    const address = await client.getAuthCodeUrl({
      ...asked,
      state,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
      prompt: PromptValue.SELECT_ACCOUNT,
      responseMode: 'query',
    })
    await open(address)
    const answer = await listener.answer(signal)
    if (!answer.ok) throw new BrowserRefused(answer)
    const { account } = await client.acquireTokenByCode({ ...asked, code: answer.code, codeVerifier: verifier })
    if (!account) throw new Error('The sign-in ended without an account.')
    const { environment, homeAccountId, username } = account
    return { authority: environment, homeAccountId, tenantId: account.tenantId, username, clientId }
  } finally {
    listener.close()
  }
}
