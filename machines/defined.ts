type Defined<Members> = { readonly [Key in keyof Members as undefined extends Members[Key] ? never : Key]: Members[Key] } & {
  readonly [Key in keyof Members as undefined extends Members[Key] ? Key : never]?: Exclude<Members[Key], undefined>
}

/** Drops undefined members, for exact optional types. @example { name, ...defined({ hint }) } */
export function defined<const Members extends object>(members: Members): Defined<Members>
export function defined(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}
