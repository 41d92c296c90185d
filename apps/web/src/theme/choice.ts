const YEAR_S = 31_536_000;

type Choice = 'zikui-language' | 'zikui-scheme' | 'zikui-keys';

/** Keeps a choice of the reader where the server sees it, too. Holds nothing about him. */
export function rememberChoice(name: Choice, value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax${secure}`;
}

export function choiceOf(name: Choice): string | undefined {
  return document.cookie
    .split('; ')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
