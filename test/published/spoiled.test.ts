import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answerProblems, type Example, examples, exists, operations } from './published.ts'

const members = z.record(z.string(), z.json())

const SPOILED: readonly (readonly [what: string, spoil: (body: z.output<typeof members>) => object])[] = [
  ['with a member that no one knows', (body) => ({ ...body, unheardOf: 1 })],
  [
    'with a number in place of what it was',
    (body) => Object.fromEntries(Object.entries(body).map(([name], index) => (index === 0 ? [name, -0.5] : [name, body[name] ?? null]))),
  ],
]

/** The first example of each operation. */
const published = operations.flatMap((operation) => {
  const [example] =
    examples[operation.plane === 'data' && operation.version === '7.4' ? `${operation.operation}@hsm` : operation.operation] ?? []
  return example ? [[operation.operation, operation, example] as const] : []
})

const problemsOf = (operation: (typeof operations)[number], { code }: Example, body: object): readonly string[] =>
  answerProblems(code, JSON.stringify(body), operation)

describe.skipIf(!exists)('a published example', () => {
  it.each(published)('is noticed when it is spoiled: %s', (_, operation, example) => {
    const body = members.parse(example.body)
    const sound = problemsOf(operation, example, body)
    for (const [what, spoil] of SPOILED) {
      const more = problemsOf(operation, example, spoil(body)).filter((problem) => !sound.includes(problem))
      expect(more, what).not.toEqual([])
    }
  })
})
