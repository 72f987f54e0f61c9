import { dropDebugOutput, leaveOut } from './environment.ts'

/**
 * Variables that were removed from this process's environment. The first import of each program: libraries read theirs while they load.
 * Decision 0221: removed, and said, instead of obeyed.
 */
export const leftOut = leaveOut(process.env)

if (leftOut.includes('NODE_DEBUG')) dropDebugOutput(process.stderr, process.pid)
