/** A procedure-specific decision, as plain JSON; its kind finds its definition. */
export interface Decision {
  readonly kind: string
}
