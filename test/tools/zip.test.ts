import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { zipEntries } from '../../tools/zip.mjs'

interface Member {
  readonly name: string
  readonly content: string
  readonly method: number
  readonly mode: number
  /** Length of the extra field of the local header, which the directory does not repeat. */
  readonly extra?: number
}

function zip(members: readonly Member[], comment = ''): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, method, mode, extra = 0 } of members) {
    const raw = Buffer.from(content)
    const data = method === 8 ? deflateRawSync(raw) : raw
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(method, 8)
    local.writeUInt16LE(name.length, 26)
    local.writeUInt16LE(extra, 28)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(raw.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE((mode << 16) >>> 0, 38)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, Buffer.from(name))
    const file = Buffer.concat([local, Buffer.from(name), Buffer.alloc(extra), data])
    files.push(file)
    offset += file.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...files, listed, end, Buffer.from(comment)])
}

test('a stored and a deflated entry are read with their names and permissions', () => {
  const entries = zipEntries(
    zip([
      { name: 'plain.txt', content: 'as it is', method: 0, mode: 0o644 },
      { name: 'folder/program', content: 'again and again and again', method: 8, mode: 0o100755, extra: 9 },
    ]),
  )
  expect(entries.map(({ name, mode, read }) => [name, mode, read().toString()])).toEqual([
    ['plain.txt', 0o644, 'as it is'],
    ['folder/program', 0o755, 'again and again and again'],
  ])
})

test('a comment after the end record does not hide it', () => {
  expect(
    zipEntries(zip([{ name: 'a', content: 'x', method: 0, mode: 0 }], 'made by somebody'))[0]
      ?.read()
      .toString(),
  ).toBe('x')
})

test('what is not an archive, or is truncated, is refused', () => {
  expect(() => zipEntries(Buffer.from('<html>not found</html> and some more text'))).toThrow('Not a zip archive')
  const whole = zip([{ name: 'a', content: 'x', method: 0, mode: 0 }])
  expect(() => zipEntries(whole.subarray(0, whole.length - 30))).toThrow('Not a zip archive')
})

test('an unknown compression method is named', () => {
  const [entry] = zipEntries(zip([{ name: 'a', content: 'x', method: 12, mode: 0 }]))
  expect(() => entry?.read()).toThrow('method 12')
})
