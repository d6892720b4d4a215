import { createConnection } from 'vscode-languageserver/node';
import { disk } from './disk.ts';
import { serve } from './lsp/serve.ts';

const transports = ['--stdio', '--node-ipc', '--pipe', '--socket'];

if (!process.argv.some((argument) => transports.includes(argument.split('=')[0] ?? ''))) {
  console.error('请说明用什么方式与编辑器通信：--stdio 或 --node-ipc。');
  process.exit(2);
}
// The connection reads from the arguments which transport it is to use.
serve(createConnection(), disk);
