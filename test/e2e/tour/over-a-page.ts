import { type Command, PUSH_COMMAND } from '../../../ipc/channels.ts'
import { expect } from '../expect.ts'
import type { Wizard } from '../launch.ts'
import type { OverPlace } from './places.ts'

/** What the menu opens over the page on screen. Opened by what main asks of the page: in another language the menu has other words. */
export async function overAPage({ main, page }: Wizard, arrive: (place: OverPlace) => Promise<void>): Promise<void> {
  const open = (command: Command) =>
    main.evaluate(({ BrowserWindow }, [channel, asked]) => BrowserWindow.getAllWindows()[0]?.webContents.send(channel, asked), [
      PUSH_COMMAND,
      command,
    ] as const)
  await open('find')
  await expect(page.getByRole('search')).toBeVisible()
  await arrive('over-find')
  await page.getByRole('search').getByRole('textbox').press('Escape')
  for (const command of ['settings', 'shortcuts', 'whats-new', 'about'] as const) {
    await open(command)
    await expect(page.getByRole('dialog')).toBeVisible()
    await arrive(`over-${command}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}
