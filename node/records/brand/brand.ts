import { isUtf8 } from 'node:buffer'
import * as z from 'zod/mini'
import { type Brand, type BrandChange, brand } from '#contract/brand.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { inTurnFor } from '../in-turn.ts'
import { profileFile } from '../profile-file.ts'
import { brandMessages as messages } from './messages.ts'
import { cleanPng } from './png.ts'
import { cleanSvg } from './svg.ts'

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
