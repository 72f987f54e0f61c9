import { useState } from 'react'

/**
 * When a form's errors show: that of a field once the person has left it, and all after an attempt to submit, which focuses the first.
 * @param fields in the order of the page
 * @param broken the broken rule of each field, if any
 */
export function useFieldErrors<Field extends string>(
  fields: readonly Field[],
  broken: Partial<Record<Field, string>>,
  idOf: (field: Field) => string,
) {
  const [left, setLeft] = useState<readonly Field[]>([])
  const [isTried, setTried] = useState(false)
  return {
    shown: (field: Field): string | undefined => (isTried || left.includes(field) ? broken[field] : undefined),
    leave: (field: Field) => setLeft([...left, field]),
    /** Hides them until the next attempt: other fields are asked for now. */
    reset: () => setTried(false),
    /** @returns the wrong fields; none: it may be submitted */
    check(): readonly Field[] {
      setTried(true)
      const wrong = fields.filter((field) => broken[field] !== undefined)
      if (wrong[0] !== undefined) document.getElementById(idOf(wrong[0]))?.focus()
      return wrong
    },
  }
}
