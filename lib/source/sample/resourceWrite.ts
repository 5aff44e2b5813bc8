import type { Subject } from './lifecycle';
import { directing, type Operation } from './operations';
import { named } from './person';
import { type Change, groupTarget, type Target, target, userTarget } from './targets';

/** The write that gives or takes what the package hands out, as fulfilment makes it in the directory. */
export function resourceWrite(subject: Subject, at: number): { operation: Operation; targets: Target[] } {
  const { resource, row } = subject.package;
  const recipient = named(subject.target, at);
  const changed = (changes: readonly Change[]) =>
    subject.target.type === 'ServicePrincipal'
      ? target('ServicePrincipal', subject.target.id, recipient.displayName, changes)
      : userTarget(subject.target.id, recipient.displayName, recipient.userPrincipalName, changes);
  const change = (property: string, value: string): Change =>
    subject.removal ? [property, value, null] : [property, null, value];
  switch (row.resource) {
    case 'application':
      return {
        operation: subject.removal ? directing.removeAppRole : directing.addAppRole,
        targets: [
          target('ServicePrincipal', resource.id, resource.name, [change('AppRole.Value', 'User')]),
          changed([]),
        ],
      };
    case 'directory role':
      return {
        operation: subject.removal ? directing.removeMemberFromRole : directing.addMemberToRole,
        targets: [
          changed([change('Role.ObjectID', resource.id), change('Role.DisplayName', resource.name)]),
          target('Role', resource.id, resource.name),
        ],
      };
    case 'group':
    case 'role-assignable group': {
      const names = [change('Group.ObjectID', resource.id), change('Group.DisplayName', resource.name)];
      const marks: Change[] = row.resource === 'group' ? [] : [['IsAssignableToRole', '[true]', '[true]']];
      return {
        operation: subject.removal ? directing.removeMemberFromGroup : directing.addMemberToGroup,
        targets: [changed(names), groupTarget(resource.id, marks)],
      };
    }
  }
}
