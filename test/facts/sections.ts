import type { CodedSource } from './coded-sources.ts'
import type { Facts } from './register/register.ts'

/** Parts of a change's description that a person decides by: duration, downtime, rollback. */
const DECIDES = /\.(?:undo|takes|waitRange|after|why|offline|dependent|lasting|keep|back|noCancel)(?:[A-Z]\w*)?$/

interface Place {
  readonly document: string
  readonly heading: string
  readonly ids: readonly string[]
}

const placesIn = (register: readonly Facts<string>[]): readonly Place[] =>
  register.flatMap(({ documents }) =>
    Object.entries(documents).flatMap(([document, sections]) =>
      Object.entries(sections).map(([heading, ids]) => ({ document, heading, ids })),
    ),
  )

/** The name of messages about it. */
export const camel = (kind: string): string => kind.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

function placesOfAction(places: readonly Place[], kind: string): readonly (readonly [string, string])[] {
  const isOf = (id: string) => id.startsWith(`action.${camel(kind)}.`) && DECIDES.test(id)
  const isReason = (id: string) => id === `scripts.reason.${camel(kind)}`
  const found = places.filter(({ ids }) => ids.some((id) => isOf(id) || isReason(id)))
  return found.map(({ document, heading }) => [document, heading])
}

const quoted = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`)
const keyOf = (name: string): string => (/^[a-z]+$/.test(name) ? name : quoted(name))

/** The part of the register that the rules read, as a module. */
export function asModule(register: readonly Facts<string>[], coded: readonly CodedSource[], kinds: readonly string[]): string {
  const places = placesIn(register)
  const headings = new Set(coded.flatMap(({ heading, where }) => (heading && where.startsWith('check ') ? [heading] : [])))
  return [
    "import type { SourceId } from './source-ids.ts'",
    '',
    '/* Written by `npm run check -- facts --write` from `test/facts/register`: not to be edited. */',
    '',
    'export const HEADINGS_OF_CHECKS: readonly string[] = [',
    ...[...headings].toSorted((a, b) => a.localeCompare(b, 'en')).map((heading) => `  ${quoted(heading)},`),
    ']',
    '',
    '// biome-ignore format: one line each',
    '/** Where the documents say how long a change takes, whom it takes offline, and what leads back. */',
    'export const PLACES_OF_ACTIONS: Readonly<Record<string, readonly (readonly [SourceId, string])[]>> = {',
    ...kinds.toSorted().flatMap((kind) => {
      const found = placesOfAction(places, kind).map(([document, heading]) => `[${quoted(document)}, ${quoted(heading)}]`)
      return found.length === 0 ? [] : [`  ${keyOf(kind)}: [${[...new Set(found)].join(', ')}],`]
    }),
    '}',
    '',
  ].join('\n')
}
