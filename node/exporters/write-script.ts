import type { Written } from '#contract/contract.ts'
import type { LeftOut } from '#machines/engine/for-each.ts'
import type { Action } from '#machines/procedure/action.ts'
import type { ScriptLanguage } from '#machines/procedure/script-languages.ts'
import { english } from '#messages/english.ts'
import type { OpenTenant } from '../services/open-tenant.ts'
import { writeAzureCli } from './azure-cli/write-azure-cli.ts'
import { writePowerShell } from './powershell/write-powershell.ts'
import type { ScriptContext, ScriptFiles } from './script.ts'
import { writeArm } from './templates/write-arm.ts'
import { writeBicep } from './templates/write-bicep.ts'
import { writeTerraform } from './terraform/write-terraform.ts'
import { ValueRefused, writable } from './text.ts'

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

/** Writes a plan for its tenant. @throws ValueRefused for a name that scripts can't carry */
export const writePlan = (
  { clock, cloud, tenant }: OpenTenant,
  plan: readonly Action[],
  language: ScriptLanguage,
  leftOut: readonly LeftOut[] = [],
): ScriptFiles => writeScript(language, plan, { cloud, tenantId: tenant.account.tenantId, writtenAt: clock.now(), leftOut })

/** For a page: an unsafe name becomes a message. */
export function planWritten(
  open: OpenTenant,
  plan: readonly Action[],
  language: ScriptLanguage,
  leftOut: readonly LeftOut[] = [],
): Written {
  if (plan.length === 0) return { kind: 'nothing-planned' }
  try {
    const files = Object.entries(writePlan(open, plan, language, leftOut)).map(([name, text]) => ({ name, text }))
    return { kind: 'files', files }
  } catch (error) {
    if (error instanceof ValueRefused) return { kind: 'refused', why: english.text(error.why) }
    throw error
  }
}
