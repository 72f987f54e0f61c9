import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const folder = fileURLToPath(new URL('../../renderer', import.meta.url))
const OWN = /type="(?:date|datetime-local|month|time|week)"/

it('no page has the browser’s own field for a date, which shows 11/29/2026 in every language', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => OWN.test(readFileSync(path.join(folder, file), 'utf8')))).toEqual([])
})
