/** What may be undefined among members, as members that may be absent. */
type Present<Members> = { readonly [Key in keyof Members as undefined extends Members[Key] ? never : Key]: Members[Key] } & {
  readonly [Key in keyof Members as undefined extends Members[Key] ? Key : never]?: Exclude<Members[Key], undefined>
}

/**
 * The members that are there: one that is undefined is left out, as exact optional types ask.
 * @example { name, ...present({ hint }) }
 */
export function present<const Members extends object>(members: Members): Present<Members>
export function present(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}
