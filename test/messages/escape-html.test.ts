import { expect, it } from 'vitest'
import { escapeHtml } from '#messages/escape-html.ts'

it.each<[string, string, string]>([
  ['keeps what is joined to one emoji', 'Ada 👩\u200d🔧', 'Ada 👩\u200d🔧'],
  ['shows what would turn the reading direction around', 'a\u202eb\u2066', 'a\ufffdb\ufffd'],
  ['shows control characters, and keeps line breaks', 'a\u0000\u001b\nb\tc', 'a\ufffd\ufffd\nb\tc'],
  ['ends no attribute and begins no element', `"'<b>&`, '&quot;&#39;&lt;b&gt;&amp;'],
  ['leaves what only a spreadsheet computes', `=cmd|x`, '=cmd|x'],
])('%s', (_, text, written) => expect(escapeHtml(text)).toBe(written))
