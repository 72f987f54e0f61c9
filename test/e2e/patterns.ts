const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Exactly this text. */
export const wholly = (text: string): RegExp => new RegExp(`^${escaped(text)}$`)

/** One of several wordings, by a number for example. */
export const either = (...patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join('|'))
