import { describe, expect, it } from 'vitest'
import { accountOf, type TokenClaims } from '#node/services/identity/account.ts'

const TENANT = '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90'
const PARTNER = '0e7c4b95-3d81-4a26-b5f0-92d8c6a1e734'
const PERSONAL = '9188040d-6c67-4ae5-b112-36a304b66dad'
const claims: TokenClaims = { oid: 'o', tid: TENANT, wids: [] }
const sts = (tenant: string) => `https://sts.windows.net/${tenant}/`

describe('the tenant that an account belongs to, where it is another one', () => {
  it.each<readonly [string, Partial<TokenClaims>, string | undefined, string | undefined]>([
    ['is the one that authenticated it', { idp: sts(PARTNER) }, undefined, PARTNER],
    ['is read of an address of any cloud', { idp: `https://sts.chinacloudapi.cn/${PARTNER.toUpperCase()}/` }, undefined, PARTNER],
    ['is the one of the identity library where the token names none', {}, `o.${PARTNER}`, PARTNER],
    ['is none for a user of the tenant', {}, `o.${TENANT}`, undefined],
    ['is none where the tenant itself authenticated it', { idp: sts(TENANT.toUpperCase()) }, `o.${PARTNER}`, undefined],
    ['is none for a personal account: it is there as a user object', { idp: 'live.com' }, undefined, undefined],
    ['is none for a personal account by the identity library', {}, `o.${PERSONAL}`, undefined],
    ['is none for what the token calls a guest: it has a user object', { idp: sts(PARTNER), acct: 1 }, undefined, undefined],
    ['is none where nothing tells it', {}, undefined, undefined],
  ])('%s', (_what, part, homeAccountId, home) => {
    expect(accountOf([{ ...claims, ...part }], undefined, 'contoso.example', homeAccountId).homeTenantId).toBe(home)
  })
})

it('is called by names on one line, whatever a token or the directory holds', () => {
  const hostile = { name: 'Ada\r\nMarsh\u202e', upn: 'ada@contoso.example\u2066' }
  const { displayName, userName, tenantName } = accountOf([{ ...claims, ...hostile }], '\u202eContoso\n"Ltd"', 'contoso.example')
  expect([displayName, userName, tenantName]).toEqual(['Ada Marsh', 'ada@contoso.example', 'Contoso "Ltd"'])
  expect(accountOf([claims], '\u202e', 'contoso.example').tenantName).toBe('contoso.example')
})

const UNSEEN = '\u202e\u200b\n'

describe('an account whose name can’t be seen', () => {
  it.each<readonly [string, Partial<TokenClaims>, string, string]>([
    [
      'is called by the name of its app',
      { name: UNSEEN, app_displayname: 'Checks\u202e', upn: 'ada@contoso.example' },
      'Checks',
      'ada@contoso.example',
    ],
    [
      'is called by its user name',
      { name: UNSEEN, app_displayname: UNSEEN, upn: 'ada@contoso.example' },
      'ada@contoso.example',
      'ada@contoso.example',
    ],
    ['is called by its next user name', { upn: UNSEEN, preferred_username: 'ada' }, 'ada', 'ada'],
    ['is called by its object ID', { name: UNSEEN, upn: UNSEEN, appid: '' }, 'o', 'o'],
  ])('%s', (_what, part, displayName, userName) => {
    expect(accountOf([{ ...claims, ...part }], undefined, 'contoso.example')).toMatchObject({ displayName, userName })
  })
})

describe('an account that is an application', () => {
  it.each<readonly [string, Partial<TokenClaims>, true | undefined]>([
    ['is told by its token', { appid: 'a', idtyp: 'app' }, true],
    ['is told by a token that names neither a person nor what one lets it do', { appid: 'a' }, true],
    ['is none where a person let it act', { appid: 'a', scp: 'user_impersonation' }, undefined],
    ['is none where the token names a person', { appid: 'a', upn: 'ada@contoso.example' }, undefined],
    ['is none by the token’s own word', { appid: 'a', idtyp: 'user' }, undefined],
  ])('%s', (_what, part, isApplication) => {
    expect(accountOf([{ ...claims, ...part }], undefined, 'contoso.example').isApplication).toBe(isApplication)
  })
})
