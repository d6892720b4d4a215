import * as vscode from 'vscode';
import { finding, findings, open, seen, type, until } from './editor.ts';

describe('the settings of the extension', () => {
  let draft: vscode.TextDocument;

  /** Sets a setting while `work` goes on. */
  async function having(setting: string, value: unknown, work: () => Promise<unknown>): Promise<void> {
    const set = (to: unknown) =>
      vscode.workspace.getConfiguration('planlint', draft).update(setting, to, vscode.ConfigurationTarget.Workspace);
    await set(value);
    try {
      await work();
    } finally {
      await set(undefined);
    }
  }

  const lenses = async () => {
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      draft.uri,
      20,
    );
    return all.map(({ command }) => command?.title ?? '').join();
  };

  const hints = async () => {
    const whole = new vscode.Range(0, 0, draft.lineCount, 0);
    const all = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      draft.uri,
      whole,
    );
    return all
      .map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')))
      .join();
  };

  /** Waits until the server has been told of every setting: of this one it is told last. */
  const settled = () => having('codeLens', false, () => until(lenses, (text) => text === ''));
  const wrong = () => findings(draft).includes('target-direction 77.1');

  async function mend(): Promise<void> {
    await type(draft, '| 77.1 |', '| 79.1 |');
    await draft.save();
    await seen(draft, 'end of the finding at 77.1', () => !wrong());
  }

  before(async () => {
    draft = await open('规划.md');
    await vscode.window.showTextDocument(draft);
    await finding(draft, 'value-conflict');
  });

  it('show or hide what stands above the rows of indicator tables', async () => {
    const shown = (text: string) => text.includes('引用 1 处，1 处不一致,统一为表中的数值');
    await until(lenses, shown);
    await having('codeLens', false, () => until(lenses, (text) => text === ''));
    await until(lenses, shown);
  });

  it('show or hide what stands beside values', async () => {
    const change = (text: string) => text.includes('0.9');
    const difference = (text: string) => text.includes('3.6');
    await until(hints, (text) => change(text) && difference(text));
    await having('inlayHints.change', false, () => until(hints, (text) => !change(text) && difference(text)));
    await having('inlayHints.difference', false, () => until(hints, (text) => change(text) && !difference(text)));
    await until(hints, (text) => change(text) && difference(text));
  });

  it('let the draft be checked when it is saved, not before', async () => {
    await having('run', 'onSave', async () => {
      await settled();
      await type(draft, '| 79.1 |', '| 77.1 |');
      await until(hints, (text) => text.includes('1.1'));
      if (wrong()) throw new Error('it was checked before it was saved');
      await draft.save();
      await seen(draft, 'finding at 77.1', wrong);
    });
    await mend();
  });

  it('hold back what is found on the line that is being typed', async () => {
    await having('focusMode', true, async () => {
      await settled();
      const start = Date.now();
      await type(draft, '| 79.1 |', '| 77.1 |');
      await until(hints, (text) => text.includes('1.1'));
      // After two seconds it is shown at any rate: a machine that was slower than that cannot tell.
      if (wrong() && Date.now() - start < 1500) throw new Error('it was shown while its line was being typed');
      await type(draft, '加强疾病预防', '持续加强疾病预防');
      await seen(draft, 'finding at 77.1', wrong);
    });
    await type(draft, '持续加强疾病预防', '加强疾病预防');
    await mend();
  });
});
