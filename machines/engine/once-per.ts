/**
 * Remembers what a pure function made of an object, for as long as the object lives and is asked about with the same others. A view is
 * made after each change, and most of what it shows is as before.
 */
export function oncePer<Subject extends object, Others extends readonly unknown[], Made>(
  make: (subject: Subject, ...others: Others) => Made,
): (subject: Subject, ...others: Others) => Made {
  const known = new WeakMap<Subject, { readonly others: Others; readonly made: Made }>()
  return (subject, ...others) => {
    const before = known.get(subject)
    if (before?.others.every((each, index) => each === others[index])) return before.made
    const made = make(subject, ...others)
    known.set(subject, { others, made })
    return made
  }
}
