import { defineMessages } from '#machines/messages/message.ts'

export const practice = {
  ...defineMessages('window.practice', {
    word: 'PRACTICE TENANT',
    titled: '{title}. Nothing here is real.',
    clock: 'Practice clock: {time}',
    hour: 'Skip 1 hour',
    day: 'Skip 1 day',
    leave: 'Leave practice',
  }),
  recording: defineMessages('window.recording', {
    word: 'RECORDING',
    readOnly: 'Read-only: nothing in it can be changed.',
    clock: 'Clock of the recording: {time}',
    compare: 'Compare…',
    leave: 'Close recording',
  }),
  passed: defineMessages({
    1: { id: 'window.practice.passed.1', defaultMessage: 'The practice clock moved ahead 1 hour.' },
    24: { id: 'window.practice.passed.24', defaultMessage: 'The practice clock moved ahead 1 day.' },
  }),
}

export const frame = {
  ...defineMessages('window.frame', {
    steps: 'Steps',
    allSteps: 'All steps',
    goToStep: 'Go to step {number, number}',
    openOperation: 'Open',
    stepsAt: {
      id: 'window.frame.stepsAt',
      defaultMessage: '{place}. All steps',
      description: 'Of a button that shows all steps: the place is on it',
    },
    stepOf: 'Step {number} of {of}',
    environment: 'Environment',
    noEnvironment: 'Not chosen yet',
    tenantId: 'the tenant ID',
    cloud: 'Cloud',
    account: 'Account',
    signOut: 'Sign out',
    guide: 'Help',
    closeGuide: 'Close help',
    whyTab: 'Why',
    byHandTab: 'Manual steps',
    waitTab: 'While you wait',
    pitfallsTab: 'Pitfalls',
    sourcesTab: 'Sources',
    edition: 'Updated {date}',
    noEdition: 'Undated',
    waits: 'How long it takes',
    disagree: 'Where documents disagree',
    documents: 'Documents',
    goesBy: 'The wizard follows',
    sourcesNote: 'Documents change and disagree. The dates show which edition this step is based on.',
    done: 'done',
    sidePages: 'For every stage',
  }),
  stepState: defineMessages('window.frame.stepState', {
    done: 'done',
    now: 'now',
    open: 'open',
    closed: 'not available yet',
  }),
  partState: defineMessages('window.frame.partState', {
    pass: 'Verified',
    confirmed: 'Confirmed',
    warning: 'Warning',
    fail: 'Action required',
    planned: 'Planned',
    open: 'Not checked',
  }),
}

export const footer = defineMessages('window.footer', {
  back: 'Back',
  next: 'Continue',
  checkEnvironment: 'Check this environment',
  checkPolicy: 'Check this policy',
  checkChoices: 'Check these choices',
  /** The ellipsis says that a dialog opens first. */
  review: 'Apply {changes, plural, one {# change} other {# changes}}…',
  reviewNamed: '{start}…',
  lookNow: 'Check now',
  tryNow: 'Try again now',
  pause: 'Pause',
  stopTrying: 'Stop trying',
  checkAgain: 'Check again',
  stopAfterThis: 'Stop after this change',
  another: 'Practice another case',
})
