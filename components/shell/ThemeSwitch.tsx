'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useStored } from '../ui/useStored';

const system = { id: 'system', label: 'Same as system', Icon: Monitor };
const themes = [
  system,
  { id: 'light', label: 'Light', Icon: Sun },
  { id: 'dark', label: 'Dark', Icon: Moon },
];

/** Chooses the theme; `public/theme.js` applies it, on the next visit before the first paint. */
export function ThemeSwitch() {
  const [stored, store] = useStored('theme');
  const current = themes.find((theme) => theme.id === stored) ?? system;
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={`Theme: ${current.label.toLowerCase()}`}>
        <current.Icon size={16} aria-hidden />
      </Button>
      <Popover className="menu w-44" placement="bottom end">
        <Menu
          aria-label="Theme"
          className="outline-none"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[current.id]}
          onAction={(key) => store(key === 'system' ? null : String(key))}
        >
          {themes.map(({ id, label, Icon }) => (
            <MenuItem key={id} id={id} textValue={label} className="menu-item data-[selected]:font-semibold">
              <Icon size={16} aria-hidden /> {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
