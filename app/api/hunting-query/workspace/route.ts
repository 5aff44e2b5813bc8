import type { WorkspaceHuntingAnswer } from '@/lib/answers';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { compareWithWorkspace } from '@/lib/hunting/compareWithWorkspace';

export const GET = handle<WorkspaceHuntingAnswer>(
  acceptedBy.workspaceHunting,
  (asked) => compareWithWorkspace(asked, asked.params.get('workspace')),
  'workspace',
);
