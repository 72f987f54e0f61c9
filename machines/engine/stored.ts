/* Stored formats as data, the source of both types and schemas: machines import no schema library. */

export type Shape =
  | { readonly is: 'text' | 'number' | 'time' | 'flag' }
  | { readonly is: 'one-of'; readonly values: readonly [Literal, ...Literal[]] }
  | { readonly is: 'optional' | 'list'; readonly of: Shape }
  | { readonly is: 'record'; readonly fields: Fields }

type Literal = string | number | true

export interface Fields {
  readonly [name: string]: Shape
}

export const text = { is: 'text' } as const
export const number = { is: 'number' } as const
/** Milliseconds since 1970-01-01T00:00:00Z. */
export const time = { is: 'time' } as const
export const flag = { is: 'flag' } as const

export const oneOf = <const Values extends readonly [Literal, ...Literal[]]>(...values: Values) => ({ is: 'one-of', values }) as const

export const optional = <Of extends Shape>(of: Of) => ({ is: 'optional', of }) as const

export const list = <Of extends Shape>(of: Of) => ({ is: 'list', of }) as const

export const record = <Of extends Fields>(fields: Of) => ({ is: 'record', fields }) as const

type Value<Of extends Shape> = Of extends { readonly is: 'text' }
  ? string
  : Of extends { readonly is: 'number' | 'time' }
    ? number
    : Of extends { readonly values: readonly (infer One)[] }
      ? One
      : Of extends { readonly is: infer Is; readonly of: infer Inner extends Shape }
        ? Is extends 'list'
          ? readonly Value<Inner>[]
          : Value<Inner>
        : Of extends { readonly is: 'flag' }
          ? boolean
          : Of extends { readonly fields: infer Inner extends Fields }
            ? Values<Inner>
            : never

type Flat<Of> = { readonly [Name in keyof Of]: Of[Name] }

export type Values<Of extends Fields> = Flat<
  { readonly [Name in keyof Of as Of[Name] extends { readonly is: 'optional' } ? never : Name]: Value<Of[Name]> } & {
    readonly [Name in keyof Of as Of[Name] extends { readonly is: 'optional' } ? Name : never]?: Value<Of[Name]>
  }
>

export type Stored<Kind extends string, Of extends Fields> = Flat<{ readonly kind: Kind } & Values<Of>>

/** For values with their own kind. */
export type StoredAs<Of extends { readonly kind: string; readonly fields: Fields }> = Stored<Of['kind'], Of['fields']>
