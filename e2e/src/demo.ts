/** The people of the demo whom the tests know by name. */
export const ganzi = '513300';
export const kangding = '513301';
export const member = { phone: '13800000001', name: '扎西多吉' };
export const reader = { phone: '13800000002', name: '卓玛' };
/** Who hosts where nobody else of the tests does: a host is free for one group a week. */
export const reading = { host: '泽仁旺姆' };
export const staff = { username: 'ganzi-staff' };
export const clerk = { username: 'ganzi-clerk', unit: '州卫生健康委员会' };
/** From another committee, and invited to review in this one. */
export const reviewer = { username: 'rikaze-staff', name: '普布卓嘎' };
export const analyst = { username: 'sichuan-analyst' };
export const admin = { username: 'ganzi-admin' };
export const auditor = { username: 'ganzi-auditor' };
export const operator = { username: 'operator' };
/** Those who collect opinion reports in a county, its prefecture and its province; and a member of the county. */
export const info = { county: 'kangding-staff', prefecture: 'ganzi-staff', province: 'sichuan-info' };
export const countyMember = { phone: '13800000005', name: '次仁旺姆' };
