import type { StagedFault } from '../ipc/presenter-channels.ts'
import type { FaultRule } from '../practice/faults.ts'
import type { PracticeTenant } from '../practice/tenant.ts'

const RULES: Readonly<Record<Exclude<StagedFault, 'failed-link'>, FaultRule>> = {
  throttling: { method: '*', path: '**', nth: 1, fault: '429-seconds' },
  'expired-token': { method: '*', path: '**', nth: 1, fault: '401-expired' },
  // Until ended: everything fails.
  'lost-network': { method: '*', path: '**', fault: 'reset-before' },
}

export interface StagedFaults {
  begin(fault: StagedFault): void
  end(): void
  current(): readonly StagedFault[]
}

/** @param tenant the open one */
export function stagedFaults(tenant: Pick<PracticeTenant, 'faults' | 'failNextLink'>): StagedFaults {
  const begun: { readonly fault: StagedFault; readonly callOff: () => void; readonly met: () => number }[] = []
  return {
    begin(fault) {
      begun.push({ fault, ...(fault === 'failed-link' ? tenant.failNextLink() : tenant.faults.set(RULES[fault])) })
    },
    end() {
      for (const { callOff } of begun.splice(0)) callOff()
    },
    current: () => begun.filter(({ fault, met }) => fault === 'lost-network' || met() === 0).map(({ fault }) => fault),
  }
}
