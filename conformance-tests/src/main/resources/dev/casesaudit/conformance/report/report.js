(function () {
  'use strict';
  document.documentElement.classList.add('scripted');

  // The section that the window shows, in the navigation.
  var links = Array.prototype.slice.call(document.querySelectorAll('nav a'));
  var sections = links.map(function (link) {
    return document.getElementById(link.hash.slice(1)).closest('section');
  });
  function mark() {
    var atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
    var shown = 0;
    sections.forEach(function (section, at) {
      if (section.getBoundingClientRect().top <= 120) {
        shown = at;
      }
    });
    var current = atEnd && window.scrollY > 0 ? links.length - 1 : shown;
    links.forEach(function (link, at) {
      if (at === current) {
        link.setAttribute('aria-current', 'true');
      } else {
        link.removeAttribute('aria-current');
      }
    });
  }
  window.addEventListener('scroll', mark, { passive: true });
  window.addEventListener('resize', mark);
  document.addEventListener('toggle', mark, true);
  mark();

  // Older browsers do not unfold what a link leads to.
  function unfold() {
    var target = document.getElementById(location.hash.slice(1));
    var folded = target ? target.closest('details') : null;
    if (folded && !folded.open) {
      folded.open = true;
      target.scrollIntoView();
    }
  }
  window.addEventListener('hashchange', unfold);
  unfold();

  var list = document.getElementById('requirement-list');
  if (!list) {
    return;
  }
  var rows = Array.prototype.slice.call(list.children);
  var text = document.getElementById('search-text');
  var count = document.getElementById('search-count');
  text.addEventListener('input', function () {
    var words = text.value.trim().toLowerCase();
    rows.forEach(function (row) {
      row.classList.toggle('other', !row.textContent.toLowerCase().includes(words));
    });
    count.textContent = rows.filter(function (row) { return row.offsetParent !== null; }).length + ' of ' + rows.length;
  });
  document.getElementById('search').hidden = false;
}());
