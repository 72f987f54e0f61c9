import type { KeysHost } from '#node/host/customer-managed-keys.ts'

/** Opens a case from the command line as if selected, and skips its preparation. */
export function openAtFirstStep(host: Pick<KeysHost, 'send' | 'subscribe'>, scenario: string): void {
  const leave = host.subscribe(({ page, start }) => {
    if (page === 'start' && start?.problem === undefined) return
    leave()
    if (page === 'prepare') host.send({ type: 'NEXT' })
  })
  host.send({ type: 'OPEN_PRACTICE', scenario })
}
