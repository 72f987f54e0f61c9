import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('demo', {
  purpose: 'Runs one scenario of the practice tenant to its end, without a window.',
  exitCodes: 'Exit code 0: the scenario ended as expected. 1: it did not. 2: the command could not be understood.',
  scriptTakes: '--script takes one of: {languages}',
  reportTakes: '--report takes a file that ends in .html or .json',
  noScenario: 'There’s no scenario “{name}”.',
  noJournal: 'The scenario ended before there was a log to report.',
  practice: 'PRACTICE TENANT: nothing here is real.',
  scenario: '{title}. {story}',
  changes: 'Changes in this plan: {count, number}.',
  wouldStop: 'The wizard would stop in step “{step}” with {finding} and not apply this plan.',
  end: 'Result: {reached}. Expected: {promised}. {kept, select, yes {As expected.} other {NOT as expected.}} Writes accepted by the services: {writes, number}.',
  allProved: 'all four steps are verified',
  allProvedWith: 'all four steps are verified. {outcome}',
  refused: 'refused in step “{step}” with {findings}',
  noFinding: 'no finding',
  lost: 'lost: {why}',
  report: 'Report: {file}. Check it with: npm run verify-report -- {file}',
  notImported: 'Not imported: {file}: {why}',
  nothingImported: 'Couldn’t import any environment from {folder}.',
  imported: 'Imported from {folder}: {names}.',
})

export const optionMessages = defineMessages('demo.option', {
  scenario: 'one of: {scenarios}',
  json: 'prints one JSON document at the end instead of lines',
  report: 'saves what happened as evidence: a page (FILE.html) or data (FILE.json)',
  script:
    'writes what the wizard would do as a script, and does nothing: {languages}. Only the script goes to stdout, everything else to stderr',
  import: 'adds the environments of a folder (the admin API’s own JSON) to the tenant',
})

export const toldMessages = defineMessages('demo.told', {
  step: 'Step {number, number} of 4: {title} ({at} UTC)',
  statusConfirmed: 'Confirmed',
  seen: 'found: {seen}',
  owner: 'owner: {owner}',
  plan: 'What will change: {summary}',
  action: '{title}: {written, select, yes {done} other {no change needed}}, {resource}',
  wait: '{at} UTC: {state}',
  waitInStage: '{at} UTC: {state}, stage {stage}',
  confirmed: 'Confirmed by the person in this run: {title}',
  problem: '{title}. {meaning} {remedy}',
  words: 'error details: {words}',
})
