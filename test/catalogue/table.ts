import { CATALOGUE_STEPS, type CatalogueEntry } from '#machines/procedure/catalog/entries.ts'
import type { Handled } from './handling.ts'

const KINDS: Readonly<Record<CatalogueEntry['by'], 'check' | 'guidance' | 'not observable'>> = {
  check: 'check',
  // The wizard detects these by itself, too.
  refusal: 'check',
  coverage: 'check',
  guidance: 'guidance',
  'not-observable': 'not observable',
}

export const kindOf = ({ by }: CatalogueEntry): string => KINDS[by]

const counted = (entries: readonly Handled[], kind: string): number => entries.filter(({ entry }) => kindOf(entry) === kind).length

/** `85 entries, 50 checks, 33 guidance, 2 not observable, 0 missing`. */
export function closingLine(handled: readonly Handled[]): string {
  const missing = handled.filter((each) => each.missing).length
  return `${handled.length} entries, ${counted(handled, 'check')} checks, ${counted(handled, 'guidance')} guidance, ${counted(handled, 'not observable')} not observable, ${missing} missing`
}

const HEAD = ['Id', 'Step', 'What goes wrong', 'Kind', 'How it is seen', 'Source', 'Edition'] as const

const cellsOf = ({ entry, source, how, missing }: Handled): readonly string[] => [
  entry.id,
  CATALOGUE_STEPS[entry.step],
  entry.title,
  missing ? 'MISSING' : kindOf(entry),
  how.join('; '),
  source.title,
  source.edition ?? 'no date',
]

export function asText(handled: readonly Handled[]): string {
  const rows = [HEAD, ...handled.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `${[...lines, '', closingLine(handled)].join('\n')}\n`
}

export function asMarkdown(handled: readonly Handled[]): string {
  const steps = Object.entries(CATALOGUE_STEPS).map(([step, title]) => {
    const rows = handled
      .filter(({ entry }) => entry.step === step)
      .map((each) => {
        const [id, , wrong, kind, how, source, edition] = cellsOf(each)
        return `| ${id} | ${wrong} | ${kind} | ${how} | [${source}](${each.source.url}) | ${edition} |`
      })
    return [
      `## ${title}`,
      '',
      '| Id | What goes wrong | Kind | How it is seen | Source | Edition |',
      '|---|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n')
  })
  return [
    '# What goes wrong, and how you learn of it',
    '',
    'Written by `npm run catalogue -- --write` from the code itself; a change here is overwritten.',
    '',
    'A *check* is seen by the wizard: by reading the services, by their refusal of a write, or by what you say is in use. *Guidance* is',
    'told at its step, because no service tells it. What is *not observable* has its reason. Names like `purge-protection` are the keys',
    'of the checks, which evidence and tests name as well.',
    '',
    ...steps,
    `${closingLine(handled)}.`,
    '',
  ].join('\n')
}
