import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLOUDS, type Cloud, doubtsOf } from '#machines/cloud/cloud.ts'
import { practiceCloud } from '#node/practice/cloud-file.ts'
import { CloudFileRefused, parseCloudFile, readCloudFile } from '#node/services/identity/cloud-file.ts'
import { hostsOf } from '#node/services/identity/hosts-shown.ts'
import { AuthoritiesUnreadable } from '#node/services/network/trusted-authorities.ts'
import { english } from '#test/english.ts'
import { testFolder } from '#test/folder.ts'
import { certificates, servePractice } from './entering.ts'

const good = {
  id: 'air-gapped',
  name: 'Air-gapped rehearsal',
  authority: 'https://login.contoso.example',
  resourceManager: 'https://management.contoso.example/',
  resourceManagerAudience: 'https://management.contoso.example/',
  powerPlatform: {
    url: 'https://api.bap.contoso.example',
    hostSuffix: '.api.bap.contoso.example',
    audience: 'https://service.powerapps.contoso.example',
  },
  keyVault: { dnsSuffix: 'vault.contoso.example', audience: 'https://vault.contoso.example' },
  dataverse: { hostSuffixes: ['.crm.contoso.example'] },
  portals: {
    azure: 'https://portal.contoso.example',
    powerPlatformAdminCenter: 'https://admin.contoso.example',
    lifecycleServices: 'https://lcs.contoso.example',
  },
}

/** A copy of a value with one member changed; `undefined` leaves it out. */
function withMember(whole: unknown, [step, ...steps]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value
  const members = Object.entries(typeof whole === 'object' && whole !== null ? whole : {})
  const before = members.find(([name]) => name === step)?.[1]
  return Object.fromEntries([...members.filter(([name]) => name !== step), [step, withMember(before, steps, value)]])
}

const changed = (member: string, value: unknown): string => JSON.stringify(withMember(good, member.split('.'), value))

/** A Microsoft cloud as someone would write it into a file. */
const written = ({ id: _, name: __, verified: ___, notes: ____, ...cloud }: Cloud) => ({ id: 'mine', name: 'Mine', ...cloud })

const refusalOf = (text: string): string => {
  try {
    parseCloudFile(text, 'cloud.json')
  } catch (error) {
    if (error instanceof CloudFileRefused) return english.text(error.why)
    throw error
  }
  throw new Error('The file was accepted.')
}

describe('a cloud file', () => {
  it('that is complete gives a cloud, unverified unless it says otherwise, without closing slashes', () => {
    const { cloud } = parseCloudFile(JSON.stringify(good), 'cloud.json')
    expect(cloud).toMatchObject({
      id: 'air-gapped',
      resourceManager: 'https://management.contoso.example',
      resourceManagerAudience: 'https://management.contoso.example',
      keyVault: { verifyChallenge: true },
      verified: false,
    })
    expect(english.all(doubtsOf(cloud))).toEqual([expect.stringContaining('in a file')])
  })

  it('that is none, but some other file, is refused without a word of what it holds', () => {
    for (const text of [
      'root:x:0:0:secret of mine',
      '{"password": secret of mine}',
      '["x" secret of mine',
      'secret',
      'secret of\nmine "and" more',
    ])
      expect(refusalOf(text)).not.toMatch(/root|secret|mine/)
  })

  it('of the practice tenant is accepted as it is written', async () => {
    const { server } = await servePractice()
    const { cloud, ca } = parseCloudFile(JSON.stringify(practiceCloud(server.addresses(), 'ca.pem')), 'cloud.json')
    const { ca: _, ...written } = practiceCloud(server.addresses(), 'ca.pem')
    expect(cloud).toEqual(written)
    expect(ca).toBe('ca.pem')
    expect(doubtsOf(cloud)).toEqual([])
  })

  it('says which hosts requests can leave for', () => {
    expect(hostsOf(parseCloudFile(JSON.stringify(good), 'cloud.json').cloud)).toEqual([
      'login.contoso.example',
      'management.contoso.example',
      'api.bap.contoso.example',
      '*.api.bap.contoso.example',
      '*.vault.contoso.example',
      '*.crm.contoso.example',
    ])
  })

  it.each([
    ['authority', 'http://login.contoso.example', 'authority: only https is accepted'],
    ['authority', 'http://localhost:8080', 'authority: only https is accepted, even on this computer'],
    ['resourceManager', 'https://*.contoso.example', 'resourceManager: wildcards aren’t accepted'],
    ['resourceManager', 'management.contoso.example', 'resourceManager: this isn’t an address'],
    ['powerPlatform.url', 'https://api.bap.contoso.example/path', 'powerPlatform.url: addresses with a path aren’t accepted'],
    ['powerPlatform.url', 'https://ada@api.bap.contoso.example', 'powerPlatform.url: addresses with a user name aren’t accepted'],
    ['powerPlatform.hostSuffix', '*.contoso.example', 'powerPlatform.hostSuffix: wildcards aren’t accepted'],
    ['powerPlatform.hostSuffix', 'contoso.example', 'powerPlatform.hostSuffix: the suffix must begin with a dot'],
    ['powerPlatform.hostSuffix', '.example', 'powerPlatform.hostSuffix: this isn’t a domain of at least two parts'],
    ['dataverse.hostSuffixes', ['.crm.contoso.example', '.*'], 'dataverse.hostSuffixes.1: wildcards aren’t accepted'],
    ['dataverse.hostSuffixes', [], 'dataverse.hostSuffixes: it has no host'],
    ['keyVault.dnsSuffix', '*', 'keyVault.dnsSuffix: wildcards aren’t accepted'],
    ['keyVault.dnsSuffix', 'com', 'keyVault.dnsSuffix: this isn’t a domain of at least two parts'],
    ['keyVault.audience', undefined, 'keyVault.audience: it’s missing'],
    ['powerPlatform.audience', undefined, 'powerPlatform.audience: it’s missing'],
    ['resourceManagerAudience', undefined, 'resourceManagerAudience: it’s missing'],
    [
      'resourceManagerAudience',
      'http://management.contoso.example',
      'resourceManagerAudience: the token audience must be an https address',
    ],
    ['portals', undefined, 'portals: it’s missing'],
    ['telemetry', 'https://evil.example', 'telemetry: the wizard doesn’t recognize this property'],
    ['keyVault.proxy', 'x', 'keyVault.proxy: the wizard doesn’t recognize this property'],
    ['ca', '\\\\server\\share\\ca.pem', 'ca: it leads to another computer or to a device'],
    ['ca', '//server/share/ca.pem', 'ca: it leads to another computer or to a device'],
    ['ca', '/dev/stdin', 'ca: it leads to another computer or to a device'],
    ['id', 'commercial', 'id: this is the ID of a Microsoft cloud'],
    ['id', 'a b', 'id: use letters, digits, and hyphens only'],
    ['name', '  ', 'name: it’s empty'],
    ['authority', 'https://localhost:8443', 'all be on this computer (localhost), or none of them'],
  ])('with %s = %j is refused by name', (member, value, words) => {
    const message = refusalOf(changed(member, value))
    expect(message).toContain('The cloud file cloud.json isn’t accepted.')
    expect(message).toContain(words)
  })

  const MICROSOFTS = CLOUDS.commercial

  it.each([
    ['a resource manager elsewhere', { resourceManager: 'https://management.contoso.example' }, 'resourceManager isn’t in the same'],
    ['key vaults elsewhere', { keyVault: { ...MICROSOFTS.keyVault, dnsSuffix: 'vault.contoso.example' } }, 'keyVault.dnsSuffix isn’t'],
    ['key vaults of a country', { keyVault: { ...MICROSOFTS.keyVault, dnsSuffix: 'co.uk' } }, 'keyVault.dnsSuffix isn’t'],
    [
      'key vaults at a customer’s host',
      { keyVault: { ...MICROSOFTS.keyVault, dnsSuffix: 'evil.azurewebsites.net' } },
      'keyVault.dnsSuffix',
    ],
    [
      'Power Platform elsewhere',
      { powerPlatform: { ...MICROSOFTS.powerPlatform, url: 'https://bap.contoso.example' } },
      'powerPlatform.url isn’t',
    ],
    [
      'Power Platform’s hosts at key vaults',
      { powerPlatform: { ...MICROSOFTS.powerPlatform, hostSuffix: '.vault.azure.net' } },
      'hostSuffix isn’t',
    ],
    ['Dataverse elsewhere', { dataverse: { hostSuffixes: ['.dynamics.com', '.crm.contoso.example'] } }, 'dataverse.hostSuffixes isn’t'],
    ['Graph elsewhere', { graph: 'https://graph.contoso.example' }, 'graph isn’t'],
    ['another sign-in service as well', { authorityAliases: ['https://login.contoso.example'] }, 'authorityAliases isn’t'],
    ['a portal elsewhere', { portals: { ...MICROSOFTS.portals, azure: 'https://portal.contoso.example' } }, 'portals.azure isn’t'],
    ['hosts of another Microsoft cloud', { resourceManager: CLOUDS.china.resourceManager }, 'resourceManager isn’t'],
    ['an audience elsewhere', { resourceManagerAudience: 'https://management.contoso.example' }, 'resourceManagerAudience isn’t'],
  ])('that leads Microsoft’s tokens away is refused: %s', (_, change, words) => {
    const message = refusalOf(JSON.stringify({ ...written(MICROSOFTS), ...change }))
    expect(message).toContain(words)
    expect(message).toContain('can’t be mixed')
  })

  it.each([
    ['sign-in service', { authority: 'https://login.microsoftonline.com' }],
    ['sign-in service with a closing dot', { authority: 'https://login.microsoftonline.com.' }],
    ['other sign-in service', { authority: 'https://login.windows.net' }],
    ['sign-in service for images', { authority: 'https://login.microsoftonline-p.com' }],
    ['audience of Office', { resourceManagerAudience: 'https://www.office.com' }],
    ['sign-in service as an alias', { authorityAliases: ['https://login.microsoftonline.us'] }],
    ['audience', { resourceManagerAudience: 'https://management.azure.com' }],
    ['older audience', { resourceManagerAudience: 'https://management.core.windows.net' }],
    ['audience for key vaults', { keyVault: { ...good.keyVault, audience: 'https://vault.azure.net' } }],
    ['host for Resource Manager', { resourceManager: 'https://evil.cloudapp.azure.com' }],
  ])('of another cloud that names Microsoft’s %s is refused', (_, change) => {
    expect(refusalOf(JSON.stringify({ ...good, ...change }))).toContain('can’t be mixed')
  })

  it('of a Microsoft cloud with all its own hosts is accepted, and stays unverified', () => {
    for (const cloud of Object.values(CLOUDS)) {
      const parsed = parseCloudFile(JSON.stringify(written(cloud)), 'cloud.json').cloud
      expect(parsed.verified).toBe(false)
      expect(english.all(doubtsOf(parsed))).toEqual([expect.stringContaining('in a file')])
    }
  })

  it.each([
    ['keyVault.dnsSuffix', 'co.uk', 'can stand for hosts of many'],
    ['keyVault.dnsSuffix', 'contoso.example', 'can stand for hosts of many'],
    ['keyVault.dnsSuffix', 'contoso.co.uk', 'can stand for hosts of many'],
    ['keyVault.dnsSuffix', 'github.io', 'can stand for hosts of many'],
    ['keyVault.dnsSuffix', 'vault.fabrikam.example', 'no address in the file is in the domain fabrikam.example'],
    ['powerPlatform.hostSuffix', '.com.au', 'can stand for hosts of many'],
    ['dataverse.hostSuffixes', ['.crm.contoso.example', '.org.uk'], 'can stand for hosts of many'],
    ['managedHsm', { dnsSuffix: 'co.jp', audience: 'https://hsm.contoso.example' }, 'can stand for hosts of many'],
    ['verified', true, 'only Microsoft’s own clouds can be verified'],
    ['notes.availability', { confidence: 'documentation', source: 'Microsoft Learn' }, 'notes'],
    ['name', 'Microsoft Azure (commercial, Europe)', 'name: this looks like the name of a Microsoft cloud'],
    ['name', 'Ｍicrosoft cloud', 'name: use Latin'],
    ['name', 'Micr\u043esoft cloud', 'name: use Latin'],
    ['name', 'Mi\u00adcrosoft cloud', 'name: use Latin'],
    ['name', 'US Government (GCC High)', 'name: this looks like'],
    ['name', 'US Government (GCCHigh)', 'name: this looks like'],
    ['name', 'Azu\u3164re', 'name: use Latin'],
    ['name', 'M\u0131crosoft cloud', 'name: this looks like'],
    ['name', 'Az\u057dre', 'name: use Latin'],
    ['name', '\u13aazure', 'name: use Latin'],
    ['name', 'Azúre', 'name: this looks like'],
    ['name', 'Mi\u0301crosoft cloud', 'name: this looks like'],
    ['name', 'Power-Platform', 'name: this looks like'],
    ['id', 'GCC', 'id: '],
    ['resourceManagerAudience', 'https://arm.contoso.example/x https://vault.contoso.example', 'token audience must be'],
    ['resourceManagerAudience', 'https://arm.contoso.example\noffline_access', 'token audience must be'],
    ['resourceManagerAudience', 'https://ada@arm.contoso.example', 'token audience must be'],
    ['resourceManagerAudience', 'https://arm.contoso.example#x', 'token audience must be'],
    ['resourceManagerAudience', 'https://\u0430rm.contoso.example', 'token audience must be'],
    ['name', 'Office-365', 'name: this looks like'],
  ])('with %s = %j is refused', (member, value, words) => {
    expect(refusalOf(changed(member, value))).toContain(words)
  })

  it.each([
    'M1crosoft',
    'Micro soft',
    'A z u r e',
    'A.Z.U.R.E',
    'AzureX',
    'Micr0s0ft cloud',
    'Dynamlcs',
    '3ntra',
    'P0wer & Platform',
    'rnicrosoft',
    'Povver Platform',
    'Microsøft',
    'Azüre',
    'Micro\u017foft',
    'G.C.C. High',
    'D o D',
    'US_DoD_cloud',
  ])('with the name %j is refused, as one that looks like Microsoft’s', (called) => {
    expect(refusalOf(changed('name', called))).toContain('name: this looks like the name of a Microsoft cloud')
  })

  it.each([
    'ᴀᴢᴜʀᴇ',
    '\ua4ee\ua4dc\ua4f4\ua4e3\ua4f0',
    '\u13aa\u13c3\u13cc\u13a1\u13ac',
    'M\u4e28crosoft',
    '微软',
    'M!crosoft',
    'Micro$oft',
    '@zure',
    '\u{1d400}zure',
    '\u24b6zure',
    '\u0501\u043e\u0501',
    'Contoso\u2028Cloud',
    'エアギャップ環境',
    'Облако',
  ])('with the name %j is refused, because other letters and signs can look like Microsoft’s', (called) => {
    expect(refusalOf(changed('name', called))).toContain('name: use Latin letters, digits, spaces, and - _ . , ’ ( ) & only')
  })

  it.each([
    'Nuage de confiance',
    'Nuvem de produção 2',
    'Østre Łódź, Straße & cœur',
    'Round of dodgers',
    'Contoso’s rehearsal (3)',
    "Contoso's",
  ])('can be called %s', (called) => {
    expect(parseCloudFile(changed('name', called), 'cloud.json').cloud.name).toBe(called)
  })

  it('with several mistakes names each of them', () => {
    const message = refusalOf(JSON.stringify({ ...good, authority: 'http://x.example', extra: 1 }))
    expect(message).toMatch(/authority: .*; .*extra: |extra: .*; .*authority: /)
  })

  it.each([
    ['that is not JSON', '{ "id": ', 'It isn’t JSON'],
    [
      'that has a property twice',
      JSON.stringify(good).replace('{', '{"authority":"https://first.example",\n'),
      'Line 2: authority is there twice',
    ],
    [
      'that has a property twice in another',
      JSON.stringify(good).replace('"dnsSuffix"', '"audience":"https://first.example",\n"dnsSuffix"'),
      'audience is there twice',
    ],
    ['that is a list', '[]', 'the file: '],
    ['that is too large to be parsed', '['.repeat(300_000), 'It’s too large to be a cloud file'],
  ])('%s is refused', (_, text, words) => {
    expect(refusalOf(text)).toContain(words)
  })
})

describe('reading a cloud file', () => {
  const naming = JSON.stringify({ ...good, ca: 'ca.pem' })

  it('reads the authorities it names from its own folder', async () => {
    const folder = testFolder({ 'ca.pem': certificates.authority, 'cloud.json': naming })
    const { authorities } = await readCloudFile(path.join(folder, 'cloud.json'))
    expect(authorities.map((pem) => pem.trim())).toEqual([certificates.authority.trim()])
  })

  it('refuses one whose authorities are not there, and one that is not there itself', async () => {
    const folder = testFolder({ 'cloud.json': naming })
    await expect(readCloudFile(path.join(folder, 'cloud.json'))).rejects.toThrow(AuthoritiesUnreadable)
    const refused = await readCloudFile(path.join(folder, 'other.json')).catch((error: unknown) => error)
    expect(refused instanceof CloudFileRefused && english.text(refused.why)).toMatch(/Couldn’t read the cloud file .*other\.json/)
  })
})
