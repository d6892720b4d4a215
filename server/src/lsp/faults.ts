import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type Encoding, rangeOf, sheetOf } from './convert.ts';
import { SOURCE } from './protocol.ts';
import type { Told } from './settings.ts';

/** What is wrong in configuration files, shown on those files themselves until it is mended. */
export interface Faults {
  tell(told: Told): void;
  /** Has every file read again of which something is told, and takes back what nobody tells of again. */
  judge(read: (uri: string) => Promise<unknown>): Promise<void>;
}

export function createFaults(connection: Connection, encoding: Encoding): Faults {
  const faulty = new Set<string>();
  const send = (uri: string, diagnostics: Diagnostic[]) => void connection.sendDiagnostics({ uri, diagnostics });
  return {
    tell(told) {
      const before = faulty.delete(told.uri);
      if (told.faults.length > 0) faulty.add(told.uri);
      else if (!before) return;
      send(told.uri, diagnosticsOfFaults(told, encoding));
    },
    async judge(read) {
      const before = [...faulty];
      faulty.clear();
      for (const uri of before) await read(uri);
      for (const uri of before) if (!faulty.has(uri)) send(uri, []);
    },
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
