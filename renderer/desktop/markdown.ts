/** A block of a guide, in the Markdown subset that our guides use. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'code'; readonly text: string }

const ITEM = /^(?:[-*]|(\d+)\.) /
/** Ends a paragraph or a list item. */
const BEGINS = /^(#|```|\||<!--|(?:[-*]|\d+\.) |\s*$)/

const cells = (line: string): readonly string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))

/** Parses a guide without its title, which the dialog shows. */
export function blocksOf(guide: string): readonly Block[] {
  const lines = guide.replace(/<!--[\s\S]*?-->/g, '').split('\n')
  const blocks: Block[] = []
  let at = 0
  const rest = (): string => {
    let text = (lines[at++] ?? '').trim()
    while (at < lines.length && !BEGINS.test(lines[at]?.trim() ?? '')) text += ` ${lines[at++]?.trim()}`
    return text
  }
  const linesOf = (of: RegExp): readonly string[] => {
    const found: string[] = []
    while (of.test(lines[at] ?? '')) found.push(lines[at++] ?? '')
    return found
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = /^(#+) (.*)/.exec(line)
    if (heading) {
      at++
      const depth = heading[1]?.length ?? 1
      if (depth > 1) blocks.push({ kind: 'heading', level: depth === 2 ? 3 : 4, text: heading[2] ?? '' })
    } else if (line.startsWith('```')) {
      at++
      const code = linesOf(/^(?!```)/)
      at++
      blocks.push({ kind: 'code', text: code.join('\n') })
    } else if (line.startsWith('|')) {
      const [head = '', , ...rows] = linesOf(/^\|/)
      blocks.push({ kind: 'table', head: cells(head), rows: rows.map(cells) })
    } else if (ITEM.test(line)) {
      const ordered = ITEM.exec(line)?.[1] !== undefined
      const items: string[] = []
      while (ITEM.test(lines[at] ?? '')) items.push(rest().replace(ITEM, ''))
      blocks.push({ kind: 'list', ordered, items })
    } else if (line.trim() === '') at++
    else blocks.push({ kind: 'paragraph', text: rest() })
  }
  return blocks
}

/** Inline text: plain, bold, or code. Links and emphasis keep only their words. */
export interface Piece {
  readonly as: 'text' | 'strong' | 'code'
  readonly text: string
}

export function piecesOf(line: string): readonly Piece[] {
  const words = line.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
  return words
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part): Piece => {
      if (part.startsWith('**')) return { as: 'strong', text: part.slice(2, -2) }
      if (part.startsWith('`')) return { as: 'code', text: part.slice(1, -1) }
      return { as: 'text', text: part.replace(/(?<!\w)\*([^*]+)\*/g, '$1') }
    })
}
