import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type Encoding, rangeOf, sheetOf } from './convert.ts';
import { SOURCE } from './protocol.ts';
import type { Told } from './settings.ts';

/** Shows what is wrong in a configuration file on that file itself, until it is mended. */
export function createTellFaults(connection: Connection, encoding: Encoding): (told: Told) => void {
  const faulty = new Set<string>();
  return (told) => {
    const before = faulty.delete(told.uri);
    if (told.faults.length > 0) faulty.add(told.uri);
    else if (!before) return;
    void connection.sendDiagnostics({ uri: told.uri, diagnostics: diagnosticsOfFaults(told, encoding) });
  };
}

/** From where the fault is to the end of its line. */
function diagnosticsOfFaults({ uri, text, faults }: Told, encoding: Encoding): Diagnostic[] {
  const sheet = sheetOf(uri, null, text);
  return faults.map(({ line, column, message }) => {
    const start = sheet.document.offsetAt({ line: line - 1, character: column - 1 });
    const rest = sheet.document
      .getText()
      .slice(start)
      .search(/[\r\n]|$/);
    const range = rangeOf(sheet, { source: sheet.source, start, end: start + rest }, encoding);
    return { range, severity: DiagnosticSeverity.Error, source: SOURCE, message };
  });
}
