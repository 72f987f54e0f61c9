import type { ChosenThing } from '../../engine/chosen.ts'
import { defineMessages } from '../../messages/message.ts'
import type { Choices, HandOver, HandoffClaims, PolicyChoices } from '../choices.ts'
import { sameId } from '../ids.ts'
import { MANAGED_HSM } from '../key-store.ts'
import { isPicture } from '../picture.ts'
import { brokenRules } from '../steps/policy/names.ts'

const policyOf = ({ policy }: Choices): Choices => (policy ? { policy } : {})

/** Claims apply only to the policy that they were made about. */
export const isToldOf = (told: HandoffClaims, { policy }: Choices): boolean =>
  policy !== undefined &&
  (Object.keys({ ...policy, ...told.policy }) as (keyof PolicyChoices)[]).every((name) => policy[name] === told.policy?.[name])

const messages = defineMessages('wizard.handOver', {
  vault: 'Key vault',
  key: 'Key',
  policy: 'Policy',
  subscription: 'Subscription',
  resourceGroup: 'Resource group',
  administrator: 'Power Platform admin',
  brokenName: {
    id: 'records.handOver.brokenName',
    defaultMessage: 'The handoff has a key vault, key, or policy name that Azure doesn’t allow. Ask for it again.',
  },
})

export const chosenPolicy: ChosenThing = {
  steps: ['policy', 'membership'],
  of: policyOf,
  isChosen: ({ policy }: Choices) => policy !== undefined,
  suggested(readings) {
    const reading = readings.find(({ stepId }) => stepId === 'policy')
    if (!reading || !isPicture(reading.picture) || reading.picture.kind !== 'policy' || !reading.choiceMissing) return undefined
    const { values: wished, account } = reading.picture.form
    // Read for the account's own ID if no other is known: a wrong ID is a finding.
    const policy = wished.administratorObjectId === '' ? { ...wished, administratorObjectId: account.objectId } : wished
    return Object.keys(brokenRules(policy)).length === 0 ? policyOf({ policy }) : undefined
  },
  isToldOf,
  takenOver(before: Choices, { policy }: HandOver) {
    if (!policy) return { choices: before, claims: {}, isOther: false }
    const isOther = JSON.stringify(policy) !== JSON.stringify(before.policy)
    const { turnOnPurgeProtection: _, ...withoutWish } = before
    return { choices: { ...(isOther ? withoutWish : before), policy }, claims: { policy }, isOther }
  },
  whyNotTaken: ({ policy }: HandOver) => (policy && Object.keys(brokenRules(policy)).length > 0 ? messages.brokenName : undefined),
  rowsOf({ policy, names = [] }: HandOver) {
    const named = (id: string) => ({ value: names.find((each) => sameId(each.id, id))?.name ?? id, id })
    return policy
      ? [
          { label: policy.keyStore === 'managed-hsm' ? MANAGED_HSM : messages.vault, value: policy.vaultName },
          { label: messages.key, value: policy.keyName },
          { label: messages.policy, value: policy.policyName },
          { label: messages.subscription, ...named(policy.subscriptionId) },
          { label: messages.resourceGroup, value: policy.resourceGroup },
          { label: messages.administrator, ...named(policy.administratorObjectId) },
        ]
      : []
  },
}

/** Who handed over a verified step 3 for the chosen environment and policy, and when they read it. */
export function wordOnPolicy(choices: Choices): { readonly by: string; readonly at: number } | undefined {
  const { told, environmentId } = choices
  const proved = told?.proved.find(({ step }) => step === 'policy')
  return told && proved && sameId(told.environment.id, environmentId) && isToldOf(told, choices)
    ? { by: told.by, at: proved.at }
    : undefined
}
