import type { Action } from '../machines/procedure/action.ts'
import type { ScriptLanguage } from '../machines/procedure/script-languages.ts'
import { writeAzureCli } from './azure-cli/write-azure-cli.ts'
import { writePowerShell } from './powershell/write-powershell.ts'
import type { ScriptContext, ScriptFiles } from './script.ts'
import { writeArm } from './templates/write-arm.ts'
import { writeBicep } from './templates/write-bicep.ts'
import { writeTerraform } from './terraform/write-terraform.ts'
import { writable } from './text.ts'

const WRITERS: Readonly<Record<ScriptLanguage, (plan: readonly Action[], context: ScriptContext) => ScriptFiles>> = {
  'azure-cli': writeAzureCli,
  powershell: writePowerShell,
  arm: writeArm,
  bicep: writeBicep,
  terraform: writeTerraform,
}

/** Refuses unsafe values anywhere. Display names are only shown, as one line. */
function requireWritable(value: unknown, name = ''): void {
  if (typeof value === 'string' && name !== 'environmentName') writable(value)
  if (typeof value === 'object' && value !== null) for (const [key, member] of Object.entries(value)) requireWritable(member, key)
}

/**
 * Writes a plan, or a single action, in a language. Scripts act like the wizard; running both, in any order, changes nothing twice.
 * @throws ValueRefused with a message for a name that scripts can't carry
 */
export function writeScript(language: ScriptLanguage, plan: readonly Action[], context: ScriptContext): ScriptFiles {
  requireWritable(plan)
  requireWritable(context.tenantId)
  return WRITERS[language](plan, context)
}
