import { expect, test } from 'vitest'
import { explainDifference, parseTarListing } from './difference.mjs'

const same: [string, string][] = [['./usr/bin/a', '-rwxr-xr-x root/root 1']]

test.each<[string, [string, string][], string[]]>([
  [
    'another mode',
    [['./usr/bin/a', '-rw-r--r-- root/root 1']],
    ['./usr/bin/a: -rwxr-xr-x root/root 1 in the first, -rw-r--r-- root/root 1 in the second'],
  ],
  ['a file more', [...same, ['./usr/bin/b', 'x']], ['only in the second: ./usr/bin/b']],
  ['a file less', [], ['only in the first: ./usr/bin/a']],
  ['nothing that is listed', same, [expect.stringContaining('in the header or in the compression')]],
])('%s explains why two packages differ', (_name, second, lines) => {
  expect(explainDifference(same, second)).toEqual(lines)
})

test('of many differences the first are shown, and the others counted', () => {
  const many = Array.from({ length: 25 }, (_, index): [string, string] => [`file ${index}`, ''])
  const lines = explainDifference(many, [])
  expect(lines).toHaveLength(21)
  expect(lines.at(-1)).toBe('and 5 more')
})

test('a listing of tar gives each file with its mode, owner, size, and time', () => {
  const listing =
    '-rw-r--r-- root/root      12 2026-11-25 00:00:00 ./usr/a b\nlrwxrwxrwx root/root         0 2026-11-25 00:00:00 ./usr/c -> ../d\n'
  expect(parseTarListing(listing)).toEqual([
    ['./usr/a b', '-rw-r--r-- root/root 12 2026-11-25 00:00:00'],
    ['./usr/c -> ../d', 'lrwxrwxrwx root/root 0 2026-11-25 00:00:00'],
  ])
})
