import { describe, expect, it } from 'vitest'
import { failureOf } from '#node/cli/cmk-wizard/run.ts'

const say = async (why: string) => `Nicht fertig: ${why}`
const withCode = (code: unknown, message = 'no room') => Object.assign(new Error(message), { code })

describe('why a command didn’t finish', () => {
  it('is one line for an error of the operating system', async () => {
    expect(await failureOf(withCode('ENOSPC'), say)).toBe('Nicht fertig: no room')
  })

  it.each([
    ['has no code', new TypeError('undefined is not a function')],
    ['has a code of Node', withCode('ERR_INVALID_ARG_TYPE')],
    ['has a number for a code', withCode(13)],
  ])('says where it was thrown for an error that %s', async (_what, error) => {
    const [line, name, where] = (await failureOf(error, say)).split('\n')
    expect([line, name]).toEqual([`Nicht fertig: ${error.message}`, `${error.name}: ${error.message}`])
    expect(where).toMatch(/^ {4}at .*failure\.test\.ts/)
  })

  it.each([
    ['a text', 'stop', "Nicht fertig: 'stop'"],
    ['nothing', undefined, 'Nicht fertig: undefined'],
    ['what can’t be written as a text', Object.create(null), 'Nicht fertig: [Object: null prototype] {}'],
  ])('is one line where %s was thrown', async (_what, thrown, line) => expect(await failureOf(thrown, say)).toBe(line))

  it('is in no language, with both errors, where the language can’t be loaded', async () => {
    const said = await failureOf(withCode('ENOSPC'), async () => {
      throw new Error('no catalog')
    })
    expect(said.split('\n').slice(0, 3)).toEqual(['cmk-wizard: no room', 'no catalog', 'Error: no catalog'])
  })

  it('commands no terminal and holds no secret', async () => {
    const said = await failureOf(new Error('Bearer abcdefghijkl\u001b[31m\nnext'), say)
    expect(said.replaceAll('\n', '')).not.toMatch(/abcdefghijkl|\p{Cc}/u)
    expect(said.split('\n')[0]).toBe('Nicht fertig: Bearer [removed]\\u{1b}[31m next')
  })
})
