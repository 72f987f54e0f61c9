import type { Message } from '#machines/messages/message.ts'
import { validateTags } from '#machines/procedure/tag-rules.ts'
import { type Template, unknownVariable } from '#machines/procedure/templates/template.ts'

/* Template rules beyond the schema, separate because the main process loads the schemas with all calls. */

export const variableWithoutValue = (of: Template): string | undefined => unknownVariable(of)

export const brokenTagRule = ({ tags: given = [] }: Template): Message | undefined => validateTags(given)
