import type { DisplayText, MessageValue } from './display-text.ts'

/* Values of an ICU MessageFormat text, parsed by the compiler: missing, wrong or misspelled values don't compile. Uses
   a stack of braces, because branches of plural and select have braces too. */

type Trimmed<S extends string> = S extends ` ${infer Rest}` | `\n${infer Rest}`
  ? Trimmed<Rest>
  : S extends `${infer Rest} `
    ? Trimmed<Rest>
    : S

type Inside = 'text' | 'branches'

type ValueOf<Kind extends string> = Kind extends
  | `plural${string}`
  | `selectordinal${string}`
  | `number${string}`
  | `date${string}`
  | `time${string}`
  ? number
  : Kind extends `select${string}`
    ? string
    : never

type HasBranches<Kind extends string> = Kind extends `plural${string}` | `select${string}` ? true : false

type Scan<S extends string, Stack extends readonly Inside[], Found> = S extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? Close<S, Stack, Found>
    : Open<After, Stack, Found>
  : S extends `${string}}${string}`
    ? Close<S, Stack, Found>
    : Found

type Close<S extends string, Stack extends readonly Inside[], Found> = S extends `${string}}${infer After}`
  ? Stack extends readonly [Inside, ...infer Outer extends readonly Inside[]]
    ? Scan<After, Outer, Found>
    : Scan<After, [], Found>
  : Found

type Open<S extends string, Stack extends readonly Inside[], Found> = Stack extends readonly ['branches', ...(readonly Inside[])]
  ? Scan<S, ['text', ...Stack], Found>
  : S extends `${infer Head}}${infer After}`
    ? Head extends `${infer Name},${infer Rest}`
      ? HasBranches<Trimmed<Rest>> extends true
        ? Scan<
            S extends `${string},${infer Branches}` ? Branches : never,
            ['branches', ...Stack],
            Found & Record<Trimmed<Name>, ValueOf<Trimmed<Rest>>>
          >
        : Scan<After, Stack, Found & Record<Trimmed<Name>, ValueOf<Trimmed<Rest>>>>
      : Scan<After, Stack, Found & Record<Trimmed<Head>, MessageValue>>
    : Found

/** For example `{ count: number } & { name: MessageValue }` for `{count, plural, one {# key} other {# keys}} of {name}`. */
export type ArgumentsOf<Text extends string> = string extends Text ? Record<string, number & DisplayText> : Scan<Text, [], unknown>
