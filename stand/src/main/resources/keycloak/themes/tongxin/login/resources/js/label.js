// Where the account is shown again and cannot be changed, its label names another box; here it names this one.
document.addEventListener('DOMContentLoaded', () => {
  const label = document.querySelector('label[for="username"]');
  if (label && document.getElementById('kc-attempted-username')) label.htmlFor = 'kc-attempted-username';
});
