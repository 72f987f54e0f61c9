import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { coverageItem } from '#machines/procedure/coverage/assess.ts'
import { COVERAGE_ITEM_IDS } from '#machines/procedure/coverage/item-ids.ts'

/*
 * The article as it was handed over, beside the repository. Its tables read word for word like those of the edition of
 * 13 March 2026.
 */
const SEED = join(import.meta.dirname, '../../../../../shared/seed')
const exists = existsSync(SEED)

/** The tables of the text: a row's name, and the cells beside it. */
function tables(): ReadonlyMap<string, string> {
  const text = readdirSync(SEED)
    .map((file) => readFileSync(join(SEED, file), 'utf8'))
    .join('\n')
  const rows = text.split('\n').flatMap((line): readonly (readonly [string, string])[] => {
    const [name = '', says] = line.split(' | ')
    return says === undefined || says.trim() === '' || says.startsWith('Status') ? [] : [[name.trim(), says]]
  })
  return new Map(rows)
}

const items = COVERAGE_ITEM_IDS.map((id) => [id, coverageItem(id)] as const).filter(([, { row }]) => row !== undefined)

describe.skipIf(!exists)('the coverage tables beside the article they were taken from', () => {
  it('have an item for every row, and a row for every item', () => {
    expect(new Set(items.map(([, { row }]) => row))).toEqual(new Set(tables().keys()))
  })

  it.each(items)('quote of %s what is in its row', (_, { row = '', statements: [newest] }) => {
    const says = tables().get(row) ?? ''
    expect(newest.source).toBe('finance-and-operations-keys')
    expect(newest.terms?.length).toBeGreaterThan(0)
    for (const words of [...(newest.terms ?? []), ...(newest.forecast ? [newest.forecast.words] : [])]) expect(says).toContain(words)
  })

  it('leave out no forecast that is in a row', () => {
    const quoted = items.flatMap(
      ([
        ,
        {
          row,
          statements: [newest],
        },
      ]) => (newest.forecast ? [row] : []),
    )
    const forecasts = [...tables()].flatMap(([row, says]) => (/expected/.test(says) ? [row] : []))
    expect(new Set(quoted)).toEqual(new Set(forecasts))
  })
})

it.runIf(!exists)('is not pinned to the article here, because the article is not beside the repository', () => {
  console.info(`There is no ${SEED}: the coverage tables were not compared with the article.`)
  expect(exists).toBe(false)
})
