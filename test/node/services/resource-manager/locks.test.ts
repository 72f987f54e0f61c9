import { describe, expect, it } from 'vitest'
import { bench, type Reply, VAULT_ID } from '../azure/stand-in.ts'

const lockId = (scope: string, name: string) => `${scope}/providers/Microsoft.Authorization/locks/${name}`
const wire = (scope: string, name: string, level = 'CanNotDelete') => ({
  id: lockId(scope, name),
  name,
  type: 'Microsoft.Authorization/locks',
  properties: { level, notes: 'Kept.' },
})
const GROUP = VAULT_ID.slice(0, VAULT_ID.indexOf('/providers/'))

describe('a lock', () => {
  it('is listed where it holds, page after page, with what it was set on', async () => {
    const next = `https://management.azure.com${VAULT_ID}/providers/Microsoft.Authorization/locks?api-version=2020-05-01&$skipToken=1`
    const { services, seen } = bench(({ url }): Reply => {
      if (url.searchParams.has('$skipToken')) return { status: 200, body: { value: [wire(GROUP, 'group', 'ReadOnly')] } }
      return { status: 200, body: { value: [wire(VAULT_ID, 'own')], nextLink: next } }
    })
    expect(await services.azure.listLocks(VAULT_ID)).toEqual({
      ok: true,
      value: [
        { id: lockId(VAULT_ID, 'own'), name: 'own', scope: VAULT_ID, level: 'CanNotDelete' },
        { id: lockId(GROUP, 'group'), name: 'group', scope: GROUP, level: 'ReadOnly' },
      ],
    })
    expect(decodeURIComponent(seen[0]?.url.href ?? '')).toBe(
      `https://management.azure.com${VAULT_ID}/providers/Microsoft.Authorization/locks?api-version=2020-05-01&$filter=atScope()`,
    )
  })

  it('is set against deleting alone', async () => {
    const { services, seen } = bench(() => ({ status: 201, body: wire(VAULT_ID, 'kept') }))
    expect(await services.azure.createLock({ scope: VAULT_ID, name: 'kept', notes: 'Kept.' })).toMatchObject({
      ok: true,
      value: { id: lockId(VAULT_ID, 'kept') },
    })
    expect(seen[0]?.url.href).toBe(`https://management.azure.com${lockId(VAULT_ID, 'kept')}?api-version=2020-05-01`)
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ properties: { level: 'CanNotDelete', notes: 'Kept.' } })
  })
})
