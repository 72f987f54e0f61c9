import type { CodedSource } from './coded-sources.ts'
import type { Facts } from './register/register.ts'

export type Texts = Readonly<Record<string, string>>

/** Statements without a period: durations, document summaries, acknowledgments. */
const ALWAYS_A_STATEMENT = /(?:\.t|T)akes$|(?:\.k|K)nown$|(?:\.s|S)ays\d?$/

/** Values of the tenant, as a check found them. A further sentence that names none may say what Microsoft does. */
const isFound = (id: string, text: string): boolean =>
  /\.found(?:[A-Z]\w*)?$/.test(id) &&
  text
    .split(/(?<=[.!])\s+/u)
    .slice(1)
    .every((sentence) => sentence.includes(':'))

/**
 * Whether a message needs an entry. Text without a period is a label, heading, button, or tenant value and makes no
 * general statement, except for the kinds above.
 */
const isStatement = (id: string, text: string): boolean =>
  (/[.!][”"]?(?:\s|\}|$)/u.test(text) && !isFound(id, text)) || ALWAYS_A_STATEMENT.test(id)

const isOf = (families: readonly string[], id: string): boolean => families.some((family) => id.startsWith(`${family}.`))

/** Message families by ID prefix: with facts, or about the wizard only. */
export interface Families {
  readonly factual: readonly string[]
  readonly aboutTheWizard: readonly string[]
}

export function byDocument(register: readonly Facts<string>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { documents } of register)
    for (const [document, sections] of Object.entries(documents))
      for (const id of Object.values(sections).flat()) found.set(document, (found.get(document) ?? new Set()).add(id))
  return found
}

/** Statements that rest on a document, by its headings. */
export function sectionsOf(document: string, register: readonly Facts<string>[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const { documents } of register) {
    const all: Readonly<Record<string, Readonly<Record<string, readonly string[]>> | undefined>> = documents
    for (const [heading, ids] of Object.entries(all[document] ?? {})) found.set(heading, [...(found.get(heading) ?? []), ...ids])
  }
  return found
}

/** The register with the texts of checks and actions that it doesn't name: they rest on the heading beside them. */
export function withCoded(register: readonly Facts<string>[], coded: readonly CodedSource[]): readonly Facts<string>[] {
  const listed = new Set(
    register.flatMap(({ documents, conclusions, ofTheWizard }) => [
      ...Object.values(documents).flatMap((sections) => Object.values(sections).flat()),
      ...conclusions,
      ...ofTheWizard,
    ]),
  )
  const documents: Record<string, Record<string, readonly string[]>> = {}
  for (const { ids, document, heading } of coded) {
    if (heading === undefined) continue
    const before = documents[document]?.[heading] ?? []
    documents[document] = { ...documents[document], [heading]: [...new Set([...before, ...ids.filter((id) => !listed.has(id))])] }
  }
  return [...register, { documents, conclusions: [], ofTheWizard: [] }]
}

/** Errors in the register. @param english message catalog @param coded documents that code names beside a message */
export function problems(
  register: readonly Facts<string>[],
  { factual, aboutTheWizard }: Families,
  english: Texts,
  coded: readonly CodedSource[],
): readonly string[] {
  const documents = byDocument(register)
  const sourced = new Set([...documents.values()].flatMap((ids) => [...ids]))
  const concluded = new Set<string>(register.flatMap(({ conclusions }) => conclusions))
  const ofTheWizard = new Set<string>(register.flatMap((each) => each.ofTheWizard))
  const listed = new Set([...sourced, ...concluded, ...ofTheWizard])
  return [
    ...[...listed].filter((id) => !Object.hasOwn(english, id)).map((id) => `${id} is in the register, and no message is called so.`),
    ...Object.entries(english)
      .filter(([id, text]) => isOf(factual, id) && isStatement(id, text) && !listed.has(id))
      .map(([id, text]) => `${id} names no source: “${text}”. Enter its document, or that it is our conclusion, in test/facts/register.`),
    ...Object.keys(english)
      .filter((id) => !isOf([...factual, ...aboutTheWizard], id))
      .map((id) => `${id} is of a family that is neither factual nor about the wizard. Enter it in test/facts/register.ts.`),
    ...[...ofTheWizard]
      .filter((id) => sourced.has(id) || concluded.has(id))
      .map((id) => `${id} has a source and is also listed as stating nothing of the services.`),
    ...coded
      .filter(({ ids, document }) => ids.some((id) => sourced.has(id)) && !ids.some((id) => documents.get(document)?.has(id) ?? false))
      .map(({ ids, document, where }) => `${where} shows ${document}, and by the register it says none of this: ${ids.join(', ')}.`),
    ...coded.flatMap(({ ids, document, heading, where }) => {
      const sections = sectionsOf(document, register)
      const isUnder = (told: readonly string[] = []): boolean => ids.some((id) => told.includes(id))
      if (heading === undefined || !isUnder([...sections.values()].flat()) || isUnder(sections.get(heading))) return []
      return [`${where} names “${heading}” of ${document}, and by the register none of its texts is under it.`]
    }),
  ]
}
