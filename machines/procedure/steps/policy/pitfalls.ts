import type { Pitfall } from '../../guide.ts'
import { messages } from './guide-messages.ts'

export const policyPitfalls: readonly Pitfall[] = [
  {
    id: 'F-501',
    heading: messages.editorHeading,
    text: messages.editor,
    source: 'power-platform-keys',
  },
  {
    id: 'F-605',
    heading: messages.switchedHeading,
    text: messages.switched,
    source: 'vault-roles',
  },
  {
    id: 'F-606',
    heading: messages.recoveredHeading,
    text: messages.recovered,
    source: 'soft-delete',
  },
]
