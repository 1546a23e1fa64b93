/** The people of the demo whom the tests know by name. */
export const member = { phone: '13800000001', name: '扎西多吉', committee: '甘孜' };
