import { defineMessages } from '#machines/messages/message.ts'
import type { Pitfall } from '../../guide.ts'

const messages = defineMessages('policy.pitfalls', {
  editorHeading: 'The template editor rejects the text',
  editor: 'In the manual steps, replace every placeholder and put every value in double quotes. The wizard’s scripts are complete.',
  switchedHeading: 'The key vault switches from access policies to Azure RBAC',
  switched: 'Its access policies stop working at once, and every environment on the key goes offline. Assign the role first.',
  recoveredHeading: 'Environments stay locked after you recover a key vault',
  recovered:
    'A deleted vault loses its role assignments, and recovery doesn’t restore them. Assign the roles again, then re-enable each environment.',
})

export const policyPitfalls: readonly Pitfall[] = [
  { id: 'F-501', heading: messages.editorHeading, text: messages.editor, source: 'power-platform-keys' },
  { id: 'F-605', heading: messages.switchedHeading, text: messages.switched, source: 'vault-roles' },
  { id: 'F-606', heading: messages.recoveredHeading, text: messages.recovered, source: 'soft-delete' },
]
