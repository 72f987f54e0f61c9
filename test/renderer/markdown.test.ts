import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocksOf, piecesOf } from '#renderer/desktop/markdown.ts'

const docs = path.resolve(import.meta.dirname, '../../docs')

describe('a guide', () => {
  it('is read as headings, paragraphs, lists, tables and code, without its title and comments', () => {
    const guide = `# Guide

<!-- written by a tool -->
One line
and its end.

## Steps

- **First.** It goes
  over two lines.
- Second

1. One
2. Two

### Table

| A | B |
| --- | --- |
| 1 | \`x\\|y\` |

\`\`\`sh
npm start

npm test
\`\`\`
`
    expect(blocksOf(guide)).toEqual([
      { kind: 'paragraph', text: 'One line and its end.' },
      { kind: 'heading', level: 3, text: 'Steps' },
      { kind: 'list', ordered: false, items: ['**First.** It goes over two lines.', 'Second'] },
      { kind: 'list', ordered: true, items: ['One', 'Two'] },
      { kind: 'heading', level: 4, text: 'Table' },
      { kind: 'table', head: ['A', 'B'], rows: [['1', '`x|y`']] },
      { kind: 'code', text: 'npm start\n\nnpm test' },
    ])
  })

  it('keeps of a link its words, and tells what is bold and what a person types', () => {
    expect(piecesOf('See the [user guide](user-guide.md), **Help** and `npm start`, *soon*.')).toEqual([
      { as: 'text', text: 'See the user guide, ' },
      { as: 'strong', text: 'Help' },
      { as: 'text', text: ' and ' },
      { as: 'code', text: 'npm start' },
      { as: 'text', text: ', soon.' },
    ])
  })

  it.each(readdirSync(docs).filter((file) => file.endsWith('.md')))('loses no word and shows no mark: %s', (file) => {
    const guide = readFileSync(path.join(docs, file), 'utf8')
    const said = blocksOf(guide).flatMap((block) => {
      if (block.kind === 'code') return []
      const lines = block.kind === 'list' ? block.items : block.kind === 'table' ? [...block.head, ...block.rows.flat()] : [block.text]
      return lines.flatMap(piecesOf)
    })
    expect(said.length).toBeGreaterThan(10)
    expect(said.filter(({ as, text }) => as === 'text' && /\*\*|\]\(|^#+ |^\|/.test(text))).toEqual([])
    // The words of the longest line of the guide are there.
    const words = (text: string) => text.match(/\p{L}{4,}/gu) ?? []
    const shown = new Set(blocksOf(guide).flatMap((block) => words(JSON.stringify(block))))
    const body = guide
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/^# .*$/m, '')
      .replace(/^```\w*/gm, '')
    expect(words(body).filter((word) => !shown.has(word) && !JSON.stringify([...shown]).includes(word))).toEqual([])
  })
})
