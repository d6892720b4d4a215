import type { Place } from '../../../server/src/lsp/protocol.ts';

/** 第12行, with the file's name where it is another than that of `home`. */
export function sayLine({ uri, range }: Place, home: Place): string {
  const file = uri === home.uri ? '' : `${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))} `;
  return `${file}第${range.start.line + 1}行`;
}
