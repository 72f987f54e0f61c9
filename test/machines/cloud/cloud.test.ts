import { describe, expect, it } from 'vitest'
import { CLOUDS, type Cloud, doubtsOf } from '#machines/cloud/cloud.ts'
import { english } from '../../english.ts'

describe.each<[string, Cloud]>(Object.entries(CLOUDS))('the cloud %s', (id, cloud) => {
  it('goes by the id it is filed under', () => {
    expect(cloud.id).toBe(id)
  })

  it('has only https addresses, each without a closing slash', () => {
    const { authority, resourceManager, resourceManagerAudience, powerPlatform, keyVault, portals } = cloud
    for (const address of [
      authority,
      resourceManager,
      resourceManagerAudience,
      powerPlatform.url,
      powerPlatform.audience,
      keyVault.audience,
      ...Object.values(portals),
    ]) {
      expect(new URL(address).protocol).toBe('https:')
      expect(address).toBe(address.replace(/\/+$/, ''))
    }
  })

  it('matches hosts only behind a dot', () => {
    for (const suffix of [cloud.powerPlatform.hostSuffix, ...cloud.dataverse.hostSuffixes])
      expect(suffix).toMatch(/^\.[a-z0-9.-]+\.[a-z]+$/)
    expect(cloud.keyVault.dnsSuffix).toMatch(/^[a-z]/)
  })

  it('checks the challenges of vaults', () => {
    expect(cloud.keyVault.verifyChallenge).toBe(true)
  })

  it('says where each entry was read, and calls itself verified only where nothing is in doubt', () => {
    const notes = Object.values(cloud.notes)
    expect(notes.every(({ source }) => source.length > 0)).toBe(true)
    expect(cloud.verified).toBe(notes.every(({ confidence, doubt }) => confidence !== 'general-knowledge' && doubt === undefined))
  })

  it('says in whole sentences what is in doubt, and of general knowledge always', () => {
    const notes = Object.values(cloud.notes)
    expect(notes.filter(({ confidence, doubt }) => confidence === 'general-knowledge' && doubt === undefined)).toEqual([])
    expect(english.all(doubtsOf(cloud)).every((doubt) => /^[A-Z].*\.$/.test(doubt))).toBe(true)
    expect(doubtsOf(cloud).length > 0).toBe(!cloud.verified)
  })

  it('keeps its own hosts apart from those of the others', () => {
    const suffixes = (each: Cloud): readonly string[] => [each.powerPlatform.hostSuffix, ...each.dataverse.hostSuffixes]
    const strangers = Object.values(CLOUDS).filter((other) => other.id !== id && other.powerPlatform.url !== cloud.powerPlatform.url)
    for (const stranger of strangers) {
      expect(
        suffixes(cloud).some((suffix) => new URL(stranger.powerPlatform.url).host.endsWith(suffix)),
        stranger.id,
      ).toBe(false)
      expect(stranger.powerPlatform.audience).not.toBe(cloud.powerPlatform.audience)
    }
  })
})

describe('the clouds', () => {
  it('are the five of the facts, the commercial one first and alone verified', () => {
    expect(Object.keys(CLOUDS)).toEqual(['commercial', 'gcc', 'gcc-high', 'dod', 'china'])
    expect(Object.values(CLOUDS).filter(({ verified }) => verified)).toEqual([CLOUDS.commercial])
  })

  it('other than the commercial one do not promise that the feature is there', () => {
    for (const cloud of Object.values(CLOUDS)) expect(cloud.notes.availability !== undefined, cloud.id).toBe(cloud !== CLOUDS.commercial)
  })
})
