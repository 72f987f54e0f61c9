import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '#contract/channels.ts'
import { DEFAULT_SETTINGS, type SettingsChange } from '#messages/settings.ts'
import type { WizardView } from '#messages/view.ts'
import type { SettableWizard } from '../first-page.ts'
import { menuTemplate } from './menu.ts'

export interface MenuPlace {
  readonly platform: NodeJS.Platform
  readonly show: (template: MenuItemConstructorOptions[]) => void
  readonly command: (command: Command) => void
  readonly underTheHood: () => void
  /** Class mode: resets to the class file. */
  readonly startOver?: (() => void) | undefined
  readonly warn: (why: string) => void
}

/** Shows the menu and updates it with language and settings. @returns ends that */
export function keepMenu(
  wizard: Pick<SettableWizard, 'view' | 'subscribe' | 'text' | 'offered' | 'changeSettings'>,
  { platform, show, command, underTheHood, startOver, warn }: MenuPlace,
): () => void {
  const change = (changed: SettingsChange) =>
    void wizard.changeSettings(changed).then((reply) => {
      if (!reply.ok) warn(reply.why)
    })
  let shown: string | undefined
  const draw = ({ language, settings = DEFAULT_SETTINGS }: WizardView): void => {
    const now = `${language} ${settings.language} ${settings.textSize}`
    if (now === shown) return
    shown = now
    show(menuTemplate({ platform, text: wizard.text, offered: wizard.offered, settings, change, command, underTheHood, startOver }))
  }
  draw(wizard.view())
  return wizard.subscribe(draw)
}
