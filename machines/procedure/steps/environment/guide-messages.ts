import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  title: { id: 'environment.guide.title', defaultMessage: 'Note the environment (Dataverse organization) name' },
  outcome: { id: 'environment.guide.outcome', defaultMessage: 'The environment is noted and confirmed' },
  what: {
    id: 'environment.guide.what',
    defaultMessage: 'Note which Power Platform environment gets the key, and see that it can take it.',
  },
  why: {
    id: 'environment.guide.why',
    defaultMessage:
      'Its name can differ from the finance and operations name, and the id never changes while the name can be edited: note both.',
  },
  whichName: { id: 'environment.guide.whichName.heading', defaultMessage: 'Which name is the right one?' },
  whichNameText: {
    id: 'environment.guide.whichName.text',
    defaultMessage:
      'The name shown under Power Platform environment information. It is also the name of the Dataverse organization. The finance and operations environment may be named differently; its address tells which one belongs to it.',
  },
  whyId: { id: 'environment.guide.whyId.heading', defaultMessage: 'Why the id as well?' },
  whyIdText: {
    id: 'environment.guide.whyId.text',
    defaultMessage:
      'Everyone with rights in the admin center can rename an environment. The ID stays the same, so the wizard works with the ID.',
  },
  whyNothingElse: { id: 'environment.guide.whyNothingElse.heading', defaultMessage: 'Why must nothing else run?' },
  whyNothingElseText: {
    id: 'environment.guide.whyNothingElse.text',
    defaultMessage: 'A backup, a copy or an update occupies the environment. The key operation would be refused until that has ended.',
  },
  managedInLifecycleServices: {
    id: 'environment.guide.managedInLifecycleServices.heading',
    defaultMessage: 'Managed in Lifecycle Services',
  },
  managedInLifecycleServicesManual1: {
    id: 'environment.guide.managedInLifecycleServices.manual1',
    defaultMessage: 'Open the environment’s details page.',
  },
  managedInLifecycleServicesManual2: {
    id: 'environment.guide.managedInLifecycleServices.manual2',
    defaultMessage: 'Find Power Platform environment information and read the environment name.',
  },
  managedInLifecycleServicesManual3: {
    id: 'environment.guide.managedInLifecycleServices.manual3',
    defaultMessage: 'Write the name down; the next steps need it.',
  },
  unifiedEnvironment: { id: 'environment.guide.unifiedEnvironment.heading', defaultMessage: 'Unified environment' },
  unifiedEnvironmentManual1: {
    id: 'environment.guide.unifiedEnvironment.manual1',
    defaultMessage: 'In the admin center, open the environment.',
  },
  unifiedEnvironmentManual2: {
    id: 'environment.guide.unifiedEnvironment.manual2',
    defaultMessage:
      'Read the name, the environment id and the Finance and Operations URL. If the URL is missing, edit the description once: that brings it up.',
  },
  migrated: { id: 'environment.guide.migrated.heading', defaultMessage: 'Migrated from Lifecycle Services' },
  migratedManual1: {
    id: 'environment.guide.migrated.manual1',
    defaultMessage: 'Do not read the name in Lifecycle Services: it is read-only there and no longer kept.',
  },
  migratedManual2: {
    id: 'environment.guide.migrated.manual2',
    defaultMessage: 'In the admin center, open the environment, and read its name, its id and the Finance and Operations URL.',
  },
})
