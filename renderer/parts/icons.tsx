/** A handful of signs as inline SVG: each always stands beside a word. */
const PATHS = {
  check: 'M3.5 8.5l3 3 6-7',
  cross: 'M4 4l8 8M12 4l-8 8',
  warning: 'M8 3.2v6M8 12.2v.6',
  question: 'M5.8 6a2.2 2.2 0 1 1 3.3 1.9c-.7.4-1.1.8-1.1 1.6M8 12.2v.6',
  plan: 'M3 8h9M8.5 4.5L12 8l-3.5 3.5',
  circle: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  running: 'M8 3v2M8 11v2M3 8h2M11 8h2M4.5 4.5l1.4 1.4M10.1 10.1l1.4 1.4M11.5 4.5l-1.4 1.4M5.9 10.1l-1.4 1.4',
  copy: 'M6 6V3.5h6.5V10H10M3.5 6H10v6.5H3.5z',
  external: 'M9.5 3.5h3v3M12.5 3.5L7.5 8.5M7 4H3.5v8.5H12V9',
  chevronDown: 'M4 6.5l4 4 4-4',
  chevronUp: 'M4 9.5l4-4 4 4',
  refresh: 'M12.5 8A4.5 4.5 0 1 1 11 4.6M11.2 2.5v2.6H8.6',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 7.4v3.4M8 5v.2',
  triangle: 'M8 2.2l6.2 11.3H1.8zM8 6.6v3M8 11.5v.2',
  stop: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  tick: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M5.2 8.2l2 2 3.6-4',
} as const

export type IconName = keyof typeof PATHS

/** @param size in CSS pixels */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
