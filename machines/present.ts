type Present<Members> = { readonly [Key in keyof Members as undefined extends Members[Key] ? never : Key]: Members[Key] } & {
  readonly [Key in keyof Members as undefined extends Members[Key] ? Key : never]?: Exclude<Members[Key], undefined>
}

/** Drops undefined members, for exact optional types. @example { name, ...present({ hint }) } */
export function present<const Members extends object>(members: Members): Present<Members>
export function present(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}
