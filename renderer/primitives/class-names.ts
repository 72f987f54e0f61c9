/** Joins the class names that hold; the order in the style sheet decides which one wins. */
export const classNames = (...names: readonly (string | false | undefined)[]): string =>
  names.filter((name) => name !== undefined && name !== false).join(' ')
