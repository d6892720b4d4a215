import * as vscode from 'vscode';
import { type Answers, fillIn, levelOf, levels, periods } from '../../server/src/template.ts';
import titles from '../../templates/fields.json';

/** Opens an untitled draft made from a template. Asks for what is not in `given`, and does nothing once the user stops answering. */
export async function newPlan(context: vscode.ExtensionContext, given: Partial<Answers> = {}): Promise<void> {
  const form = given.form ?? (await askForm());
  const place = form && (given.place ?? (await askPlace()));
  const level = place && (given.level ?? (await askLevel(place)));
  const field = level && (given.field ?? (await askField()));
  const period = field && (given.period ?? (await askPeriod()));
  if (!period) return;
  const template = vscode.Uri.joinPath(context.extensionUri, 'dist', 'templates', `${form}.md`);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(template));
  const content = fillIn(text, titles, { form, place, level, field, period });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}

async function askForm() {
  const forms = [
    { label: '章节体', description: '第一章　第一节　一、　（一）' },
    { label: '公文体', description: '一、　（一）　1.　（1）' },
  ];
  return (await pick(1, vscode.l10n.t('How are the headings numbered?'), forms))?.label;
}

function askPlace() {
  return enter(2, vscode.l10n.t('Of which place? Its full name, such as 青河市'));
}

async function askLevel(place: string) {
  const likely = levelOf(place);
  const items = [likely, ...levels.filter((level) => level !== likely)].map((label) => ({ label }));
  return (await pick(3, vscode.l10n.t('At which level?'), items))?.label;
}

async function askField() {
  const question = vscode.l10n.t('For which field?');
  const other = { label: vscode.l10n.t('Other…') };
  const picked = await pick(4, question, [...Object.keys(titles).map((label) => ({ label })), other]);
  return picked === other ? enter(4, question) : picked?.label;
}

async function askPeriod() {
  const items = periods.map((period) => ({
    label: `“${period.name}”`,
    description: `${period.from}—${period.from + 4}`,
    period,
  }));
  return (await pick(5, vscode.l10n.t('For which period?'), items))?.period;
}

const titleOf = (step: number) => `${vscode.l10n.t('New Plan')}（${step}/5）`;

function pick<T extends vscode.QuickPickItem>(step: number, placeHolder: string, items: readonly T[]) {
  return vscode.window.showQuickPick(items, { title: titleOf(step), placeHolder, ignoreFocusOut: true });
}

async function enter(step: number, prompt: string): Promise<string | undefined> {
  const validateInput = (text: string) => (text.trim() === '' ? vscode.l10n.t('Please enter a name.') : undefined);
  const text = await vscode.window.showInputBox({ title: titleOf(step), prompt, validateInput, ignoreFocusOut: true });
  return text?.trim();
}
