import type { Clock } from '../machines/clock.ts'
import type { Cloud } from '../machines/cloud/cloud.ts'
import type { Services } from '../machines/services.ts'
import type { PolicyChoices } from '../machines/step/choices.ts'
import type { Tenant } from '../machines/step/ports.ts'

/** A tenant that somebody is signed in to: the services behind it, its clock, and what may be said of it. */
export interface OpenTenant {
  readonly tenant: Tenant
  readonly services: Services
  readonly clock: Clock
  readonly cloud: Cloud
  /** What the form of step 3 suggests instead of its own suggestion, for example who adds the environment. */
  readonly suggested?: Partial<PolicyChoices>
  /** Only the practice tenant: lets time pass. @param milliseconds of its own time */
  readonly advance?: (milliseconds: number) => void
}

/** Opens a scenario of the practice tenant; rejects with a sentence for the person when there is no such scenario. */
export type OpenPractice = (scenario: string) => Promise<OpenTenant>
