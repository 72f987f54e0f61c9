import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { messagesIn } from '../../../tools/messages.mjs'

const ENGINE = path.resolve(import.meta.dirname, '../../../machines/engine')

/** Words of a procedure: products, their resources, and the number of steps. */
const OF_A_PRODUCT =
  /Microsoft|Azure|Power Platform|Dataverse|Dynamics|Entra|PowerShell|Bicep|Terraform|Lifecycle Services|\bkeys?\b|vault|encrypt|polic(?:y|ies)|subscription|\b(?:all )?(?:two|three|four|five) steps\b/i

const files = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

/** The default texts of the messages in a file. */
const textsOf = (file: string): readonly string[] =>
  messagesIn(readFileSync(path.join(ENGINE, file), 'utf8'), file).messages.map(({ text }) => text)

it('says nothing of a product, and counts no steps: that is for the procedure to say', () => {
  const texts = files.flatMap((file) => textsOf(file).map((text) => `${file}: ${text}`))
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((text) => OF_A_PRODUCT.test(text.slice(text.indexOf(': '))))).toEqual([])
})
