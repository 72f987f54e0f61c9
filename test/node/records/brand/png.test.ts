import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { brand } from '#contract/brand.ts'
import { cleanPng, logoFrom } from '#node/records/brand/brand.ts'

const chunk = (type: string, data: Buffer = Buffer.alloc(0)): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function header(width: number, height: number): Buffer {
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  return chunk('IHDR', data)
}

const png = (...chunks: readonly Buffer[]): Buffer => Buffer.concat([SIGNATURE, ...chunks])
const data = chunk('IDAT', deflateSync(Buffer.from([0, 0])))
const END = chunk('IEND')
const plain = png(header(1, 1), data, END)

describe('a PNG', () => {
  it('is taken as it is', () => {
    expect(cleanPng(plain)).toEqual(plain)
  })

  it('loses its texts, its place, its profile and what follows it', () => {
    const more = ['tEXt', 'iTXt', 'eXIf', 'iCCP', 'acTL'].map((type) => chunk(type, Buffer.from('<script>alert(1)</script>')))
    expect(cleanPng(Buffer.concat([png(header(1, 1), ...more, data, END), Buffer.from('PK<script>')]))).toEqual(plain)
  })

  it.each<[string, Buffer]>([
    ['is another file', Buffer.from('GIF89a')],
    ['is empty', Buffer.alloc(0)],
    ['is cut', plain.subarray(0, plain.length - 6)],
    ['is damaged', Buffer.from(plain).fill(1, 40, 42)],
    ['has no picture', png(header(1, 1), END)],
    ['begins with something else', png(data, header(1, 1), END)],
    ['has no side', png(header(0, 1), data, END)],
    ['is larger than a logo', png(header(30_000, 30_000), data, END)],
    ['claims more than it holds', png(header(1, 1), Buffer.from([0xff, 0xff, 0xff, 0xff]), data, END)],
  ])('is refused where it %s', (_, file) => {
    expect(cleanPng(file)).toBeUndefined()
  })
})

describe('a logo from a file', () => {
  it('is a data address that ends no attribute', () => {
    const svg = logoFrom(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'))
    for (const read of [logoFrom(plain), svg])
      expect(brand.safeParse({ name: 'Fabrikam', logo: read.ok ? read.logo : '' }).success).toBe(true)
  })

  it('is refused where it is neither', () => {
    expect(logoFrom(Buffer.from([0xff, 0xfe, 0x00]))).toMatchObject({ ok: false })
    for (const logo of ['https://evil.example/x.png', 'data:text/html;base64,AAAA', 'data:image/png;base64,AA"onerror="x', ''])
      expect(brand.safeParse({ name: 'x', logo }).success).toBe(false)
  })
})
