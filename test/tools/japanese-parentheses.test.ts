import { describe, expect, it } from 'vitest'
import { wrongParentheses } from '../../tools/japanese-parentheses.mjs'

describe('parentheses in Japanese', () => {
  it.each([
    ['もう一度停止が発生します (最大 4 日間のうち一部)。', ['(最大 4 日間のうち一部)']],
    ['キー（BYOK）を', ['（BYOK）']],
    ['{answer} (関連付け ID {id})', ['(関連付け ID {id})']],
    ['未開始（なし)', ['（なし)']],
    ['[ポリシー (Policies)] (クラシックでは [編集 (Edit)])', ['(クラシックでは [編集 (Edit)])']],
  ])('are named where they are of the other kind in %j', (text, found) => {
    expect(wrongParentheses(text, 'ja')).toEqual(found)
  })

  it.each(['アクセス制御 (Access control (IAM))', 'キー {key} ({environment})', '（クラシックでは [ポリシー (Policies)]）'])(
    'are right in %j',
    (text) => {
      expect(wrongParentheses(text, 'ja')).toEqual([])
    },
  )

  it('are no matter of other languages', () => {
    expect(wrongParentheses('（a）', 'de')).toEqual([])
  })
})
