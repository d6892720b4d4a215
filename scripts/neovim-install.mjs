// Gets what the test with Neovim's built-in language client needs and this machine lacks: Neovim itself.
import { canInstall, install, onPath } from './apt.mjs';

/**
 * Gives the path of Neovim; on Debian and as root installs it where it is missing. PLANLINT_NEOVIM names another one.
 * undefined where it can neither be found nor installed.
 */
export async function installNeovim() {
  const found = process.env.PLANLINT_NEOVIM ?? (await onPath(['nvim']));
  if (found || !(await canInstall())) return found;
  await install('neovim');
  return onPath(['nvim']);
}
