/** A file's text without the byte order mark that some editors of Windows put first: it says how the text is encoded, and is none of it. */
export const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text)
