import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** One colour, so that nothing of Mantine's own palette shows: our tokens say what is light and dark (tokens.css). */
const same = (color: string): MantineColorsTuple =>
  Array.from({ length: 10 }, () => color) as unknown as MantineColorsTuple;

const FILLS = new Set(['brand', 'approve', 'danger']);
const colors: VariantColorsResolver = (input) => {
  const color = input.color ?? 'brand';
  if (!FILLS.has(color)) return defaultVariantColorsResolver(input);
  if (input.variant === 'filled')
    return {
      background: `var(--z-${color})`,
      hover: `var(--z-${color}-hover)`,
      color: `var(--z-on-${color})`,
      border: '1px solid transparent',
    };
  return {
    background: 'transparent',
    hover: 'var(--z-soft)',
    color: `var(--z-${color})`,
    border:
      input.variant === 'subtle' || input.variant === 'transparent'
        ? '1px solid transparent'
        : '1px solid var(--z-control)',
  };
};

export const theme = createTheme({
  fontFamily: '"Heebo Variable", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, monospace',
  primaryColor: 'brand',
  colors: { brand: same('#1f5fbf'), approve: same('#1a6b3c'), danger: same('#b42318') },
  variantColorResolver: colors,
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: { fontFamily: '"Heebo Variable", system-ui, sans-serif', fontWeight: '700' },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
  },
});

/** Mantine's own names, told to mean ours. */
const NAMES = {
  '--mantine-color-body': 'var(--z-page)',
  '--mantine-color-text': 'var(--z-text)',
  '--mantine-color-dimmed': 'var(--z-muted)',
  '--mantine-color-placeholder': 'var(--z-muted)',
  '--mantine-color-anchor': 'var(--z-link)',
  '--mantine-color-error': 'var(--z-danger)',
  '--mantine-color-default': 'var(--z-page)',
  '--mantine-color-default-hover': 'var(--z-soft)',
  '--mantine-color-default-color': 'var(--z-text)',
  '--mantine-color-default-border': 'var(--z-control)',
  '--mantine-color-disabled': 'var(--z-soft)',
  '--mantine-color-disabled-color': 'var(--z-muted)',
  '--mantine-color-disabled-border': 'var(--z-divider)',
  '--mantine-primary-color-filled': 'var(--z-brand)',
  '--mantine-primary-color-filled-hover': 'var(--z-brand-hover)',
  '--mantine-primary-color-contrast': 'var(--z-on-brand)',
  '--mantine-primary-color-light-color': 'var(--z-brand)',
};
/** Of fields Mantine takes the ground and the border from its greys, which are browner than ours and have a contrast below 3. */
const LIGHT_FIELDS = { '--mantine-color-gray-4': 'var(--z-control)' };
const DARK_FIELDS = { '--mantine-color-dark-4': 'var(--z-control)', '--mantine-color-dark-6': 'var(--z-page)' };
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...NAMES, ...LIGHT_FIELDS },
  dark: { ...NAMES, ...DARK_FIELDS },
});
