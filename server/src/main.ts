/** The parts of the one script that is shipped: nothing of a part is evaluated before it is started, and each starts itself. */
export const cli = () => import('./main.cli.ts');
export const thread = () => import('./main.thread.ts');
export const node = () => import('./main.node.ts');
export const worker = () => import('./main.worker.ts');
