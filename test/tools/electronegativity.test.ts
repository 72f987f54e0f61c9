import { expect, it } from 'vitest'
import { answers, findingsOf, problemsOf } from '../../tools/electronegativity.mjs'

const CSV = `issue, severity, confidence, filename, location, sample, description, url
CSP_GLOBAL_CHECK,"MEDIUM","CERTAIN","N/A","0:0",N/A,"No CSP",https://example.org
AUXCLICK_JS_CHECK,"MEDIUM","FIRM","/tmp/a/electron/main.ts","60:17","new BrowserWindow(","Limit",https://example.org
AUXCLICK_JS_CHECK,"MEDIUM","FIRM","/tmp/a/electron/main.ts","90:17","new BrowserWindow(","Limit",https://example.org
`

it('reads each check and file once', () => {
  expect(findingsOf(CSV, '/tmp/a')).toEqual(['CSP_GLOBAL_CHECK N/A', 'AUXCLICK_JS_CHECK electron/main.ts'])
})

it('names a finding without an answer, and an answer without a finding', () => {
  expect(problemsOf(['A x', 'B y'], { 'A x': 'because' })).toEqual(['B y: no answer'])
  expect(problemsOf(['A x'], { 'A x': 'because', 'B y': 'because' })).toEqual(['B y: answered and not found any more'])
})

it('has a reason for each answer', () => {
  for (const why of Object.values(answers)) expect(why.length).toBeGreaterThan(20)
})
