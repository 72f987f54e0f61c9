import { defineMessages } from '../../machines/messages/message.ts'

/** What the walk says of itself, in the terminal. */
export const messages = defineMessages({
  purpose: { id: 'demo.purpose', defaultMessage: 'Runs one scenario of the practice tenant to its end, without a window.' },
  exitCodes: {
    id: 'demo.exitCodes',
    defaultMessage: 'Exit code 0: the scenario ended as expected. 1: it did not. 2: the command could not be understood.',
  },
  scriptTakes: { id: 'demo.scriptTakes', defaultMessage: '--script takes one of: {languages}' },
  reportTakes: { id: 'demo.reportTakes', defaultMessage: '--report takes a file that ends in .html or .json' },
  noScenario: { id: 'demo.noScenario', defaultMessage: 'There’s no scenario “{name}”.' },
  noJournal: { id: 'demo.noJournal', defaultMessage: 'The scenario ended before there was a log to report.' },
  practice: { id: 'demo.practice', defaultMessage: 'PRACTICE TENANT: nothing here is real.' },
  scenario: { id: 'demo.scenario', defaultMessage: '{title}. {story}' },
  changes: { id: 'demo.changes', defaultMessage: 'Changes in this plan: {count, number}.' },
  wouldStop: {
    id: 'demo.wouldStop',
    defaultMessage: 'The wizard would stop in step “{step}” with {finding} and not apply this plan.',
  },
  end: {
    id: 'demo.end',
    defaultMessage:
      'Result: {reached}. Expected: {promised}. {kept, select, yes {As expected.} other {NOT as expected.}} Writes accepted by the services: {writes, number}.',
  },
  allProved: { id: 'demo.allProved', defaultMessage: 'all four steps are verified' },
  allProvedWith: { id: 'demo.allProvedWith', defaultMessage: 'all four steps are verified. {outcome}' },
  refused: { id: 'demo.refused', defaultMessage: 'refused in step “{step}” with {findings}' },
  noFinding: { id: 'demo.noFinding', defaultMessage: 'no finding' },
  lost: { id: 'demo.lost', defaultMessage: 'lost: {why}' },
  report: { id: 'demo.report', defaultMessage: 'Report: {file}. Check it with: npm run verify-report -- {file}' },
  notImported: { id: 'demo.notImported', defaultMessage: 'Not imported: {file}: {why}' },
  nothingImported: { id: 'demo.nothingImported', defaultMessage: 'Couldn’t import any environment from {folder}.' },
  imported: { id: 'demo.imported', defaultMessage: 'Imported from {folder}: {names}.' },
})

/** What each option of the walk does. */
export const optionMessages = defineMessages({
  scenario: { id: 'demo.option.scenario', defaultMessage: 'one of: {scenarios}' },
  json: { id: 'demo.option.json', defaultMessage: 'prints one JSON document at the end instead of lines' },
  report: {
    id: 'demo.option.report',
    defaultMessage: 'saves what happened as evidence: a page (FILE.html) or data (FILE.json)',
  },
  script: {
    id: 'demo.option.script',
    defaultMessage:
      'writes what the wizard would do as a script, and does nothing: {languages}. Only the script goes to stdout, everything else to stderr',
  },
  import: {
    id: 'demo.option.import',
    defaultMessage: 'adds the environments of a folder (the admin API’s own JSON) to the tenant',
  },
})

/** What a walk met, one line or a few for each. */
export const toldMessages = defineMessages({
  step: { id: 'demo.told.step', defaultMessage: 'Step {number, number} of 4: {title} ({at} UTC)' },
  statusConfirmed: { id: 'demo.told.statusConfirmed', defaultMessage: 'Confirmed' },
  seen: { id: 'demo.told.seen', defaultMessage: 'found: {seen}' },
  owner: { id: 'demo.told.owner', defaultMessage: 'owner: {owner}' },
  plan: { id: 'demo.told.plan', defaultMessage: 'What will change: {summary}' },
  action: {
    id: 'demo.told.action',
    defaultMessage: '{title}: {written, select, yes {done} other {no change needed}}, {resource}',
  },
  wait: { id: 'demo.told.wait', defaultMessage: '{at} UTC: {state}' },
  waitInStage: { id: 'demo.told.waitInStage', defaultMessage: '{at} UTC: {state}, stage {stage}' },
  confirmed: { id: 'demo.told.confirmed', defaultMessage: 'Confirmed by the person in this run: {title}' },
  problem: { id: 'demo.told.problem', defaultMessage: '{title}. {meaning} {remedy}' },
  words: { id: 'demo.told.words', defaultMessage: 'error details: {words}' },
})
