import { useTranslation } from 'react-i18next';
import type { Proposal } from './proposals';

/** What is proposed, in words: of a resolution its own act. */
export function useActName(): (proposal: Pick<Proposal, 'kind' | 'payload'>) => string {
  const { t } = useTranslation('proposals');
  return ({ kind, payload }) => {
    const action: unknown = 'action' in payload ? payload['action'] : undefined;
    return kind === 'resolution' && typeof action === 'string' ? t(`act.${action}`) : t(`kind.${kind}`);
  };
}
