import { expect, test } from 'vitest'
import { LANGUAGES } from '#messages/languages.ts'
import { notesOf, releaseNotes } from '../../tools/release-notes.mjs'
import { strings } from '../strings.ts'

const { whatsNew } = strings.desktop
const NOT_SIGNED = /aren’t signed/g

test('release notes say what the app says under What’s new', () => {
  const notes = releaseNotes('1.1.0', new Set())
  for (const line of [...whatsNew.of110, ...whatsNew.openOf110]) expect(notes).toContain(`- ${line}\n`)
})

test('they are there in each language, with as many lines', () => {
  const notes = notesOf('1.1.0')
  expect(Object.keys(notes).toSorted()).toEqual([...LANGUAGES].toSorted())
  for (const { lines, open } of Object.values(notes)) {
    expect(lines).toHaveLength(whatsNew.of110.length)
    expect(open).toHaveLength(whatsNew.openOf110.length)
  }
})

test.each([
  { signed: [], unsigned: 3 },
  { signed: ['windows'], unsigned: 2 },
  { signed: ['windows', 'macos'], unsigned: 1 },
])('packages that nobody signed are named, where $signed are signed', ({ signed, unsigned }) => {
  expect(releaseNotes('1.1.0', new Set(signed)).match(NOT_SIGNED)).toHaveLength(unsigned)
})

test('a version that nothing was written about has no notes', () => {
  expect(() => releaseNotes('9.9.9', new Set())).toThrow('renderer/messages/whats-new.ts says nothing of 9.9.9.')
})
