import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('protect.rights', {
  remedy: 'Ask for the missing right, then check again.',
  settingRotation: { id: 'protect.rights.rotation', defaultMessage: 'set rotation policies in the key vault {name}' },
  mayRenewWhy: { id: 'protect.rights.rotationWhy', defaultMessage: 'A rotation policy takes rights on keys. Contributor isn’t enough.' },
  settingLog: { id: 'protect.rights.log', defaultMessage: 'set where the audit log of {name} goes' },
  mayLogWhy: { id: 'protect.rights.logWhy', defaultMessage: 'A diagnostic setting takes a right on the key store.' },
  alerting: { id: 'protect.rights.alert', defaultMessage: 'set an alert on the key vault {name}' },
  grouping: { id: 'protect.rights.group', defaultMessage: 'create action groups in the resource group {name}' },
  mayAlertWhy: {
    id: 'protect.rights.alertWhy',
    defaultMessage: 'The alert takes rights on the key vault and in its resource group.',
  },
})
