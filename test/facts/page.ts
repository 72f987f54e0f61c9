import type { Source } from '#machines/engine/references.ts'
import { SOURCES } from '#machines/procedure/sources/sources.ts'
import { byDocument, sectionsOf, type Texts } from './check.ts'
import type { Facts } from './register/register.ts'

function inBraces(text: string, open: number): string {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return text.slice(open + 1, at)
  }
  throw new Error(`A brace isn’t closed: ${text}`)
}

/** A message as one line: placeholders for values, general forms for plurals and choices. */
export function asLine(text: string): string {
  const open = text.indexOf('{')
  if (open === -1) return text
  const inside = inBraces(text, open)
  const [name = ''] = inside.split(',', 1)
  const general = /, (?:plural|select),/.test(inside) ? inside.lastIndexOf('other {') : -1
  const shown = general === -1 ? `{${name}}` : asLine(inBraces(inside, general + 'other '.length).replaceAll('#', `{${name}}`))
  return text.slice(0, open) + shown + asLine(text.slice(open + inside.length + 2))
}

const inMarkdown = (text: string): string => text.replaceAll(/[\\*_[\]<>`|]/g, String.raw`\$&`).replaceAll('\n', ' ')

/** `Create enterprise policy` becomes `#create-enterprise-policy`, as on Microsoft's pages. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

const items = (ids: readonly string[], english: Texts): string =>
  ids
    .toSorted()
    .map((id) => `- ${inMarkdown(asLine(english[id] ?? ''))} \`${id}\``)
    .join('\n')

function chapter({ title, url, edition }: Source, sections: ReadonlyMap<string, readonly string[]>, english: Texts): string {
  const parts = [...sections]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([heading, ids]) => {
      const link = url.startsWith('https://learn.microsoft.com/') ? `[${heading}](${url}#${anchorOf(heading)})` : heading
      return `${heading === '' ? '' : `### ${link}\n\n`}${items(ids, english)}`
    })
  return [`## ${title}`, `${edition === undefined ? 'No date' : `Edition of ${edition}`}: <${url}>`, ...parts].join('\n\n')
}

/** For example `612 facts from 58 documents, 140 conclusions of our own`. */
export function closingLine(register: readonly Facts<string>[]): string {
  const documents = byDocument(register)
  const facts = new Set([...documents.values()].flatMap((ids) => [...ids]))
  const conclusions = new Set(register.flatMap((each) => each.conclusions))
  return `${facts.size} facts from ${documents.size} documents, ${conclusions.size} conclusions of our own`
}

/** The register as a page, ordered for reviewing a new edition from top to bottom. */
export function asMarkdown(register: readonly Facts<string>[], english: Texts): string {
  const known = byDocument(register)
  return `${[
    '# Facts by document',
    'Written by `npm run check -- facts --page FILE` from `test/facts/register` and the headings of the checks.',
    [
      'Each statement that the wizard makes about Microsoft’s services, under the document and the heading that it rests on. When a new edition of',
      'a document appears, read it beside its chapter from top to bottom: change what it says otherwise, then the date in',
      '`machines/procedure/sources/sources.ts`. A statement that combines several documents is in each of their chapters. What no document says is in the',
      'last chapter; what only a real tenant can settle of it is in `docs/not-verified.md`.',
    ].join('\n'),
    `${closingLine(register)}.`,
    ...Object.entries(SOURCES).flatMap(([document, source]) =>
      known.has(document) ? [chapter(source, sectionsOf(document, register), english)] : [],
    ),
    '## Our conclusions and advice',
    items([...new Set(register.flatMap(({ conclusions }) => conclusions))], english),
  ].join('\n\n')}\n`
}
