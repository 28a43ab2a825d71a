'use strict';
(() => {
  const all = [...document.querySelectorAll('.family')];
  const needed = all.filter(family => 'needed' in family.dataset);
  const said = document.getElementById('said');
  const summary = document.getElementById('summary');
  const find = document.getElementById('find');
  const keys = document.getElementById('keys');
  const shortcuts = document.getElementById('shortcuts');
  const words = {priority: 'priority', not_priority: 'not priority', not_judged: 'not judged'};
  const order = Object.keys(words);
  const past = [];
  let current = all[0];
  let unsaved = false;

  document.documentElement.classList.add('js');
  document.querySelectorAll('[data-js]').forEach(part => { part.hidden = false; });

  const choice = family => family.dataset.choice;
  const name = family => family.dataset.name;
  const undecided = () => needed.filter(family => !choice(family));
  const say = sentence => { said.textContent = sentence; };

  function show(family, chosen) {
    if (chosen) {
      family.dataset.choice = chosen;
    } else {
      delete family.dataset.choice;
    }
    family.querySelectorAll('input[type=radio]').forEach(radio => { radio.checked = radio.value === chosen; });
    family.querySelector('.state').textContent = chosen ? 'Decided: ' + words[chosen]
      : 'needed' in family.dataset ? 'To decide' : 'You need not decide';
  }

  function count() {
    const left = undecided().length;
    document.getElementById('left').textContent = left === 0
      ? (needed.length ? 'All ' + needed.length + ' decided' : 'Nothing has to be decided')
      : left + ' of ' + needed.length + ' left to decide';
    if (left === 0) {
      summary.hidden = true;
    }
  }

  function decide(changes, sentence) {
    past.push(changes.map(([family]) => [family, choice(family)]));
    changes.forEach(([family, chosen]) => show(family, chosen));
    unsaved = true;
    count();
    say(sentence + '. ' + document.getElementById('left').textContent + '.');
  }

  function undo() {
    const last = past.pop();
    if (!last) {
      say('There is nothing to undo.');
      return;
    }
    last.forEach(([family, chosen]) => show(family, chosen));
    unsaved = true;
    count();
    say(last.length === 1
      ? 'Undone: ' + name(last[0][0]) + ' is ' + (last[0][1] ? words[last[0][1]] : 'not decided') + '.'
      : 'Undone for ' + last.length + ' families.');
  }

  const visible = family => !family.closest('details:not([open])');

  function go(family) {
    const folded = family.closest('details');
    if (folded) {
      folded.open = true;
    }
    current = family;
    family.focus({preventScroll: true});
    family.scrollIntoView({block: family.offsetHeight > window.innerHeight * .7 ? 'start' : 'nearest'});
  }

  function move(step) {
    const seen = all.filter(visible);
    const here = seen.indexOf(current);
    const onIt = current && current.contains(document.activeElement);
    const next = seen[onIt ? here + step : Math.max(here, 0)];
    if (next) {
      go(next);
    } else {
      say(step > 0 ? 'This is the last family.' : 'This is the first family.');
    }
  }

  function nextFound() {
    const wanted = find.value.trim().toLocaleLowerCase();
    const found = all.filter(family => wanted && name(family).toLocaleLowerCase().includes(wanted));
    if (found.length === 0) {
      say(wanted ? 'No family has this surname.' : 'Enter a surname to find.');
      return;
    }
    const next = found[(found.indexOf(current) + 1) % found.length];
    go(next);
    say(found.length === 1 ? '1 family found.' : found.length + ' families found. Find again for the next one.');
  }

  const quoted = text => /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;

  function csv() {
    const rows = all.filter(choice).map(family => quoted(family.dataset.ref) + ',' + choice(family) + '\n');
    return 'family_ref,decision\n' + rows.join('');
  }

  function save() {
    const left = undecided();
    if (left.length > 0) {
      const list = document.getElementById('open-families');
      list.replaceChildren(...left.slice(0, 10).map(family => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = '#' + family.id;
        link.textContent = 'Decide ' + name(family);
        link.addEventListener('click', event => { event.preventDefault(); go(family); });
        item.append(link);
        return item;
      }));
      document.getElementById('open-more').textContent = left.length > 10 ? 'and ' + (left.length - 10) + ' more' : '';
      document.getElementById('summary-title').textContent = left.length === 1
        ? 'Decide 1 family before you save' : 'Decide ' + left.length + ' families before you save';
      summary.hidden = false;
      summary.focus();
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csv()], {type: 'text/csv'}));
    link.download = 'decisions.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    unsaved = false;
    say('decisions.csv is saved where your browser keeps downloads. Next: run kinmark mark again with'
      + ' --decisions decisions.csv and --judged-by and your name.');
  }

  async function copy(text, what) {
    try {
      await navigator.clipboard.writeText(text);
      say('Copied: ' + what + '.');
    } catch {
      say('This browser does not let a page copy. Select the number and copy it.');
    }
  }

  document.addEventListener('change', event => {
    const family = event.target.closest('.family');
    if (family && event.target.type === 'radio') {
      current = family;
      decide([[family, event.target.value]], name(family) + ': ' + words[event.target.value]);
    }
  });
  document.addEventListener('focusin', event => { current = event.target.closest('.family') || current; });
  document.addEventListener('click', event => {
    const button = event.target.closest('button.copy');
    if (button) {
      copy(button.dataset.number, 'NHS number');
    }
  });
  function restNotJudged() {
    const left = undecided();
    if (left.length === 0) {
      say('Nothing is left to decide.');
      return;
    }
    decide(left.map(family => [family, 'not_judged']), 'The rest is not judged');
  }
  const act = (id, what) => document.getElementById(id).addEventListener('click', what);
  act('undo', undo);
  act('rest', restNotJudged);
  act('rest-too', () => { restNotJudged(); document.getElementById('save').focus(); });
  act('save', save);
  act('show-keys', () => keys.showModal());
  act('close-keys', () => keys.close());
  act('copy-all', () => {
    const numbers = [...document.querySelectorAll('button.copy')].map(button => button.dataset.number);
    copy([...new Set(numbers)].join('\n'), numbers.length + ' NHS numbers, one a line');
  });
  document.getElementById('finder').addEventListener('submit', event => { event.preventDefault(); nextFound(); });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || keys.open || !shortcuts.checked) {
      return;
    }
    const writing = event.target === find;
    const number = ['1', '2', '3'].indexOf(event.key);
    if (writing) {
      return;
    } else if (event.key === 'ArrowDown' || event.key === 'j') {
      move(1);
    } else if (event.key === 'ArrowUp' || event.key === 'k') {
      move(-1);
    } else if (number >= 0 && current && visible(current)) {
      decide([[current, order[number]]], name(current) + ': ' + words[order[number]]);
    } else if (event.key === 'u') {
      undo();
    } else if (event.key === '/') {
      find.focus();
      find.select();
    } else if (event.key === '?') {
      keys.showModal();
    } else {
      return;
    }
    event.preventDefault();
  });
  window.addEventListener('beforeunload', event => {
    if (unsaved) {
      event.preventDefault();
    }
  });

  all.forEach(family => show(family, undefined));
  count();
})();
