import type { Directed } from './behind.ts'

export function openCase(wizard: Pick<Directed, 'view' | 'subscribe' | 'send'>, scenario: string): void {
  const open = () => wizard.send({ type: 'OPEN_PRACTICE', scenario })
  if (wizard.view().page === 'start') {
    open()
    return
  }
  const leave = wizard.subscribe(({ page }) => {
    if (page !== 'start') return
    leave()
    open()
  })
  wizard.send({ type: 'CLOSE_TENANT' })
}
