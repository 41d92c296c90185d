import type { ReactNode } from 'react';

/** Our own drawings under Tabler's names: 24 x 24, strokes only. */
const DRAWINGS = {
  IconAlertTriangle: <path d="M12 4 2.8 19.5h18.4zM12 10v4M12 16.8v.2" />,
  IconArrowBackUp: <path d="M9 14 4.5 9.5 9 5M4.5 9.5H15a5 5 0 0 1 0 10h-3" />,
  IconBan: <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM6 6l12 12" />,
  IconBuildingBank: <path d="M3.5 20.5h17M4 9.5h16L12 4zM6 10v8M10 10v8M14 10v8M18 10v8" />,
  IconCalendarOff: (
    <path d="M8.5 5H18a2 2 0 0 1 2 2v9.5M19 19.6H6a2 2 0 0 1-2-2V7c0-.6.2-1.1.6-1.4M16 3v4M4 11h7M15 11h5M3 3l18 18" />
  ),
  IconCheck: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  IconChevronDown: <path d="m6 9.5 6 6 6-6" />,
  IconChevronRight: <path d="m9.5 6 6 6-6 6" />,
  IconCircleCheck: <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM8.5 12.2l2.5 2.5 4.5-4.7" />,
  IconClock: <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2" />,
  IconCopy: (
    <path d="M9 8.5h9a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5H9A1.5 1.5 0 0 1 7.500 19v-9A1.500 1.500 0 0 1 9 8.500zM4.500 15.500V5A1.500 1.500 0 0 1 6 3.500h9.500" />
  ),
  IconEye: (
    <path d="M2.5 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 9.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z" />
  ),
  IconFileText: (
    <path d="M14 3.500v4.500h4.500M17 20.500H7a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2h7l4.500 4.500v10.500a1.500 1.500 0 0 1-1.500 2zM9 12.500h6M9 16h6" />
  ),
  IconHelpOctagon: (
    <path d="M8.500 3.500h7l5 5v7l-5 5h-7l-5-5v-7zM9.800 9.600a2.300 2.300 0 1 1 3.300 2.100c-.7.300-1.100.8-1.100 1.500M12 16.300v.2" />
  ),
  IconHome: <path d="M4 11.500 12 4l8 7.500M6 10v9.500h12V10M10 19.500V14h4v5.500" />,
  IconInbox: <path d="M5 4.500h14l2 9v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4zM3 13.500h5l1.500 2.500h5l1.500-2.500h5" />,
  IconKeyboard: (
    <path d="M4 6.500h16a1.500 1.500 0 0 1 1.500 1.500v8a1.500 1.500 0 0 1-1.500 1.500H4A1.500 1.500 0 0 1 2.500 16V8A1.500 1.500 0 0 1 4 6.500zM6.500 10.500v.1M10 10.500v.1M14 10.500v.1M17.500 10.500v.1M8 14h8" />
  ),
  IconLanguage: (
    <path d="M4 6h8M8 4v2c0 4-1.800 7-4.500 8.500M5.500 9.500c.3 2.300 2.800 4 5.500 4.500M12 20l4-9.500L20 20M13.300 17h5.400" />
  ),
  IconLogout: (
    <path d="M13 5.500V5a1.500 1.500 0 0 0-1.500-1.500h-6A1.500 1.500 0 0 0 4 5v14a1.500 1.500 0 0 0 1.500 1.500h6A1.500 1.500 0 0 0 13 19v-.5M9 12h11.500M17 8.500l3.500 3.500-3.500 3.500" />
  ),
  IconMenu2: <path d="M4 6.500h16M4 12h16M4 17.500h16" />,
  IconMessage: <path d="M5 5.500h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6L8 21v-3.500H5a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z" />,
  IconMoon: <path d="M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z" />,
  IconPlus: <path d="M12 5v14M5 12h14" />,
  IconReceiptRefund: (
    <path d="M5.500 20.500v-15a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v15l-3-2-2 2-2-2-2 2-2-2zM9.500 9.500h4a2.200 2.200 0 0 1 0 4.400H13M11.500 7.300 9.300 9.500l2.200 2.200" />
  ),
  IconSearch: <path d="M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM15.500 15.500 20.500 20.500" />,
  IconSend: <path d="M20.500 3.500 10.500 13.500M20.500 3.500l-6.500 17-3.500-7-7-3.500z" />,
  IconServer: (
    <path d="M5 4.500h14a1.500 1.500 0 0 1 1.500 1.500v3.500A1.500 1.500 0 0 1 19 11H5a1.500 1.500 0 0 1-1.500-1.500V6A1.500 1.500 0 0 1 5 4.500zM5 13.500h14a1.500 1.500 0 0 1 1.500 1.500v3.500A1.500 1.500 0 0 1 19 20H5a1.500 1.500 0 0 1-1.500-1.500V15A1.500 1.500 0 0 1 5 13.500zM7 7.700v.1M7 16.700v.1" />
  ),
  IconShieldLock: (
    <path d="M12 3.500c2.500 2 5 2.500 8 2.500.3 6.500-1.500 12-8 14.500C5.500 18 3.700 12.500 4 6c3 0 5.500-.5 8-2.500zM9.500 11.500h5V15h-5zM10.500 11.500V10a1.500 1.500 0 0 1 3 0v1.500" />
  ),
  IconSun: (
    <path d="M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 3v1.500M12 19.500V21M3 12h1.500M19.500 12H21M5.600 5.600l1.100 1.100M17.300 17.300l1.100 1.100M18.400 5.600l-1.100 1.100M6.700 17.300l-1.100 1.100" />
  ),
  IconThumbDown: (
    <path d="M7 13.500V5H4v8.500zM7 13.500l4 7a2 2 0 0 0 2-2v-4h5a2 2 0 0 0 2-2.300l-1-5.200a2 2 0 0 0-2-2H9.500A2.500 2.500 0 0 0 7 5.500" />
  ),
  IconTool: <path d="M7 10h3V7L6.500 3.500a6 6 0 0 1 8 8l6 6a2.100 2.100 0 0 1-3 3l-6-6a6 6 0 0 1-8-8z" />,
  IconTruckReturn: (
    <path d="M7 15.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM17 15.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM5 17.500H3v-11h10v11M9 17.500h6M13 9.500h4.500l3 4v4H19M3 9.500h5M5.500 7 3 9.500 5.500 12" />
  ),
  IconUserCheck: (
    <path d="M9.500 4a3.800 3.800 0 1 1 0 7.600 3.800 3.800 0 0 1 0-7.600zM3 20v-1.500a4 4 0 0 1 4-4h4.500M14.500 18l2.300 2.300 4.200-4.300" />
  ),
  IconUsers: (
    <path d="M9 4.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM2.500 20v-1.500a4 4 0 0 1 4-4h5a4 4 0 0 1 4 4V20M16 4.700a3.500 3.500 0 0 1 0 6.600M21.500 20v-1.500a4 4 0 0 0-3-3.900" />
  ),
  IconX: <path d="M6 6l12 12M18 6 6 18" />,
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof DRAWINGS;

/** Those that point somewhere turn with the direction of the text; clocks, checks and the like do not. */
const POINTING: ReadonlySet<IconName> = new Set([
  'IconChevronRight',
  'IconSend',
  'IconLogout',
  'IconArrowBackUp',
  'IconTruckReturn',
]);

/** Decoration beside words: readers of the screen do not hear it. */
export function Icon({ name, size = 18 }: Readonly<{ name: IconName; size?: number }>): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={POINTING.has(name) ? 'flip-rtl' : undefined}
    >
      {DRAWINGS[name]}
    </svg>
  );
}
