/**
 * `node tools/icon.mjs`: draws `assets/icon.svg` in every size and form the packages need. The results are committed; run
 * this after changing the drawing. Electron itself draws: no other program here renders SVG.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { _electron } from '@playwright/test'
import { electronBinary } from './electron.mjs'
import { toIcns, toIco } from './icon-formats.mjs'
import { repositoryRoot } from './location.mjs'
import { offScreen } from './xvfb.mjs'

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const icoSizes = [16, 24, 32, 48, 64, 128, 256]

/**
 * Runs in the page.
 * @param {{ svg: string, size: number }} wanted
 * @returns {Promise<string>} the picture as a data: address of a PNG
 */
async function draw({ svg, size }) {
  const image = new Image(size, size)
  image.src = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size })
  canvas.getContext('2d')?.drawImage(image, 0, 0, size, size)
  return canvas.toDataURL('image/png')
}

const assets = path.join(repositoryRoot, 'assets')
const svg = readFileSync(path.join(assets, 'icon.svg'), 'utf8')
const screen = await offScreen()
const app = await _electron.launch({
  executablePath: (await electronBinary()).path,
  args: [path.join(import.meta.dirname, 'bench', 'bare', 'main.mjs')],
  env: screen.environment,
})
try {
  const page = await app.firstWindow()
  const images = []
  for (const size of linuxSizes) {
    const address = await page.evaluate(draw, { svg, size })
    images.push({ size, png: Buffer.from(address.slice(address.indexOf(',') + 1), 'base64') })
  }
  mkdirSync(path.join(assets, 'icons'), { recursive: true })
  for (const { size, png } of images) {
    writeFileSync(path.join(assets, 'icons', `${size}x${size}.png`), png)
  }
  writeFileSync(path.join(assets, 'icon.ico'), toIco(images.filter(({ size }) => icoSizes.includes(size))))
  writeFileSync(path.join(assets, 'icon.icns'), toIcns(images))
} finally {
  await app.close()
  screen.stop()
}
