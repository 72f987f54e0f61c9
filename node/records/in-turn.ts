type InTurn = <Done>(work: () => Promise<Done>) => Promise<Done>

/** Runs tasks sequentially, also after failures. */
export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
}

const turns = new Map<string, InTurn>()

/** Serializes read-modify-write of a file within this process, so that no change is lost. @param file absolute path */
export function inTurnFor(file: string): InTurn {
  const own = turns.get(file) ?? inTurn()
  turns.set(file, own)
  return own
}
