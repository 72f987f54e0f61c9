import { describe, expect, it } from 'vitest'
import type { Refusal } from '#machines/engine/answer.ts'
import { readingOf } from '#machines/procedure/refusals.ts'
import { codeIn, KNOWN_CODES, readingOfCode } from '#machines/sign-in/codes.ts'
import { canAskAgain, concernsOneService, problemOfAudience, problemOfSignIn } from '#machines/sign-in/problems.ts'
import { english } from '../../english.ts'

const refused = (more: Partial<Refusal>): Refusal => ({ reason: 'unauthenticated', request: 'POST /token', message: 'The words.', ...more })

describe('the codes of the sign-in service', () => {
  it('each have one reading, with a title, what it means and what to do', () => {
    expect(new Set(KNOWN_CODES).size).toBe(KNOWN_CODES.length)
    for (const code of KNOWN_CODES) {
      const { title, meaning, remedy } = english.all(readingOfCode(code) ?? { title: '', meaning: '', remedy: '' })
      expect(title, code).toMatch(/^[A-Z].*[^.]$/)
      expect(meaning, code).toMatch(/\.$/)
      expect(remedy, code).toMatch(/\.$/)
    }
  })

  it('of which asking again can help are about one service: a sign-in as a whole is asked for anyway', () => {
    for (const code of KNOWN_CODES.filter((each) => canAskAgain(refused({ code: each }))))
      expect(concernsOneService(refused({ code })), code).toBe(true)
  })

  it.each([
    ['90002', 'The tenant wasn’t found'],
    ['50020', 'guest'],
    ['50034', 'doesn’t have this account'],
    ['500200', 'personal account'],
    ['50194', 'for one tenant'],
    ['7000222', 'expired'],
    ['7000215', 'wrong'],
    ['65001', 'Consent is missing'],
    ['650052', 'doesn’t recognize this service'],
    ['65002', 'Microsoft’s own app'],
    ['53003', 'Conditional Access'],
    ['53000', 'Conditional Access'],
    ['50131', 'Conditional Access'],
    ['530084', 'bound to the device'],
    ['530036', 'no longer accepts how this sign-in began'],
    ['53011', 'own organization blocks it'],
    ['16000', 'asks for an account'],
    ['50199', 'has to be confirmed'],
    ['90072', 'guest'],
    ['5000224', 'doesn’t offer this tenant'],
    ['135010', 'didn’t find a key'],
    ['50105', 'isn’t assigned'],
    ['50076', 'Multifactor authentication'],
    ['50079', 'Multifactor authentication'],
    ['700016', 'doesn’t have this app registration'],
    ['50173', 'has ended'],
    ['70008', 'has ended'],
    ['700024', 'clock'],
  ])('AADSTS%s is read', (code, words) => {
    expect(english.text(problemOfSignIn(refused({ code: `AADSTS${code}` })).title)).toContain(words)
  })

  it.each(['AADSTS53003', 'AADSTS530084', 'AADSTS530036'])('of a policy that blocks a method name Azure CLI as another: %s', (code) => {
    expect(english.text(problemOfSignIn(refused({ code })).remedy)).toContain('Azure CLI')
  })

  it('are found in the service’s words', () => {
    expect(codeIn('invalid_grant: AADSTS65001: The user has not consented. Trace ID: x')).toBe('AADSTS65001')
    expect(codeIn('no code')).toBeUndefined()
  })
})

describe('what lies between this computer and the sign-in service', () => {
  it.each([
    [{ reason: 'unavailable', code: 'ENOTFOUND' }, 'Can’t reach the sign-in service'],
    [{ reason: 'unavailable', code: 'REQUEST_SEND_ERROR' }, 'Can’t reach the sign-in service'],
    [{ reason: 'unavailable' }, 'Can’t reach the sign-in service'],
    [{ reason: 'unavailable', status: 503 }, 'can’t answer right now'],
    [{ reason: 'throttled', status: 429 }, 'can’t answer right now'],
    [{ reason: 'unreadable', status: 200 }, 'A web page answered'],
    [{ reason: 'unavailable', code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'isn’t trusted'],
    [{ reason: 'unavailable', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'isn’t trusted'],
    [{ reason: 'unavailable', code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }, 'isn’t trusted'],
    [{ reason: 'unavailable', code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'isn’t trusted'],
    [{ reason: 'unavailable', code: 'CERT_HAS_EXPIRED' }, 'out of date'],
    [{ reason: 'unavailable', code: 'CERT_NOT_YET_VALID' }, 'clock is wrong'],
    [{ reason: 'unavailable', code: 'PROXY_SIGN_IN' }, 'proxy requires its own sign-in'],
    [{ reason: 'unavailable', code: 'PROXY_REFUSED' }, 'proxy refuses'],
    [{ reason: 'unavailable', code: 'PROXY_UNREACHABLE' }, 'Can’t reach the proxy'],
    [{ reason: 'unavailable', code: 'PROXY_UNSUPPORTED' }, 'can’t use'],
    [{ reason: 'unauthenticated', code: 'AADSTS999999' }, 'was refused'],
  ] as const)('%j is read', (more, words) => {
    const refusal = refused(more)
    const problem = problemOfSignIn(refusal)
    expect(english.text(problem.title)).toContain(words)
    expect(problem.refusal).toBe(refusal)
  })
})

describe('a service that gave no token', () => {
  it.each(['resource-manager', 'key-vault', 'power-platform', 'dataverse'] as const)(
    '%s is named, with what does not work without it',
    (audience) => {
      const problem = english.all(problemOfAudience(audience, refused({ code: 'AADSTS53003' })))
      expect(problem.title).toMatch(
        /^Couldn’t access (Azure Resource Manager|Azure Key Vault|Power Platform|Dataverse): Conditional Access/,
      )
      expect(problem.meaning).toContain('Without')
    },
  )

  it('later, in a step, is read by the same words', () => {
    const reading = english.all(readingOf(refused({ code: 'AADSTS53003' })))
    expect(reading.meaning).toContain('Conditional Access blocks this sign-in.')
    expect(reading.remedy).toContain('Entra admin')
    expect(english.text(readingOf(refused({ code: 'InvalidAuthenticationToken' })).meaning)).toContain('isn’t meant for this service')
  })
})
