'use client';

import { CircleUser } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useReader } from './reader';

/** Who is signed in, and the ways out; nothing while sign-in is off. */
export function AccountMenu() {
  const reader = useReader();
  if (reader === null) return null;
  const { name, username, signOut, switchAccount } = reader;
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={`Account: ${name}`}>
        <CircleUser size={16} aria-hidden />
      </Button>
      <Popover className="menu w-64" placement="bottom end">
        <Menu aria-label="Account" className="outline-none">
          <MenuSection>
            <Header className="px-2 py-1">
              <strong className="block truncate font-semibold">{name}</strong>
              <span className="block break-all text-ink-2 text-small">{username}</span>
            </Header>
            <MenuItem className="menu-item" onAction={switchAccount}>
              Use another account
            </MenuItem>
            <MenuItem className="menu-item" onAction={signOut}>
              Sign out
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
