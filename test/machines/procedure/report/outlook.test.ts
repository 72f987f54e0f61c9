import { describe, expect, it } from 'vitest'
import { verbatim } from '../../../../machines/messages/message.ts'
import { outlook } from '../../../../machines/procedure/report/outlook.ts'
import { english } from '../../../english.ts'

const REACHED = { key: 'key-within-reach', status: 'pass', title: verbatim('The key is within reach'), seen: verbatim('all read') } as const
const LOCKED = { key: 'protect-lock-vault', status: 'warning', title: verbatim('No lock on the vault'), seen: verbatim('none') } as const

/** The last cell of the first row: what protects from the role being removed. */
const firstProtection = (findings: Parameters<typeof outlook>[0]) => english.all(outlook(findings)?.rows[0]?.at(-1) ?? [])

describe('what would take the environments offline, in the report', () => {
  it('is left out of the report of an environment that isn’t on its key', () => {
    expect(outlook([LOCKED])).toBeUndefined()
  })

  it('says what protects, and how that was found last', () => {
    const [unread, read] = [firstProtection([REACHED]), firstProtection([REACHED, LOCKED])]
    expect(unread).toHaveLength(1)
    expect(read).toEqual([...unread, 'No lock on the vault'])
  })
})
