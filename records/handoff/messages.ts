import { defineMessages } from '../../machines/messages/message.ts'

/** Why a hand-over is not written or not taken. */
export const handOverMessages = defineMessages({
  nothingYet: { id: 'records.handOver.nothingYet', defaultMessage: 'There’s nothing to hand over yet. Choose an environment first.' },
  signInFirst: {
    id: 'records.handOver.signInFirst',
    defaultMessage: 'Sign in first: you take over a step with your own account.',
  },
  nothingTaken: { id: 'records.handOver.nothingTaken', defaultMessage: '{why} Nothing was taken over.' },
  tooLarge: { id: 'records.handOver.tooLarge', defaultMessage: 'The file is too large to be a handoff.' },
  notJson: {
    id: 'records.handOver.notJson',
    defaultMessage: 'The file isn’t complete JSON: it was cut off or edited. Ask for it again.',
  },
  otherKind: { id: 'records.handOver.otherKind', defaultMessage: 'The file isn’t a handoff of this wizard.' },
  otherVersion: {
    id: 'records.handOver.otherVersion',
    defaultMessage:
      'The handoff has version {version}; this wizard supports version {known}. Open it with the wizard that created it, or a newer one.',
  },
  otherForm: { id: 'records.handOver.otherForm', defaultMessage: 'The file isn’t in the format of a handoff.' },
  otherAt: {
    id: 'records.handOver.otherAt',
    defaultMessage: 'The file isn’t in the format of a handoff: {place} isn’t valid.',
  },
  otherDigest: {
    id: 'records.handOver.otherDigest',
    defaultMessage: 'The handoff doesn’t match its digest: it was edited or damaged. Ask for it again.',
  },
  otherWriting: {
    id: 'records.handOver.otherWriting',
    defaultMessage: 'The handoff isn’t written the way the wizard writes it: it was edited or damaged. Ask for it again.',
  },
  noEnvironmentId: {
    id: 'records.handOver.noEnvironmentId',
    defaultMessage: 'The handoff doesn’t name its environment by an ID.',
  },
})
