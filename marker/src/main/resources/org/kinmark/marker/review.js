'use strict';
(() => {
  const all = [...document.querySelectorAll('.family')];
  const links = [...document.querySelectorAll('.link')];
  const said = document.getElementById('said');
  const summary = document.getElementById('summary');
  const find = document.getElementById('find');
  const keys = document.getElementById('keys');
  const shortcuts = document.getElementById('shortcuts');
  const judgements = {priority: 'priority', not_priority: 'not priority', not_judged: 'not judged'};
  const answers = {yes: 'same person', no: 'someone else', cannot_tell: 'cannot tell'};
  const order = Object.keys(judgements);
  const unsaved = new Set();
  const past = [];
  let current = all[0];

  document.documentElement.classList.add('js');
  document.querySelectorAll('[data-js]').forEach(part => { part.hidden = false; });
  document.getElementById('save-links').hidden = links.length === 0;

  // What is asked about is a family, or a link within one.
  const choice = asked => asked.dataset.choice;
  const name = asked => asked.dataset.name;
  const isLink = asked => asked.classList.contains('link');
  const word = (asked, chosen) => (isLink(asked) ? answers : judgements)[chosen];
  const radios = asked => isLink(asked) ? asked.querySelectorAll('input')
    : asked.querySelectorAll('input[name="' + asked.id + '"]');
  // A word that is changed may make its family one to decide.
  const isNeeded = family => 'needed' in family.dataset
    || family.querySelector('.link[data-settled][data-choice]') !== null;
  const needed = () => all.filter(isNeeded);
  const undecided = () => needed().filter(family => !choice(family));
  const say = sentence => { said.textContent = sentence; };

  function show(asked, chosen) {
    if (chosen) {
      asked.dataset.choice = chosen;
    } else {
      delete asked.dataset.choice;
    }
    radios(asked).forEach(radio => { radio.checked = radio.value === chosen; });
    const family = asked.closest('.family');
    family.querySelector('.state').textContent = choice(family) ? 'Decided: ' + word(family, choice(family))
      : isNeeded(family) ? 'To decide' : 'You need not decide';
  }

  function count() {
    const left = undecided().length;
    const whole = needed().length;
    document.getElementById('left').textContent = left === 0
      ? (whole ? 'All ' + whole + ' decided' : 'Nothing has to be decided')
      : left + ' of ' + whole + ' left to decide';
    if (left === 0) {
      summary.hidden = true;
    }
  }

  function change(changes) {
    changes.forEach(([asked, chosen]) => {
      show(asked, chosen);
      unsaved.add(isLink(asked) ? 'same-person.csv' : 'decisions.csv');
    });
    count();
  }

  function decide(changes, sentence) {
    past.push(changes.map(([asked]) => [asked, choice(asked)]));
    change(changes);
    say(sentence + '. ' + document.getElementById('left').textContent + '.');
  }

  function undo() {
    const last = past.pop();
    if (!last) {
      say('There is nothing to undo.');
      return;
    }
    change(last);
    const [asked, chosen] = last[0];
    say(last.length === 1
      ? 'Undone: ' + name(asked) + (isLink(asked) ? ': ' : ' is ') + (word(asked, chosen) || 'not decided') + '.'
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

  const csv = rows => rows.map(row => row.map(quoted).join(',') + '\n').join('');

  function download(file, rows) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csv(rows)], {type: 'text/csv'}));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    unsaved.delete(file);
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
    download('decisions.csv', [['family_ref', 'decision'],
      ...all.filter(choice).map(family => [family.dataset.ref, choice(family)])]);
    say('decisions.csv is saved where your browser keeps downloads. ' + (unsaved.size > 0
      ? 'You also said something of links: save same-person.csv too.'
      : 'Next: run kinmark mark again with --decisions decisions.csv and --judged-by and your name.'));
  }

  function saveLinks() {
    const said = links.filter(choice);
    if (said.length === 0) {
      say('Say first of a link whether it is the same person.');
      return;
    }
    download('same-person.csv', [['person_ref', 'patient_id', 'same'],
      ...said.map(link => [link.dataset.person, link.dataset.patient, choice(link)])]);
    say('same-person.csv is saved where your browser keeps downloads. Next: when you run kinmark mark again, add'
      + ' --same-person same-person.csv, and --remember remembered.csv to keep it for the next round.');
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
    const asked = event.target.closest('.link') || event.target.closest('.family');
    if (asked && event.target.type === 'radio') {
      current = asked.closest('.family');
      decide([[asked, event.target.value]], name(asked) + ': ' + word(asked, event.target.value));
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
  act('save-links', saveLinks);
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
      decide([[current, order[number]]], name(current) + ': ' + judgements[order[number]]);
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
    if (unsaved.size > 0) {
      event.preventDefault();
    }
  });

  all.concat(links).forEach(asked => show(asked, undefined));
  count();
})();
