import * as vscode from 'vscode';

/** The folder that a page may load from: its own script and style lie there. */
export function pageFolder({ extensionUri }: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist');
}

/** The page of the overview before its script fills it. It may load nothing but its own script and style. */
export function shellOf(webview: vscode.Webview, context: vscode.ExtensionContext): string {
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(context), file));
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('panel.css')}">
<title>指标总览</title>
</head>
<body>
<script nonce="${nonce}" src="${address('panel.js')}"></script>
</body>
</html>`;
}
