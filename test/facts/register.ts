import { OPERATION_IDS, STEP_IDS } from '#machines/procedure/procedure.ts'
import { actionsFacts } from './register/actions.ts'
import { coverageFacts } from './register/coverage.ts'
import { environmentFacts } from './register/environment.ts'
import { integrationFacts } from './register/integration.ts'
import { mapMailsAndDatesFacts } from './register/map-mails-and-dates.ts'
import { membershipFacts } from './register/membership.ts'
import { operationsFacts } from './register/operations.ts'
import { policyFacts } from './register/policy.ts'
import type { Facts } from './register/register.ts'
import { removalFacts } from './register/removal.ts'
import { rightsAndScriptsFacts } from './register/rights-and-scripts.ts'
import { windowAndPracticeFacts } from './register/window-and-practice.ts'
import { camel } from './sections.ts'

/** Sources of all statements about Microsoft's services. */
export const REGISTER: readonly Facts[] = [
  integrationFacts,
  environmentFacts,
  policyFacts,
  membershipFacts,
  operationsFacts,
  removalFacts,
  actionsFacts,
  coverageFacts,
  rightsAndScriptsFacts,
  mapMailsAndDatesFacts,
  windowAndPracticeFacts,
]

export const FACTUAL = [
  ...[...STEP_IDS, ...OPERATION_IDS].map(camel),
  'action',
  'calendar',
  'cloud',
  'contradiction',
  'coverage',
  'earlierKey',
  'keyMap',
  'landscape',
  'license',
  'mail',
  'operations',
  'removal',
  'rights',
  'scenario',
  'scripts',
  'situation',
  'tags',
  'wait',
  'whatIf',
  'window.confirmation',
  'window.coverage',
  'window.handOver',
  'window.landscape',
  'window.operations',
  'window.pilot',
  'window.policy',
  'window.schedule',
  'window.start',
  'window.wait',
  'window.whatIf',
  'wizard.closing',
  'records.executive',
]

/** Families without sources, with the reason. Single factual statements may still be in the register. */
export const ABOUT_THE_WIZARD: Readonly<Record<string, string>> = {
  choice: 'What to choose first.',
  cmkWizard: 'What the command line takes, does and answers.',
  demo: 'What the demo prints.',
  drift: 'What changed since the baseline, as it was read.',
  exercise: 'What is wrong with an exercise file.',
  firstContact: 'What a tenant answered, and what the wizard makes of it.',
  handoff: 'What a handoff says, and whom it is for.',
  json: 'What is wrong with a file or an answer.',
  link: 'Names of addresses.',
  many: 'How many environments there are.',
  notes: 'What is wrong with a trainer’s notes.',
  people: 'Names of people.',
  pilot: 'What is proposed.',
  practice: 'The practice tenant, in which nothing is real.',
  practiceTenant: 'The practice tenant, in which nothing is real.',
  records: 'The record, its store and its report.',
  serviceWord: 'States as services name them.',
  services: 'What a service, a proxy or the keyring answered.',
  signIn: 'How one signs in, and what an identity service answered.',
  staging: 'The practice tenant, in which nothing is real.',
  start: 'What is wrong with an argument or a setting.',
  step: 'How the wizard goes through a step, and what a service answered.',
  templates: 'What is wrong with a template.',
  terminal: 'What the terminal shows.',
  text: 'Parts of a text.',
  verifyReport: 'What is wrong with a report.',
  window: 'Labels, questions and hints of the window; the facts on a page come from the rules, but for the pages listed above.',
  wizard: 'How the wizard goes from step to step.',
}
