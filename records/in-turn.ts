type InTurn = <Done>(work: () => Promise<Done>) => Promise<Done>

/** Runs work one after the other, also after work that failed. */
export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
}

const turns = new Map<string, InTurn>()

/**
 * The same for all of this process that change a file by what is in it: if two read it before either writes, one change is lost.
 * @param file absolute path
 */
export function inTurnFor(file: string): InTurn {
  const own = turns.get(file) ?? inTurn()
  turns.set(file, own)
  return own
}
