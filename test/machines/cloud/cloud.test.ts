import { describe, expect, it } from 'vitest'
import { CLOUDS } from '../../../machines/cloud/cloud.ts'

describe.each(Object.entries(CLOUDS))('the cloud %s', (id, cloud) => {
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

  it('says where each entry was read, and calls itself verified only when none rests on general knowledge', () => {
    const notes = Object.values(cloud.notes)
    expect(notes.every(({ source }) => source.length > 0)).toBe(true)
    expect(cloud.verified).toBe(notes.every(({ confidence }) => confidence !== 'general-knowledge'))
  })
})
