import type { MenuItemConstructorOptions } from 'electron'
import type { LanguageChoice } from '../../messages/languages.ts'
import type { WizardView } from '../../messages/view.ts'
import type { SpeakingWizard } from '../first-page.ts'
import { menuTemplate } from './menu.ts'

export interface MenuPlace {
  readonly platform: NodeJS.Platform
  readonly show: (template: MenuItemConstructorOptions[]) => void
  /** Says why a choice could not be saved: the menu has no place for it. */
  readonly warn: (why: string) => void
}

/**
 * Shows the menu, and shows it again whenever its language or the choice in it changes.
 * @returns ends that
 */
export function keepMenu(
  wizard: Pick<SpeakingWizard, 'view' | 'subscribe' | 'text' | 'offered' | 'chooseLanguage'>,
  { platform, show, warn }: MenuPlace,
): () => void {
  const choose = (choice: LanguageChoice) =>
    void wizard.chooseLanguage(choice).then((reply) => {
      if (!reply.ok) warn(reply.why)
    })
  let shown: string | undefined
  const draw = ({ language, languageChoice: chosen = 'system' }: WizardView): void => {
    const now = `${language} ${chosen}`
    if (now === shown) return
    shown = now
    show(menuTemplate({ platform, text: wizard.text, offered: wizard.offered, chosen, choose }))
  }
  draw(wizard.view())
  return wizard.subscribe(draw)
}
