import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../shell/announce';
import type { RefundDetail } from './refund-queries';

const LANGUAGES = ['he', 'en'] as const;

/** What support may tell a customer who asks where the money is, in either language, with the reference for his bank. */
export function CustomerSentence({ refund }: Readonly<{ refund: RefundDetail }>): ReactNode {
  const { t } = useTranslation('refund');
  const references = refund.transfers.flatMap(({ gatewayRefundId }) => gatewayRefundId ?? []);
  const copy = async (language: (typeof LANGUAGES)[number]): Promise<void> => {
    await navigator.clipboard.writeText([refund.statusText[language], ...references].join('\n'));
    announce(t('sentence.copied'));
  };
  return LANGUAGES.map((language) => (
    <Button key={language} variant="default" onClick={() => void copy(language)}>
      {t(`sentence.copy.${language}`)}
    </Button>
  ));
}
