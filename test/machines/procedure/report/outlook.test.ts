import { describe, expect, it } from 'vitest'
import type { Cause } from '#machines/engine/step/finding.ts'
import { verbatim } from '#machines/messages/message.ts'
import { outlook } from '#machines/procedure/report/outlook.ts'
import { english } from '#test/english.ts'

const REACHED = { key: 'key-within-reach', status: 'pass', title: verbatim('The key is within reach'), seen: verbatim('all read') } as const
const LOCKED = { key: 'protect-lock-vault', status: 'warning', title: verbatim('No lock on the vault'), seen: verbatim('none') } as const

/** The last cell of the first row: what protects from the role being removed. */
const firstProtection = (findings: Parameters<typeof outlook>[0]) => english.all(outlook(findings)?.rows[0]?.at(-1) ?? [])

/** The report's text for each cause, by title. */
const happened = (causes: readonly Cause[] | undefined) => {
  const { columns = [], rows = [] } = outlook([{ ...REACHED, ...(causes ? { causes } : {}) }]) ?? {}
  const place = columns.findIndex((column) => english.all([column]).flat()[0] === 'Has happened')
  return Object.fromEntries(rows.map((cells) => [english.all(cells[0])?.[0], english.all(cells[place] ?? [])]))
}

describe('what would take the environments offline, in the report', () => {
  it('is left out of the report of an environment that isn’t on its key', () => {
    expect(outlook([LOCKED])).toBeUndefined()
  })

  it('says of each cause whether it had happened, and of one that the record doesn’t hold that it’s unknown', () => {
    const told = happened([
      { key: 'key-disabled', status: 'fail' },
      { key: 'key-deleted', status: 'pass' },
      { key: 'vault-closed', status: 'unknown' },
    ])
    expect(told).toMatchObject({
      'The key is disabled': ['Yes'],
      'The key is deleted': ['No'],
      'Public access to the key store is turned off without the exception for trusted services': ['Unknown'],
      'The key expires': ['Unknown'],
    })
  })

  it('tells no cause apart in a record of an earlier version', () => {
    expect(english.all(outlook([REACHED])?.columns ?? [])).toEqual(['If', 'Advance warning', 'Way back', 'Protection'])
  })

  it('says what protects, and how that was found last', () => {
    const [unread, read] = [firstProtection([REACHED]), firstProtection([REACHED, LOCKED])]
    expect(unread).toHaveLength(1)
    expect(read).toEqual([...unread, 'No lock on the vault'])
  })
})
