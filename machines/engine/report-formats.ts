export const REPORT_FORMATS = ['html', 'pdf', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export const PAGE_FORMATS = ['html', 'pdf'] as const
export type PageFormat = (typeof PAGE_FORMATS)[number]
