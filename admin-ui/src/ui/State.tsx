import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EditOutlined,
  ExclamationCircleFilled,
  StopOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { day, prose } from './format';
import { nameOf, t } from './text';

type Tone = 'idle' | 'busy' | 'good' | 'bad' | 'off';

const tones: Record<string, Tone> = {
  DRAFT: 'idle',
  RECOMMENDED: 'busy',
  REVIEWED: 'busy',
  LISTED: 'good',
  DECLINED: 'off',
  PENDING: 'idle',
  SUBMITTED: 'busy',
  SENT: 'busy',
  IN_REVIEW: 'busy',
  CO_SIGNING: 'busy',
  ASSIGNING: 'busy',
  HANDLING: 'busy',
  ACCEPTED: 'busy',
  REPLY_REVIEW: 'busy',
  REHANDLING: 'busy',
  AWAITING_FEEDBACK: 'busy',
  EDITING: 'busy',
  IN_APPROVAL: 'busy',
  FORWARDED: 'busy',
  ISSUED: 'good',
  RETAINED: 'off',
  NOT_USED: 'off',
  RETURN_REQUESTED: 'bad',
  EXTENSION_REQUESTED: 'bad',
  FILED: 'good',
  FEEDBACK_IN: 'good',
  REPLIED: 'busy',
  REPLY_ACCEPTED: 'good',
  OPINION_GIVEN: 'good',
  DUE: 'idle',
  PROPOSED: 'busy',
  PUBLISHED: 'good',
  OPEN: 'busy',
  KEPT: 'good',
  NOT_KEPT: 'bad',
  CLOSED: 'good',
  COMPLETE: 'good',
  UNDER_WAY: 'busy',
  LATE: 'bad',
  ACTIVE: 'good',
  NOT_FILED: 'off',
  MERGED: 'off',
  WITHDRAWN: 'off',
  RETURNED: 'off',
  CANCELLED: 'off',
  SUSPENDED: 'bad',
  ENDED: 'off',
};

const icons: Record<Tone, ReactNode> = {
  idle: <EditOutlined />,
  busy: <SyncOutlined />,
  good: <CheckCircleOutlined />,
  bad: <CloseCircleOutlined />,
  off: <StopOutlined />,
};

/** A state in words; colour and icon only help. */
export function State({ family, code }: { family: string; code: string }) {
  const tone = tones[code] ?? 'idle';
  return (
    <span className={`state state-${tone}`}>
      {icons[tone]} {nameOf(family, code)}
    </span>
  );
}

/** A deadline, in figures as in a table or spelt as in a sentence; overdue says so in a word and an icon, not only in red. */
export function Due({ on, overdue, spelt }: { on: string | null | undefined; overdue?: boolean; spelt?: boolean }) {
  if (!on) return <span className="quiet">{t('common.none')}</span>;
  const words = spelt ? prose(on) : day(on);
  if (!overdue) return <span>{words}</span>;
  return (
    <span className="overdue">
      <ExclamationCircleFilled /> {words} {t('common.overdue')}
    </span>
  );
}

export function Waiting({ text }: { text: string }) {
  return (
    <span className="quiet">
      <ClockCircleOutlined /> {text}
    </span>
  );
}
