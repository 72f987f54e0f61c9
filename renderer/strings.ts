import { defineMessages } from '#machines/messages/message.ts'
import { whatIfStates, whatIfWords } from '#machines/procedure/what-if/words.ts'
import type { Formatter } from '#messages/formatter.ts'
import { useWords } from './language.tsx'
import { connect } from './messages/connect.ts'
import { coverage } from './messages/coverage.ts'
import { desktop } from './messages/desktop.ts'
import { drift } from './messages/drift.ts'
import { engagements } from './messages/engagements.ts'
import { everyPage } from './messages/every-page.ts'
import { evidence } from './messages/evidence.ts'
import { footer, frame, practice } from './messages/frame.ts'
import { handOver } from './messages/hand-over.ts'
import { closing, keyDates, operations, preflight } from './messages/pages.ts'
import { environments, noted, people, policy } from './messages/pickers.ts'
import { confirmation, plan } from './messages/plan.ts'
import { practiceCases } from './messages/practice-cases.ts'
import { presenter } from './messages/presenter.ts'
import { schedule } from './messages/schedule.ts'
import { customCloud, start } from './messages/start.ts'
import { findings, names, otherPolicy, progress, receipts, refused, task, versions, wait } from './messages/step.ts'
import { time } from './messages/time.ts'
import { type InWords, inWords } from './words.ts'

const brand = defineMessages('window.brand', {
  heading: 'Your organization on the report',
  lead: 'For partners. Kept on this computer for every later report.',
  name: 'Name',
  logo: 'Your logo',
  choose: 'Choose logo (PNG or SVG)',
  replace: 'Replace logo',
  remove: 'Remove logo',
  saved: 'Saved.',
})

const calendar = defineMessages('window.calendar', {
  heading: 'Dates to remember',
  save: 'Save calendar file',
  saveOutage: 'Save calendar entry',
  saveCanceled: 'Save calendar cancellation',
  again: 'Import it again later to update the dates.',
})

const changeRequest = defineMessages('window.changeRequest', {
  heading: 'Change request to print or attach',
  what: 'What is changed, when, the harm, the way back, and the checks, with lines for approval. It saves a page, and starts nothing.',
  language: 'Language of the request',
})

const keyMap = defineMessages('window.keyMap', {
  heading: 'Key map',
  checked: 'Last checked {at}',
  checkedBefore: 'Last checked {at}, before a change. Check again.',
  checkedOld: 'Last checked {at}, before a change',
  checking: 'Checking…',
  more: 'Show the whole map',
  less: 'Show the map in one line',
  checkAgain: 'Check again',
  card: {
    id: 'window.keyMap.card',
    defaultMessage: '{kind}, {name}, {state}{count, plural, =0 {} other {, #}}',
    description: 'What a screen reader says of a card: Enterprise policy, cmk-contoso, planned',
  },
  line: '{kind}, {state}{count, plural, =0 {} other {, #}}',
  outage: '{element}, {outage}',
  showing: 'Showing: {part}',
  showAll: 'Show all',
  state: 'State',
  found: 'What we found',
  close: 'Close',
})

const landscape = {
  ...defineMessages('window.landscape', {
    title: 'Environments',
    lead: 'Every environment of your tenant with finance and operations. Nothing is changed here.',
    link: 'Copy and restore between environments',
    list: 'Environments and their keys',
    none: 'No environment with finance and operations was found.',
    name: 'Environment',
    region: 'Region',
    key: 'Key',
    managedColumn: 'Managed Environment',
    chosen: 'Chosen for this wizard',
    locked: 'Locked',
    notRead: 'Couldn’t be read',
    pairs: 'Copy and restore',
    when: 'When',
    working: '{working, number} of {pairs, plural, one {# pair works} other {# pairs work}}',
    group: '{count, plural, one {Alone} other {These # work with each other}}',
    others: 'Other environments of your tenant',
    noOthers: 'No other environment with finance and operations was found.',
    another: 'Choose another environment',
    apart: 'Why the others don’t',
    reason: 'Reason',
    count: 'Pairs',
    only: 'Only keys, Managed Environments, and regions are compared. Other rules apply too: you can’t overwrite production with a copy. Microsoft documents this for Power Platform’s copy and restore, not for Lifecycle Services.',
  }),
  moments: defineMessages('window.landscape.moment', {
    today: 'Today',
    after: 'After step 4',
    all: 'When all are on your key',
  }),
  managed: defineMessages('window.landscape.managed', {
    managed: { id: 'window.landscape.managed.yes', defaultMessage: 'Managed' },
    'not-managed': { id: 'window.landscape.managed.no', defaultMessage: 'Not managed' },
    unknown: 'Unknown',
  }),
}

const prepare = {
  ...defineMessages('window.prepare', {
    eyebrow: 'Before step 1',
    title: 'Prepare',
    notChecked: 'Nothing is checked yet. Check everything, or start on step 1.',
    start: 'Start step 1',
    ready: 'Everything is ready',
    mustAct:
      '{people, plural, =0 {Not everything is answered. You can start now.} one {# person must act. You can start now.} other {# people must act. You can start now.}}',
    blocked:
      '{more, plural, =0 {Step {step, number} is blocked: {title}} other {Step {step, number} is blocked: {title}, and {more, number} more}}',
    whoMustAct: { id: 'window.prepare.whoMustAct', defaultMessage: 'Who must act: {owners}', description: 'A list of roles, or “You”' },
    steps: {
      id: 'window.prepare.steps',
      defaultMessage: '{count, plural, one {Step} other {Steps}} {steps}',
      description: 'A list of numbers, for example “1, 2, and 4”',
    },
    nothingLeft: {
      id: 'window.prepare.person.nothingLeft',
      defaultMessage: 'Done',
      description: 'Of a person, beside the steps that are theirs',
    },
  }),
  person: defineMessages('window.prepare.person', {
    verified: 'You',
    'action-required': { id: 'window.prepare.person.missing', defaultMessage: 'Someone else' },
    confirm: 'Confirm',
    'not-checked': { id: 'window.prepare.person.notChecked', defaultMessage: 'Not checked' },
  }),
}

const script = {
  ...defineMessages('window.script', {
    tab: 'Script',
    language: 'Language',
    of: 'Changes in',
    step: 'This step',
    whole: 'This and later steps',
    thisEnvironment: 'This environment',
    allEnvironments: 'All other environments',
    whoApplies:
      'Make the changes here, run this script, or have another person make them. Only what we check afterward counts. After you run the script, check again.',
    checkAgain: 'Check again',
    writing: 'Creating the script',
    refused: 'This can’t be exported as a script',
    contentOf: 'Contents of {file}',
    saveAs: 'Save as…',
    saveFile: 'Save {file} as…',
    saved: 'Saved as {name}',
    announced: 'Saved as {name}.',
  }),
  nothing: defineMessages('window.script.nothing', {
    step: 'No changes are planned in this step. When there are some, you can get them here as a script.',
    each: 'No other environment can be added now.',
    whole: 'No changes are planned yet. We know them after you make your choices in step 3 and we check them.',
  }),
}

const signInAgain = defineMessages('window.signInAgain', {
  heading: 'Sign-in',
  why: 'Sign in again as the same person to continue. Open work isn’t lost.',
  running: 'Signing in again. Operations at Microsoft continue.',
  elsewhere:
    'This sign-in needs a secret, which the wizard doesn’t store. Go to the start page, open this environment again, and enter the secret. Then the wait continues.',
  go: 'Sign in again',
  cancel: 'Not now',
})

const whatIf = {
  ...whatIfWords,
  ...defineMessages('window.whatIf', {
    read: 'checked {when}',
    calm: 'none has happened, checked {when}',
    unread: 'not checked yet',
    now: 'Happening now',
  }),
  states: {
    ...whatIfStates,
    ...defineMessages('window.whatIf.states', { unchecked: 'Not checked yet' }),
  },
}

const everyWord = {
  ...everyPage,
  connect,
  coverage,
  desktop,
  drift,
  engagements,
  evidence,
  footer,
  frame,
  practice,
  handOver,
  closing,
  landscape,
  operations,
  preflight,
  prepare,
  keyMap,
  keyDates,
  environments,
  noted,
  people,
  policy,
  confirmation,
  plan,
  schedule,
  script,
  signInAgain,
  customCloud,
  start,
  practiceCases,
  findings,
  names,
  otherPolicy,
  progress,
  receipts,
  refused,
  task,
  wait,
  versions,
  time,
  whatIf,
  calendar,
  changeRequest,
  brand,
  presenter,
}

export type Strings = InWords<typeof everyWord>

/** All messages of a tenant's pages in the window's language; pages outside of a tenant take only their own, by `useWords`. */
export const useStrings = (): Strings => useWords(everyWord)

export const stringsIn = (formatter: Formatter): Strings => inWords(everyWord, formatter)
