import { Button } from '@mantine/core';
import { Component, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './parts.module.css';
import { Skeleton } from './state-view';

type Props = Readonly<{ children: ReactNode; rows?: number }>;

/** One part of a screen. What breaks in it, or loads late, leaves the others as they are. */
export class Panel extends Component<Props, Readonly<{ isBroken: boolean }>> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): Readonly<{ isBroken: boolean }> {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (this.state.isBroken) return <Broken onAgain={() => this.setState({ isBroken: false })} />;
    return <Suspense fallback={<Skeleton rows={this.props.rows ?? 4} />}>{this.props.children}</Suspense>;
  }
}

function Broken({ onAgain }: Readonly<{ onAgain: () => void }>): ReactNode {
  const { t } = useTranslation('parts');
  return (
    <div className={styles.state} role="alert">
      <p>{t('state.broken')}</p>
      <Button variant="default" onClick={onAgain}>
        {t('state.again')}
      </Button>
    </div>
  );
}
