import type { Pitfall } from '../../guide.ts'
import { messages } from './guide-messages.ts'

export const policyPitfalls: readonly Pitfall[] = [
  {
    id: 'F-501',
    heading: messages.pitfalls.editorHeading,
    text: messages.pitfalls.editor,
    source: 'power-platform-keys',
  },
  {
    id: 'F-605',
    heading: messages.pitfalls.switchedHeading,
    text: messages.pitfalls.switched,
    source: 'vault-roles',
  },
  {
    id: 'F-606',
    heading: messages.pitfalls.recoveredHeading,
    text: messages.pitfalls.recovered,
    source: 'soft-delete',
  },
]
