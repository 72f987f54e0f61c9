import { describe, expect, it } from 'vitest'
import { given, practise, refused } from './practice.ts'

const PROD = 'https://contoso-prod.crm.dynamics.com'

describe('readIntegration', () => {
  it('says which app an organization is linked to', async () => {
    expect(given(await practise('ready-to-enable').services.dataverse.readIntegration(`${PROD}/`))).toMatchObject({
      linked: true,
      url: 'https://contoso-production.operations.dynamics.com',
      id: '94b1f6e8-0d27-4c5a-b3e9-7f1a2c8d5064',
    })
  })

  it('says when there is none', async () => {
    expect(given(await practise('encrypted-before-integration').services.dataverse.readIntegration(PROD))).toEqual({
      linked: false,
      code: '0x80048d0b',
      message: "Dataverse instance isn't integrated with finance and operations.",
    })
  })

  it('is refused to a person who is not a user of the organization', async () => {
    expect(refused(await practise('ready-to-enable').as('kim').dataverse.readIntegration(PROD))).toMatchObject({
      reason: 'forbidden',
      status: 403,
    })
  })

  it('cannot reach an organization that does not exist', async () => {
    expect(refused(await practise('ready-to-enable').services.dataverse.readIntegration('https://nowhere.crm.dynamics.com'))).toMatchObject(
      { reason: 'unavailable' },
    )
  })
})
