/** How a page looks: on a screen by day and night, and on A4 paper. */
export const style = `
:root {
  color-scheme: light dark;
  --text: #1f2328; --quiet: #59636e; --line: #d8dee4; --page: #fff; --soft: #f6f8fa; --mark: #fff3c4;
  --error: #b42318; --warning: #935f00; --information: #0b5cad; --hint: #4d5a68; --good: #1a6b3c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e3e7ec; --quiet: #9aa5b1; --line: #343b44; --page: #16191d; --soft: #1e2329; --mark: #5a4708;
    --error: #ff8f85; --warning: #e6b450; --information: #7cb7f5; --hint: #a9b4c0; --good: #6fce93;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 40px 24px 64px; max-width: 900px; background: var(--page); color: var(--text);
  font: 15px/1.75 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.4; text-wrap: balance; }
h1 { margin: 0 0 4px; font-size: 26px; }
section h1 { font-size: 22px; }
h2 { margin: 48px 0 12px; padding-bottom: 6px; border-bottom: 2px solid var(--text); font-size: 20px; }
h3 { margin: 32px 0 12px; font-size: 16px; }
p { margin: 0 0 8px; }
a { color: inherit; text-underline-offset: 3px; }
.quiet { color: var(--quiet); }
.plan + .plan { margin-top: 72px; }
.counts { display: flex; flex-wrap: wrap; gap: 12px; margin: 20px 0; padding: 0; list-style: none; }
.counts li { flex: 1 1 120px; padding: 10px 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--soft); }
.counts b { display: block; font-size: 24px; line-height: 1.3; font-variant-numeric: tabular-nums; }
.error { color: var(--error); } .warning { color: var(--warning); } .information { color: var(--information); } .hint { color: var(--hint); }
.right { color: var(--good); } .wrong { color: var(--error); }
table { width: 100%; border-collapse: collapse; font-size: 13px; line-height: 1.6; }
caption { padding: 8px 0; text-align: left; font-weight: 600; caption-side: top; }
th, td { padding: 6px 8px; border: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--soft); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 400; }
td.whole { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr.group th { background: var(--soft); font-weight: 600; }
.scroll { overflow-x: auto; }
.wide { min-width: 760px; }
.end { margin-top: 40px; font-size: 13px; color: var(--quiet); }
.finding { margin: 0 0 16px; padding: 12px 16px; border: 1px solid var(--line); border-left: 4px solid currentColor; border-radius: 6px; }
.finding > * { color: var(--text); }
.finding header { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; font-size: 13px; color: var(--quiet); }
.finding header b { font-size: 13px; }
.finding .message { margin: 2px 0 8px; font-weight: 600; }
.excerpt { margin: 0 0 8px; padding: 6px 12px; border-radius: 4px; background: var(--soft); font-size: 14px; white-space: pre-wrap; }
mark { padding: 1px 2px; border-bottom: 2px solid var(--warning); border-radius: 2px; background: var(--mark); color: inherit; }
.related { margin: 0 0 8px; padding: 0; list-style: none; }
.related li { margin-bottom: 8px; }
.related .place { margin: 0; font-size: 13px; color: var(--quiet); }
.related .excerpt { margin: 0; font-size: 13px; }
.finding footer { font-size: 13px; color: var(--quiet); }
.finding footer p { margin: 0; }
.fix { font-size: 14px; }
code { font: 12px/1.6 ui-monospace, Menlo, Consolas, monospace; }
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  :root {
    --text: #000; --quiet: #444; --line: #bbb; --page: #fff; --soft: #f4f4f4; --mark: #ddd;
    --error: #9b1c12; --warning: #6f4800; --information: #0b4a8c; --hint: #444; --good: #145a31;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.6; }
  h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 12pt; }
  h2, h3, .finding header, .finding .message { break-after: avoid; }
  .finding, .related li, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .plan + .plan { break-before: page; margin-top: 0; }
  .scroll { overflow: visible; }
  .wide { min-width: 0; }
  mark, .counts li, thead th, tr.group th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
