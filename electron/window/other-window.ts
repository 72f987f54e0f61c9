/** What starts the app once more. */
export interface OtherStart {
  readonly command: string
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** What was said of this window alone, also where its value is the next word. */
const OF_THIS_WINDOW = /^--(?:profile|practice|class)(?<joined>=|$)/

const ofAnyWindow = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => {
    const before = OF_THIS_WINDOW.exec(words[index - 1] ?? '')
    return !OF_THIS_WINDOW.test(word) && (before === null || before.groups?.['joined'] === '=')
  })

/**
 * How another window is started beside this one, with a profile of its own.
 * Decision 0164: a process for each customer, not several windows in one.
 * @param running this program: its file, its arguments, and its environment
 * @param profile fits `profileName`
 */
export function otherWindow(
  running: { readonly execPath: string; readonly argv: readonly string[]; readonly environment: OtherStart['environment'] },
  profile: string,
): OtherStart {
  // The marks of a start are of one window. Another one would write over them.
  const { CMK_WIZARD_MARKS: _, ...environment } = running.environment
  return {
    // What an AppImage runs from is taken away when the first window ends; the file itself stays.
    command: environment['APPIMAGE'] || running.execPath,
    words: [...ofAnyWindow(running.argv.slice(1)), `--profile=${profile}`],
    environment,
  }
}
