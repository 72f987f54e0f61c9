import { say } from '../long/share.ts'

interface Found {
  readonly wrong: readonly string[]
  readonly duplicates: readonly string[]
  readonly lost: readonly string[]
  readonly told: readonly string[]
}

/** Prints the result of a call with a fault. */
export const sayCase = (name: string, { wrong, duplicates, lost, told }: Found): void =>
  say({
    case: { name, wrong: [...new Set(wrong), ...duplicates.map((each) => `Written twice: ${each}`), ...lost], told },
    figures: { 'duplicate writes': duplicates.length, lost: lost.length },
  })
