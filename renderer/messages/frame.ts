import { defineMessages } from '../../machines/messages/message.ts'

export const practice = {
  ...defineMessages({
    word: { id: 'window.practice.word', defaultMessage: 'PRACTICE TENANT' },
    nothingReal: { id: 'window.practice.nothingReal', defaultMessage: 'Nothing here is real.' },
    clock: { id: 'window.practice.clock', defaultMessage: 'Practice clock: {time}' },
    hour: { id: 'window.practice.hour', defaultMessage: 'Skip 1 hour' },
    day: { id: 'window.practice.day', defaultMessage: 'Skip 1 day' },
    leave: { id: 'window.practice.leave', defaultMessage: 'Leave practice' },
  }),
  passed: defineMessages({
    1: { id: 'window.practice.passed.1', defaultMessage: 'The practice clock moved ahead 1 hour.' },
    24: { id: 'window.practice.passed.24', defaultMessage: 'The practice clock moved ahead 1 day.' },
  }),
}

export const frame = {
  ...defineMessages({
    steps: { id: 'window.frame.steps', defaultMessage: 'Steps' },
    allSteps: { id: 'window.frame.allSteps', defaultMessage: 'All steps' },
    stepsAt: {
      id: 'window.frame.stepsAt',
      defaultMessage: '{place}. All steps',
      description: 'Of a button that shows all steps: the place is on it',
    },
    stepOf: { id: 'window.frame.stepOf', defaultMessage: 'Step {number} of {of}' },
    environment: { id: 'window.frame.environment', defaultMessage: 'Environment' },
    noEnvironment: { id: 'window.frame.noEnvironment', defaultMessage: 'Not chosen yet' },
    tenantId: { id: 'window.frame.tenantId', defaultMessage: 'the tenant ID' },
    cloud: { id: 'window.frame.cloud', defaultMessage: 'Cloud' },
    account: { id: 'window.frame.account', defaultMessage: 'Account' },
    startPage: { id: 'window.frame.startPage', defaultMessage: 'Start page' },
    signOut: { id: 'window.frame.signOut', defaultMessage: 'Sign out' },
    guide: { id: 'window.frame.guide', defaultMessage: 'Help' },
    guideKey: { id: 'window.frame.guideKey', defaultMessage: 'Help (F1)' },
    closeGuide: { id: 'window.frame.closeGuide', defaultMessage: 'Close help' },
    whyTab: { id: 'window.frame.whyTab', defaultMessage: 'Why' },
    byHandTab: { id: 'window.frame.byHandTab', defaultMessage: 'Manual steps' },
    waitTab: { id: 'window.frame.waitTab', defaultMessage: 'While you wait' },
    pitfallsTab: { id: 'window.frame.pitfallsTab', defaultMessage: 'Pitfalls' },
    sourcesTab: { id: 'window.frame.sourcesTab', defaultMessage: 'Sources' },
    edition: { id: 'window.frame.edition', defaultMessage: 'Updated {date}' },
    noEdition: { id: 'window.frame.noEdition', defaultMessage: 'Undated' },
    waits: { id: 'window.frame.waits', defaultMessage: 'How long it takes' },
    disagree: { id: 'window.frame.disagree', defaultMessage: 'Where documents disagree' },
    documents: { id: 'window.frame.documents', defaultMessage: 'Documents' },
    goesBy: { id: 'window.frame.goesBy', defaultMessage: 'The wizard follows' },
    sourcesNote: {
      id: 'window.frame.sourcesNote',
      defaultMessage: 'Documents change and disagree. The dates show which edition this step is based on.',
    },
    done: { id: 'window.frame.done', defaultMessage: 'done' },
    sidePages: { id: 'window.frame.sidePages', defaultMessage: 'For every stage' },
  }),
  stepState: defineMessages({
    done: { id: 'window.frame.stepState.done', defaultMessage: 'done' },
    now: { id: 'window.frame.stepState.now', defaultMessage: 'now' },
    open: { id: 'window.frame.stepState.open', defaultMessage: 'open' },
    closed: { id: 'window.frame.stepState.closed', defaultMessage: 'not available yet' },
  }),
  partState: defineMessages({
    pass: { id: 'window.frame.partState.pass', defaultMessage: 'Verified' },
    confirmed: { id: 'window.frame.partState.confirmed', defaultMessage: 'Confirmed' },
    warning: { id: 'window.frame.partState.warning', defaultMessage: 'Warning' },
    fail: { id: 'window.frame.partState.fail', defaultMessage: 'Action required' },
    planned: { id: 'window.frame.partState.planned', defaultMessage: 'Planned' },
    open: { id: 'window.frame.partState.open', defaultMessage: 'Not checked' },
  }),
}

export const footer = defineMessages({
  back: { id: 'window.footer.back', defaultMessage: 'Back' },
  next: { id: 'window.footer.next', defaultMessage: 'Continue' },
  checkEnvironment: { id: 'window.footer.checkEnvironment', defaultMessage: 'Check this environment' },
  checkPolicy: { id: 'window.footer.checkPolicy', defaultMessage: 'Check this policy' },
  checkChoices: { id: 'window.footer.checkChoices', defaultMessage: 'Check these choices' },
  review: { id: 'window.footer.review', defaultMessage: 'Review {changes, plural, one {# change} other {# changes}}' },
  lookNow: { id: 'window.footer.lookNow', defaultMessage: 'Check now' },
  tryNow: { id: 'window.footer.tryNow', defaultMessage: 'Try again now' },
  pause: { id: 'window.footer.pause', defaultMessage: 'Pause' },
  stopTrying: { id: 'window.footer.stopTrying', defaultMessage: 'Stop trying' },
  checkAgain: { id: 'window.footer.checkAgain', defaultMessage: 'Check again' },
  close: { id: 'window.footer.close', defaultMessage: 'Close window' },
  stopAfterThis: { id: 'window.footer.stopAfterThis', defaultMessage: 'Stop after this change' },
  another: { id: 'window.footer.another', defaultMessage: 'Practice another case' },
})
