import { expect } from 'vitest'
import { gaps } from '../accessibility.ts'
import type { Inspection } from './inspection.ts'

/** What holds at every place. @param landmarks that the place has, in order */
export function expectGood(inspection: Inspection | undefined, place: string, landmarks: readonly string[]): void {
  if (inspection === undefined) throw new Error(`The tour never came to ${place}.`)
  const { violations, headings, misfits } = inspection
  expect.soft(violations, 'violations that axe finds').toEqual([])
  expect
    .soft(
      headings.filter((level) => level === 1),
      'main headings',
    )
    .toHaveLength(1)
  expect.soft(gaps(headings), 'headings without the one above them').toEqual([])
  expect.soft(inspection.landmarks, 'landmarks').toEqual(landmarks)
  expect.soft(misfits, 'what does not fit').toEqual([])
}
