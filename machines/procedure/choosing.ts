import { defineMessages } from '../messages/message.ts'

const messages = defineMessages({
  environmentFirst: { id: 'choice.environment.first', defaultMessage: 'Choose the environment first.' },
  environmentAnnounced: { id: 'choice.environment.announced', defaultMessage: 'choose the environment' },
  policyFirst: { id: 'choice.policy.first', defaultMessage: 'Choose where the key and the policy go first.' },
  policyAnnounced: { id: 'choice.policy.announced', defaultMessage: 'choose where the key and the policy go' },
  nextPolicyFirst: { id: 'choice.nextPolicy.first', defaultMessage: 'Choose the policy first.' },
  nextPolicyAnnounced: { id: 'choice.nextPolicy.announced', defaultMessage: 'choose the new policy' },
})

/* Choices required before a step or an operation can be judged. */

export const CHOOSE_ENVIRONMENT = { first: messages.environmentFirst, announced: messages.environmentAnnounced }
export const CHOOSE_POLICY = { first: messages.policyFirst, announced: messages.policyAnnounced }
export const CHOOSE_NEXT_POLICY = { first: messages.nextPolicyFirst, announced: messages.nextPolicyAnnounced }
