/** Reads CSV by the letter of RFC 4180, every cell quoted, and refuses anything else. */
export function parsedCsv(text: string): readonly (readonly string[])[] {
  if (!text.startsWith('\uFEFF')) throw new Error('No mark of UTF-8.')
  const rows: string[][] = [[]]
  let rest = text.slice(1)
  while (rest !== '') {
    const cell = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest)
    if (!cell) throw new Error(`Not CSV: ${rest.slice(0, 40)}`)
    rows.at(-1)?.push((cell[1] ?? '').replaceAll('""', '"'))
    rest = rest.slice(cell[0].length)
    if (cell[2] === '\r\n' && rest !== '') rows.push([])
  }
  return rows
}
