/** The forms of a report: a page, the page as it prints, and the data. */
export const REPORT_FORMATS = ['html', 'pdf', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** The forms that are for people to read. */
export const PAGE_FORMATS = ['html', 'pdf'] as const
export type PageFormat = (typeof PAGE_FORMATS)[number]
