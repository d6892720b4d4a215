import { DiagnosticTag, type InitializeParams } from 'vscode-languageserver';
import { type Encoding, negotiate } from './convert.ts';
import type { InitOptions } from './protocol.ts';

/** What the other side can do, in the few words that the features here ask about. */
export interface Client {
  readonly encoding: Encoding;
  /** The folder of the rule pages, without a closing slash. */
  readonly pages?: string;
  /** It has the commands of the extension, and its kinds of tokens. */
  readonly commands: boolean;
  /** It reads files for the server. */
  readonly reads: boolean;
  /** It tells of changed files where the server asks it to. */
  readonly watches: boolean;
  /** It watches single files, even outside its folders. */
  readonly watchesFiles: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticVersions: boolean;
  /** Its workspace edits may name the version of the document that they were made for. */
  readonly documentChanges: boolean;
  /** It shows what its edits are about, and asks before it makes those that say so. */
  readonly changeAnnotations: boolean;
  /** Its workspace edits may leave the cursor in a place to fill in. */
  readonly snippetEdits: boolean;
  /** It asks for the edits of a code action once that was chosen. */
  readonly resolvesActions: boolean;
  /** It shows actions that cannot be taken, and why. */
  readonly disabledActions: boolean;
  readonly showsDocuments: boolean;
  /** What it makes of proposals. */
  readonly completion: {
    readonly snippets: boolean;
    readonly details: boolean;
    /** It can leave the word behind the cursor, or write over it. */
    readonly insertReplace: boolean;
    readonly markdown: boolean;
  };
  readonly folderChanges: boolean;
  /** It is told of files that users make, move and delete in it, and passes that on. */
  readonly fileOperations: boolean;
  /** It asks for what is found instead of being sent it. */
  readonly pulls: boolean;
  /** What is found in one file may come with what is found in others. */
  readonly relatedDocuments: boolean;
  /** It shows text that is too much as such. */
  readonly unnecessary: boolean;
  /** It asks what a hint means once somebody wants to know. */
  readonly resolvesHints: boolean;
  /** It answers for its user's settings. */
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  /** What it asks for again when it is told that it may be otherwise now. */
  readonly refreshes: {
    readonly diagnostics: boolean;
    readonly inlayHints: boolean;
    readonly codeLenses: boolean;
    readonly semanticTokens: boolean;
  };
  /** It shows panels that are to follow the text. */
  readonly panels: boolean;
  /** It shows what is told of a place in Markdown. */
  readonly hoverMarkdown: boolean;
  /** A definition may come with what is to be shown of it. */
  readonly definitionLinks: boolean;
  /** It shows the symbols of a document as a tree. */
  readonly symbolTrees: boolean;
  readonly preparesRename: boolean;
  /** It asks before it makes those edits of a renaming that say so. */
  readonly asksInRename: boolean;
  /** How many folding ranges it takes. */
  readonly mostFolds: number;
}

/** Initialization options come from foreign editors' settings too: what has the wrong type counts as absent. */
export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { pages, reads, push, commands, panels }: { [key in keyof InitOptions]?: unknown } =
    initializationOptions ?? {};
  const { workspace, textDocument, window } = capabilities;
  const { diagnostic, publishDiagnostics, codeAction } = textDocument ?? {};
  const watched = workspace?.didChangeWatchedFiles;
  const proposal = textDocument?.completion?.completionItem;
  return {
    encoding: negotiate(capabilities),
    ...(typeof pages === 'string' && pages !== '' ? { pages: pages.replace(/\/$/, '') } : {}),
    commands: commands === true,
    reads: reads === true,
    panels: panels === true,
    watches: watched?.dynamicRegistration === true,
    watchesFiles: watched?.dynamicRegistration === true && watched.relativePatternSupport === true,
    relatedInformation: [diagnostic, publishDiagnostics].some((one) => one?.relatedInformation === true),
    diagnosticVersions: publishDiagnostics?.versionSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    resolvesActions:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    disabledActions: codeAction?.disabledSupport === true,
    showsDocuments: window?.showDocument?.support === true,
    completion: {
      snippets: proposal?.snippetSupport === true,
      details: proposal?.labelDetailsSupport === true,
      insertReplace: proposal?.insertReplaceSupport === true,
      markdown: proposal?.documentationFormat?.includes('markdown') === true,
    },
    folderChanges: workspace?.workspaceFolders === true,
    fileOperations: workspace?.fileOperations?.didCreate === true,
    pulls: diagnostic !== undefined && push !== true,
    relatedDocuments: diagnostic?.relatedDocumentSupport === true,
    unnecessary: [diagnostic, publishDiagnostics].some((one) =>
      one?.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary),
    ),
    resolvesHints: ['tooltip', 'label.location'].every((property) =>
      textDocument?.inlayHint?.resolveSupport?.properties.includes(property),
    ),
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshes: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      codeLenses: workspace?.codeLens?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    },
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    asksInRename:
      textDocument?.rename?.honorsChangeAnnotations === true &&
      workspace?.workspaceEdit?.changeAnnotationSupport !== undefined &&
      workspace.workspaceEdit.documentChanges === true,
    mostFolds: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
  };
}
