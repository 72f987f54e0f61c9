/** What starts the app once more. */
export interface OtherStart {
  readonly command: string
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** What was said of this window alone. */
const OF_THIS_WINDOW = /^--(profile|practice)(=|$)/

/**
 * How another window is started beside this one, with a profile of its own.
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
    words: [...running.argv.slice(1).filter((word) => !OF_THIS_WINDOW.test(word)), `--profile=${profile}`],
    environment,
  }
}
