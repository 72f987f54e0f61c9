import { isUtf8 } from 'node:buffer'
import { crc32 } from 'node:zlib'
import * as z from 'zod/mini'
import { type Brand, type BrandChange, brand } from '#contract/brand.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { inTurnFor } from '../in-turn.ts'
import { type FoundContent, profileFile } from '../profile-file.ts'
import { brandMessages as messages } from './messages.ts'
import { cleanSvg } from './svg.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Chunks needed to draw the image. Text, times, places and profiles are dropped. */
const KEPT: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'pHYS', 'IDAT', 'IEND'])

/** In pixels, each way; larger images would exhaust a reader's memory. */
const LARGEST_SIDE = 2_000

/** @returns the image without metadata; undefined if it isn't a PNG, is damaged, or is too large for a logo */
export function cleanPng(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined
  const kept: Buffer[] = [SIGNATURE]
  const types: string[] = []
  let at = SIGNATURE.length
  while (at + 12 <= bytes.length && types.at(-1) !== 'IEND') {
    const length = bytes.readUInt32BE(at)
    const to = at + 12 + length
    if (to > bytes.length) return undefined
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, to - 4)) !== bytes.readUInt32BE(to - 4)) return undefined
    if (KEPT.has(type)) kept.push(bytes.subarray(at, to))
    types.push(type)
    at = to
  }
  if (types[0] !== 'IHDR' || !types.includes('IDAT') || types.at(-1) !== 'IEND' || bytes.readUInt32BE(SIGNATURE.length) !== 13)
    return undefined
  const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  return sides.every((side) => side > 0 && side <= LARGEST_SIDE) ? Buffer.concat(kept) : undefined
}

type Logo = { readonly ok: true; readonly logo: string } | { readonly ok: false; readonly why: DisplayText }

const dataAddress = (type: 'png' | 'svg+xml', bytes: Buffer): string => `data:image/${type};base64,${bytes.toString('base64')}`

/** An image from an untrusted file, reduced to the image itself. */
export function logoFrom(bytes: Buffer): Logo {
  const png = cleanPng(bytes)
  if (png) return { ok: true, logo: dataAddress('png', png) }
  const svg = isUtf8(bytes) ? cleanSvg(bytes.toString('utf8')) : undefined
  return svg === undefined ? { ok: false, why: messages.noLogo } : { ok: true, logo: dataAddress('svg+xml', Buffer.from(svg, 'utf8')) }
}

type Changed = { readonly ok: true; readonly value: Brand } | { readonly ok: false; readonly why: DisplayText }

/** Report branding, stored in the profile. */
export interface BrandFile {
  read(): Promise<Brand>
  /** The same; why it can't be read otherwise. */
  find(): Promise<FoundContent<Brand>>
  change(change: BrandChange): Promise<Changed>
  takeLogo(bytes: Buffer): Promise<Changed>
}

const NO_BRAND: Brand = { name: '' }

/** Base64 adds a third. */
const LARGEST_FILE = 1024 * 1024

export function brandFile(file: string): BrandFile {
  // The version is read separately.
  const kept = z.object(brand.shape)
  const stored = profileFile<Brand>(file, (content) => kept.parse(content), NO_BRAND, LARGEST_FILE)
  async function write(value: Brand): Promise<Changed> {
    try {
      await stored.write(value)
      return { ok: true, value }
    } catch (error) {
      return { ok: false, why: messages.notSaved({ error: error instanceof Error ? error.message : String(error) }) }
    }
  }
  // A pending name must reach the file before a logo is chosen or a report saved.
  const inTurn = inTurnFor(file)
  return {
    read: () => inTurn(() => stored.read()),
    find: () => inTurn(() => stored.find()),
    change: (change) =>
      inTurn(async () => {
        const { logo, name } = await stored.read()
        return write('name' in change ? { name: change.name, ...(logo === undefined ? {} : { logo }) } : { name })
      }),
    async takeLogo(bytes) {
      const taken = logoFrom(bytes)
      return taken.ok ? inTurn(async () => write({ name: (await stored.read()).name, logo: taken.logo })) : taken
    },
  }
}
