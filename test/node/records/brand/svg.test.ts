import { describe, expect, it } from 'vitest'
import { cleanSvg } from '#node/records/brand/svg.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const inSvg = (inner: string, attributes = '') => `<svg ${NS} viewBox="0 0 10 10"${attributes}>${inner}</svg>`
const empty = `<svg ${NS} viewBox="0 0 10 10"></svg>`

describe('a logo', () => {
  it('is drawn as it was: shapes, gradients, styles and text', () => {
    const logo = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made somewhere -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
${inSvg('<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient><linearGradient id="b" xlink:href="#a"/></defs><path d="M0 0L10 10z" style="fill:url(#b);stroke:rgb(1, 2, 3); stroke-width : 2"/><g transform="translate(1,2) rotate(45)"><text x="1">R&amp;D &#169;</text></g>')}
`
    expect(cleanSvg(logo)).toBe(
      inSvg(
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient><linearGradient id="b" href="#a"/></defs><path d="M0 0L10 10z" fill="url(#b)" stroke="rgb(1, 2, 3)" stroke-width="2"/><g transform="translate(1,2) rotate(45)"><text x="1">R&amp;D ©</text></g>',
      ),
    )
  })

  it.each<[string, string]>([
    ['a script', inSvg('<script>alert(1)</script>')],
    ['a script with a link', inSvg('<script xlink:href="https://evil.example/x.js"/>')],
    [
      'a script in another namespace',
      `<svg ${NS} xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><s:script>alert(1)</s:script></svg>`,
    ],
    ['a script in character data', inSvg('<script><![CDATA[alert(1)</svg><script>]]></script>')],
    ['another document', inSvg('<foreignObject><iframe src="https://evil.example"/></foreignObject>')],
    ['a picture from elsewhere', inSvg('<image href="https://evil.example/x.png" width="1" height="1"/>')],
    ['a picture of its own', inSvg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>')],
    ['a link', inSvg('<a href="javascript:alert(1)"></a>')],
    ['a style sheet', inSvg('<style>@import url(https://evil.example/x.css); * { fill: url(https://evil.example) }</style>')],
    ['an animation that sets a link', inSvg('<animate attributeName="href" values="javascript:alert(1)"/>')],
    ['something that sets an attribute', inSvg('<set attributeName="onload" to="alert(1)"/>')],
    ['copies of copies', inSvg('<use href="#a"/><use href="https://evil.example#a"/>')],
    ['a filter', inSvg('<filter id="f"><feImage href="https://evil.example"/></filter>')],
    ['an SVG within', inSvg('<svg onload="alert(1)"></svg>')],
    ['shapes within what is left out', inSvg('<a><path d="M0 0"/></a>')],
    ['a listener on the root', inSvg('', ' onload="alert(1)"')],
    ['a base', inSvg('', ' xml:base="https://evil.example/"')],
    ['text where no text is drawn', inSvg('&lt;script&gt;')],
  ])('leaves no trace of %s', (_, hostile) => {
    expect(cleanSvg(hostile)).toBe(empty)
  })

  it.each([
    ['fill="url(https://evil.example/#a)"'],
    ['fill="url(&quot;https://evil.example&quot;)"'],
    ['fill="url(#a) url(https://evil.example)"'],
    ['style="fill:url(//evil.example)"'],
    [String.raw`style="fill:\75rl(https://evil.example)"`],
    ['style="background:url(https://evil.example)"'],
    ['style="fill:expression(alert(1))"'],
    ['onclick="alert(1)"'],
    ['ONCLICK="alert(1)"'],
    ['href="https://evil.example"'],
    ['xlink:href="javascript:alert(1)"'],
    ['class="x"'],
    ['fill="&#106;avascript:alert(1)"'],
    ['fill="image-set(&quot;x&quot;)"'],
  ])('has no attribute %s', (attribute) => {
    expect(cleanSvg(inSvg(`<path ${attribute}/>`))).toBe(inSvg('<path/>'))
  })

  it('keeps what is written in a value inside it', () => {
    expect(cleanSvg(inSvg(`<text font-family='"&gt;&lt;script&gt;'>a</text>`))).toBe(
      inSvg('<text font-family="&quot;&gt;&lt;script&gt;">a</text>'),
    )
  })

  it.each<[string, string]>([
    ['with entities of its own', `<!DOCTYPE svg [<!ENTITY a "b">]>${inSvg('<text>&a;</text>')}`],
    ['with an entity that isn’t one of five', inSvg('<text>&nbsp;</text>')],
    ['with the name of a member that every object has', inSvg('<text>&constructor;</text>')],
    ['with half a character', inSvg('<text>&#xd800;</text>')],
    ['with a character that is none', inSvg('<text>&#0;</text>')],
    ['with an instruction', `<?xml-stylesheet href="https://evil.example"?>${inSvg('')}`],
    ['that isn’t closed', `<svg ${NS}><g>`],
    ['closed in another order', inSvg('<g><path></g></path>')],
    ['with more than one root', `${inSvg('')}${inSvg('')}`],
    ['that is a page', '<html><svg/></html>'],
    ['with text beside it', `${inSvg('')}alert(1)`],
    ['with a value without quotes', inSvg('<path d=M0/>')],
    ['with the same attribute twice', inSvg('<path d="M0" d="M1"/>')],
    ['with a tag in a value', inSvg('<path d="<script>"/>')],
    ['with a comment that ends early', inSvg('<!--> <script>alert(1)</script> -->')],
    ['too deep', inSvg('<g>'.repeat(50) + '</g>'.repeat(50))],
    ['too long', inSvg('<g/>'.repeat(6000))],
    ['that is empty', ''],
    ['that is no SVG', 'GIF89a'],
  ])('is refused %s', (_, hostile) => {
    expect(cleanSvg(hostile)).toBeUndefined()
  })

  it('takes no longer for what is made to take long', () => {
    // Of this process: what else the machine does takes none of it.
    const started = process.cpuUsage()
    for (const hostile of [
      `<svg ${' a="'.repeat(50_000)}`,
      `<!--${'-'.repeat(200_000)}`,
      `<svg ${NS} style="${' '.repeat(200_000)}x"/>`,
      '<'.repeat(200_000),
    ])
      cleanSvg(hostile)
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000)
  })
})
