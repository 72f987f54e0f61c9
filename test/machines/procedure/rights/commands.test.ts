import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addToAccessPolicy,
  createGroup,
  giveDirectoryRole,
  giveLocalRole,
  giveRole,
  importKey,
  openHsmToTrusted,
  protectHsm,
  quoted,
  recoverHsm,
  registerWith,
} from '#machines/procedure/rights/commands.ts'

const BASH = '/bin/bash'
const withBash = describe.skipIf(!existsSync(BASH))

/** What a service is asked for, and gives. */
const ANSWERED = '{"properties":{}}'

/** Arguments that bash passes to `az` for this line. */
function words(line: string): readonly string[] {
  const cwd = mkdtempSync(join(tmpdir(), 'quoting-'))
  const az = `az() { case "$1 $3" in cloud*) echo 'https://graph.example/';; account*) echo tenant;; 'rest get') echo '${ANSWERED}';; *) printf '%s\\0' "$@";; esac; }`
  const said = execFileSync(BASH, ['--noprofile', '--norc', '-c', `${az}\n${line}`], { cwd, encoding: 'utf8' })
  // Nothing in a name may have done anything else.
  expect(readdirSync(cwd)).toEqual([])
  rmSync(cwd, { recursive: true })
  return said.split('\0').slice(0, -1)
}

/** az itself takes a word that begins like this for the text of a file. */
const withoutFile = (text: string): string => text.replace(/^((?:[^=]*=)?)@/, '$1\\@')

const HOSTILE = [
  `'; touch broken; '`,
  '$(touch broken)',
  '`touch broken`',
  `a"b'c\\d`,
  ['$', '{HOME} $HOME !! *'].join(''),
  'two\nlines; touch broken',
  '-n; touch broken',
  '',
  'Größe 😀',
  `''''`,
]

withBash('a command, read by bash', () => {
  it.each(HOSTILE)('holds %j as one word that means itself', (text) => {
    expect(words(giveRole({ principalId: text, role: text, scope: text, principalType: 'User' }))).toEqual([
      ...['role', 'assignment', 'create', '--assignee-object-id', text, '--assignee-principal-type', 'User'],
      ...['--role', text, '--scope', text],
    ])
    const [rest, method, put, url, address = '', body, json = ''] = words(
      addToAccessPolicy({ vault: text, tenantId: text, principalId: text, permissions: ['get', text] }),
    )
    expect([rest, method, put, url, body]).toEqual(['rest', '--method', 'put', '--url', '--body'])
    expect(address).toBe(`${encodeURI(text)}/accessPolicies/add?api-version=2026-02-01`)
    expect(JSON.parse(json)).toEqual({
      properties: { accessPolicies: [{ tenantId: text, objectId: text, permissions: { keys: ['get', text] } }] },
    })
    expect(words(registerWith('Microsoft.PowerPlatform', text))).toEqual([
      ...['provider', 'register', '--namespace', 'Microsoft.PowerPlatform', '--subscription', text],
    ])
    expect(words(createGroup(text, text, text))).toEqual(['group', 'create', `--name=${text}`, '--location', text, '--subscription', text])
  })

  it('holds any text as one word', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((each) => !each.includes('\0'))
    fc.assert(
      fc.property(fc.array(text, { minLength: 20, maxLength: 60 }), (texts) => {
        expect(words(`az ${texts.map(quoted).join(' ')}`)).toEqual(texts.map(withoutFile))
      }),
      { numRuns: 15 },
    )
  })

  it.each(['@/etc/passwd', 'a=@/etc/passwd', '=@x'])('holds %j as no word by which az would read a file', (text) => {
    const said = [
      ...words(giveRole({ principalId: text, role: text, scope: text })),
      ...words(createGroup(text, text, text)),
      ...words(registerWith('Microsoft.PowerPlatform', text)),
      ...words(addToAccessPolicy({ vault: text, tenantId: text, principalId: text, permissions: [text] })),
      ...words(protectHsm(text)),
      ...words(openHsmToTrusted(text)),
      ...words(recoverHsm(text)),
      ...words(giveLocalRole(text, text, text)),
      ...importKey(text, text, text).flatMap(words),
    ]
    expect(said.filter((word) => /^(?:[^=]*=)?@/.test(word))).toEqual([])
  })

  it.each(HOSTILE)('gives a Managed HSM back, or opens it to Microsoft’s services, whatever it is called: %j', (text) => {
    const hsm = `/subscriptions/s'1/resourceGroups/rg/providers/Microsoft.KeyVault/managedHSMs/${text.replaceAll(/[\n/]/g, '-') || '-'}`
    const address = `${encodeURI(hsm)}?api-version=2026-02-01`
    expect(words(openHsmToTrusted(hsm))).toEqual(['rest', '--method', 'patch', '--url', address, '--body', ANSWERED])
    expect(words(recoverHsm(hsm))).toEqual(['rest', '--method', 'put', '--url', address, '--body', ANSWERED])
  })

  it('leaves a Managed HSM alone that isn’t among the deleted ones', () => {
    const nothing = `az() { if [ "$3" = put ]; then echo sent; fi; }`
    const hsm = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/managedHSMs/hsm'
    expect(spawnSync(BASH, ['--noprofile', '--norc', '-c', `${nothing}\n${recoverHsm(hsm)}`], { encoding: 'utf8' }).stdout).toBe('')
  })

  it('gives a directory role through the directory service of the cloud that Azure CLI is in', () => {
    const said = words(giveDirectoryRole(`o'brien"`, '11648597-926c-4cf3-9c36-bcebb0ba8dcc'))
    expect(said.slice(0, -1)).toEqual([
      ...['rest', '--method', 'post', '--url', 'https://graph.example/v1.0/roleManagement/directory/roleAssignments', '--body'],
    ])
    expect(JSON.parse(said.at(-1) ?? '')).toEqual({
      principalId: `o'brien"`,
      roleDefinitionId: '11648597-926c-4cf3-9c36-bcebb0ba8dcc',
      directoryScopeId: '/',
    })
  })
})

describe('the command that gives a role', () => {
  it('leaves the kind of principal to Azure CLI where it is not known', () => {
    expect(giveRole({ principalId: 'p', role: 'Key Vault Crypto Officer', scope: '/subscriptions/s' })).toBe(
      "az role assignment create --assignee-object-id 'p' --role 'Key Vault Crypto Officer' --scope '/subscriptions/s'",
    )
  })
})

it('a command for an ID that is cut in the middle of a character is written all the same', () => {
  expect(protectHsm('/subscriptions/1/hsm\ud800')).toContain("--url '/subscriptions/1/hsm%EF%BF%BD?api-version=")
})
