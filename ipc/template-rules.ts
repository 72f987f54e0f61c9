import type { Message } from '../machines/messages/message.ts'
import { validateTags } from '../machines/procedure/tag-rules.ts'
import { type Template, unknownVariable } from '../machines/procedure/templates/template.ts'

/*
 * What a template's schema can't tell. Not beside the schema: main loads that with the schemas of all calls, and these rules with a template.
 */

/** A variable that has no value for anyone. @returns its name */
export const variableWithoutValue = (of: Template): string | undefined => unknownVariable(of)

/** The first of Azure's rules that its tags break. */
export const brokenTagRule = ({ tags: given = [] }: Template): Message | undefined => validateTags(given)
