/** Terraform syntax as data, formatted like `terraform fmt`. */
export type Entry =
  /** `text` is a valid expression. */
  | { readonly kind: 'attribute'; readonly name: string; readonly text: string }
  | { readonly kind: 'object'; readonly name: string; readonly entries: readonly Entry[] }
  | Block

export interface Block {
  readonly kind: 'block'
  readonly type: string
  /** Constants, written unescaped. */
  readonly labels: readonly string[]
  readonly entries: readonly Entry[]
  readonly comments?: readonly string[]
}

export const attribute = (name: string, text: string): Entry => ({ kind: 'attribute', name, text })
export const object = (name: string, entries: readonly Entry[]): Entry => ({ kind: 'object', name, entries })
export const block = (type: string, labels: readonly string[], entries: readonly Entry[], comments: readonly string[] = []): Block => ({
  kind: 'block',
  type,
  labels,
  entries,
  comments,
})

function linesOf(entries: readonly Entry[], indent: string): readonly string[] {
  return entries.flatMap((entry, index) => {
    const before = index === 0 || (entry.kind !== 'block' && entries[index - 1]?.kind !== 'block') ? [] : ['']
    if (entry.kind === 'attribute') return [...before, `${indent}${entry.name.padEnd(widthAt(entries, index))} = ${entry.text}`]
    if (entry.kind === 'object') return [...before, `${indent}${entry.name} = {`, ...linesOf(entry.entries, `${indent}  `), `${indent}}`]
    return [...before, ...blockLines(entry, indent)]
  })
}

function widthAt(entries: readonly Entry[], index: number): number {
  const isAttribute = (at: number): boolean => entries[at]?.kind === 'attribute'
  let first = index
  while (isAttribute(first - 1)) first -= 1
  let end = index
  while (isAttribute(end)) end += 1
  return Math.max(...entries.slice(first, end).map((entry) => (entry.kind === 'attribute' ? entry.name.length : 0)))
}

function blockLines({ type, labels, entries, comments = [] }: Block, indent: string): readonly string[] {
  const head = `${indent}${[type, ...labels.map((label) => `"${label}"`)].join(' ')} {`
  return [
    ...comments.map((comment) => `${indent}# ${comment}`.trimEnd()),
    ...(entries.length === 0 ? [`${head}}`] : [head, ...linesOf(entries, `${indent}  `), `${indent}}`]),
  ]
}

export const textOf = (blocks: readonly Block[]): string => blocks.map((each) => blockLines(each, '').join('\n')).join('\n\n')
