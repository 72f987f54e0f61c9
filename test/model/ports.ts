import type { Ports } from '#machines/engine/step/ports.ts'

const never = <T>(): Promise<T> => new Promise<T>(() => undefined)

/** Ports that are never answered: for walking a machine's graph, where no effect is carried out. */
export function silentPorts(): Ports {
  return {
    now: () => 0,
    random: () => 0,
    sleep: () => never(),
    openPractice: () => never(),
    signIn: () => never(),
    confirm: () => never(),
    listTenants: () => never(),
    signOut: () => never(),
    closeTenant: () => undefined,
    observe: () => never(),
    landscape: () => never(),
    apply: () => never(),
    poll: () => never(),
  }
}
