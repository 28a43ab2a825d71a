'use strict';
(() => {
  const pairs = [...document.querySelectorAll('.pair')];
  const find = document.getElementById('find');
  const said = document.getElementById('said');
  document.querySelectorAll('[data-js]').forEach(part => { part.hidden = false; });

  function show(wanted, words) {
    const found = pairs.filter(pair => { pair.hidden = !wanted(pair); return !pair.hidden; });
    if (found.length === 1) {
      found[0].open = true;
    }
    said.textContent = found.length + ' of ' + pairs.length + ' pairs' + words;
  }

  document.getElementById('finder').addEventListener('submit', event => {
    event.preventDefault();
    const id = find.value.trim().toLowerCase();
    show(pair => pair.dataset.ids.toLowerCase().split('\n').some(each => each.includes(id)), id ? ' with that id' : '');
  });
  document.getElementById('all').addEventListener('click', () => { find.value = ''; show(() => true, ''); });
  document.getElementById('not-linked').addEventListener('click', () =>
    show(pair => !('linked' in pair.dataset), ' that are no link'));
})();
