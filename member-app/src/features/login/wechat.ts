import { newId } from '../../store/ids';

const expected = 'tongxin.wechatState';

/** To WeChat and back: it returns to this page with a one-use code that only our server can turn into a person. */
export function goToWechat(appId: string): void {
  const state = newId();
  sessionStorage.setItem(expected, state);
  const back = `${location.origin}${location.pathname}`;
  const question = new URLSearchParams({
    appid: appId,
    redirect_uri: back,
    response_type: 'code',
    scope: 'snsapi_base',
    state,
  });
  location.assign(`https://open.weixin.qq.com/connect/oauth2/authorize?${question}#wechat_redirect`);
}

/** The code WeChat came back with, once, and only if it was we who asked. */
export function codeFromWechat(): string | null {
  const answer = new URLSearchParams(location.search);
  const code = answer.get('code');
  const asked = sessionStorage.getItem(expected);
  if (!code) return null;
  sessionStorage.removeItem(expected);
  history.replaceState(null, '', `${location.pathname}${location.hash}`);
  return asked && answer.get('state') === asked ? code : null;
}
