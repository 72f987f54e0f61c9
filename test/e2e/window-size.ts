import type { Page } from '@playwright/test'
import { expect } from './expect.ts'
import type { MainProcess } from './main-process.ts'

export interface Size {
  /** Of the window's content, in pixels of the screen. */
  readonly width: number
  readonly height: number
  /** 1 is 100 %. */
  readonly zoom: number
}

/** As it opens. */
export const USUAL: Size = { width: 1200, height: 800, zoom: 1 }
export const ZOOMED: Size = { ...USUAL, zoom: 2 }
/** The smallest that has room for the steps beside the page. */
export const SMALL: Size = { width: 900, height: 600, zoom: 1 }
export const NARROW: Size = { width: 600, height: 700, zoom: 1 }

export async function resize(wizard: { readonly main: MainProcess; readonly page: Page }, { width, height, zoom }: Size): Promise<void> {
  await wizard.main.evaluate(
    ({ BrowserWindow }, wanted) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setContentSize(wanted.width, wanted.height)
      window?.webContents.setZoomFactor(wanted.zoom)
    },
    { width, height, zoom },
  )
  await expect.poll(() => wizard.page.evaluate(() => [innerWidth, innerHeight]), { intervals: [20] }).toEqual([width / zoom, height / zoom])
  await drawn(wizard)
}

/** Until the page has drawn what it got. */
export async function drawn({ page }: { readonly page: Page }): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
