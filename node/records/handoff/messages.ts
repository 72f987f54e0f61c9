import { defineMessages } from '#machines/messages/message.ts'

export const handOverMessages = defineMessages('records.handOver', {
  nothingYet: 'There’s nothing to hand over yet. Choose an environment first.',
  signInFirst: 'Sign in first: you take over a step with your own account.',
  nothingTaken: '{why} Nothing was taken over.',
  tooLarge: 'The file is too large to be a handoff.',
  notJson: 'The file isn’t complete JSON: it was cut off or edited. Ask for it again.',
  otherKind: 'The file isn’t a handoff of this wizard.',
  otherVersion:
    'The handoff has version {version}; this wizard supports version {known}. Open it with the wizard that created it, or a newer one.',
  otherForm: 'The file isn’t in the format of a handoff.',
  otherAt: 'The file isn’t in the format of a handoff: {place} isn’t valid.',
  otherDigest: 'The handoff doesn’t match its digest: it was edited or damaged. Ask for it again.',
  otherWriting: 'The handoff isn’t written the way the wizard writes it: it was edited or damaged. Ask for it again.',
  noEnvironmentId: 'The handoff doesn’t name its environment by an ID.',
})
