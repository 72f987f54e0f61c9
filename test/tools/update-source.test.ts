import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { parsePublisher, updateSource } from '#node/services/updates/source.ts'
import afterPack from '../../tools/after-pack.mjs'
import { updateSourceFile } from '../../tools/update-source.mjs'
import { testFolder } from '../folder.ts'
import { ownPublicKey } from '../node/services/updates/signing.ts'

const KEY = { CMK_WIZARD_UPDATE_PUBLIC_KEY: ownPublicKey }
const FEED = { CMK_WIZARD_UPDATE_FEED: 'https://releases.example/wizard' }

test('a package takes its updates from where it is told, in a form that the app reads', () => {
  const source = updateSource(parsePublisher(updateSourceFile({ ...KEY, ...FEED }) ?? ''), undefined, 'deb', false)
  expect(source).toMatchObject({ feed: new URL('https://releases.example/wizard/'), channel: 'stable' })
  expect(parsePublisher(updateSourceFile({ ...KEY, ...FEED, CMK_WIZARD_UPDATE_CHANNEL: 'beta' }) ?? '')).toMatchObject({ channel: 'beta' })
})

test('with a key alone, an organization says from where', () => {
  const publisher = parsePublisher(updateSourceFile(KEY) ?? '')
  expect(updateSource(publisher, undefined, 'deb', false)).toEqual({ off: 'not-configured' })
  expect(updateSource(publisher, { feed: 'https://intranet.example/' }, 'deb', false)).toMatchObject({ channel: 'stable' })
})

test('without either, it does not update itself', () => {
  expect(updateSourceFile({})).toBeUndefined()
  expect(updateSourceFile({ CMK_WIZARD_UPDATE_FEED: '', CMK_WIZARD_UPDATE_PUBLIC_KEY: '' })).toBeUndefined()
})

test.each([
  ['an address without a key', FEED, 'CMK_WIZARD_UPDATE_PUBLIC_KEY is missing'],
  ['plain http', { ...KEY, CMK_WIZARD_UPDATE_FEED: 'http://releases.example' }, 'https address'],
  ['half a key', { ...FEED, CMK_WIZARD_UPDATE_PUBLIC_KEY: 'AAAA' }, 'isn’t a public key'],
  ['an unknown channel', { ...KEY, ...FEED, CMK_WIZARD_UPDATE_CHANNEL: 'nightly' }, 'must be stable or beta'],
])('is refused by name: %s', (_what, environment, said) => {
  expect(() => updateSourceFile(environment)).toThrow(said)
})

test.each([
  ['linux', 'resources'],
  ['darwin', 'CMK Enablement Wizard.app/Contents/Resources'],
])('it is among the resources of the app (%s)', async (electronPlatformName, resources) => {
  const appOutDir = testFolder()
  onTestFinished(() => void vi.unstubAllEnvs())
  mkdirSync(path.join(appOutDir, resources), { recursive: true })
  for (const [name, value] of Object.entries({ ...KEY, ...FEED })) vi.stubEnv(name, value)
  await afterPack({ appOutDir, electronPlatformName, packager: { appInfo: { productFilename: 'CMK Enablement Wizard' } } })
  expect(parsePublisher(readFileSync(path.join(appOutDir, resources, 'updates.json'), 'utf8'))).toMatchObject({ keys: [ownPublicKey] })
})
