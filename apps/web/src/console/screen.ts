import type { Permission } from '@zikui/domain/shown';
import type { ComponentType } from 'react';
import type { IconName } from '../parts/icons';

/** One screen of the console. Its folder's `<feature>.route.ts` exports all of the feature's as `screens`. */
export type Screen = Readonly<{
  /** Its name in the navigation is the text `nav.<name>` of texts/{he,en}/shell.json. */ name: string;
  /** Below `/console`; `$name` is a part that differs. */ path: string;
  /** What opening it needs; null for everybody who signed in. Who lacks it is told so. */ permission: Permission | null;
  /** Loaded when the screen is opened, and when somebody points at a link to it. */ load: () => Promise<{
    Screen: ComponentType;
  }>;
  /** Where it stands in the navigation, and the key that opens it after `G`; none for a screen that others lead to. */
  entry?: Readonly<{ to: string; order: number; icon: IconName; code: string }>;
}>;
