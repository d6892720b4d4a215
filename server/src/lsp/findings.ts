import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Finding, Severity } from '../core/rule.ts';
import type { Client } from './client.ts';
import { locationOf } from './locations.ts';
import { SOURCE } from './protocol.ts';
import type { Review } from './review.ts';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What the editor is to show in one file of a reviewed plan: findings that no comment switched off, in the order of the text. */
export function diagnosticsOf(review: Review, uri: string, client: Client): Diagnostic[] {
  return shown(review, uri).map((finding) => diagnosticOf(review, finding, client));
}

/** The findings of one file that nobody has switched off. */
export function shown(review: Review, uri: string): Finding[] {
  if (!review.draft) return [];
  return review.report.findings.filter(({ span, suppressed }) => span.source.uri === uri && suppressed === undefined);
}

export function diagnosticOf(review: Review, finding: Finding, client: Client): Diagnostic {
  const related = finding.related.map(({ span, message }) => ({ location: locationOf(review, span, client), message }));
  const diagnostic: Diagnostic = {
    range: locationOf(review, finding.span, client).range,
    severity: severities[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: finding.message,
  };
  if (client.unnecessary && isDeleted(finding)) diagnostic.tags = [DiagnosticTag.Unnecessary];
  if (client.pages !== undefined) diagnostic.codeDescription = { href: `${client.pages}/${finding.rule}.md` };
  if (related.length === 0) return diagnostic;
  if (client.relatedInformation) return { ...diagnostic, relatedInformation: related };
  // An editor that cannot show related places still shows the message, so they go there.
  const places = related.map(({ location, message }) => `第${location.range.start.line + 1}行：${message}`);
  return { ...diagnostic, message: [finding.message, ...places].join('\n') };
}

/** The mark covers nothing but what its fix takes away. */
function isDeleted({ span, fix }: Finding): boolean {
  const [edit, ...more] = fix?.edits ?? [];
  return edit?.newText === '' && more.length === 0 && edit.span.start <= span.start && edit.span.end >= span.end;
}
