import { describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { calendarName } from '#node/records/calendar/calendar-file.ts'
import { nextLine } from '#node/records/engagement/journal/chain.ts'
import { engagementId, isEngagementId } from '#node/records/engagement/store.ts'
import { reportFile } from '#node/records/evidence/report-file.ts'
import { english } from '../../english.ts'
import { AT, ENTRIES } from './evidence/journal.ts'

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]|[. ]$/u
const RESERVED = /^(?:CON|PRN|AUX|NUL|COM[\d¹²³]|LPT[\d¹²³])(?:\.|$)/i

const [opened] = ENTRIES

/** The names of files that are made of what an environment is called. */
async function namesFor(displayName: string): Promise<readonly string[]> {
  const content = { ...opened.content, environment: { id: 'e', displayName } }
  const lines = [nextLine(undefined, 'opened', content, AT)]
  const made = { madeAt: AT, madeBy: 'Ada Marsh', app: { name: 'CMK Enablement Wizard', version: '0.1.0' } }
  const reports = (['html', 'json'] as const).map((format) =>
    reportFile(CUSTOMER_MANAGED_KEYS, format, lines, made, () => Promise.reject(new Error('It is no PDF.')), english),
  )
  const calendar = `${calendarName(CUSTOMER_MANAGED_KEYS, displayName, false)}.ics`
  return [calendar, ...(await Promise.all(reports)).map(({ name }) => name)]
}

describe('a file that is named for an environment has a name that Windows takes, and not a long one', () => {
  it.each(['CON', 'nul.txt', 'COM1', 'a:b', 'a/b\\c', '..\\..\\evil', 'what?*<>|"', 'ends with.', 'ends with ', '\u0007', 'x'.repeat(300)])(
    'where it is called %j',
    async (displayName) => {
      for (const name of await namesFor(displayName)) {
        expect(name).not.toMatch(FORBIDDEN)
        expect(name).not.toMatch(RESERVED)
        expect(name.length).toBeLessThan(120)
      }
    },
  )
})

it('the folder of a record has a name that Windows takes', () => {
  const id = engagementId({ tenantId: 'CON', environmentId: 'a:b. ' })
  expect(id).not.toMatch(FORBIDDEN)
  expect(id).not.toMatch(RESERVED)
  expect(isEngagementId(id)).toBe(true)
})
