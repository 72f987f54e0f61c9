import { createCipheriv, createDecipheriv } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { ORIGINS } from '#node/practice/addresses.ts'
import { createLoopbackCertificates } from '#node/practice/certificates.ts'
import { practiceCloud } from '#node/practice/cloud-file.ts'
import { type Engagement, type newEngagement, readEngagement } from '#node/records/engagement/engagement.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { readEntry } from '#node/records/engagement/journal/entry.ts'
import { readJournalFile } from '#node/records/engagement/journal/journal-file.ts'
import type { Holding } from '#node/records/engagement/lock.ts'
import { engagementId, type Place } from '#node/records/engagement/store.ts'
import type { Keyring } from '#node/services/identity/keyring.ts'
import { type AccountRecord, rememberedSignIns, type Whose } from '#node/services/identity/remembered.ts'
import { filesIn } from '#node/services/identity/sealed-files.ts'
import { readStartFiles } from '#node/services/identity/start-files.ts'
import { english } from '../english.ts'
import { Desk, quiet } from '../model/sequences/desk.ts'
import { goOn } from '../model/sequences/walk.ts'
import { profileFilesIn } from './profile-files.ts'

export const NOW = Date.parse('2026-11-24T12:00:00Z')

/** Of a walk that takes a second or two. In milliseconds. */
const LONGEST_WALK = 120_000

let locks = 0
export const holding = (): Holding => ({ user: 'ada', host: 'desk-1', processId: 1, isRunning: () => true, newId: () => `lock-${locks++}` })

/** Seals as Chromium does on Linux: nothing in it tells whether a byte was changed. */
export const keyring: Keyring = {
  isSafe: () => true,
  seal(text) {
    const cipher = createCipheriv('aes-128-cbc', KEY, KEY)
    return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  },
  unseal(content) {
    const cipher = createDecipheriv('aes-128-cbc', KEY, KEY)
    return Buffer.concat([cipher.update(content), cipher.final()]).toString('utf8')
  },
}
const KEY = Buffer.alloc(16, 'k')

export type Kept = Parameters<typeof newEngagement>[0]

/** A folder as the wizard leaves it, with everything that it reads again. */
export interface Fixture {
  readonly folder: string
  readonly place: Place
  readonly whose: Kept
  readonly engagement: Engagement
  readonly previous: Engagement
  readonly lines: readonly unknown[]
  /** Of another tenant: its engagement and its journal. */
  readonly foreign: { readonly engagement: Buffer; readonly journal: Buffer; readonly signIn: Buffer; readonly cloud: Buffer }
  readonly signIns: readonly { readonly whose: Whose; readonly account: AccountRecord; readonly cache: string; readonly file: string }[]
}

const account = (homeAccountId: string): AccountRecord => ({
  authority: 'https://login.microsoftonline.com',
  homeAccountId,
  clientId: 'c',
  tenantId: 't',
  username: 'ada@contoso.example',
})

async function engagementOf(folder: string, file: string): Promise<Engagement> {
  const read = readEngagement(CUSTOMER_MANAGED_KEYS, await readFile(path.join(folder, file), 'utf8'))
  if (!read.ok) throw new Error(`${file}: ${english.text(read.why)}`)
  return read.engagement
}

/** Walks a scenario until the environment is being encrypted, closes the wizard, and keeps what is on the disk then. */
export async function fixtureIn(folder: string): Promise<Fixture> {
  const engagements = path.join(folder, 'engagements')
  const store = engagementStore(engagements, holding(), () => NOW)
  const desk = new Desk('ready-to-enable', store)
  desk.send({ type: 'SIGN_IN', request: { way: 'browser', tenant: 'contoso.example', cloud: 'commercial' } })
  // The disk is slower than the machine, and on a busy computer by much: a number of turns says nothing.
  const began = performance.now()
  while (desk.view().step?.wait?.mayClose !== true && performance.now() - began < LONGEST_WALK) {
    await goOn(desk, 1)
    await new Promise((resolve) => setTimeout(resolve, 2))
    await quiet()
  }
  if (desk.view().step?.wait?.mayClose !== true) throw new Error('The walk did not come to the encryption.')
  await desk.stop()
  const [id] = await readdir(engagements)
  if (id === undefined) throw new Error('Nothing was kept.')
  const own = path.join(engagements, id)
  const engagement = await engagementOf(own, 'engagement.json')
  const { lines } = await readJournalFile(path.join(own, 'journal.jsonl'))
  const { appVersion, cloud, tenant, environment, account: by, signIn, reached } = engagement
  const place = { tenantId: tenant.id, environmentId: environment.id }
  if (engagementId(place) !== id) throw new Error('The folder has another name.')
  await startFilesIn(folder)
  await profileFilesIn(folder)
  const whose: Kept = { appVersion, cloud, tenant, environment, account: by, reached, steps: {}, ...(signIn ? { signIn } : {}) }
  return {
    folder,
    place,
    whose,
    engagement,
    previous: await engagementOf(own, 'engagement.previous.json'),
    lines,
    signIns: await keptSignIns(path.join(folder, 'sign-ins')),
    foreign: await foreignIn(`${folder}-foreign`, whose, engagement, lines),
  }
}

/** The same work for another customer, in a separate folder. */
async function foreignIn(folder: string, whose: Kept, engagement: Engagement, lines: readonly unknown[]): Promise<Fixture['foreign']> {
  const tenant = { id: '99999999-2222-4333-8444-555555555555', name: 'Fabrikam' }
  const environment = { id: '88888888-2222-4333-8444-555555555555', displayName: 'Fabrikam' }
  const place = { tenantId: tenant.id, environmentId: environment.id }
  const opening = await engagementStore(folder, holding(), () => NOW).open(place, { ...whose, tenant, environment }, CUSTOMER_MANAGED_KEYS)
  if (!opening.ok) throw new Error('The foreign engagement could not be made.')
  const { journal, save, close } = opening.open
  const { cloud, account: by, appVersion } = whose
  await journal.append({ kind: 'opened', content: { appVersion, cloud, tenant, environment, account: by } })
  for (const line of lines) {
    const read = readEntry(CUSTOMER_MANAGED_KEYS, line as Parameters<typeof readEntry>[1])
    if (read.ok && read.entry.kind !== 'opened') await journal.append(read.entry)
  }
  await save({ ...engagement, tenant, environment })
  await close()
  const own = path.join(folder, engagementId(place))
  return {
    engagement: await readFile(path.join(own, 'engagement.json')),
    journal: await readFile(path.join(own, 'journal.jsonl')),
    signIn: Buffer.from(keyring.seal('{"version":1}')),
    cloud: Buffer.from('{"id":"another"}'),
  }
}

async function keptSignIns(folder: string): Promise<Fixture['signIns']> {
  const kept = rememberedSignIns(keyring, filesIn(folder), { now: () => NOW, setAside: () => undefined })
  const made: Fixture['signIns'][number][] = []
  for (const tenantId of ['contoso', 'fabrikam']) {
    const whose = { cloudId: 'commercial', authority: 'https://login.microsoftonline.com', tenantId, clientId: 'c' }
    const signIn = {
      whose,
      account: account(tenantId),
      cache: JSON.stringify({ AccessToken: { [tenantId]: 'x'.repeat(2_000) }, Account: {} }),
    }
    const before = await readdir(folder).catch((): string[] => [])
    await kept.keep(whose, signIn.account, signIn.cache)
    const file = (await readdir(folder)).find((name) => !before.includes(name)) ?? ''
    made.push({ ...signIn, file })
  }
  return made
}

async function startFilesIn(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const cloud = practiceCloud(Object.values(ORIGINS).map((origin) => ({ origin, address: 'https://localhost:8443' })))
  await writeFile(path.join(folder, 'cloud.json'), JSON.stringify({ ...cloud, ca: 'ca.pem' }, undefined, 1))
  await writeFile(path.join(folder, 'ca.pem'), createLoopbackCertificates(NOW).authority)
  const read = await readStartFiles({ cloudFile: path.join(folder, 'cloud.json'), authoritiesFile: path.join(folder, 'ca.pem') })
  if (!read.ok) throw new Error(JSON.stringify(read.why))
}
