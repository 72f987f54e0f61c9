/** For screen and paper. Statuses have words, not only colors. */
export const REPORT_STYLE = `
:root { color-scheme: light; font: 14px/1.45 'Segoe UI', system-ui, sans-serif; color: #1b1a19; }
body { margin: 32px auto; max-width: 1040px; padding: 0 24px; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 12px; }
h2 { font-size: 20px; margin: 32px 0 8px; break-after: avoid; }
.practice { background: #5c2e91; color: #fff; font-weight: 600; padding: 8px 12px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; }
dt { color: #605e5c; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: 12px 0 20px; table-layout: fixed; }
caption { text-align: left; font-weight: 600; padding: 4px 0; }
th, td { text-align: left; vertical-align: top; padding: 6px 8px; border-bottom: 1px solid #d2d0ce; overflow-wrap: anywhere; }
th { color: #605e5c; font-weight: 600; border-bottom: 2px solid #8a8886; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
code { font: 12px/1.4 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace; }
a { color: #0b5394; }
.pass { color: #0e700e; font-weight: 600; }
.fail { color: #b10e1c; font-weight: 600; }
.warning, .unknown { color: #8a3707; font-weight: 600; }
.outcome { font-weight: 600; }
.brand { display: flex; align-items: center; gap: 12px; margin: 0 0 20px; }
.brand img { max-height: 56px; max-width: 240px; }
.executive { border-bottom: 2px solid #8a8886; margin: 0 0 32px; padding: 0 0 16px; }
.executive .verdict { font-size: 20px; margin: 8px 0 16px; }
.executive caption { font-size: 20px; margin: 16px 0 0; }
.where { color: #605e5c; margin: 0; }
@page { size: A4 landscape; margin: 14mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; } .executive { border: 0; break-after: page; } a { color: inherit; } }
`.trim()
