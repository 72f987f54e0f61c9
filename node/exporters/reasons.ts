import { type ActionKind, whyOf } from '#machines/procedure/action.ts'
import { sourceOf } from '#machines/procedure/sources/sources.ts'
import { reasonMessages as messages } from './messages.ts'
import { plain } from './words.ts'

export function reasonOf(kind: ActionKind): string {
  const { text: why, source } = whyOf(kind)
  const { title, edition } = sourceOf(source)
  return plain(edition === undefined ? messages.sourced({ why, title }) : messages.dated({ why, title, edition }))
}
