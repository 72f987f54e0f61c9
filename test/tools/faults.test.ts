import { expect, test } from 'vitest'
import { verdict } from '../../tools/test-faults.mjs'

const good = { name: 'GET /x: 500', wrong: [], duplicates: [], unobserved: [], lost: [], told: ['The service failed'] }

test('every call met by every fault, and all survived, is the whole of it', () => {
  expect(verdict({ calls: 1, faults: 2 }, [good, good])).toEqual({
    line: '1 calls × 2 faults = 2 cases, 2 survived, 0 duplicate writes, 0 lost',
    passed: true,
    complete: true,
  })
})

test.each([
  [{ ...good, wrong: ['A defect'] }, '1 survived, 0 duplicate writes, 0 lost'],
  [{ ...good, unobserved: ['PUT /x'] }, '1 survived, 0 duplicate writes, 0 lost'],
  [{ ...good, duplicates: ['PUT /x', 'PUT /y'] }, '1 survived, 2 duplicate writes, 0 lost'],
  [{ ...good, lost: ['Not in the journal'] }, '1 survived, 0 duplicate writes, 1 lost'],
])('one that did not survive is counted and fails the whole', (bad, figures) => {
  expect(verdict({ calls: 1, faults: 2 }, [good, bad])).toMatchObject({
    line: expect.stringContaining(figures),
    passed: false,
    complete: true,
  })
})

test('a part of the cases is not complete, and none at all has not passed', () => {
  expect(verdict({ calls: 2, faults: 2 }, [good])).toMatchObject({ passed: true, complete: false })
  expect(verdict({ calls: 0, faults: 0 }, [])).toMatchObject({ passed: false })
})
