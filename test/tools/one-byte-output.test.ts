import { expect, it } from 'vitest'
import { inOneByte } from '../../tools/one-byte-output.mjs'

it('escapes what is beyond Latin-1, and the script still says the same', () => {
  const code = 'const said = ["There’s no é", `an emoji 🔑 in “quotes”`, /[‘’]/u.source.length];'
  const written = inOneByte(code)
  expect(written).toMatch(/^[\0-ÿ]*$/)
  expect(written).toContain('é')
  const run = (script: string): unknown => new Function(`${script} return said.slice(0, 2)`)()
  expect(run(written)).toEqual(run(code))
})

it('leaves a script as it is where escapes would take more than two bytes a character', () => {
  const code = 'const said = "環境の暗号化キーを確認します"'
  expect(inOneByte(code)).toBe(code)
})
