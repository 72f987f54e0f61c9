import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { notForHere as notForHereAsData } from '#machines/engine/handoff/hand-over.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { HandOver } from '#machines/procedure/choices.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { checkHandOver, handOverFile } from '#node/records/handoff/hand-over-file.ts'
import { canonicalJson } from '#node/services/canonical-json.ts'
import { english, inEnglish } from '#test/english.ts'

const notForHere = inEnglish(notForHereAsData)

const ID = '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259'
const HOSTILE = '</script><script>alert(1)</script>\u202e" onload="x\u0000\ud800'
const handOver: HandOver = {
  purpose: 'ask',
  madeAt: Date.UTC(2026, 10, 24),
  from: { objectId: 'k', userName: 'kim@contoso.example', displayName: 'Kim Lindqvist' },
  cloud: { id: 'commercial', name: 'Azure' },
  tenant: { id: 't', name: 'Contoso' },
  environment: { id: ID, displayName: 'contoso/prod: 1', location: 'unitedstates' },
  policy: {
    subscriptionId: ID,
    resourceGroup: 'rg',
    region: 'eastus',
    vaultName: 'kv-contoso',
    vaultResourceGroup: 'rg',
    keyName: 'cmk',
    keySize: 3072,
    policyName: 'cmk',
    administratorObjectId: ID,
  },
  step: 'membership',
  note: 'You administer Power Platform.',
  proved: [{ step: 'policy', at: 1 }],
  asked: {
    findings: [
      {
        id: 'F-801',
        title: verbatim('A finding'),
        why: verbatim('Why'),
        remedy: verbatim('What to do'),
        owner: 'power-platform-administrator',
      },
    ],
    actions: [
      {
        title: verbatim('Add the environment'),
        resource: verbatim('Environment'),
        before: verbatim('none'),
        after: verbatim('cmk'),
        undo: verbatim('Yes'),
        usersCutOff: true,
        takes: verbatim('Days'),
        owner: 'power-platform-administrator',
      },
    ],
  },
  done: [{ title: verbatim('Create the key'), resourceId: '/keys/cmk', at: 2, written: true }],
  confirmed: [{ title: verbatim('Licences'), by: 'kim@contoso.example', at: 3 }],
  gaps: [{ title: verbatim('Commerce'), by: 'kim@contoso.example', at: 4 }],
  journal: { head: 'a'.repeat(64), lines: 12 },
}
const app = { name: 'CMK Enablement Wizard', version: '0.0.0' }
const { content, name, sha256 } = handOverFile(CUSTOMER_MANAGED_KEYS, handOver, app, false)

/** The same file with something else in it, and a digest that fits. */
function forged(part: object, envelope: object = {}): string {
  const rest = { format: 'cmk-enablement-hand-over', version: 2, app, handOver: { ...handOver, ...part }, ...envelope }
  return `${canonicalJson({ ...rest, digest: createHash('sha256').update(canonicalJson(rest)).digest('hex') })}\n`
}

describe('a hand-over as a file', () => {
  it('of version 1, which held sentences, opens', () => {
    const golden = readFileSync(path.join(import.meta.dirname, 'golden', 'hand-over-1.json'), 'utf8')
    expect(checkHandOver(CUSTOMER_MANAGED_KEYS, golden)).toMatchObject({
      ok: true,
      handOver: { asked: { findings: [{ title: verbatim('A finding') }] } },
    })
  })

  it('takes messages for its words', () => {
    const title = { messageId: 'policy.key.enabled', values: { name: verbatim('cmk') } }
    const asking = { ...handOver, done: [{ title, resourceId: '/keys/cmk', at: 2, written: true }] }
    expect(checkHandOver(CUSTOMER_MANAGED_KEYS, handOverFile(CUSTOMER_MANAGED_KEYS, asking, app, false).content)).toMatchObject({
      ok: true,
      handOver: { done: [{ title }] },
    })
  })

  it('reads back as it was written, under a name that every file system takes', () => {
    expect(checkHandOver(CUSTOMER_MANAGED_KEYS, content)).toEqual({ ok: true, handOver, sha256 })
    expect(name).toBe('cmk-hand-over-contoso-prod-1-step-4-2026-11-24.json')
    expect(handOverFile(CUSTOMER_MANAGED_KEYS, { ...handOver, purpose: 'hand-back' }, app, true).name).toMatch(/^practice-cmk-hand-back-/)
  })

  it('is refused when any one byte of it is another', () => {
    const bytes = Buffer.from(content)
    const missed = [...bytes].flatMap((byte, place) => {
      const flipped = Buffer.from(bytes)
      flipped[place] = byte ^ 1
      return checkHandOver(CUSTOMER_MANAGED_KEYS, flipped.toString()).ok ? [place] : []
    })
    expect(missed).toEqual([])
  })

  it.each([
    ['nothing', '', 'cut off or edited'],
    ['half of it', content.slice(0, content.length / 2), 'cut off or edited'],
    ['without its last line end', content.trimEnd(), 'edited or damaged'],
    ['with a space more', content.replace('{', '{ '), 'edited or damaged'],
    ['another kind of file', '{"format":"cmk-enablement-report","version":1}', 'isn’t a handoff'],
    ['no object', '[1]', 'isn’t a handoff'],
    ['a newer version', forged({}, { version: 3 }), 'version 3'],
    ['an unknown member', forged({ run: 'rm -rf' }), 'isn’t in the format'],
    ['a step that there is not', forged({ step: 'everything' }), 'isn’t in the format'],
    ['an environment that is no id', forged({ environment: { id: '../x' } }), 'by an ID'],
    ['a vault name that Azure does not allow', forged({ policy: { ...handOver.policy, vaultName: '-;rm' } }), 'doesn’t allow'],
    ['a very long word', forged({ note: 'x'.repeat(8_001) }), 'isn’t in the format'],
    ['a very long list', forged({ done: Array.from({ length: 201 }, () => handOver.done[0]) }), 'isn’t in the format'],
    ['very deep nesting', '{"format":"cmk-enablement-hand-over","version":2,"x":'.padEnd(200_000, '['), 'nested more than 100 levels'],
    [
      'very deep nesting that ends',
      `{"format":"cmk-enablement-hand-over","version":2,"x":${'['.repeat(90_000)}${']'.repeat(90_000)}}`,
      'nested more than 100 levels',
    ],
    ['very much', 'x'.repeat(1024 * 1024 + 1), 'too large'],
    ['a date that none can be made of', forged({ madeAt: 1e300 }), 'isn’t in the format'],
    ['a prototype', content.replace('"app":', '"__proto__":{"a":1},"app":'), 'isn’t in the format'],
  ])('with %s in it is refused, and says why', (_what, text, why) => {
    const checked = checkHandOver(CUSTOMER_MANAGED_KEYS, text)
    expect(checked.ok ? 'taken' : english.text(checked.why)).toContain(why)
  })

  it('keeps script in its strings as the text that it is', () => {
    const hostile: HandOver = { ...handOver, note: HOSTILE, from: { ...handOver.from, displayName: HOSTILE } }
    expect(checkHandOver(CUSTOMER_MANAGED_KEYS, handOverFile(CUSTOMER_MANAGED_KEYS, hostile, app, false).content)).toMatchObject({
      ok: true,
      handOver: { note: HOSTILE.replace('\u202e', '') },
    })
  })

  it('shows nothing that turns text around, wherever another program wrote it', () => {
    const turned = (text: string): string => `\u202e${text}\u2067\u200f`
    const hostile: HandOver = {
      ...handOver,
      note: turned('moc.osotnoc'),
      tenant: { id: 't', name: turned('Contoso') },
      asked: { ...handOver.asked, findings: handOver.asked.findings.map((each) => ({ ...each, why: verbatim(turned('Why')) })) },
    }
    const checked = checkHandOver(CUSTOMER_MANAGED_KEYS, handOverFile(CUSTOMER_MANAGED_KEYS, hostile, app, false).content)
    expect(checked).toMatchObject({ ok: true, handOver: { note: 'moc.osotnoc', tenant: { name: 'Contoso' } } })
    expect(JSON.stringify(checked)).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
  })

  it.each([
    ['another cloud', { cloudId: 'china', tenant: handOver.tenant }, 'for the cloud Azure'],
    ['another tenant', { cloudId: 'commercial', tenant: { id: 'u', name: 'Fabrikam' } }, 'signed in to Fabrikam'],
    [
      'another environment',
      { cloudId: 'commercial', tenant: handOver.tenant, environment: { id: 'e', displayName: 'contoso-test' } },
      'but contoso-test is open',
    ],
  ])('from %s than the one that is open is refused by name', (_what, here, why) => {
    expect(notForHere(handOver, here)).toContain(why)
  })

  it('is for its own tenant and environment, with their IDs in any case', () => {
    expect(notForHere(handOver, { cloudId: 'commercial', tenant: { id: 'T', name: '' }, environment: { id: ID.toUpperCase() } })).toBe(
      undefined,
    )
  })
})
