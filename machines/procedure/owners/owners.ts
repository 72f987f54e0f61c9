import type { OwnerDefinition, ServiceOwners } from '../../engine/owners.ts'
import { defineMessages } from '../../messages/message.ts'
import { unregistered } from '../rights/unregistered.ts'
import { messages } from './owner-messages.ts'

export const OWNERS = [
  'you',
  'key-vault-administrator',
  'power-platform-administrator',
  'lifecycle-services-administrator',
  // For partners: requires an account of the customer's tenant.
  'customer',
  'microsoft',
] as const
export type Owner = (typeof OWNERS)[number]

const isOwner = (id: string): id is Owner => OWNERS.some((each) => each === id)

/** @param id owner named by a finding, an action or a problem */
export function ownerOf(id: string): Owner {
  if (!isOwner(id)) throw new Error(`No owner is called ${id}`)
  return id
}

const TAKES_OVER: Partial<Readonly<Record<Owner, OwnerDefinition['handStepTo']>>> = {
  'key-vault-administrator': messages.toKeyVaultAdministrator,
  'power-platform-administrator': messages.toPowerPlatformAdministrator,
  customer: messages.toCustomer,
}

export const OWNERS_LISTED: readonly OwnerDefinition[] = OWNERS.map((id) => {
  const handStepTo = TAKES_OVER[id]
  return { id, ...(handStepTo ? { handStepTo } : {}) }
})

const serviceWords = defineMessages('wizard.step.wait', {
  stillRunning: {
    id: 'wizard.missing.waiting',
    defaultMessage: 'The operation at Microsoft is still running. The step is done when the environment shows it.',
  },
  continuesWithoutSignIn: {
    id: 'wizard.notice.signInBody',
    defaultMessage: 'Your sign-in has expired. The work continues at Microsoft.',
  },
  waitUntilDone: { id: 'wizard.task.waiting', defaultMessage: 'Wait until Microsoft is done' },
  saysState: { id: 'wizard.step.progress.serviceSays', defaultMessage: 'Microsoft says: {state}' },
  outOfReach: 'Can’t reach Microsoft from this computer',
  outOfReachMeaning:
    'The operation continues at Microsoft; only the checks fail. We try again automatically: at least once a minute, and as soon as the network is back.',
  signInEndedMeaning:
    'The operation continues at Microsoft; only checking it needs a sign-in. Checking continues after you sign in again as the same person.',
  checkFailedMeaning: {
    id: 'wizard.step.wait.lookFailed',
    defaultMessage: 'The operation continues at Microsoft; only this check failed. We check again automatically.',
  },
  unreadableRemedy: {
    id: 'step.refusal.unreadable.remedy',
    defaultMessage:
      'Check the network between this computer and Microsoft, then check again. If this continues, send the error details below to Microsoft.',
  },
  notFinished: { id: 'step.ending.notFinished', defaultMessage: 'Microsoft couldn’t finish: {title}' },
  nothingSentHeld: {
    id: 'step.problem.held',
    defaultMessage: 'Nothing was sent to Microsoft. This environment is open in another wizard, and only one can make changes at a time.',
  },
  nothingSentUnrecorded: {
    id: 'step.problem.notRecorded',
    defaultMessage: 'Nothing was sent to Microsoft, because we couldn’t save the change to the log on this computer first.',
  },
  secondFactor: { id: 'step.secondFactor.title', defaultMessage: 'Azure asks for a second factor for changes' },
  secondFactorMeaning: {
    id: 'step.secondFactor.meaning',
    defaultMessage:
      'Your sign-in hasn’t shown multifactor authentication, and this service asks for it. It refused the request and carried out nothing.',
  },
  secondFactorRemedy: {
    id: 'step.secondFactor.remedy',
    defaultMessage: 'Sign in again and confirm the second factor. If you have none, or it’s asked for again, ask your Entra admin.',
  },
  notSeenYetRemedy: {
    id: 'step.problem.notSeenYetRemedy',
    defaultMessage: 'Wait a few minutes, then check again. If it still doesn’t appear, look in the Azure portal before you apply it again.',
  },
})

/** Rights on environments and rights in Azure come from different people. */
export const SERVICE_OWNERS: ServiceOwners = {
  rights: 'key-vault-administrator',
  operations: 'power-platform-administrator',
  services: 'microsoft',
  says: serviceWords,
  known: unregistered,
}
