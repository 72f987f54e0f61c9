import { LEFT_OUT, type LeftOut } from '#machines/environment/left-out.ts'

/**
 * Removes the variables that weaken connections or print what is sent.
 * @param environment of this process; programs that it starts get what is left
 * @returns those that would have had an effect. Node.js takes every value but 0 of NODE_TLS_REJECT_UNAUTHORIZED as a demand for the check.
 */
export function leaveOut(environment: Record<string, string | undefined>): readonly LeftOut[] {
  const found = LEFT_OUT.filter((name) => environment[name])
  const effective = found.filter((name) => name !== 'NODE_TLS_REJECT_UNAUTHORIZED' || environment[name] === '0')
  for (const name of LEFT_OUT) delete environment[name]
  return effective
}

interface Printed {
  write(...written: readonly unknown[]): boolean
}

/**
 * Drops what NODE_DEBUG prints: Node.js reads it before any code of ours runs, so removing it is too late. Its lines begin with the section
 * in capitals and the ID of the process: `HTTP 4711: `.
 */
export function dropDebugOutput(stream: Printed, pid: number): void {
  const line = new RegExp(`^\\S+ (?:\\u001b\\[\\d+m)?${pid}(?:\\u001b\\[\\d+m)?: `)
  const write = stream.write.bind(stream)
  stream.write = (...written) => {
    const [first] = written
    return typeof first === 'string' && line.test(first) ? true : write(...written)
  }
}
