import type { Written } from '../ipc/contract.ts'
import type { LeftOut } from '../machines/engine/for-each.ts'
import type { Action } from '../machines/procedure/action.ts'
import type { ScriptLanguage } from '../machines/procedure/script-languages.ts'
import { english } from '../messages/english.ts'
import type { OpenTenant } from '../services/open-tenant.ts'
import type { ScriptFiles } from './script.ts'
import { ValueRefused } from './text.ts'
import { writeScript } from './write-script.ts'

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
