import type { RegisterProvider } from '#machines/procedure/actions/register-provider/action.ts'
import { NOW, provider, SUBSCRIPTION } from '../../facts.ts'
import { type Case, leaves, writes } from './case.ts'
import type { Things } from './sample.ts'

const providerId = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.PowerPlatform`
const keyVaultProviderId = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.KeyVault`

export const sample = ({ subscription }: Things): RegisterProvider => ({ kind: 'register-provider', subscriptionId: subscription })

export const cases: readonly Case[] = [
  writes(
    'it is not registered: asks, and follows the registration',
    { readProvider: provider({ registrationState: 'NotRegistered' }), registerProvider: provider({ registrationState: 'Registering' }) },
    [SUBSCRIPTION, 'Microsoft.PowerPlatform'],
    providerId,
    { pending: { kind: 'provider-registration', subscriptionId: SUBSCRIPTION, since: NOW } },
  ),
  writes(
    'the registration is done at once',
    { readProvider: provider({ registrationState: 'NotRegistered' }), registerProvider: provider() },
    [SUBSCRIPTION, 'Microsoft.PowerPlatform'],
    providerId,
  ),
  leaves(
    'the registration was asked for already, by a run that was killed',
    { readProvider: provider({ registrationState: 'Registering' }) },
    providerId,
    { pending: { kind: 'provider-registration', subscriptionId: SUBSCRIPTION, since: NOW } },
  ),
  writes(
    'a vault is to be created where there was none: registers the provider of key vaults, and follows that',
    { readProvider: provider({ registrationState: 'NotRegistered' }), registerProvider: provider({ registrationState: 'Registering' }) },
    [SUBSCRIPTION, 'Microsoft.KeyVault'],
    keyVaultProviderId,
    {
      of: { namespace: 'Microsoft.KeyVault' },
      pending: { kind: 'provider-registration', subscriptionId: SUBSCRIPTION, namespace: 'Microsoft.KeyVault', since: NOW },
    },
  ),
  leaves('it is registered by now', { readProvider: provider({ registrationState: 'registered' }) }, providerId),
]
