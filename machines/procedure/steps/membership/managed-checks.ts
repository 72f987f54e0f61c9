import { valueIn } from '../../../engine/step/refusals.ts'
import type { Check } from '../../check.ts'
import type { MembershipFacts } from './facts.ts'
import { managing } from './managing.ts'

const owner = 'power-platform-administrator'

/** What becoming a Managed Environment brings along: said before it is done. */
export const managedChecks: readonly Check<MembershipFacts>[] = [
  {
    key: 'settings-in-group',
    id: 'F-804',
    part: 'managed',
    owner,
    why: 'An environment in an environment group takes its settings from the group, and they are locked on the environment itself. The service can refuse the change with a conflict that looks like a busy environment.',
    remedy:
      'Have the group’s owner look at its settings first. If the change is refused, make it in the group, or take the environment out of the group.',
    link: 'admin-center-environment',
    source: 'terraform-provider',
    look: ({ environment }) => {
      const value = valueIn(environment)
      if (!value?.inEnvironmentGroup) return undefined
      const seen = `In an environment group; protection level ${value.protectionLevel ?? 'not given'}.`
      return managing(value) === 'managed'
        ? { status: 'pass', title: 'The environment group keeps the environment managed', seen }
        : { status: 'warning', title: 'The environment is in an environment group, which may lock this setting', seen }
    },
  },
  {
    key: 'licences-for-apps',
    id: 'F-806',
    part: 'managed',
    owner: 'you',
    why: 'In a Managed Environment everybody who uses an app, flow, bot or site needs a licence with premium rights. Rights that come with Microsoft 365 alone end there.',
    remedy: 'Assign licences before the change to those who use the environment with Microsoft 365 rights only.',
    byHand: [
      'List who uses apps, flows, bots and sites in this environment.',
      'In the Microsoft 365 admin center, open Billing, Licenses, and compare: Finance, Supply Chain Management, Commerce, Human Resources and Project Operations licences count, and premium ones.',
    ],
    link: 'microsoft-365-admin',
    source: 'managed-environment-licensing',
    look: ({ environment }) => {
      const value = valueIn(environment)
      if (!value) return undefined
      const seen = `Protection level: ${value.protectionLevel ?? 'not given'}. Licences cannot be read by the wizard.`
      switch (managing(value)) {
        case 'managed':
          return { status: 'pass', title: 'The licence rule of Managed Environments applies already', seen }
        case 'not-managed':
          return {
            status: 'warning',
            title: 'The environment becomes a Managed Environment: users without premium rights lose access to its apps',
            seen,
          }
        case 'unknown':
          return { status: 'warning', title: 'Whether the licence rule of Managed Environments applies already is not known', seen }
      }
    },
  },
]
