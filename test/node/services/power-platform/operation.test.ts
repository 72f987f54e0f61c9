import { describe, expect, it } from 'vitest'
import { newestFirst, operationSchema } from '#node/services/power-platform/operation.ts'

const read = (wire: object) => operationSchema.parse({ id: 'op1', state: { id: 'Running' }, ...wire })

describe('a lifecycle operation', () => {
  it.each([
    ['NotStarted', 'not-started'],
    ['Running', 'running'],
    ['Succeeded', 'succeeded'],
    ['Failed', 'failed'],
    ['Canceled', 'canceled'],
    ['Cancelled', 'canceled'],
    ['SUCCEEDED', 'succeeded'],
    ['Rehydrating', 'unknown'],
    ['constructor', 'unknown'],
    ['__proto__', 'unknown'],
  ])('in state %s is %s, and the word is kept', (word, state) => {
    expect(read({ state: { id: word } })).toMatchObject({ state, stateWord: word })
  })

  it('is read with its stages and who asked for it', () => {
    expect(
      read({
        type: { id: 'NewCustomerManagedKey' },
        typeDisplayName: 'Update Customer Managed Key',
        createdDateTime: '2026-01-05T09:00:00Z',
        lastActionDateTime: '2026-01-05T09:01:00Z',
        requestedBy: { id: 'p1', displayName: '\u202eAvery\n' },
        stages: [
          { id: 'Validate', name: 'Validate', state: { id: 'Succeeded' }, firstActionDateTime: 'a', lastActionDateTime: 'b' },
          { id: 'Run' },
        ],
      }),
    ).toEqual({
      id: 'op1',
      type: 'NewCustomerManagedKey',
      typeDisplayName: 'Update Customer Managed Key',
      state: 'running',
      stateWord: 'Running',
      createdAt: '2026-01-05T09:00:00Z',
      lastActionAt: '2026-01-05T09:01:00Z',
      requestedBy: 'Avery',
      stages: [{ name: 'Validate', stateWord: 'Succeeded', firstActionAt: 'a', lastActionAt: 'b' }, { name: 'Run' }],
    })
  })

  it.each([
    [{ displayName: '\u202e', userPrincipalName: 'avery@contoso.example\u202e\n', id: 'p1' }, 'avery@contoso.example'],
    [{ displayName: '\u200b', userPrincipalName: '\u2066', id: 'p1' }, 'p1'],
    [{ id: 'p1' }, 'p1'],
  ])('was asked for by %j, shown on one line', (requestedBy, shown) => {
    expect(read({ requestedBy }).requestedBy).toBe(shown)
  })

  it('shows what the service says without marks, control characters, and tokens', () => {
    const token = 'eyJhbGciOiJub25lIn0.eyJvaWQiOiJ4In0.c2lnbmVk'
    const operation = read({
      typeDisplayName: 'Update\u202e\u001b[2J Key',
      stages: [{ name: 'Validate\u2066', id: 'Validate' }],
      error: { code: 'Vault\u0000Denied', message: `Refused \u202eBearer ${token}.` },
    })
    expect(operation).toMatchObject({
      typeDisplayName: 'Update [2J Key',
      stages: [{ name: 'Validate' }],
      error: { code: 'VaultDenied', message: expect.stringMatching(/^Refused Bearer \[removed\]/) },
    })
  })

  it.each([
    [{ error: { code: 'C', message: 'M' } }, { code: 'C', message: 'M' }],
    [{ error: 'Went wrong.' }, { message: 'Went wrong.' }],
    [{ errorDetail: { code: 'C' } }, { code: 'C' }],
    [{ stages: [{ id: 'Run', error: { message: 'Vault said no.' } }] }, { message: 'Vault said no.' }],
    [{ stages: [{ id: 'Run', errorDetail: { code: 'C', message: 'M' } }] }, { code: 'C', message: 'M' }],
  ])('finds the error in %j', (wire, error) => {
    expect(read({ ...wire, state: { id: 'Failed' } }).error).toEqual(error)
  })

  it('that failed without saying why has no error', () => {
    expect(read({ state: { id: 'Failed' } })).not.toHaveProperty('error')
  })

  it('without a state is not an operation: other services answer with a bare status here', () => {
    expect(operationSchema.safeParse({ operationId: 'op1', status: 'Succeeded' }).success).toBe(false)
    expect(operationSchema.safeParse({ id: 'op1', status: 'Succeeded' }).success).toBe(false)
  })
})

describe('the list of operations', () => {
  it('is newest first in any order of arrival, with the undated last', () => {
    const operations = [
      read({ id: 'old', createdDateTime: '2026-01-01T00:00:00Z' }),
      read({ id: 'undated' }),
      read({ id: 'new', createdDateTime: '2026-01-02T00:00:00.1234567Z' }),
    ]
    expect(newestFirst(operations).map(({ id }) => id)).toEqual(['new', 'old', 'undated'])
  })
})
