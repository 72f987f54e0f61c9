import { describe, expect, it } from 'vitest'
import { asModule } from './sections.ts'

const REGISTER = [
  {
    documents: {
      'soft-delete': { 'Purge protection': ['action.createVault.undo', 'policy.purgeProtection.why'], '': ['action.createVault.takes'] },
      'key-rotation': { 'Key rotation': ['action.createVault.title', 'policy.keyKind.why'] },
    },
    conclusions: [],
    ofTheWizard: [],
  },
] as const

const written = asModule(
  REGISTER,
  [
    { ids: ['policy.purgeProtection.why'], document: 'soft-delete', heading: 'Purge protection', where: 'check purge-protection' },
    { ids: ['policy.keyRecoverable.why'], document: 'soft-delete', heading: 'Purge protection', where: 'check key-recoverable' },
    { ids: ['policy.keyKind.why'], document: 'soft-delete', where: 'check key-kind' },
    { ids: ['policy.keyKind.why'], document: 'key-rotation', where: 'pitfall F-1' },
  ],
  ['create-vault', 'create-key'],
)

describe('what the window shows of the register', () => {
  it('is every heading that checks name, once', () => {
    expect(written).toContain("HEADINGS_OF_CHECKS: readonly string[] = [\n  'Purge protection',\n]")
  })

  it('is for each change where its duration, its harm, and its way back are said, and not its title', () => {
    expect(written).toContain("  'create-vault': [['soft-delete', 'Purge protection'], ['soft-delete', '']],")
    expect(written).not.toContain("['key-rotation'")
    expect(written).not.toContain('create-key')
  })
})
