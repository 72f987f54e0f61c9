import type { z } from 'zod'

/** A member that a schema reads. */
export interface SchemaMember {
  readonly path: string
  readonly kind: string
  /** Without it, the wizard can't read the answer. */
  readonly required: boolean
}

type Core = z.core.$ZodType

/** Every member that a schema reads, by its path. */
export function membersOf(schema: Core, path = '', required = true): readonly SchemaMember[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return [
        { path, kind: 'object', required },
        ...Object.entries(def.shape).flatMap(([name, each]) => membersOf(each, path === '' ? name : `${path}.${name}`)),
      ]
    case 'array':
      return [{ path, kind: 'array', required }, ...membersOf(def.element, `${path}[]`)]
    case 'optional':
    case 'nullable':
    case 'catch':
      return membersOf(def.innerType, path, false)
    case 'pipe':
      return [...membersOf(def.in, path, required), ...membersOf(def.out, path, required)]
    case 'union':
      return def.options.flatMap((each) => membersOf(each, path, required))
    case 'record':
      return [{ path, kind: 'object', required }]
    case 'transform':
      return []
    case 'unknown':
      return [{ path, kind: 'object', required: false }]
    case 'string':
    case 'number':
    case 'boolean':
      return [{ path, kind: def.type, required }]
    default:
      throw new Error(`A schema of the kind ${def.type} isn’t walked.`)
  }
}
