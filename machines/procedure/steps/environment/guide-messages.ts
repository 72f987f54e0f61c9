import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  short: { id: 'environment.guide.short', defaultMessage: 'Note the environment' },
  title: { id: 'environment.guide.title', defaultMessage: 'Note the environment (Dataverse organization) name' },
  outcome: { id: 'environment.guide.outcome', defaultMessage: 'The environment is noted and confirmed' },
  what: {
    id: 'environment.guide.what',
    defaultMessage: 'Note the environment that gets your key',
  },
  why: {
    id: 'environment.guide.why',
    defaultMessage: 'Finance and operations can have another name. Only the ID never changes.',
  },
  happens: { id: 'environment.guide.happens', defaultMessage: 'We check that it’s ready and change nothing.' },
  takes: { id: 'environment.guide.takes', defaultMessage: 'About a minute' },
  whichName: { id: 'environment.guide.whichName.heading', defaultMessage: 'Which name is the right one?' },
  whichNameText: {
    id: 'environment.guide.whichName.text',
    defaultMessage:
      'The name under Power Platform environment information. It’s also the Dataverse organization’s name. The finance and operations environment can have another name; its address tells you which environment it belongs to.',
  },
  whyId: { id: 'environment.guide.whyId.heading', defaultMessage: 'Why the ID too?' },
  whyIdText: {
    id: 'environment.guide.whyId.text',
    defaultMessage: 'Any admin can rename an environment in the admin center. The ID stays the same, so the wizard uses it.',
  },
  whyNothingElse: { id: 'environment.guide.whyNothingElse.heading', defaultMessage: 'Why can’t anything else run?' },
  whyNothingElseText: {
    id: 'environment.guide.whyNothingElse.text',
    defaultMessage: 'A backup, copy, or update keeps the environment busy. Until it ends, the service refuses the key operation.',
  },
  managedInLifecycleServices: {
    id: 'environment.guide.managedInLifecycleServices.heading',
    defaultMessage: 'Managed in Lifecycle Services',
  },
  managedInLifecycleServicesManual1: {
    id: 'environment.guide.managedInLifecycleServices.manual1',
    defaultMessage: 'In Lifecycle Services, open the environment’s details page.',
  },
  managedInLifecycleServicesManual2: {
    id: 'environment.guide.managedInLifecycleServices.manual2',
    defaultMessage: 'Under Power Platform environment information, find the environment name.',
  },
  managedInLifecycleServicesManual3: {
    id: 'environment.guide.managedInLifecycleServices.manual3',
    defaultMessage: 'Note the name. You need it in the next steps.',
  },
  unifiedEnvironment: { id: 'environment.guide.unifiedEnvironment.heading', defaultMessage: 'Unified environment' },
  unifiedEnvironmentManual1: {
    id: 'environment.guide.unifiedEnvironment.manual1',
    defaultMessage: 'In the Power Platform admin center, open the environment.',
  },
  unifiedEnvironmentManual2: {
    id: 'environment.guide.unifiedEnvironment.manual2',
    defaultMessage:
      'Note the name, the environment ID, and the Finance and Operations URL. If the URL is missing, edit the description once.',
  },
  migrated: { id: 'environment.guide.migrated.heading', defaultMessage: 'Migrated from Lifecycle Services' },
  migratedManual1: {
    id: 'environment.guide.migrated.manual1',
    defaultMessage: 'Don’t use the name in Lifecycle Services. It’s read-only there and no longer updated.',
  },
  migratedManual2: {
    id: 'environment.guide.migrated.manual2',
    defaultMessage: 'In the Power Platform admin center, open the environment. Note its name, its ID, and the Finance and Operations URL.',
  },
})
