import { defineMessages } from '../../machines/messages/message.ts'

/** Why a hand-over is not written or not taken. */
export const handOverMessages = defineMessages({
  nothingYet: { id: 'records.handOver.nothingYet', defaultMessage: 'There is nothing to hand over yet. Choose an environment first.' },
  signInFirst: {
    id: 'records.handOver.signInFirst',
    defaultMessage: 'Sign in first: a hand-over is taken over under your own account.',
  },
  nothingTaken: { id: 'records.handOver.nothingTaken', defaultMessage: '{why} Nothing of it was taken.' },
  tooLarge: { id: 'records.handOver.tooLarge', defaultMessage: 'The file is larger than any hand-over.' },
  notJson: {
    id: 'records.handOver.notJson',
    defaultMessage: 'The file is not whole JSON: it was cut off or edited. Ask for it again.',
  },
  otherKind: { id: 'records.handOver.otherKind', defaultMessage: 'The file is no hand-over of this wizard.' },
  otherVersion: {
    id: 'records.handOver.otherVersion',
    defaultMessage:
      'The hand-over is of version {version}; this wizard knows version {known}. Open it with the wizard that made it, or a newer one.',
  },
  otherForm: { id: 'records.handOver.otherForm', defaultMessage: 'The file is not in the form of a hand-over.' },
  otherAt: {
    id: 'records.handOver.otherAt',
    defaultMessage: 'The file is not in the form of a hand-over: {place} is not as it has to be.',
  },
  otherDigest: {
    id: 'records.handOver.otherDigest',
    defaultMessage: 'The hand-over does not agree with its digest: it was edited or damaged. Ask for it again.',
  },
  otherWriting: {
    id: 'records.handOver.otherWriting',
    defaultMessage: 'The hand-over is not written as the wizard writes it: it was edited or damaged. Ask for it again.',
  },
  noEnvironmentId: {
    id: 'records.handOver.noEnvironmentId',
    defaultMessage: 'The hand-over names an environment by something that is no ID.',
  },
  brokenName: {
    id: 'records.handOver.brokenName',
    defaultMessage: 'The hand-over names a key vault, key or policy in a way that Azure does not allow. Ask for it again.',
  },
})
