import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me';
import { useKeys } from '../../keys/use-keys';
import { Panel } from '../../parts/panel';
import { StateView } from '../../parts/state-view';
import { announce } from '../../shell/announce';
import { useTitle } from '../../shell/use-title';
import { RefundHead } from './refund-head';
import { useRefund, type RefundDetail } from './refund-queries';
import { TAB_PANELS, TABS, type Tab } from './refund-tabs';
import styles from './refund.module.css';

const isTab = (text: unknown): text is Tab => TABS.some((tab) => tab === text);

/** One refund: where it stands, what may be done, and its story. */
export function Screen(): ReactNode {
  const { id = '' }: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const query = useRefund(id);
  return (
    <StateView query={query} rows={8}>
      {(refund) => <Refund refund={refund} />}
    </StateView>
  );
}

function Refund({ refund }: Readonly<{ refund: RefundDetail }>): ReactNode {
  const { t } = useTranslation('refund');
  const { t: parts } = useTranslation('parts');
  useTitle(`${parts(`refundStatus.${refund.status}`)} · ${refund.id}`);
  const asked: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const may = useMay();
  const list = useRef<HTMLDivElement>(null);
  const tabs = TABS.filter((tab) => tab !== 'audit' || may('audit.read'));
  const tab = isTab(asked['tab']) && tabs.includes(asked['tab']) ? asked['tab'] : 'story';
  const open = (to: Tab | undefined): void => {
    if (to) void navigate({ to: `/refunds/${refund.id}`, search: { ...asked, tab: to }, replace: true });
  };
  const copyLink = async (): Promise<void> => {
    await navigator.clipboard.writeText(window.location.href);
    announce(t('head.linkCopied'));
  };
  useKeys([
    ...tabs.map((one, no) => ({ code: `Digit${String(no + 1)}`, label: t(`tab.${one}`), act: () => open(one) })),
    { code: 'KeyC', label: t('head.copyLink'), act: () => void copyLink() },
  ]);
  const onArrow = ({ key }: KeyboardEvent): void => {
    const ahead = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = ahead === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    if (key !== ahead && key !== back) return;
    const to = tabs[tabs.indexOf(tab) + (key === ahead ? 1 : -1)];
    open(to);
    if (to) list.current?.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
  };
  const Shown = TAB_PANELS[tab];
  return (
    <>
      <RefundHead refund={refund} />
      <div ref={list} role="tablist" aria-label={t('tab.label')} className={styles.tabs} onKeyDown={onArrow}>
        {tabs.map((one) => (
          <button
            key={one}
            id={`tab-${one}`}
            type="button"
            role="tab"
            aria-selected={one === tab}
            aria-controls="tab-panel"
            tabIndex={one === tab ? 0 : -1}
            onClick={() => open(one)}
          >
            {t(`tab.${one}`)}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0} className={styles.panel}>
        <Panel>
          <Shown refund={refund} />
        </Panel>
      </div>
    </>
  );
}
