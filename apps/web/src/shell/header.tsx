import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client';
import { useMe } from '../api/me';
import { useAct } from '../api/use-act';
import { Bdi } from '../parts/bdi';
import { Icon } from '../parts/icons';
import { ToneBadge } from '../parts/status-badge';
import { useLive } from './live';
import { openOverlay } from './overlay-state';
import { SearchBox } from './search-box';
import styles from './shell.module.css';
import { LanguageSwitch, SchemeSwitch } from './switches';

export function Header(): ReactNode {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const live = useLive();
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.brand}>
        Zikui
      </Link>
      {me && (
        <span className={styles.merchant}>
          <Bdi>{me.merchant.name}</Bdi>{' '}
          {me.merchant.mode === 'test' && <ToneBadge tone="attention" icon="IconTool" text={t('testMode')} />}
        </span>
      )}
      <SearchBox />
      {live === 'paused' && <ToneBadge tone="attention" icon="IconClock" text={t('live.paused')} />}
      <div className={styles.tools}>
        <button
          type="button"
          className={styles.tool}
          aria-label={t('keys.open')}
          title={t('keys.open')}
          onClick={() => openOverlay('keys')}
        >
          <Icon name="IconKeyboard" />
        </button>
        <SchemeSwitch />
        <LanguageSwitch />
        {me && <Account name={me.name} />}
      </div>
    </header>
  );
}

function Account({ name }: Readonly<{ name: string }>): ReactNode {
  const { t } = useTranslation();
  const { act, isPending } = useSignOut();
  return (
    <>
      <span className={styles.person}>
        <Bdi>{name}</Bdi>
      </span>
      <button
        type="button"
        className={styles.tool}
        aria-disabled={isPending}
        aria-label={t('signOut')}
        title={t('signOut')}
        onClick={() => act(undefined)}
      >
        <Icon name="IconLogout" />
      </button>
    </>
  );
}

export const useSignOut = () =>
  useAct(async () => answered(api.DELETE('/v1/me/session')), { onDone: () => location.assign('/console') });
