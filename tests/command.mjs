// The command `longread` under test: that of the build which scripts/test names, or the ordinary one.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const command = join(root, process.env.LONGREAD_BUILD ?? 'build/native', 'longread');
