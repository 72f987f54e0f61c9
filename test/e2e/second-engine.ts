import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import * as z from 'zod'

const report = z.object({
  results: z.array(
    z.object({
      ruleId: z.string(),
      value: z.tuple([z.string(), z.string()]),
      message: z.string(),
      path: z.object({ dom: z.string() }),
      snippet: z.string(),
    }),
  ),
})

/** One file with the engine and all of its rules: nothing is loaded from elsewhere. */
const readEngine = (): string => readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine'), 'utf8')
let engine: string | undefined

/**
 * A part of the Key Map shows more than its name says: only in a dialog is all of it read out. Its name has its kind, its title and its
 * state, so that a person can say what they see first.
 */
const isOnMap = ({ ruleId, snippet }: z.infer<typeof report>['results'][number]): boolean =>
  ruleId === 'label_name_visible' && /^<button [^>]*aria-haspopup="dialog"/.test(snippet)

/** Certain violations of IBM's accessibility checker, a line each, without those left to people. */
export async function certainViolations(page: Page): Promise<string[]> {
  engine ??= readEngine()
  await page.evaluate(`${engine}; globalThis.checked = new ace.Checker().check(document, ['WCAG_2_2']); undefined`)
  const { results } = report.parse(await page.evaluate(() => Reflect.get(globalThis, 'checked')))
  return results
    .filter((each) => each.value.join() === 'VIOLATION,FAIL' && !isOnMap(each))
    .map(({ ruleId, message, path: { dom }, snippet }) => `${ruleId}: ${message}. ${dom} ${snippet.slice(0, 160)}`)
}
