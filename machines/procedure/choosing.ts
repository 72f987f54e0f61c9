/* What is to be chosen before a step or an operation can be judged. */

export const CHOOSE_ENVIRONMENT = { first: 'Choose the environment first.', announced: 'choose the environment' }
export const CHOOSE_POLICY = {
  first: 'Decide where the key and the policy live first.',
  announced: 'decide where the key and the policy live',
}
export const CHOOSE_NEXT_POLICY = { first: 'Choose the policy first.', announced: 'choose the new policy' }
