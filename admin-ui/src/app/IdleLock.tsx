import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../ui/text';
import type { Auth } from './auth';
import { idleMinutes, isIdle, signOfLife } from './idle';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'];

/**
 * After twenty idle minutes a curtain falls over the page. What was typed stays where it is, behind it. A reload or another
 * window is no way past it: log-in then asks for the password again.
 */
export function IdleLock({ auth, children }: { auth: Auth; children: ReactNode }) {
  const [locked, setLocked] = useState(false);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (locked) return;
    const alive = () => signOfLife(Date.now());
    alive();
    for (const sign of signs) window.addEventListener(sign, alive, { passive: true, capture: true });
    const timer = window.setInterval(() => {
      if (isIdle(Date.now())) setLocked(true);
    }, 5_000);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, alive, { capture: true });
      window.clearInterval(timer);
    };
  }, [locked]);

  useEffect(() => {
    if (locked) auth.lock();
    else auth.unlocked();
  }, [locked, auth]);

  const open = async () => {
    const same = await auth.unlock().catch(() => false);
    setFailed(!same);
    setLocked(!same);
  };

  useEffect(() => {
    document.body.classList.toggle('locked', locked);
  }, [locked]);

  return (
    <>
      {children}
      {locked && createPortal(<Curtain failed={failed} onOpen={open} onLeave={() => auth.logOut()} />, document.body)}
    </>
  );
}

interface CurtainProps {
  failed: boolean;
  onOpen: () => void;
  onLeave: () => void;
}

/** Hides and disables everything else on the page, dialogs too. */
function Curtain({ failed, onOpen, onLeave }: CurtainProps) {
  return (
    <div className="lock" role="dialog" aria-modal="true" aria-labelledby="lock-title">
      <div className="lock-box">
        <LockOutlined className="lock-icon" />
        <h1 id="lock-title">{t('lock.title')}</h1>
        <p>{t('lock.text', { minutes: idleMinutes })}</p>
        {failed && <p className="overdue">{t('lock.failed')}</p>}
        <Button type="primary" size="large" onClick={onOpen} autoFocus>
          {t('lock.open')}
        </Button>
        <Button type="link" onClick={onLeave}>
          {t('auth.signOut')}
        </Button>
      </div>
    </div>
  );
}
