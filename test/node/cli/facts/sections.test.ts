import { describe, expect, it } from 'vitest'
import { asModule } from '#node/cli/facts/sections.ts'

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
    { ids: ['policy.keyKind.why', 'policy.purgeProtection.why'], document: 'soft-delete', where: 'check purge-protection' },
    { ids: ['policy.keyKind.why'], document: 'soft-delete', where: 'check key-kind' },
    { ids: ['policy.keyKind.why'], document: 'key-rotation', where: 'pitfall F-1' },
  ],
  ['create-vault', 'create-key'],
)

describe('what the window shows of the register', () => {
  it('is for each check the heading in its own document, and nothing where that document has none for it', () => {
    expect(written).toContain("'purge-protection': 'Purge protection',")
    expect(written).not.toContain('key-kind')
    expect(written).not.toContain('F-1')
  })

  it('is for each change where its duration, its harm, and its way back are said, and not its title', () => {
    expect(written).toContain("  'create-vault': [['soft-delete', 'Purge protection'], ['soft-delete', '']],")
    expect(written).not.toContain("['key-rotation'")
    expect(written).not.toContain('create-key')
  })
})
