/** The forms of a report: a page, the page as it prints, and the data. */
export const REPORT_FORMATS = ['html', 'pdf', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]
