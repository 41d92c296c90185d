import { NativeSelect, Textarea } from '@mantine/core';
import type { Locale } from '@zikui/domain/shown';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../api/client';
import { useSaid } from '../../texts/use-locale';
import { MOST_CHARACTERS } from './reject-line';

type Reason = Shape<'RejectionReason'>;
export type Texts = Readonly<Partial<Record<Locale, string>>>;

/** One reason for all of them, and its text in each language that their customers read; preset by the reason, and never written over once it was changed by hand. */
export function BulkReason({
  reasons,
  locales,
  code,
  texts,
  onChange,
}: Readonly<{
  reasons: readonly Reason[];
  locales: readonly Locale[];
  code: string;
  texts: Texts;
  onChange: (code: string, texts: Texts) => void;
}>): ReactNode {
  const { t } = useTranslation('approvals');
  const said = useSaid();
  const choose = (chosen: string): void => {
    const reason = reasons.find((one) => one.code === chosen);
    const preset = (locale: Locale): string => {
      const written = texts[locale] ?? '';
      const isPreset = written === '' || reasons.some((one) => one[locale] === written);
      return isPreset ? (reason?.[locale] ?? '') : written;
    };
    onChange(reason?.code ?? '', { he: preset('he'), en: preset('en') });
  };
  return (
    <>
      <NativeSelect
        label={t('rejectReason')}
        value={code}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t('rejectChoose') },
          ...reasons.map((reason) => ({ value: reason.code, label: said(reason) })),
        ]}
      />
      {locales.map((locale) => (
        <Textarea
          key={locale}
          label={t('rejectText')}
          description={t(`bulk.language.${locale}`)}
          lang={locale}
          dir={locale === 'he' ? 'rtl' : 'ltr'}
          rows={3}
          maxLength={MOST_CHARACTERS}
          value={texts[locale] ?? ''}
          onChange={(event) => onChange(code, { ...texts, [locale]: event.currentTarget.value })}
        />
      ))}
    </>
  );
}
