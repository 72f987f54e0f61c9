/** Something that a person decides and only the procedure understands. Its kind says which object knows the rest of it. Plain JSON. */
export interface Decision {
  readonly kind: string
}
