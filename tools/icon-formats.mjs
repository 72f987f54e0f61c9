/** Puts PNG images of one picture into the icon containers of Windows (.ico) and macOS (.icns). */

/** @typedef {{ size: number, png: Buffer }} IconImage `size` is the width and height in pixels */

const ICO_HEADER_LENGTH = 6
const ICO_ENTRY_LENGTH = 16

/**
 * @param {readonly IconImage[]} images up to 256 pixels each
 * @returns {Buffer}
 */
export function toIco(images) {
  const header = Buffer.alloc(ICO_HEADER_LENGTH + ICO_ENTRY_LENGTH * images.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = header.length
  images.forEach(({ size, png }, index) => {
    if (size > 256) throw new Error(`An .ico image is at most 256 pixels wide, not ${size}.`)
    const at = ICO_HEADER_LENGTH + ICO_ENTRY_LENGTH * index
    // One byte holds the size, and 0 means 256.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...images.map(({ png }) => png)])
}

/** The type codes that macOS gives to PNG images; sizes from 32 up also mean half that size on a dense screen. */
const icnsTypes = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
])

/**
 * @param {readonly IconImage[]} images
 * @returns {Buffer}
 * @throws when one of the sizes macOS wants (32 to 512) is not among them
 */
export function toIcns(images) {
  const parts = icnsTypes.map(([type, size]) => {
    const image = images.find((candidate) => candidate.size === size)
    if (image === undefined) throw new Error(`The .icns needs an image of ${size} pixels.`)
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(8 + image.png.length, 4)
    return Buffer.concat([head, image.png])
  })
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4)
  return Buffer.concat([head, ...parts])
}
