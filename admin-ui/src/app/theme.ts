import { legacyLogicalPropertiesTransformer } from '@ant-design/cssinjs';
import type { ThemeConfig } from 'antd';

/** The tokens of tokens.css are the one place where a colour is named; antd takes them from there. */
export function theme(): ThemeConfig {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
  return {
    token: {
      colorPrimary: token('--brand', '#b3261e'),
      colorLink: token('--link', '#0b5cad'),
      colorLinkHover: token('--link', '#0b5cad'),
      colorSuccess: token('--ok', '#1a7f37'),
      colorWarning: token('--warn', '#9a6700'),
      colorError: token('--bad', '#b3261e'),
      colorTextBase: token('--ink', '#1f2328'),
      colorTextSecondary: token('--ink-2', '#59636e'),
      colorTextDescription: token('--ink-2', '#59636e'),
      colorTextPlaceholder: token('--ink-2', '#59636e'),
      colorSuccessBg: token('--ok-wash', '#edf7ef'),
      colorWarningBg: token('--warn-wash', '#fff8e6'),
      colorErrorBg: token('--bad-wash', '#fdf1f0'),
      colorSuccessBorder: token('--line', '#d8dee4'),
      colorWarningBorder: token('--line', '#d8dee4'),
      colorErrorBorder: token('--line', '#d8dee4'),
      colorBorder: token('--line', '#d8dee4'),
      fontFamily: token('--font', 'sans-serif'),
      borderRadius: 6,
      // Where the computer shows no movement, antd must not wait for its end either.
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.15s',
    },
    components: {
      Table: { cellFontSizeSM: 13, cellPaddingBlockSM: 9, headerBg: '#eef1f4' },
      Menu: { itemHeight: 40 },
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
    },
  };
}

export const transformers = [legacyLogicalPropertiesTransformer];
