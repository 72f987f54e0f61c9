import type { KeysHost } from '#node/host/customer-managed-keys.ts'
import { TENANT } from '#node/practice/people.ts'
import type { OwnWay } from '../faults/person.ts'
import type { Said } from './walk.ts'

/**
 * What a person does who finds the wizard gone and starts it again: they open what is on the list, take over from the process that
 * is gone, read what was found and continue. Where nothing is on the list they begin.
 * @param say called with what they see
 */
export function afterAKill(host: KeysHost, say: (line: Said) => void): OwnWay {
  let opening = false
  let lockSeen: string | undefined
  return (view) => {
    const { page, start, recovery, record } = view
    if (page === 'start' && start) {
      if (start.problem) return { end: 'lost', why: `Cannot sign in: ${start.problem.title}. ${start.problem.meaning}` }
      if (!start.engagements || start.signIn || opening) return 'wait'
      opening = true
      say({ say: 'listed', states: start.engagements.map(({ state }) => state.kind) })
      const [row] = start.engagements
      if (!row) return { type: 'SIGN_IN', request: { way: 'browser', tenant: TENANT.id, cloud: 'commercial' } }
      if (row.state.kind === 'closed') return { end: 'lost', why: `The engagement cannot be opened: ${row.state.why}` }
      void host.openEngagement(row.id)
      return 'wait'
    }
    if (record?.problem !== undefined) return { end: 'lost', why: `The record is not kept: ${record.problem}` }
    if (record?.held) {
      const { state, processId, since } = record.held
      const lock = `${state} ${processId} ${since}`
      if (lock !== lockSeen) {
        lockSeen = lock
        say({ say: 'held', state, ...(processId === undefined ? {} : { processId }) })
        void host.takeOver()
      }
      return 'wait'
    }
    if (page !== 'recovery' || !recovery) return undefined
    if (recovery.problem) return { end: 'lost', why: `Cannot be read again: ${recovery.problem.title}. ${recovery.problem.meaning}` }
    if (recovery.reading || !view.can.includes('ANSWER_DRIFT')) return 'wait'
    say({
      say: 'recovery',
      differences: recovery.differences.map(({ title, was, is }) => `${title}: ${was} → ${is}`),
      recovered: [...recovery.recovered],
    })
    return { type: 'ANSWER_DRIFT', answer: 'keep' }
  }
}
