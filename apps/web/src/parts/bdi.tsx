import type { ReactNode } from 'react';

/** What has a direction of its own: ids, codes, mail addresses, telephone numbers, file names, names of people. Stands inline in its cell. */
export function Bdi({ children, lang }: Readonly<{ children: ReactNode; lang?: string }>): ReactNode {
  return (
    <bdi dir="auto" lang={lang}>
      {children}
    </bdi>
  );
}

/** Words of a customer or colleague, in whatever language they wrote. */
export function Quoted({ children }: Readonly<{ children: string }>): ReactNode {
  return (
    <q dir="auto" lang={/[א-ת]/.test(children) ? 'he' : 'en'}>
      {children}
    </q>
  );
}
