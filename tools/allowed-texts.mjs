/**
 * Texts that read as English and are no message, each with the reason why. The list only becomes shorter.
 * @type {readonly { readonly file: string, readonly text: string, readonly why: string }[]}
 */
export const ALLOWED_TEXTS = []
