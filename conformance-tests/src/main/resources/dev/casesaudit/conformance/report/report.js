
(function () {
  'use strict';
  var table = document.getElementById('requirement-table');
  if (!table) {
    return;
  }
  var rows = Array.prototype.slice.call(table.tBodies[0].rows);
  var text = document.getElementById('filter-text');
  var count = document.getElementById('filter-count');
  var choices = ['area', 'level', 'standing'].map(function (name) {
    return { name: name, select: document.getElementById('filter-' + name) };
  });

  function matches(row) {
    var chosen = choices.every(function (choice) {
      return choice.select.value === '' || row.dataset[choice.name] === choice.select.value;
    });
    return chosen ? row.textContent.toLowerCase().includes(text.value.trim().toLowerCase()) : false;
  }

  function filter() {
    rows.forEach(function (row) { row.hidden = !matches(row); });
    var shown = rows.filter(function (row) { return !row.hidden; }).length;
    count.textContent = shown + ' of ' + rows.length;
  }

  function showAll() {
    text.value = '';
    choices.forEach(function (choice) { choice.select.value = ''; });
    filter();
  }

  text.addEventListener('input', filter);
  choices.forEach(function (choice) { choice.select.addEventListener('change', filter); });
  document.getElementById('filter-none').addEventListener('click', showAll);
  // A link to a row that is filtered out would lead nowhere.
  window.addEventListener('hashchange', function () {
    var row = rows.find(function (one) { return one.querySelector('th').id === location.hash.slice(1); });
    if (row ? row.hidden : false) {
      showAll();
      row.scrollIntoView();
    }
  });
  document.getElementById('filters').hidden = false;
  filter();
}());
