import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog';
import { Icon, type IconName } from '../parts/icons';
import { useEntries } from './entries';
import { placeOf } from './find';
import { useSignOut } from './header';
import { openOverlay } from './overlay-state';
import styles from './shell.module.css';
import { useOtherLanguage, useOtherScheme } from './switches';

type Command = Readonly<{ id: string; icon: IconName; text: string; act: () => void }>;

/** Everything that can be opened or switched, found by a few letters. */
export default function Palette(): ReactNode {
  const { t } = useTranslation();
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  const commands = useCommands();
  const shown = commands.filter(({ text }) => text.toLowerCase().includes(asked.trim().toLowerCase()));
  const chosen = shown[Math.min(at, shown.length - 1)];
  const close = (): void => openOverlay(null);
  const run = async (command: Command | undefined): Promise<void> => {
    const place = command === undefined ? await placeOf(asked.trim()) : undefined;
    if (command === undefined && place === undefined) return;
    close();
    if (place !== undefined) await navigate({ to: place });
    else command?.act();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    if (step !== undefined) {
      event.preventDefault();
      setAt((now) => Math.max(0, Math.min(shown.length - 1, now + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void run(chosen);
    }
  };
  return (
    <Dialog title={t('palette.title')} onClose={close}>
      <input
        className={styles.paletteField}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={chosen && `palette-${chosen.id}`}
        aria-label={t('palette.label')}
        placeholder={t('palette.label')}
        dir="auto"
        autoFocus
        value={asked}
        onChange={(event) => {
          setAsked(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-list" role="listbox" aria-label={t('palette.title')} className={styles.palette}>
        {shown.map((command) => (
          <li
            key={command.id}
            id={`palette-${command.id}`}
            role="option"
            aria-selected={command === chosen}
            onClick={() => void run(command)}
          >
            <Icon name={command.icon} /> {command.text}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p role="status">{t('palette.none')}</p>}
    </Dialog>
  );
}

function useCommands(): readonly Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const entries = useEntries();
  const scheme = useOtherScheme();
  const changeLanguage = useOtherLanguage();
  const { act: signOut } = useSignOut();
  return [
    ...entries.map(({ name, entry }): Command => ({
      id: name,
      icon: entry.icon,
      text: t(`nav.${name}`),
      act: () => void navigate({ to: entry.to }),
    })),
    { id: 'scheme', icon: 'IconSun', text: t(`scheme.${scheme.name}`), act: scheme.choose },
    { id: 'language', icon: 'IconLanguage', text: t('language.other'), act: changeLanguage },
    { id: 'keys', icon: 'IconKeyboard', text: t('keys.open'), act: () => openOverlay('keys') },
    { id: 'sign-out', icon: 'IconLogout', text: t('signOut'), act: () => signOut(undefined) },
  ];
}
