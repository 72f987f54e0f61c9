/** Memoizes a pure function per object and arguments, for the object's lifetime. Consecutive views share most parts. */
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
